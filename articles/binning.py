"""The bin: where stories go that nobody wants, with their slug kept, until it is certain that nobody misses them."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from articles import clock, uses
from articles.models import Article, Draft, EditorialEvent, Revision
from articles.reviewing import NO_APPROVAL, NO_FAILURE, NO_HOUR
from articles.workflow import TRANSITIONS, Problem, Refused, claim

log = logging.getLogger(__name__)

#: How long a story stays in the bin before `purge` deletes it.
KEPT = timedelta(days=30)


def throw(article: Article, *, by: Any, reason: str = "", at: datetime | None = None) -> Article:
    """Put a story that readers don't see in the bin. Its slug stays taken, and it can be taken out again.

    Raises Refused with the list of uses while other stories or the front page refer to it, PermissionDenied.
    """
    at = at or clock.now()
    with transaction.atomic():
        article = claim("bin", article, by=by)
        used = uses.of(article)
        if used:
            raise Refused(
                [Problem("", _("Used by “%(row)s” (%(how)s).") % {"row": use.row, "how": use.how}) for use in used]
            )
        return _moved("bin", article, by=by, at=at, binned_at=at, reason=reason)


def restore(article: Article, *, by: Any, at: datetime | None = None) -> Article:
    """Take a story out of the bin, as it was. Raises Refused, PermissionDenied."""
    at = at or clock.now()
    with transaction.atomic():
        article = claim("restore", article, by=by)
        return _moved("restore", article, by=by, at=at, binned_at=None)


def purge(*, at: datetime | None = None) -> int:
    """Delete what has been in the bin for KEPT and was never public; how many stories that were.

    A story that readers have seen stays: its addresses are for ever, and so is the record of what stood there. So does one
    that something refers to again, or whose text somebody saved meanwhile. The log keeps a line for each that goes. One that
    can't be deleted holds back no other.
    """
    at = at or clock.now()
    old = Draft.objects.filter(article__state=Article.State.BINNED, article__path=None)
    old = old.filter(binned_at__lte=at - KEPT, saved_at__lte=at - KEPT)
    return sum(_purged(key, at) for key in list(old.order_by("pk").values_list("pk", flat=True)))


def _purged(key: int, at: datetime) -> bool:
    """Whether this story could be deleted; it is left if somebody is just doing something with it."""
    try:
        with transaction.atomic():
            # Not the strongest lock yet: a save that holds the draft has to be able to finish.
            stories = Article.objects.select_for_update(no_key=True, skip_locked=True)
            article = stories.filter(pk=key, state=Article.State.BINNED, path=None).first()
            drafts = Draft.objects.select_for_update(no_key=True, skip_locked=True)
            draft = drafts.filter(pk=key, binned_at__lte=at - KEPT, saved_at__lte=at - KEPT).first()
            if article is None or draft is None or uses.of(article):
                return False
            _delete(article, draft, at)
    except DatabaseError:
        log.exception("Story %s in the bin could not be deleted", key)
        return False
    return True


def _delete(article: Article, draft: Draft, at: datetime) -> None:
    binned = EditorialEvent.objects.filter(article_id=article.pk, verb="bin").latest("pk")
    who = get_user_model().objects.get(pk=binned.actor_id)  # nobody does it at this moment: time does
    EditorialEvent.objects.record(
        "purge", article=article, by=who, at=at, headline=draft.headline, binned=str(draft.binned_at)
    )
    Draft.objects.filter(based_on__article=article).update(based_on=None)
    article.preview_links.all().delete()
    draft.delete()
    Revision.objects.filter(article=article).delete()
    article.delete()


def _moved(verb: str, article: Article, *, by: Any, at: datetime, binned_at: datetime | None, **told: Any) -> Article:
    rule = TRANSITIONS[verb]
    assert rule.to_state is not None
    article.state = rule.to_state
    article.save(update_fields=["state"])
    draft = article.draft
    fresh = {"binned_at": binned_at, "stage": Draft.Stage.WRITING, **NO_APPROVAL, **NO_HOUR, **NO_FAILURE}
    for name, value in fresh.items():
        setattr(draft, name, value)
    draft.save(update_fields=fresh)
    EditorialEvent.objects.record(verb, article=article, by=by, at=at, headline=draft.headline, **told)
    return article
