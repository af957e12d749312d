"""Which PostgreSQL the site stands on: the server that DATABASE_URL names, or one of the project's own.

Nothing here needs Django. Settings ask `address` (which starts nothing); whatever runs the site holds
`running` for as long as it runs; every new connection goes through `verify`.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import psycopg

from newsroom.embedded import Embedded
from newsroom.embedded_place import UnusableDatabaseError

__all__ = ["UnusableDatabaseError", "address", "is_embedded", "running", "verify"]

OLDEST = 16
"""The oldest major version of PostgreSQL that the migrations and queries are written for."""


def is_embedded(environ: Mapping[str, str]) -> bool:
    """Whether the project runs its own server, because DATABASE_URL names none."""
    return not environ.get("DATABASE_URL")


def address(base_dir: Path, environ: Mapping[str, str]) -> str:
    """The URL of the database for the checkout in `base_dir`. Looks at the file system, starts nothing."""
    return Embedded(base_dir).url if is_embedded(environ) else environ["DATABASE_URL"]


def running(base_dir: Path, environ: Mapping[str, str]) -> AbstractContextManager[Embedded | None]:
    """The database is there inside this context: `None` if DATABASE_URL names it, else our own server, held.

    Raises UnusableDatabaseError if no server of our own can be had. One that DATABASE_URL names is not asked.
    """
    return Embedded(base_dir) if is_embedded(environ) else nullcontext()


def verify(connection: psycopg.Connection[Any]) -> None:
    """Refuse a server that is too old or a database that isn't UTF-8; costs no query.

    Raises UnusableDatabaseError, which names the database and what it is.
    """
    info = connection.info
    if info.server_version < OLDEST * 10_000:
        version = info.parameter_status("server_version")
        raise UnusableDatabaseError(
            f"The database {info.dbname!r} is served by PostgreSQL {version}, which is too old: "
            f"set DATABASE_URL to a server of PostgreSQL {OLDEST} or newer."
        )
    encoding = info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise UnusableDatabaseError(
            f"The database {info.dbname!r} stores its text as {encoding}, not as UTF-8: "
            "set DATABASE_URL to a database made with ENCODING 'UTF8'."
        )
