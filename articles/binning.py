"""The bin: where stories go that nobody wants, with their slug kept, until it is certain that nobody misses them."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock, uses
from articles.models import Article, Draft, EditorialEvent, Revision
from articles.workflow import TRANSITIONS, Problem, Refused, claim

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

    A story that readers have seen stays: its addresses are for ever, and so is the record of what stood there. The log keeps
    a line for each.
    """
    at = at or clock.now()
    old = Draft.objects.filter(binned_at__lte=at - KEPT, article__state=Article.State.BINNED, article__path=None)
    purged = 0
    for key in list(old.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            # Skipped if somebody is just taking it out.
            article = (
                Article.objects.select_for_update(skip_locked=True).filter(pk=key, state=Article.State.BINNED).first()
            )
            if article is not None:
                _delete(article, at)
                purged += 1
    return purged


def _delete(article: Article, at: datetime) -> None:
    draft = Draft.objects.select_related("saved_by").get(article=article)
    EditorialEvent.objects.record(
        "purge", article=article, by=draft.saved_by, at=at, headline=draft.headline, binned=str(draft.binned_at)
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
    draft.binned_at = binned_at
    draft.stage = Draft.Stage.WRITING
    draft.approved_revision = draft.approved_by = None
    draft.save(update_fields=["binned_at", "stage", "approved_revision", "approved_by"])
    EditorialEvent.objects.record(verb, article=article, by=by, at=at, headline=draft.headline, **told)
    return article
