"""The verbs that change what readers see. Nothing else sets a story's state.

Each verb is one transaction: claim the story by the table of `articles.workflow`, pass the gate, write the rows (the database
starts the new edition), refresh what is derived, write the log. The database's clock says when.
"""

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles import addressing, asking, clock, gate, jobs, markup, related, search, snapshots
from articles.models import Article, Correction, Draft, EditorialEvent, Revision, Section, hold_the_map
from articles.reviewing import NO_APPROVAL, NO_FAILURE, NO_HOUR, of_story, second_person_missing
from articles.snapshots import Snapshot
from articles.workflow import TRANSITIONS, Problem, Refused, claim, claimed, lacks_second_person, require

__all__ = [
    "Outcome",
    "Problem",
    "Refused",
    "problems_of",
    "publish",
    "publish_due",
    "reinstate",
    "unpublish",
    "withdraw",
]

log = logging.getLogger(__name__)

State, Stage = Article.State, Draft.Stage

#: How long a scheduled story that could not be published is left alone before the next try.
RETRY_AFTER = timedelta(seconds=10)

#: The longest note to the readers of a withdrawn story.
NOTE_LENGTH = 600  # characters


def problems_of(article: Article, snapshot: Snapshot, *, at: datetime | None = None) -> list[Problem]:
    """What stands between a version of a story and its publication at `at` (now, if it is not said)."""
    found = gate.inspect(article, snapshot, at=at or clock.now())
    return [Problem(finding.field, finding.text) for finding in found if finding.blocks]


def publish(article: Article, *, by: Any, revision: Revision | None = None, at: datetime | None = None) -> Article:
    """Make one revision (the head of the draft, unless another is named) what readers see.

    Raises Refused with the reasons, PermissionDenied without the permission. Publishing what is live already is refused.
    """
    require(by, TRANSITIONS["publish"].permission)
    prepared = related.prepare(article.pk, revision.pk if revision else None, at=at)
    with transaction.atomic():
        hold_the_map()
        article = claim("publish", article, by=by)
        revision = of_story(article, revision)
        lacking = lacks_second_person("publish", article, revision, by=by)
        moment = at or clock.now()
        return _publish(article, revision, by=by, at=moment, lacking_second_person=lacking, prepared=prepared)


@dataclass(frozen=True)
class Outcome:
    """What became of one scheduled story when its hour came; `failure` is empty if it appeared."""

    article: Article
    failure: str = ""


def publish_due(*, at: datetime | None = None) -> list[Outcome]:
    """Publish every scheduled story whose hour has come, by the database's clock, each in a transaction of its own.

    What was approved is published, not what was written since. Several processes may do this at once: each story is
    claimed by one. A story that can't be published raises an alarm (`Draft.failure`) and holds back no other. While nothing is
    due, this is one query on an index of what is scheduled.
    """
    moment: Any = at or Now()
    rested = Q(failed_at__isnull=True) | Q(failed_at__lte=moment - RETRY_AFTER)
    due = Draft.objects.filter(rested, stage=Stage.SCHEDULED, due_at__lte=moment).order_by("due_at", "pk")
    outcomes = [_publish_due(*one, at) for one in due.values_list("pk", "approved_revision")]
    return [outcome for outcome in outcomes if outcome]


def _publish_due(key: int, approved: int | None, at: datetime | None) -> Outcome | None:
    """One scheduled story with its approved revision; None if another process has taken it."""
    article, session = Article(pk=key), None
    try:
        connection.ensure_connection()
        session = connection.connection
        prepared = related.prepare(key, approved, at=at)
        with transaction.atomic():
            hold_the_map()
            article = claimed("publish", article)
            draft, moment = article.draft, at or clock.now()
            if draft.stage != Stage.SCHEDULED or draft.due_at is None or draft.due_at > moment:
                return None
            assert draft.approved_revision is not None
            late = round((moment - draft.due_at).total_seconds(), 1)
            _publish(
                article,
                draft.approved_revision,
                by=draft.scheduled_by,
                at=moment,
                due=draft.due_at,
                late=late,
                prepared=prepared,
            )
            return Outcome(article)
    except Refused as refusal:
        # The story itself is at fault: an editor has to act, so it is not tried again.
        return _failed(article, str(refusal), at or clock.now(), stage=Stage.IN_REVIEW)
    except Exception as fault:
        if connection.connection is not session or (session and session.closed):
            raise  # the database went away in the middle: no fault of the story, and the next look finds it due as before
        log.exception("Scheduled story %s could not be published", key)
        return _failed(article, f"{type(fault).__name__}: {fault}", at or clock.now(), stage=Stage.SCHEDULED)


def _failed(article: Article, failure: str, moment: datetime, *, stage: Draft.Stage) -> Outcome | None:
    """Raise the alarm, unless somebody has changed the schedule meanwhile."""
    with transaction.atomic():
        draft = (
            Draft.objects.select_for_update(no_key=True)
            .filter(pk=article.pk, stage=Stage.SCHEDULED, due_at__lte=moment)
            .first()
        )
        if draft is None:
            return None
        known = draft.failure == failure
        draft.stage, draft.failure, draft.failed_at = stage, failure, moment
        draft.save(update_fields=["stage", "failure", "failed_at"])
        if not known:
            EditorialEvent.objects.record(
                "publish_failed",
                article=article,
                by=draft.scheduled_by,
                at=moment,
                headline=draft.headline,
                due=draft.due_at.isoformat() if draft.due_at else "",
                reason=failure,
            )
    return Outcome(article, failure)


