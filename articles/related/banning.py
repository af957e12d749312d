"""The desk's verb against what the site finds by itself: never show that one under this one. It holds at once, and is logged."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock
from articles.models import Article, Draft, EditorialEvent, RelatedBan
from articles.workflow import Problem, Refused, require

#: Who may change what readers see may do this.
PERMISSION = "articles.publish_article"


def ban(article: Article, other: Article, *, by: Any, at: datetime | None = None) -> RelatedBan:
    """Never show `other` under `article`, be it picked or found. Raises Refused, PermissionDenied."""
    require(by, PERMISSION)
    if other.pk == article.pk or other.language != article.language:
        raise Refused([Problem("other", _("Only another story in the same language can be banned."))])
    at = at or clock.now()
    with transaction.atomic():
        found, made = RelatedBan.objects.get_or_create(article=article, banned=other, defaults={"by": by, "at": at})
        if made:
            _record("ban", article, other, by=by, at=at)
    return found


def lift(article: Article, other: Article, *, by: Any, at: datetime | None = None) -> None:
    """Let `other` stand under `article` again, if it belongs there. Raises PermissionDenied."""
    require(by, PERMISSION)
    with transaction.atomic():
        gone, _by_model = RelatedBan.objects.filter(article=article, banned=other).delete()
        if gone:
            _record("lift_ban", article, other, by=by, at=at or clock.now())


def _record(verb: str, article: Article, other: Article, *, by: Any, at: datetime) -> None:
    words = {"headline": Draft.headline_of(article), "story": other.pk, "told": Draft.headline_of(other)}
    EditorialEvent.objects.record(verb, article=article, by=by, at=at, **words)
