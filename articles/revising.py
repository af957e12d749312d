"""The verbs of the draft: start a story, save a revision, go back to an earlier one. Readers see none of it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max, Model
from django.utils import timezone

from articles import markup
from articles.models import Article, Author, Country, Draft, EditorialEvent, Image, Revision, Section, Topic
from articles.snapshots import SCHEMA, Snapshot


class StaleDraft(Exception):
    """Somebody else saved since this draft was opened. `kept` is the revision that holds the losing text."""

    def __init__(self, draft: Draft, kept: Revision) -> None:
        self.draft = draft
        self.kept = kept
        super().__init__(f"Draft of story {draft.article_id} is at version {draft.version} by now.")


def head_snapshot(article: Article) -> Snapshot:
    """The newest saved state of a story."""
    head = article.draft.head
    return Snapshot.from_json(head.snapshot, head.schema)


def start(snapshot: Snapshot, *, language: str, by: Any, at: datetime | None = None) -> Article:
    """Begin a story in one language with its first revision."""
    _require(by, "articles.add_article")
    at = at or timezone.now()
    snapshot = _cleaned(snapshot)
    with transaction.atomic():
        key = snapshot.translation_key
        if Article.objects.filter(translation_key=key, language=language).exists():
            key = str(uuid.uuid4())  # the text is kept all the same; publishing it as that translation will be refused
        article = Article.objects.create(language=language, translation_key=key)
        revision = _write(article, snapshot, by=by, at=at, origin="start")
        Draft.objects.create(article=article, head=revision, saved_at=at, saved_by=by, **_listed(revision))
        EditorialEvent.objects.record("start", article=article, by=by, at=at, revision=1, headline=snapshot.headline)
    return article


def save(
    article: Article,
    snapshot: Snapshot,
    *,
    by: Any,
    version: int,
    at: datetime | None = None,
    origin: str = "save",
) -> Revision:
    """Store a new revision and make it the head of the draft, if the draft is still at `version`.

    Raises StaleDraft when it is not: the text is stored as a revision all the same, but stays beside the draft. A save
    that changes nothing writes nothing and returns the head.
    """
    _require(by, "articles.change_article")
    at = at or timezone.now()
    snapshot = _cleaned(snapshot)
    snapshot = snapshot.changed(picks=tuple(picked for picked in snapshot.picks if picked != article.pk))
    with transaction.atomic():
        # One conditional update decides who was first. Who was not waits for the row too: revisions are numbered in turn.
        claimed = Draft.objects.filter(article=article, version=version).update(version=F("version") + 1)
        draft = Draft.objects.select_for_update(of=("self",)).select_related("head").get(article=article)
        if claimed and draft.head.snapshot == _stored(snapshot):
            Draft.objects.filter(article=article).update(version=version)
            return draft.head
        revision = _write(article, snapshot, by=by, at=at, origin=origin if claimed else "conflict")
        if claimed:
            Draft.objects.filter(article=article).update(head=revision, saved_at=at, saved_by=by, **_listed(revision))
        EditorialEvent.objects.record(
            origin if claimed else "conflict",
            article=article,
            by=by,
            at=at,
            revision=revision.number,
            headline=snapshot.headline,
        )
    article._state.fields_cache.pop("draft", None)  # so that the caller's story shows the new head
    if not claimed:
        raise StaleDraft(draft, revision)
    return revision


def revert(article: Article, *, to: Revision, by: Any, version: int, at: datetime | None = None) -> Revision:
    """Make an earlier revision the newest one, as a new revision: history never shrinks. Raises StaleDraft."""
    if to.article_id != article.pk:
        raise ValueError(f"Revision {to} belongs to another story.")
    return save(article, Snapshot.from_json(to.snapshot, to.schema), by=by, version=version, at=at, origin="revert")


@dataclass(frozen=True)
class Difference:
    """One part of a story that two revisions say differently, as plain text."""

    field: str
    one: str
    other: str


def differences(one: Revision, other: Revision) -> list[Difference]:
    """What two revisions of a story say differently, part by part, in the order of the form."""
    texts = [_as_text(Snapshot.from_json(revision.snapshot, revision.schema)) for revision in (one, other)]
    return [Difference(name, texts[0][name], texts[1][name]) for name in texts[0] if texts[0][name] != texts[1][name]]


def _as_text(snapshot: Snapshot) -> dict[str, str]:
    def named(model: type[Model], keys: Iterable[int | None]) -> str:
        rows = model._default_manager.in_bulk([key for key in keys if key])
        return ", ".join(str(rows[key]) for key in keys if key in rows)

    return {
        "headline": snapshot.headline,
        "dek": snapshot.dek,
        "body": markup.to_text(snapshot.body),
        "section": named(Section, [snapshot.section]),
        "kind": snapshot.kind,
        "slug": snapshot.slug,
        "lead_image": named(Image, [snapshot.lead_image]),
        "bylines": named(Author, [author for author, _role in snapshot.bylines]),
        "countries": named(Country, snapshot.countries),
        "topics": named(Topic, snapshot.topics),
        "kicker": named(Topic, [snapshot.kicker_topic]) + named(Country, [snapshot.kicker_country]),
        "tags": ", ".join(snapshot.tags),
        "picks": named(Article, snapshot.picks),
        "republishable": str(snapshot.republishable),
        "sensitive": str(snapshot.sensitive),
    }


def _write(article: Article, snapshot: Snapshot, *, by: Any, at: datetime, origin: str) -> Revision:
    newest = Revision.objects.filter(article=article).aggregate(number=Max("number"))["number"] or 0
    return Revision.objects.create(
        article=article,
        number=newest + 1,
        schema=SCHEMA,
        snapshot=_stored(snapshot),
        origin=origin,
        created_at=at,
        created_by=by,
    )


def _cleaned(snapshot: Snapshot) -> Snapshot:
    """The snapshot with its texts held to the schema: this is the only way into the database."""
    return snapshot.changed(
        headline=markup.single_line(snapshot.headline)[:200],
        dek=markup.single_line(snapshot.dek)[:400],
        body=markup.clean(snapshot.body),
        tags=tuple(sorted({markup.single_line(tag)[:100] for tag in snapshot.tags} - {""})),
        bylines=tuple({author: (author, role) for author, role in snapshot.bylines}.values()),
        picks=tuple(dict.fromkeys(snapshot.picks)),
        countries=tuple(sorted(set(snapshot.countries))),
        topics=tuple(sorted(set(snapshot.topics))),
    )


def _stored(snapshot: Snapshot) -> dict[str, Any]:
    """As JSON gives it back: lists where Python has tuples."""
    return {
        name: [list(item) if isinstance(item, tuple) else item for item in value] if isinstance(value, tuple) else value
        for name, value in snapshot.as_json().items()
    }


def _listed(revision: Revision) -> dict[str, Any]:
    snapshot = revision.snapshot
    section = Section.objects.filter(pk=snapshot["section"]).first()  # an old revision may name one that is gone
    return {"headline": snapshot["headline"], "section": section, "kind": snapshot["kind"]}


def _require(by: Any, permission: str) -> None:
    if not by.has_perm(permission):
        raise PermissionDenied(f"{by} lacks {permission}.")