def unpublish(article: Article, *, by: Any, reason: str = "", at: datetime | None = None) -> Article:
    """Take a story out of readers' sight; its address answers 404 until it is published again.

    Raises Refused when it is not live, PermissionDenied without the permission.
    """
    return _restate("unpublish", article, by=by, at=at, reason=reason)


def withdraw(article: Article, *, by: Any, note: str = "", reason: str = "", at: datetime | None = None) -> Article:
    """Take a story back for good: its address answers 410, with `note` for readers. `reason` is for the log alone.

    Raises Refused when it is not live, PermissionDenied without the permission.
    """
    note = markup.single_line(note)
    if len(note) > NOTE_LENGTH:
        raise Refused([Problem("note", _("Say it in %(length)d characters.") % {"length": NOTE_LENGTH})])
    return _restate("withdraw", article, by=by, at=at, reason=reason, withdrawal_note=note)


def reinstate(article: Article, *, by: Any, reason: str = "", at: datetime | None = None) -> Article:
    """Show a withdrawn story again as it was. Raises Refused, PermissionDenied."""
    return _restate("reinstate", article, by=by, at=at, reason=reason, withdrawal_note="")


def _restate(verb: str, article: Article, *, by: Any, at: datetime | None, reason: str, **columns: Any) -> Article:
    """A change of state alone, away from readers or back: the words of the row stay as they are."""
    with transaction.atomic():
        article = claim(verb, article, by=by)
        ended = _end_schedule(article.draft) if TRANSITIONS[verb].ends_schedule else {}
        for name, value in {"state": TRANSITIONS[verb].to_state, **columns}.items():
            setattr(article, name, value)
        article.save(update_fields=["state", *columns])
        search.refresh([article])
        related.refresh([article])
        jobs.enqueue("draw_share_image", article_id=article.pk)  # takes it away, or draws it again
        EditorialEvent.objects.record(
            verb, article=article, by=by, at=at or clock.now(), reason=reason, **columns, **ended
        )
    return article


def _end_schedule(draft: Draft) -> dict[str, Any]:
    """Take a scheduled draft off the schedule; what the log says of it."""
    if draft.stage != Stage.SCHEDULED or draft.due_at is None:
        return {}
    due = draft.due_at.isoformat()
    _settle(draft)
    return {"unscheduled": due}


def _publish(
    article: Article,
    revision: Revision,
    *,
    by: Any,
    at: datetime,
    due: datetime | None = None,
    late: float = 0,
    lacking_second_person: bool = False,
    prepared: related.Prepared | None = None,
) -> Article:
    """Show a revision of a story that is claimed already, if it passes the gate. Raises Refused.

    What was prepared of another revision is not used: somebody has saved the draft meanwhile.
    """
    if article.state == State.LIVE and article.published_revision_id == revision.pk:
        raise Refused([Problem("", _("Readers see this version already."))])
    snapshot = Snapshot.from_json(revision.snapshot, revision.schema)
    problems = problems_of(article, snapshot, at=at)
    if lacking_second_person:
        problems.append(second_person_missing())
    if problems:
        raise Refused(problems)
    first = article.published_at is None
    _show(article, snapshot, revision, at)
    _settle(article.draft)
    corrections = _correct(article, snapshot, at)
    search.refresh([article])
    if prepared and prepared.revision == revision.pk:
        related.keep(article.pk, prepared)
    else:
        related.refresh([article])
    jobs.enqueue("draw_share_image", article_id=article.pk)
    scheduled = {"due": due.isoformat(), "late_seconds": late} if due else {}
    EditorialEvent.objects.record(
        "publish",
        article=article,
        by=by,
        at=at,
        revision=revision.number,
        path=article.path,
        first=first,
        corrections=corrections,
        **scheduled,
    )
    return article


def _show(article: Article, snapshot: Snapshot, revision: Revision, at: datetime) -> None:
    """Write the revision to the live row, with its relations and its address."""
    snapshots.apply(article, snapshot)
    [article.section] = _section(pk=snapshot.section or 0)
    article.state = State.LIVE
    article.published_revision = revision
    article.published_at = article.published_at or at
    article.changed_at = at
    article.path = addressing.path_of(article)
    try:  # without a savepoint: either way out of here ends the transaction of the verb
        addressing.claim(article, language=article.language, path=article.path)
        article.save()
    except addressing.AddressTaken as taken:
        raise Refused([Problem("slug", str(taken))]) from taken
    except IntegrityError as clash:
        raise Refused([Problem("translation_of", _("That story already has a version in this language."))]) from clash


@asking.once(pk=int)
def _section(pk: int) -> QuerySet:
    return Section.objects.select_related("parent").filter(pk=pk)


#: Where a draft keeps the value of each field.
_ATTRIBUTES = {field.name: field.attname for field in Draft._meta.concrete_fields}


def _settle(draft: Draft) -> None:
    """The draft begins anew: whatever was approved or scheduled is done with. Most have nothing of it, and are not written."""
    fresh = {"stage": Stage.WRITING, **NO_APPROVAL, **NO_HOUR, **NO_FAILURE}
    if all(getattr(draft, _ATTRIBUTES[name]) == value for name, value in fresh.items()):
        return
    for name, value in fresh.items():
        setattr(draft, name, value)
    draft.save(update_fields=fresh)


def _correct(article: Article, snapshot: Snapshot, at: datetime) -> int:
    """Write the corrections that the revision proposes and readers don't have yet; how many there were."""
    if not snapshot.corrections:
        return 0
    known = set(article.corrections.values_list("key", flat=True))
    new = [told for told in snapshot.corrections if uuid.UUID(told.key) not in known]
    for told in new:
        Correction.objects.create(article=article, key=uuid.UUID(told.key), kind=told.kind, text=told.text, made_at=at)
    return len(new)
