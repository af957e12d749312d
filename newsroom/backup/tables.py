"""Reading and writing the rows of the site's tables, in a form that two databases can be compared by.

Everything here takes a plain psycopg cursor inside a transaction, whose session `prepare` has set.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from django.apps import apps
from psycopg import sql

from newsroom.backup.archive import Tally
from newsroom.backup.manifest import Sequence, StoredTable

Cursor = psycopg.Cursor[Any]

#: Tables whose rows a backup does without, and why. (Unlogged tables are left out too: a crash empties them anyway.)
LEFT_OUT: Mapping[str, str] = {
    "django_migrations": "its names are in the manifest, and migrating writes it",
    "django_session": "whoever has the backup would be signed in; staff sign in again",
    "axes_accessattempt": "traces of failed sign-ins, of use for a quarter of an hour",
    "axes_accessattemptexpiration": "belongs to the attempts",
    "axes_accessfailurelog": "traces of failed sign-ins",
    "axes_accesslog": "traces of sign-ins",
    "procrastinate_workers": "processes of the old host",
}

_IS_RUNNING = "status = 'doing'"

#: Columns that are stored as something else. A job that a worker has in hand waits again: that worker is not here.
INSTEAD: Mapping[str, Mapping[str, str]] = {
    "procrastinate_jobs": {
        "worker_id": "NULL::bigint",
        "status": f"CASE WHEN {_IS_RUNNING} THEN CASE WHEN abort_requested THEN 'aborted' ELSE 'todo' END"
        "::procrastinate_job_status ELSE status END",
        # Only one waiting job may hold a queueing lock, and the next one may hold it by now.
        "queueing_lock": f"CASE WHEN {_IS_RUNNING} THEN NULL ELSE queueing_lock END",
    }
}

_SESSION = {
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "IntervalStyle": "postgres",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "statement_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
}
"""So that equal values are written equally on any server, and that nothing ends a long reading."""

_TABLES = """
SELECT c.relname,
       ARRAY(SELECT a.attname::text FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
             ORDER BY a.attnum),
       ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(attnum, place)
             JOIN pg_attribute a ON a.attnum = k.attnum
             WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid ORDER BY k.place),
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attcollation <> 0)
FROM pg_class c
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relpersistence = 'p'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.relname
"""

_STRICT_REFERENCES = """
SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
WHERE contype = 'f' AND NOT condeferrable AND connamespace = current_schema()::regnamespace
"""

_SEQUENCES = """
SELECT s.relname FROM pg_class s
JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
JOIN pg_class t ON t.oid = d.refobjid
WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace AND t.relname = ANY(%s)
ORDER BY s.relname
"""


@dataclass(frozen=True)
class Table:
    """A table of the database: its columns without the generated ones, and the order of its rows."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    texts: frozenset[str]

    def rows(self, columns: Iterable[str]) -> sql.Composed:
        """The query for all rows in a fixed order; letters are compared by their codes, whatever the database does."""
        instead = INSTEAD.get(self.name, {})
        wanted = [sql.SQL(instead[name]) if name in instead else sql.Identifier(name) for name in columns]
        order = [
            sql.Identifier(name) + sql.SQL(' COLLATE "C"' if name in self.texts else "")
            for name in self.key or self.columns
        ]
        return sql.SQL("SELECT {} FROM {} ORDER BY {}").format(
            sql.SQL(", ").join(wanted), sql.Identifier(self.name), sql.SQL(", ").join(order)
        )


def prepare(cursor: Cursor) -> None:
    """Set this transaction's session so that COPY writes equal rows equally."""
    for name, value in _SESSION.items():
        cursor.execute("SELECT set_config(%s, %s, true)", [name, value])


def of_models() -> set[str]:
    """The names of all tables that some model of this release knows."""
    return {model._meta.db_table for model in apps.get_models(include_auto_created=True)}


def in_database(cursor: Cursor) -> dict[str, Table]:
    """All permanent tables that are there, whoever made them."""
    rows = cursor.execute(_TABLES).fetchall()
    return {name: Table(name, tuple(columns), tuple(key), frozenset(texts)) for name, columns, key, texts in rows}


def unknown(names: Iterable[str]) -> list[str]:
    """Those of these tables that nothing in this release knows."""
    return sorted(set(names) - of_models() - LEFT_OUT.keys())


def read(cursor: Cursor, table: Table, columns: Iterable[str]) -> Iterator[bytes]:
    """The rows as COPY writes them, in pieces."""
    buffer = bytearray()
    with cursor.copy(sql.SQL("COPY ({}) TO STDOUT").format(table.rows(columns))) as copy:
        for row in copy:
            buffer += row
            if len(buffer) > 256 * 1024:
                yield bytes(buffer)
                buffer.clear()
    yield bytes(buffer)


def tally(cursor: Cursor, table: Table, columns: Iterable[str]) -> Tally:
    """Count and digest of the rows that are there now."""
    counted = Tally()
    for chunk in read(cursor, table, columns):
        counted.add(chunk)
    return counted


def write(cursor: Cursor, table: StoredTable, chunks: Iterable[bytes]) -> None:
    """Add rows that COPY once wrote."""
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, table.columns))
    )
    with cursor.copy(into) as copy:
        for chunk in chunks:
            copy.write(chunk)


def in_loading_order(cursor: Cursor, names: Iterable[str]) -> list[str]:
    """What others refer to comes first, where a reference can't wait until all rows are there."""
    pending = sorted(names)
    needs: dict[str, set[str]] = {name: set() for name in pending}
    for referring, referred in cursor.execute(_STRICT_REFERENCES).fetchall():
        if referring in needs and referred in needs and referring != referred:
            needs[referring].add(referred)
    order: list[str] = []
    while pending:
        ready = [name for name in pending if needs[name] <= set(order)] or pending[:1]
        order += ready
        pending = [name for name in pending if name not in order]
    return order


def sequences(cursor: Cursor, names: Iterable[str]) -> tuple[Sequence, ...]:
    """Where the sequences of these tables stand. They are outside of snapshots: never behind the rows that were read."""
    found = []
    for (name,) in cursor.execute(_SEQUENCES, [list(names)]).fetchall():
        query = sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(name))
        found.append(Sequence(name, *cursor.execute(query).fetchone() or ()))
    return tuple(found)


def set_sequence(cursor: Cursor, sequence: Sequence) -> None:
    cursor.execute("SELECT setval(quote_ident(%s)::regclass, %s, %s)", [sequence.name, sequence.value, sequence.called])
