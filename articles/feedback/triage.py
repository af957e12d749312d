"""The staff verb: mark a message, with a line in its history."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.feedback.models import Message, TriageEvent

Status = Message.Status

PERMISSION = "feedback.change_message"

#: Where a message can go from each status: anywhere but where it is.
ALLOWED = {status: frozenset(Status) - {status} for status in Status}


class AlreadyMarked(Exception):
    """The message is not in the status that the person saw: `now` is what it is in by now."""

    def __init__(self, now: str) -> None:
        self.now = now
        label = Status(now).label
        super().__init__(
            _("Nothing was changed: somebody else marked this message as “%(status)s”.") % {"status": label}
        )


class NotAllowed(Exception):
    """A message can't go from its status to the one asked for."""

    def __init__(self, before: str, to: str) -> None:
        names = {"before": Status(before).label, "to": to}
        super().__init__(_("A message that is “%(before)s” can't be marked as “%(to)s”.") % names)


def mark(message: Message, *, to: str, by: Any, seen: str | None = None, at: datetime | None = None) -> TriageEvent:
    """Move a message to the status `to` and write the step down; returns the step.

    `seen` is the status that the person had before their eyes when they decided (the message's own, unless given).
    Raises PermissionDenied without the permission, NotAllowed for a move that is not in the table, AlreadyMarked when
    somebody else was faster: then nothing is changed.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied(f"{by} lacks {PERMISSION}.")
    before = seen or message.status
    if to not in ALLOWED[Status(before)]:
        raise NotAllowed(before, to)
    with transaction.atomic():
        if not Message.objects.filter(pk=message.pk, status=before).update(status=to):
            raise AlreadyMarked(Message.objects.values_list("status", flat=True).get(pk=message.pk))
        step = TriageEvent.objects.create(
            message=message, at=at or timezone.now(), by=by, from_status=before, to_status=to
        )
    message.status = to
    return step
