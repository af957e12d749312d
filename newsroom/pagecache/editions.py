"""The edition as the database knows it, and the snapshot that a page is made from."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection, connections
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, TransactionStatus

from newsroom.pagecache import release

_QUERY = "SELECT incarnation, number, floor FROM articles_edition"


class Edition(NamedTuple):
    """What readers are served: the number counts within one incarnation of the database."""

    incarnation: str
    number: int
    floor: int

    @property
    def release(self) -> str:
        """What makes pages in this process."""
        return release.name()

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
    django = connections[DEFAULT_DB_ALIAS]  # itself: what stands for it looks for it each time it is asked anything
    django.close_if_health_check_failed()
    django.ensure_connection()
    own = django.connection
    # What `transaction.atomic` does, but that it has the driver change its mode as well, to and fro, which takes longer than
    # to begin and to end.
    django.in_atomic_block, django.autocommit = True, False
    try:
        yield _begun(own)
    finally:
        django.in_atomic_block, django.autocommit, django.needs_rollback = False, True, False
        if django.connection is own:  # else it was closed meanwhile, and may be somebody else's by now
            _end(own)
            django.errors_occurred |= own.pgconn.status != ConnStatus.OK
    if django.run_on_commit:
        django.run_and_clear_commit_hooks()


#: Both at once: each question of a page costs a way to the server and back.
_BEGIN = f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {_QUERY}".encode()


def _begun(own: psycopg.Connection[Any]) -> Edition | None:
    """Begin the transaction of a snapshot, and read its edition. Raises what the driver raises, OperationalError most of all."""
    result = own.pgconn.exec_(_BEGIN)
    if own.pgconn.status != ConnStatus.OK:
        raise psycopg.OperationalError(own.pgconn.get_error_message())
    if result.status != ExecStatus.TUPLES_OK:
        raise error_from_result(result, encoding="utf-8")
    if not result.ntuples:
        return None
    incarnation, number, floor = ((result.get_value(0, place) or b"").decode() for place in range(3))
    return Edition(incarnation.replace("-", ""), int(number), int(floor))


def _end(own: psycopg.Connection[Any]) -> None:
    """End the transaction of a snapshot, in which nothing was written."""
    if own.pgconn.transaction_status == TransactionStatus.INTRANS:
        own.pgconn.exec_(b"COMMIT")
        return
    with suppress(psycopg.Error):  # it is gone; Django is told by whoever asked for the end
        own.rollback()  # the driver forgets the statements that may have failed


def _read(own: psycopg.Connection[Any]) -> Edition | None:
    row = own.execute(_QUERY).fetchone()
    return Edition(row[0].hex, row[1], row[2]) if row else None
