"""Who else has a story open. It tells, and never blocks: what decides between two saves is the version of the draft."""

from datetime import datetime, timedelta
from typing import Any

from articles import clock
from articles.models import Article, Presence

#: How often a form says that it is still open, and after what silence it counts as closed.
EVERY = timedelta(seconds=10)
GONE_AFTER = timedelta(seconds=60)


def here(article: Article, *, by: Any, at: datetime | None = None) -> list[Presence]:
    """Note that `by` has the story open, and say who else has, longest silent last. Three queries."""
    at = at or clock.now()
    Presence.objects.bulk_create(
        [Presence(article_id=article.pk, user=by, seen_at=at)],
        update_conflicts=True,
        unique_fields=["article", "user"],
        update_fields=["seen_at"],
    )
    return others(article, by=by, at=at)


def others(article: Article, *, by: Any, at: datetime | None = None) -> list[Presence]:
    """Who else has the story open. One query."""
    at = at or clock.now()
    rows = Presence.objects.filter(article=article.pk, seen_at__gt=at - GONE_AFTER).exclude(user=by)
    return list(rows.select_related("user").order_by("-seen_at", "pk"))


def gone(article: Article, *, by: Any) -> None:
    """Note that `by` has closed the story."""
    Presence.objects.filter(article=article.pk, user=by).delete()


def forget(*, at: datetime | None = None) -> int:
    """Delete what counts for nothing any more; how many rows."""
    deleted, _by_model = Presence.objects.filter(seen_at__lte=(at or clock.now()) - GONE_AFTER).delete()
    return deleted
