"""Reports of errors that nobody has acted upon for too long."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.feedback.models import Message


def late(*, at: datetime | None = None) -> QuerySet[Message]:
    """The open reports that have waited longer than FEEDBACK_ERROR_HOURS for anybody to do something, oldest first.

    One that somebody put off rests until then; one of several that say the same stands for all. With the setting at 0
    nothing is ever late.
    """
    at = at or timezone.now()
    return Message.objects.filter(waits_too_long(at), folded_into=None).order_by("sent_at", "pk")


def waits_too_long(at: datetime) -> Q:
    """The same of any message, for those who ask with a condition."""
    hours = settings.FEEDBACK_ERROR_HOURS
    if not hours:
        return Q(pk__in=[])
    waits = Q(kind=Message.Kind.ERROR, status__in=Message.OPEN, responded_at=None)
    return waits & awake(at) & Q(sent_at__lte=at - timedelta(hours=hours))


def is_late(message: Message, at: datetime) -> bool:
    """The same of a message that was read already."""
    hours = settings.FEEDBACK_ERROR_HOURS
    waits = message.kind == Message.Kind.ERROR and message.status in Message.OPEN and message.responded_at is None
    asleep = message.snoozed_until is not None and message.snoozed_until > at
    return bool(hours) and waits and not asleep and message.sent_at <= at - timedelta(hours=hours)


def open_now(at: datetime) -> QuerySet[Message]:
    """What is in the queue at that moment: open, on top of its copies, and not put off."""
    return Message.objects.filter(awake(at), folded_into=None, status__in=Message.OPEN)


def awake(at: datetime) -> Q:
    """Not put off, or only until before that moment."""
    return Q(snoozed_until=None) | Q(snoozed_until__lte=at)
