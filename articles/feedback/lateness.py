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
    hours = settings.FEEDBACK_ERROR_HOURS
    if not hours:
        return Message.objects.none()
    waiting = open_now(at).filter(kind=Message.Kind.ERROR, responded_at=None)
    return waiting.filter(sent_at__lte=at - timedelta(hours=hours)).order_by("sent_at", "pk")


def open_now(at: datetime) -> QuerySet[Message]:
    """What is in the queue at that moment: open, on top of its copies, and not put off."""
    awake = Q(snoozed_until=None) | Q(snoozed_until__lte=at)
    return Message.objects.filter(awake, folded_into=None, status__in=Message.OPEN)
