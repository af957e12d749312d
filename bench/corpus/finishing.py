"""What remains when all stories are in: counters, the front page, and the planner's statistics."""

from __future__ import annotations

from django.core.management.color import no_style
from django.db import connection

from articles.models import Article, Author, Country, HomeSlot, Page, Revision, Topic
from articles.search import documents


def put_indexes_aside() -> list[str]:
    """Drop the inverted indexes, which are made much faster at once than row by row; returns the statements that make them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
            " AND (indexdef LIKE '%% USING gin %%' OR indexname = 'search_postings')",
            [],
        )
        found = cursor.fetchall()
        for name, _definition in found:
            cursor.execute(f"DROP INDEX {connection.ops.quote_name(name)}")
    return [definition for _name, definition in found]


def finish(indexes: list[str]) -> None:
    """Make the database ready for use; `indexes` are the statements that make those that were put aside."""
    with connection.cursor() as cursor:
        for statement in indexes:
            cursor.execute(statement)
        for model in (Country, Topic, Author, Page):
            documents.refresh_rows(list(model.objects.all()))
        for statement in connection.ops.sequence_reset_sql(no_style(), [Article, Revision]):
            cursor.execute(statement)
        for language in ("en", "es"):
            newest = Article.objects.published().in_language(language).newest_first()[:8]
            for position, story in enumerate(newest):
                HomeSlot.objects.create(language=language, position=position, story=story)
        cursor.execute("VACUUM (ANALYZE)")
