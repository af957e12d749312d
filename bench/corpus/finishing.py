"""What remains when all stories are in: counters, the front page, and the planner's statistics."""

from __future__ import annotations

from django.core.management.color import no_style
from django.db import connection

from articles.models import Article, Author, Country, HomeSlot, Page, Revision, Topic
from articles.search import documents


def finish() -> None:
    """Make the database ready for use."""
    with connection.cursor() as cursor:
        for model in (Country, Topic, Author, Page):
            documents.rewrite(model, list(model.objects.values_list("pk", flat=True)))
        for statement in connection.ops.sequence_reset_sql(no_style(), [Article, Revision]):
            cursor.execute(statement)
        for language in ("en", "es"):
            newest = Article.objects.published().in_language(language).newest_first()[:8]
            for position, story in enumerate(newest):
                HomeSlot.objects.create(language=language, position=position, story=story)
        cursor.execute("VACUUM (ANALYZE)")
