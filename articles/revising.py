"""The verbs of the draft: start a story, save a revision, go back to an earlier one. Readers see none of it."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Max, QuerySet

from articles import clock, markup
from articles.models import Article, Correction, Draft, EditorialEvent, PreviewLink, Revision, Section
from articles.snapshots import SCHEMA, ProposedCorrection, Snapshot
from articles.workflow import gone, require

#: What wrote a revision when nobody pressed a button, and how many of these a story keeps.
AUTOSAVE = "autosave"
AUTOSAVES = 20
#: How long a form in which a story was begun is known as such.
FORM_IS_KNOWN = timedelta(days=2)

_NOT_APPROVED: dict[str, Any] = {
    "stage": Draft.Stage.IN_REVIEW,
    "approved_revision": None,
    "approved_by": None,
}


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


def start(snapshot: Snapshot, *, language: str, by: Any, at: datetime | None = None, form: str = "") -> Article:
    """Begin a story in one language with its first revision.

    `form` names the form it was written in, by a UUID of its own. What the same person sends from it again goes to the
    story that was begun, as a save of what that form was opened on; so it may raise StaleDraft.
    """
    require(by, "articles.add_article")
    at = at or clock.now()
    # Notes that came along with a copy are notes of another story: theirs are other keys.
    snapshot = snapshot.changed(corrections=tuple(told._replace(key="") for told in snapshot.corrections))
    snapshot = _cleaned(snapshot)
    with transaction.atomic():
        if form:
            with connection.cursor() as cursor:  # of two that are sent at once, the second waits and finds the first
                cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [form])
        first = begun(form, by=by, at=at)
        article = first or _started(snapshot, language, by=by, at=at, form=form)
    if first:
        save(first, snapshot.changed(translation_key=head_snapshot(first).translation_key), by=by, version=1, at=at)
    return article


def begun(form: str, *, by: Any, at: datetime | None = None) -> Article | None:
    """The story that this person has begun in a form, if that is not long ago."""
    recent = Draft.objects.filter(saved_at__gt=(at or clock.now()) - FORM_IS_KNOWN).values("article")
    events = EditorialEvent.objects.filter(verb="start", actor_id=by.pk, details__form=form, article_id__in=recent)
    event = events.order_by("pk").first() if form else None
    return Article.objects.filter(pk=event.article_id or 0).first() if event else None


def _started(snapshot: Snapshot, language: str, *, by: Any, at: datetime, form: str) -> Article:
    key = snapshot.translation_key
    if Article.objects.filter(translation_key=key, language=language).exists():
        key = str(uuid.uuid4())  # the text is kept all the same; publishing it as that translation will be refused
    article = Article.objects.create(language=language, translation_key=key)
    revision = _write(article, snapshot, by=by, at=at, origin="start")
    Draft.objects.create(article=article, head=revision, saved_at=at, saved_by=by, **_listed(revision))
    details = {"form": form} if form else {}
    EditorialEvent.objects.record(
        "start", article=article, by=by, at=at, revision=1, headline=snapshot.headline, **details
    )
    return article


def save(
    article: Article,
    snapshot: Snapshot,
    *,
    by: Any,
    version: int,
    at: datetime | None = None,
    origin: str = "save",
    **told: Any,
) -> Revision:
    """Store a new revision and make it the head of the draft, if the draft is still at `version`.

    Raises StaleDraft when it is not: the text is stored as a revision all the same, but stays beside the draft. A save
    that changes nothing writes nothing and returns the head, and so does one that is sent twice. An approval does not
    cover new words: the draft is in review again. What is scheduled stays as it was approved. `told` is for the log.
    Raises Refused for a story that is no more, PermissionDenied.
    """
    require(by, "articles.change_article")
    at = at or clock.now()
    snapshot = _cleaned(snapshot)
    snapshot = snapshot.changed(picks=tuple(picked for picked in snapshot.picks if picked != article.pk))
    with transaction.atomic():
        # One conditional update decides who was first. Who was not waits for the row too: revisions are numbered in turn.
        claimed = Draft.objects.filter(article=article, version=version).update(version=F("version") + 1)
        try:
            draft = Draft.locked(article)
        except Draft.DoesNotExist:
            raise gone() from None
        stored, before = _stored(snapshot), _stored(Snapshot.from_json(draft.head.snapshot, draft.head.schema))
        if stored == before and (claimed or draft.head.created_by_id == by.pk):
            return _unchanged(draft, version if claimed else draft.version, by=by, at=at, origin=origin, **told)
        if origin == AUTOSAVE and stored["sensitive"] != before.get("sensitive"):
            origin = "save"  # whoever moves that mark means it, and it must not be pruned away
        revision = _kept_already(draft, stored, by) if not claimed else None
        if revision is None:
            revision = _write(article, snapshot, by=by, at=at, origin=origin if claimed else "conflict")
            EditorialEvent.objects.record(
                revision.origin,
                article=article,
                by=by,
                at=at,
                revision=revision.number,
                headline=snapshot.headline,
                changed=changed_parts(before, stored),
                **told,
            )
        if claimed:
            changes = _NOT_APPROVED if draft.stage == Draft.Stage.APPROVED else {}
            Draft.objects.filter(article=article).update(
                head=revision, saved_at=at, saved_by=by, **_listed(revision), **changes
            )
            _prune_autosaves(article)
    article._state.fields_cache.pop("draft", None)  # so that the caller's story shows the new head
    if not claimed:
        raise StaleDraft(draft, revision)
    return revision


def autosave(article: Article, snapshot: Snapshot, *, by: Any, version: int, at: datetime | None = None) -> Revision:
    """Store what is being written, without anybody having pressed a button. Raises StaleDraft like `save`.

    Only the newest AUTOSAVES of a story are kept; a milestone (any other revision) is never pruned.
    """
    return save(article, snapshot, by=by, version=version, at=at, origin=AUTOSAVE)


def milestones(article: Article) -> QuerySet[Revision]:
    """The revisions of a story that somebody meant to write, newest first."""
    return article.revisions.exclude(origin=AUTOSAVE).order_by("-number")


def changed_parts(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The names of the parts that two stored snapshots say differently."""
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def _unchanged(draft: Draft, version: int, *, by: Any, at: datetime, origin: str, **told: Any) -> Revision:
    """Nothing new was said: the draft stays at its version. A milestone that repeats an autosave is one of its own,
    so that the text outlives the autosaves."""
    lasting = draft.head_id in (draft.approved_revision_id, draft.article.published_revision_id)
    if origin == AUTOSAVE or draft.head.origin != AUTOSAVE or lasting:
        Draft.objects.filter(pk=draft.pk).update(version=version)
        return draft.head
    snapshot = Snapshot.from_json(draft.head.snapshot, draft.head.schema)
    revision = _write(draft.article, snapshot, by=by, at=at, origin=origin)
    Draft.objects.filter(pk=draft.pk).update(head=revision, saved_at=at, saved_by=by, version=draft.version)
    EditorialEvent.objects.record(
        origin,
        article=draft.article,
        by=by,
        at=at,
        revision=revision.number,
        headline=draft.headline,
        changed=[],
        **told,
    )
    _prune_autosaves(draft.article)
    return revision


