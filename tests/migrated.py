"""A database that was migrated once for the whole run, to be copied: migrations take a hundred times as long as a copy.

Whoever needs it first makes it, and others who come meanwhile wait for that. It lies beside the test databases; the
process that started the run takes it away at the end.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

_NAME = "NEWSROOM_TESTS_MIGRATED"


def announce() -> None:
    """Say what this run's will be called; workers inherit it."""
    os.environ.setdefault(_NAME, f"newsroom_migrated_{os.getpid()}")


def remove() -> None:
    if name := os.environ.pop(_NAME, None):
        with server() as own:
            own.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def database() -> str:
    """Its name; it is there."""
    name = os.environ[_NAME]
    with server() as own:
        # Until the end of this connection; one at a time, among all processes.
        own.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
        if not own.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            half = f"{name}_half"
            own.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(half)))
            own.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(half)))
            _migrate(half)
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            own.execute(rename.format(sql.Identifier(half), sql.Identifier(name)))
    return name


def server() -> psycopg.Connection[Any]:
    return psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)


def _migrate(name: str) -> None:
    from django.core.management import call_command

    with _connected_to(name):
        call_command("migrate", verbosity=0)


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    from django.db import connection

    before = connection.settings_dict["NAME"]
    try:
        _let_go()
        connection.settings_dict["NAME"] = name
        yield
    finally:
        _let_go()
        connection.settings_dict["NAME"] = before


def _let_go() -> None:
    """A database that somebody is connected to can be neither renamed nor copied."""
    from django.db import connection

    connection.close()
    connection.close_pool()
