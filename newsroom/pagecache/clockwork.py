"""An edition for what time alone changes. Pages are made for the moment at which their edition started (`Edition.moment`)."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models.functions import Now

from articles.models import Article, Edition
from articles.pathwords import LANGUAGES
from articles.sitemaps import NEWS_AGE
from newsroom.machines import expiry


def turn(*, at: datetime | None = None) -> bool:
    """Start an edition if a page would be another one by now, by the database's clock; whether that was so.

    Several processes may ask at once: one of them starts it. While nothing changes, this is two queries.
    """
    if not _is_over(Edition.objects.all(), at):
        return False
    with transaction.atomic():
        if not _is_over(Edition.objects.select_for_update(), at):
            return False
        with connection.cursor() as cursor:
            cursor.execute("SELECT articles_mark_edition()")
    return True


def _is_over(editions: Any, at: datetime | None) -> bool:
    edition = editions.annotate(now=Now()).first()
    if edition is None:
        return False
    started, now = edition.started_at, at or edition.now
    if expiry(started) != expiry(now):
        return True
    # The languages are named so that the index of live stories by date answers.
    news = Article.objects.published().filter(language__in=LANGUAGES, published_at__gt=started - NEWS_AGE)
    return news.filter(published_at__lte=now - NEWS_AGE).exists()
