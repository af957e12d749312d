"""The edition as the database knows it, and the snapshot that a page is made from."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg
from django.db import connection, transaction

from newsroom.pagecache import release

_QUERY = "SELECT incarnation, number, floor FROM articles_edition"


class Edition(NamedTuple):
    """What readers are served: the number counts within one incarnation of the database."""

    incarnation: str
    number: int
    floor: int

    @property
    def key(self) -> str:
        """The key of pages that this process makes in this edition."""
        return f"{self.incarnation}-{release.name()}-{self.number}"


def now() -> Edition | None:
    """The current edition; None before anything was ever public. One query, beside Django's count of queries."""
    connection.ensure_connection()
    return _read(connection.connection)


@contextmanager
def snapshot() -> Iterator[Edition | None]:
    """One read-only snapshot of the database for the length of this context, and the edition that it shows.

    All that is read inside belongs to that edition. Not to be used inside a transaction, which has its own snapshot.
    """
    connection.ensure_connection()
    own = connection.connection
    own.isolation_level, own.read_only = psycopg.IsolationLevel.REPEATABLE_READ, True
    try:
        with transaction.atomic():
            yield _read(own)
    finally:
        if not own.closed:  # it goes back to the pool, for requests that write
            own.isolation_level = own.read_only = None


def _read(own: psycopg.Connection[Any]) -> Edition | None:
    row = own.execute(_QUERY).fetchone()
    return Edition(row[0].hex, row[1], row[2]) if row else None
