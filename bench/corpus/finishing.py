"""What remains when all stories are in: counters, the front page, and the planner's statistics."""

from __future__ import annotations

from django.core.management.color import no_style
from django.db import connection

from articles.models import Article, Author, Country, HomeSlot, Page, Revision, Topic
from articles.search import documents

#: Lists of related stories as long as they mostly are: finding real ones takes hours for a large archive, and they read the same.
_RELATED = """
INSERT INTO articles_relatedlink (article_id, other_id, score, worth, reasons, alike)
SELECT a.id, f.article_id, 0.3, 0.3 - 0.005 * f.place, jsonb_build_object('topics', jsonb_build_array(t.topic)), '{}'
FROM articles_article a
CROSS JOIN LATERAL (SELECT min(topic_id) AS topic FROM articles_articletopic WHERE article_id = a.id) t
CROSS JOIN LATERAL (
    SELECT article_id, row_number() OVER (ORDER BY published_at DESC, article_id DESC) AS place FROM (
        SELECT article_id, published_at FROM articles_filing
        WHERE language = a.language AND kind = 'topic' AND key = t.topic AND other = 0 AND published_at < a.published_at
        ORDER BY published_at DESC, article_id DESC LIMIT 12) n) f
WHERE a.state = 'live'
"""


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
        cursor.execute(_RELATED)
        cursor.execute("DELETE FROM articles_relatedmark")
        cursor.execute("VACUUM (ANALYZE)")
