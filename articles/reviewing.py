"""The verbs that move a draft towards its publication: assign, submit, send back, approve, schedule. Readers see none of it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles import asking, clock, gate
from articles.models import Article, Draft, EditorialEvent, Revision
from articles.snapshots import Snapshot
from articles.workflow import TRANSITIONS, Problem, Refused, claim, lacks_second_person, require

#: What a draft forgets: approval and hour when it goes back to being written, the alarm when somebody acts on it.
NO_APPROVAL: dict[str, Any] = {"approved_revision": None, "approved_by": None}
NO_HOUR: dict[str, Any] = {"due_at": None, "scheduled_by": None}
NO_FAILURE: dict[str, Any] = {"failure": "", "failed_at": None}


def assign(article: Article, *, to: Any, by: Any, at: datetime | None = None) -> Draft:
    """Say who works on a draft next; `to` is a member of staff or None. Raises PermissionDenied."""
    require(by, "articles.change_article")
    at = at or clock.now()
    with transaction.atomic():
        draft = Draft.locked(article)
        if draft.assignee_id != (to.pk if to else None):
            draft.assignee = to
            draft.save(update_fields=["assignee"])
            name = to.get_username() if to else ""
            EditorialEvent.objects.record("assign", article=article, by=by, at=at, headline=draft.headline, to=name)
    return draft


def submit(article: Article, *, by: Any, at: datetime | None = None) -> Article:
    """Ask for a review of the newest revision. Raises Refused, PermissionDenied."""
    return _move("submit", article, by=by, at=at)


def send_back(article: Article, *, by: Any, reason: str = "", at: datetime | None = None) -> Article:
    """Hand a draft back to its writer, with the reason. Raises Refused, PermissionDenied."""
    return _move("send_back", article, by=by, at=at, changes=NO_APPROVAL, reason=reason)


def unschedule(article: Article, *, by: Any, at: datetime | None = None) -> Article:
    """Take a draft off the schedule. Raises Refused, PermissionDenied."""
    return _move("unschedule", article, by=by, at=at, changes=NO_APPROVAL)


def approve(article: Article, *, by: Any, at: datetime | None = None) -> Article:
    """Say that the newest revision may be published as it is; newer words need approval anew.

    Raises Refused (a sensitive story has to be approved by somebody else than its writer), PermissionDenied.
    """
    at = at or clock.now()
    with transaction.atomic():
        article = claim("approve", article, by=by)
        head = article.draft.head
        if lacks_second_person("approve", article, head, by=by):
            raise Refused([second_person_missing()])
        return _written("approve", article, by=by, at=at, changes={"approved_revision": head, "approved_by": by})


def schedule(
    article: Article, *, due_at: datetime, by: Any, revision: Revision | None = None, at: datetime | None = None
) -> Article:
    """Have one revision (the head of the draft, unless another is named) published at `due_at`; later edits don't ride along.

    The gate is passed now, as if it were then, and once more at the hour. Scheduling anew moves the hour and takes the newest
    words. Raises Refused with the reasons, PermissionDenied.
    """
    at = at or clock.now()
    with transaction.atomic():
        article = claim("schedule", article, by=by)
        revision = of_story(article, revision)
        snapshot = Snapshot.from_json(revision.snapshot, revision.schema)
        problems = [
            Problem(found.field, found.text) for found in gate.inspect(article, snapshot, at=due_at) if found.blocks
        ]
        if due_at <= at:
            problems.append(Problem("due_at", _("That moment has passed. Publish now, or choose a later one.")))
        if article.state == Article.State.LIVE and article.published_revision_id == revision.pk:
            problems.append(Problem("", _("Readers see this version already.")))
        if lacks_second_person("schedule", article, revision, by=by):
            problems.append(second_person_missing())
        if problems:
            raise Refused(problems)
        approver = article.draft.approved_by if article.draft.approved_revision_id == revision.pk else None
        changes = {"due_at": due_at, "scheduled_by": by, "approved_revision": revision, "approved_by": approver or by}
        return _written(
            "schedule", article, by=by, at=at, changes=changes, revision=revision.number, due=due_at.isoformat()
        )


def of_story(article: Article, revision: Revision | None) -> Revision:
    """The named revision, or the head of the draft. Raises ValueError for one of another story."""
    if revision and revision.article_id != article.pk:
        raise ValueError(f"Revision {revision} belongs to another story.")
    if revision is None:
        [revision] = _revision(pk=article.draft.head_id)
    return revision


@asking.once(pk=int)
def _revision(pk: int) -> QuerySet:
    return Revision.objects.filter(pk=pk)


def second_person_missing() -> Problem:
    """Why a sensitive story is refused to the one who wrote it."""
    return Problem(
        "sensitive", _("A sensitive story needs a second person: somebody else than its writer has to do this.")
    )


def _move(
    verb: str, article: Article, *, by: Any, at: datetime | None, changes: dict[str, Any] | None = None, **told: Any
) -> Article:
    at = at or clock.now()
    with transaction.atomic():
        return _written(verb, claim(verb, article, by=by), by=by, at=at, changes=changes or {}, **told)


def _written(verb: str, article: Article, *, by: Any, at: datetime, changes: dict[str, Any], **told: Any) -> Article:
    """The draft in its new stage, and the line of the log. Only a scheduled draft has an hour, missed or to come."""
    draft = article.draft
    written = {"stage": TRANSITIONS[verb].to_stage, **NO_FAILURE, **NO_HOUR, **changes}
    for name, value in written.items():
        setattr(draft, name, value)
    draft.save(update_fields=written)
    details = {"revision": draft.head.number} | told
    EditorialEvent.objects.record(verb, article=article, by=by, at=at, headline=draft.headline, **details)
    return article
