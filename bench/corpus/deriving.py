"""What the database derives from stories, worked out once for all of them and not row by row, by its own functions."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg
from django.db import connection

#: Indexes that are made much faster at once than row by row.
_INDEXES = """
    SELECT format('DROP INDEX %%I', indexname), indexdef FROM pg_indexes WHERE schemaname = current_schema()
    AND (indexdef LIKE '%% USING gin %%' OR indexname = 'search_postings')
    UNION ALL SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
                     format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = 'articles_searchposting'::regclass AND contype = 'p'
"""

#: The triggers that derive: `tally`, `file` and `post` do their work.
_TRIGGERS = """
    SELECT format('ALTER TABLE %%s DISABLE TRIGGER %%I', tgrelid::regclass, tgname),
           format('ALTER TABLE %%s ENABLE TRIGGER %%I', tgrelid::regclass, tgname)
    FROM pg_trigger WHERE tgname = 'search_added' OR tgname LIKE 'pgtrigger_filing_insert_%%'
"""

_DOCUMENTS = (
    "ARRAY(SELECT id FROM articles_searchdocument WHERE article_id >= %s AND article_id < %s ORDER BY article_id)"
)


def put_aside() -> list[str]:
    """Do without these indexes and triggers; returns the statements that bring them back."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_INDEXES} UNION ALL {_TRIGGERS}", [])
        found = cursor.fetchall()
        for away, _back in found:
            cursor.execute(away)
    return [back for _away, back in found]


def put_back(statements: Iterable[str]) -> None:
    """Bring back what was put aside."""
    with connection.cursor() as cursor:
        # Each of two workers has noted words that the other one noted meanwhile.
        cursor.execute(
            "DELETE FROM articles_searchword a USING articles_searchword b"
            " WHERE a.word = b.word AND a.language = b.language AND a.id > b.id"
        )
        cursor.execute("SELECT articles_search_settle()")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for statement in statements:
            cursor.execute(statement)


def tally(session: psycopg.Connection, stories: tuple[int, int]) -> None:
    """Count the words of these stories: all have to be counted before the first is posted."""
    session.execute(f"SELECT articles_search_tally({_DOCUMENTS})", stories)


def file(url: str) -> None:
    """File and count all stories."""
    with psycopg.connect(url) as session:
        session.execute("SET work_mem = '256MB'")
        session.execute("SELECT articles_refile()")


def post(url: str, stories: tuple[int, int]) -> None:
    """Write the postings and the words of these stories."""
    with psycopg.connect(url) as session:
        session.execute(f"SELECT articles_search_post({_DOCUMENTS})", stories)
        session.execute(f"SELECT articles_search_note({_DOCUMENTS})", stories)