def _kept_already(draft: Draft, stored: dict[str, Any], by: Any) -> Revision | None:
    """The revision that holds this losing text from a first try of the same save."""
    newest = Revision.objects.filter(article=draft.article_id, created_by=by, origin="conflict").order_by("-number")
    kept = newest.first()
    return kept if kept and kept.snapshot == stored else None


def _prune_autosaves(article: Article) -> None:
    """Delete the autosaves beyond the newest AUTOSAVES, but none that something refers to or that readers ever saw."""
    autosaves = article.revisions.filter(origin=AUTOSAVE).order_by("-number").values_list("pk", flat=True)
    old = list(autosaves[AUTOSAVES:])
    if old:
        free = Revision.objects.filter(pk__in=old)
        free = free.exclude(pk__in=Draft.objects.filter(article=article).values("head"))
        free = free.exclude(number__in=_remarkable(article))
        free = free.exclude(pk__in=Draft.objects.filter(approved_revision__in=old).values("approved_revision"))
        free = free.exclude(pk__in=Draft.objects.filter(based_on__in=old).values("based_on"))
        free = free.exclude(pk__in=Article.objects.filter(published_revision__in=old).values("published_revision"))
        free.exclude(pk__in=PreviewLink.objects.filter(revision__in=old).values("revision")).delete()


