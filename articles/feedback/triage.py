"""The staff verbs: what is done with a message, each with a line in its history.

A message stands in the queue for its near-copies too (`Message.folded_into`): what is done with it is done with them.
Each verb raises PermissionDenied without the permission.
"""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.feedback.models import Message, StaffNote, TriageEvent

Status = Message.Status
Outcome = Message.Outcome
Verb = TriageEvent.Verb

PERMISSION = "feedback.change_message"

#: Where a message can go from each status: anywhere but where it is. What is resolved can be given another outcome.
ALLOWED = {status: frozenset(Status) - {status} for status in Status} | {Status.RESOLVED: frozenset(Status)}


class Refusal(Exception):
    """Nothing was changed; the text says why, for the person."""


class AlreadyMarked(Refusal):
    """The message is not in the status that the person saw: `now` is what it is in by now."""

    def __init__(self, now: str) -> None:
        self.now = now
        label = Status(now).label
        super().__init__(
            _("Nothing was changed: somebody else marked this message as “%(status)s”.") % {"status": label}
        )


class NotAllowed(Refusal):
    """A message can't go from its status to the one asked for."""

    def __init__(self, before: str, to: str) -> None:
        names = {"before": Status(before).label, "to": to}
        super().__init__(_("A message that is “%(before)s” can't be marked as “%(to)s”.") % names)


def mark(
    message: Message,
    *,
    to: str,
    by: Any,
    outcome: str = "",
    seen: str | None = None,
    at: datetime | None = None,
) -> TriageEvent:
    """Move a message and its copies to the status `to`; returns the step of the message itself.

    A resolution has an `outcome`, one of `Message.Outcome`; without one it needed no action. `seen` is the status that the
    person had before their eyes when they decided (the message's own, unless given). `by` is None when the house itself acts.
    Raises NotAllowed for a move that is not in the table, AlreadyMarked when somebody else was faster.
    """
    require(by)
    at = at or timezone.now()
    before = seen or message.status
    if to not in ALLOWED[Status(before)]:
        raise NotAllowed(before, to)
    outcome = _outcome(to, outcome)
    if to == before and outcome == message.outcome:
        raise NotAllowed(before, to)
    with transaction.atomic():
        rows = held(message)
        mine = next(one for one in rows if one.pk == message.pk)
        if mine.status != before:
            raise AlreadyMarked(mine.status)
        steps = [_move(one, to, outcome, by, at) for one in rows if (one.status, one.outcome) != (to, outcome)]
    message.refresh_from_db()
    return next(step for step in steps if step.message_id == message.pk)


def assign(message: Message, *, to: Any | None, by: Any, at: datetime | None = None) -> None:
    """Give a message and its copies to a member of staff, or to nobody. Raises Refusal if that person may not triage."""
    require(by)
    at = at or timezone.now()
    if to is not None and not (to.is_active and to.has_perm(PERMISSION)):
        raise Refusal(_("%(person)s does not answer readers. Choose somebody who does.") % {"person": to})
    with transaction.atomic():
        for one in held(message):
            if one.assignee_id != (to and to.pk):
                one.assignee = to
                one.save(update_fields=["assignee"])
                TriageEvent.write(one, Verb.ASSIGN, by=by, at=at, assignee=to and to.pk, name=str(to) if to else "")
    message.refresh_from_db()


def given(message: Message, *, at: datetime) -> None:
    """Write down that the house itself gave a message that came in to its owner."""
    TriageEvent.write(message, Verb.ASSIGN, by=None, at=at, assignee=message.assignee_id, name=str(message.assignee))


def snooze(message: Message, *, until: datetime | None, by: Any, at: datetime | None = None) -> None:
    """Keep an open message and its copies out of the queue until that moment; None brings them back.

    Raises Refusal for a moment that has passed and for a message that is closed.
    """
    require(by)
    at = at or timezone.now()
    if until is not None and until <= at:
        raise Refusal(_("Choose a moment that has not passed."))
    with transaction.atomic():
        rows = held(message)
        if until is not None and not all(one.status in Message.OPEN for one in rows if one.pk == message.pk):
            raise Refusal(_("This message is closed: there is nothing to put off."))
        for one in rows:
            if one.snoozed_until != until and one.status in Message.OPEN:
                one.snoozed_until = until
                one.save(update_fields=["snoozed_until"])
                TriageEvent.write(one, Verb.SNOOZE, by=by, at=at, until=until and until.isoformat())
    message.refresh_from_db()


def note(message: Message, *, text: str, by: Any, at: datetime | None = None) -> StaffNote:
    """Write something down that only staff read. Raises Refusal for an empty or too long text."""
    require(by)
    at = at or timezone.now()
    text = text.strip()
    if not 0 < len(text) <= StaffNote.LENGTH:
        raise Refusal(_("Write a note of 1 to %(length)d characters.") % {"length": StaffNote.LENGTH})
    with transaction.atomic():
        written = StaffNote.objects.create(message=message, by=by, at=at, text=text)
        TriageEvent.write(message, Verb.NOTE, by=by, at=at, note=written.pk)
    return written


#: One statement, because it is part of every first look: read by somebody, and by whom if not written down before.
_OPENED = """
WITH read AS (UPDATE feedback_message SET opened_at = %(at)s WHERE id = %(message)s AND opened_at IS NULL)
INSERT INTO feedback_triageevent (message_id, at, by_id, verb, from_status, to_status, details)
SELECT %(message)s, %(at)s, %(by)s, 'open', '', '', '{}'
WHERE NOT EXISTS (SELECT FROM feedback_triageevent WHERE message_id = %(message)s AND verb = 'open' AND by_id = %(by)s)
"""


def opened(message: Message, *, by: Any, at: datetime | None = None) -> bool:
    """Somebody saw a message whole, with the details that lists cover. True the first time for this person."""
    with connection.cursor() as cursor:
        cursor.execute(_OPENED, {"message": message.pk, "at": at or timezone.now(), "by": by.pk})
        return bool(cursor.rowcount)


def group(message: Message) -> QuerySet[Message]:
    """A message with all that stand under it, or over it, in the queue."""
    head = message.folded_into_id or message.pk
    return Message.objects.filter(Q(pk=head) | Q(folded_into=head))


def require(by: Any) -> None:
    """Raises PermissionDenied for a person who may not triage; the house itself (None) may."""
    if by is not None and not by.has_perm(PERMISSION):
        raise PermissionDenied(f"{by} lacks {PERMISSION}.")


def held(message: Message) -> list[Message]:
    """The group, its rows locked in one order, so that nobody else moves them meanwhile.

    What stands for the group is locked first: a copy that comes in now waits for that, or is in the group already.
    """
    Message.objects.select_for_update(no_key=True).get(pk=message.folded_into_id or message.pk)
    return list(group(message).order_by("pk").select_for_update(no_key=True))


def _outcome(to: str, outcome: str) -> str:
    if to != Status.RESOLVED:
        return ""
    return outcome if outcome in Outcome.values else Outcome.NO_ACTION


def _move(message: Message, to: str, outcome: str, by: Any, at: datetime) -> TriageEvent:
    before, message.status, message.outcome = message.status, to, outcome
    message.closed_at = None if to in Message.OPEN else at
    message.snoozed_until = None
    message.responded_at = message.responded_at or at
    message.save(update_fields=["status", "outcome", "closed_at", "snoozed_until", "responded_at"])
    details = {"outcome": outcome} if outcome else {}
    return TriageEvent.write(message, Verb.MARK, by=by, at=at, from_status=before, to_status=to, **details)
