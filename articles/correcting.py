"""The verb that puts a live story right in public: a dated note on the story and on the page of corrections."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles import clock, markup
from articles.models import Article, Correction, EditorialEvent
from articles.workflow import Problem, Refused, require

PERMISSION = "articles.publish_article"


def correct(article: Article, *, kind: str, text: str, by: Any, at: datetime | None = None) -> Correction:
    """Add a note to a live story; readers see it at once. The words of the story itself change by publishing.

    `kind` is one of `Correction.Kind`. Raises Refused with the reasons, PermissionDenied without the permission.
    """
    require(by, PERMISSION)
    at = at or clock.now()
    text = markup.single_line(text)
    problems = _problems_of(kind, text)
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        live = Article.objects.published().select_for_update().filter(pk=article.pk).first()
        if live is None or live.changed_at is None:
            raise Refused([Problem("article", _("Readers don’t see this story, so there is nothing to correct."))])
        correction = Correction.objects.create(article=live, kind=kind, text=text, made_at=at)
        live.changed_at = max(live.changed_at, at)
        live.save(update_fields=["changed_at"])
        EditorialEvent.objects.record("correct", article=live, by=by, at=at, kind=kind, text=text)
    return correction


def _problems_of(kind: str, text: str) -> list[Problem]:
    found = []
    if kind not in Correction.Kind.values:
        found.append(Problem("kind", _("Say what kind of note this is.")))
    if not text:
        found.append(Problem("text", _("Say what was wrong and what is right.")))
    if len(text) > Correction.LENGTH:
        found.append(Problem("text", _("Say it in %(length)d characters.") % {"length": Correction.LENGTH}))
    return found