def _remarkable(article: Article) -> list[int]:
    """The numbers of the revisions that the log says were approved, scheduled or published."""
    told = EditorialEvent.objects.filter(article_id=article.pk, verb__in=("approve", "schedule", "publish"))
    return [number for number in told.values_list("details__revision", flat=True) if number is not None]


def revert(article: Article, *, to: Revision, by: Any, version: int, at: datetime | None = None) -> Revision:
    """Make an earlier revision the newest one, as a new revision: history never shrinks. Raises StaleDraft."""
    if to.article_id != article.pk:
        raise ValueError(f"Revision {to} belongs to another story.")
    snapshot = Snapshot.from_json(to.snapshot, to.schema)
    return save(article, snapshot, by=by, version=version, at=at, origin="revert", to=to.number)


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
        slug=markup.single_line(snapshot.slug)[:120],
        dek=markup.single_line(snapshot.dek)[:400],
        body=markup.clean(snapshot.body),
        tags=tuple(sorted({markup.single_line(tag)[:100] for tag in snapshot.tags} - {""})),
        bylines=tuple({author: (author, role) for author, role in snapshot.bylines}.values()),
        picks=tuple(dict.fromkeys(snapshot.picks)),
        countries=tuple(sorted(set(snapshot.countries))),
        topics=tuple(sorted(set(snapshot.topics))),
        corrections=tuple(_cleaned_corrections(snapshot.corrections)),
        embargo_until=_cleaned_moment(snapshot.embargo_until),
    )


def _cleaned_corrections(proposed: Iterable[ProposedCorrection]) -> Iterator[ProposedCorrection]:
    """Each proposed correction once, on one line, with a key and a kind that exist; one that says nothing is none."""
    keys = set()
    for told in proposed:
        text = markup.single_line(told.text)[: Correction.LENGTH]
        key = str(uuid.UUID(told.key)) if told.key else str(uuid.uuid4())
        if text and key not in keys:
            keys.add(key)
            yield ProposedCorrection(
                key, told.kind if told.kind in Correction.Kind.values else Correction.Kind.CORRECTION, text
            )


def _cleaned_moment(moment: str) -> str:
    """A moment in UTC, as every snapshot writes it. Raises ValueError for one without a zone."""
    if not moment:
        return ""
    read = datetime.fromisoformat(moment)
    if read.tzinfo is None:
        raise ValueError(f"The moment {moment} has no time zone.")
    return read.astimezone(UTC).isoformat(timespec="seconds")


def _stored(snapshot: Snapshot) -> dict[str, Any]:
    """As JSON gives it back: lists where Python has tuples."""
    return {
        name: [list(item) if isinstance(item, tuple) else item for item in value] if isinstance(value, tuple) else value
        for name, value in snapshot.as_json().items()
    }


def _listed(revision: Revision) -> dict[str, Any]:
    snapshot = revision.snapshot
    section = Section.objects.filter(pk=snapshot["section"]).first()  # an old revision may name one that is gone
    named = {name: snapshot[name] for name in ("headline", "slug", "kind")}
    return {**named, "section": section}
