"""Links that show a draft to a lawyer or a source without an account: made, opened, revoked, and logged."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles import clock, markup
from articles.models import Article, Draft, EditorialEvent, PreviewLink, Revision
from articles.workflow import Problem, Refused, require

PERMISSION = "articles.change_article"

#: The longest life of a link.
LONGEST = timedelta(days=30)


def make(
    article: Article,
    *,
    purpose: str,
    lasts: timedelta,
    by: Any,
    revision: Revision | None = None,
    at: datetime | None = None,
) -> tuple[PreviewLink, str]:
    """A link to a draft, and its token, which is stored nowhere: what is lost has to be made anew.

    It shows `revision`, or whatever is newest. Raises Refused, PermissionDenied.
    """
    require(by, PERMISSION)
    at = at or clock.now()
    purpose = markup.single_line(purpose)[:120]
    problems = []
    if not purpose:
        problems.append(Problem("purpose", _("Say for whom the link is: a role, not a name.")))
    if not timedelta() < lasts <= LONGEST:
        problems.append(Problem("lasts", _("A link lasts %(days)d days at most.") % {"days": LONGEST.days}))
    if revision and revision.article_id != article.pk:
        raise ValueError(f"Revision {revision} belongs to another story.")
    if problems:
        raise Refused(problems)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        link = PreviewLink.objects.create(
            article_id=article.pk,
            digest=_digest(token),
            purpose=purpose,
            revision=revision,
            made_at=at,
            made_by=by,
            expires_at=at + lasts,
        )
        told = {"link": link.pk, "purpose": purpose, "until": link.expires_at.isoformat()}
        EditorialEvent.objects.record(
            "share", article=article, by=by, at=at, headline=Draft.headline_of(article), **told
        )
    return link, token


def opened(token: str, *, at: datetime | None = None) -> PreviewLink | None:
    """The link that a token opens, counted; None if there is none, or no longer. Says the same of all that don't open.

    A story in the bin is shown to nobody.
    """
    at = at or clock.now()
    links = PreviewLink.objects.exclude(article__state=Article.State.BINNED).select_related("revision")
    link = links.filter(digest=_digest(token)).first()
    if link is None or not link.is_open(at):
        return None
    PreviewLink.objects.filter(pk=link.pk).update(times_opened=F("times_opened") + 1, last_opened_at=at)
    return link


def revoke(link: PreviewLink, *, by: Any, at: datetime | None = None) -> bool:
    """End a link at once; whether it was open until now. Raises PermissionDenied."""
    require(by, PERMISSION)
    at = at or clock.now()
    with transaction.atomic():
        ended = bool(PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=at))
        if ended:
            told = {"headline": Draft.headline_of(link.article), "link": link.pk, "purpose": link.purpose}
            EditorialEvent.objects.record("revoke", article=link.article, by=by, at=at, **told)
    return ended


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
