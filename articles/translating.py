"""The verbs of translation: start a story's counterpart, and bring it up to date when its source has moved on."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from articles import clock, pathwords, revising
from articles.models import Article, Draft, EditorialEvent, Revision
from articles.querysets import DraftQuerySet
from articles.snapshots import Snapshot
from articles.workflow import Problem, Refused, require


def start(article: Article, *, by: Any, at: datetime | None = None) -> Article:
    """Begin the story in the other language: its text to be translated in place, its structure and relations as they are.

    The pair is linked by its key. Raises Refused if there is a counterpart, PermissionDenied.
    """
    require(by, "articles.add_article")
    at = at or clock.now()
    language = next(code for code in pathwords.LANGUAGES if code != article.language)
    with transaction.atomic():
        draft = Draft.locked(article)
        snapshot = Snapshot.from_json(draft.head.snapshot, draft.head.schema)
        if counterpart(article, snapshot):
            raise Refused([Problem("translation_of", _("This story has a version in the other language already."))])
        # Slug, related stories and corrections belong to one language; names and figures don't.
        copied = snapshot.changed(slug="", picks=(), corrections=())
        twin = revising.start(copied, language=language, by=by, at=at)
        Draft.objects.filter(article=twin).update(based_on=draft.head)
        EditorialEvent.objects.record(
            "translate", article=article, by=by, at=at, headline=draft.headline, into=language, story=twin.pk
        )
    return twin


def counterpart(article: Article, snapshot: Snapshot) -> Article | None:
    """The story in the other language that is linked to this version of a story, live or not."""
    others = Article.objects.exclude(language=article.language).exclude(pk=article.pk)
    return others.filter(translation_key=snapshot.translation_key).select_related("draft").first()


def follow(article: Article, *, by: Any, at: datetime | None = None) -> Revision:
    """Say that a translation is up to date with what its source shows now (or with its draft, if it was never public).

    Returns the revision that it is based on from now on. Raises Refused if it is not a translation, PermissionDenied.
    """
    require(by, "articles.change_article")
    at = at or clock.now()
    with transaction.atomic():
        draft = Draft.locked(article)
        if draft.based_on is None:
            raise Refused([Problem("", _("This story was not made from another one."))])
        source = draft.based_on.article
        newest: Revision = source.published_revision or source.draft.head
        if newest.number < draft.based_on.number:
            newest = draft.based_on  # made from a draft that readers don't see yet
        if newest != draft.based_on:
            draft.based_on = newest
            draft.save(update_fields=["based_on"])
            EditorialEvent.objects.record(
                "follow",
                article=article,
                by=by,
                at=at,
                headline=draft.headline,
                source=source.pk,
                revision=newest.number,
            )
    return newest


def stale() -> DraftQuerySet:
    """The drafts of translations whose source has been published in words newer than those they were made from."""
    behind = Draft.objects.filter(
        based_on__isnull=False, based_on__article__published_revision__number__gt=F("based_on__number")
    )
    return behind.exclude(article__state=Article.State.BINNED).order_by("-saved_at", "-pk")


def is_stale(draft: Draft) -> bool:
    """Whether a translation lags behind its source. One query for a translation, none for any other story."""
    return draft.based_on_id is not None and stale().filter(pk=draft.pk).exists()
