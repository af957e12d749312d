"""The test database as the migrations leave it, and the way back after a test whose changes were committed.

Django empties every table after such a test and has all migrations' receivers write their rows anew, which costs more
than most tests. Here the rows that the migrations wrote are remembered once, and only tables that a test left
different are put right: every test begins with the same rows, whatever ran before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from django.db import connection, transaction
from psycopg import sql

_TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'django_migrations'
ORDER BY relname
"""

#: What tells one state of a table from another: NULL if it is empty.
_DIGEST = "(SELECT md5(string_agg(row::text, E'\\n' ORDER BY row::text)) FROM {table} AS row)"

_IS_EMPTY = "(SELECT CASE WHEN EXISTS (SELECT FROM {table}) THEN 'rows' END)"


@dataclass(frozen=True)
class Pristine:
    """What each table holds after the migrations: a digest, and its rows as COPY writes them, if it has any."""

    digests: dict[str, str | None]
    rows: dict[str, bytes]

    @classmethod
    def remembered(cls) -> Self:
        """The state that the database is in now."""
        digests = digest()
        return cls(digests, rows_of([table for table, content in digests.items() if content]))

    def changed(self) -> list[str]:
        """The tables that hold something else now."""
        questions = {table: _DIGEST if digest else _IS_EMPTY for table, digest in self.digests.items()}
        with connection.cursor() as cursor:
            now = _asked(cursor, questions)
        return [table for table, digest in self.digests.items() if now[table] != digest]

    def restore(self) -> None:
        """Put back every table that has changed; sequences count on. Writers that are still at work are waited for."""
        if not (changed := self.changed()):
            return
        names = sql.SQL(", ").join(map(sql.Identifier, changed))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(names))
            put({table: self.rows.get(table, b"") for table in changed})

    def added(self) -> dict[str, bytes]:
        """The rows of tables that were empty and no longer are: what `put` needs to have them again later."""
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")  # as at the commit
        changed = self.changed()
        assert not (both := set(changed) & self.rows.keys()), f"rows of migrations were changed: {both}"
        return rows_of(changed)


def digest() -> dict[str, str | None]:
    """What tells one state of the whole database from another, table by table."""
    with connection.cursor() as cursor:
        tables = [name for (name,) in cursor.execute(_TABLES).fetchall()]
        return _asked(cursor, dict.fromkeys(tables, _DIGEST))


def rows_of(tables: Iterable[str]) -> dict[str, bytes]:
    """All rows of these tables, as COPY writes them."""
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as copied:
                found[table] = b"".join(copied)
    return found


def put(rows: dict[str, bytes]) -> None:
    """Make these tables hold the rows that were read of them, and no others."""
    with transaction.atomic(), connection.cursor() as cursor:
        # No trigger is fired, for all was done already: none that starts editions, counts or refuses, and no foreign key.
        cursor.execute("SET LOCAL session_replication_role = replica")
        deletions = [sql.SQL("DELETE FROM {}").format(sql.Identifier(table)) for table in rows]
        cursor.execute(sql.SQL("; ").join(deletions))
        for table, written in rows.items():
            if written:
                with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copied:
                    copied.write(written)
        cursor.execute("SET LOCAL session_replication_role = origin")


def _asked(cursor: Any, questions: dict[str, str]) -> dict[str, str | None]:
    columns = [sql.SQL(question).format(table=sql.Identifier(table)) for table, question in questions.items()]
    answer = cursor.execute(sql.SQL("SELECT {}").format(sql.SQL(", ").join(columns))).fetchone()
    return dict(zip(questions, answer, strict=True))
