"""Where a corpus lives: one database for each size, kept between runs, on a server of its own or on that of DATABASE_URL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from newsroom.embedded import Embedded

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "bench"


@contextmanager
def database(stories: int) -> Iterator[str]:
    """The URL of the database for a corpus of this size, made empty if need be; its server runs inside this context.

    The database that DATABASE_URL itself names is never touched: the corpus gets one beside it.
    """
    with named(f"newsroom_corpus_{stories}") as url:
        yield url


@contextmanager
def named(name: str) -> Iterator[str]:
    """The URL of the database with this name, beside that of DATABASE_URL or on a server of its own."""
    if given := os.environ.get("DATABASE_URL"):
        yield beside(given, name)
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    # Durability costs only while a corpus is written, and a corpus that a power cut spoils is built again.
    with Embedded(FOLDER, durable=False) as server:
        yield beside(server.url, name)


def remake(url: str) -> None:
    """Empty the database of a corpus by making it anew."""
    name = _name(url)
    with _neighbour(url) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
        )


def copy(url: str, to: str) -> None:
    """Make a database anew as a copy of another one that nobody is using."""
    with _neighbour(to) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(_name(to))))
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        connection.execute(statement.format(sql.Identifier(_name(to)), sql.Identifier(_name(url))))


def label(url: str) -> str:
    """What was written on the database when its corpus was complete; "" before, and for one that is not there."""
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with _neighbour(url) as connection:
        row = connection.execute(query, [_name(url)]).fetchone()
    return (row and row[0]) or ""


def write_label(url: str, text: str) -> None:
    """Say on the database what its corpus was made of."""
    statement = sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(_name(url)), sql.Literal(text))
    with _neighbour(url) as connection:
        connection.execute(statement)


def beside(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _name(url: str) -> str:
    return urlsplit(url).path.lstrip("/")


def _neighbour(url: str) -> psycopg.Connection:
    return psycopg.connect(beside(url, "postgres"), autocommit=True)
