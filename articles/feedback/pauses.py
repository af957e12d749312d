"""How long a message is put off: until a morning of the newsroom, or until a moment that somebody names."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: The hour, by the newsroom's clock, at which what was put off for days comes back.
MORNING = time(9)

#: Names of the choices, what they are called, and for how many days.
PAUSES = {"tomorrow": (_("Until tomorrow"), 1), "days": (_("For 3 days"), 3), "week": (_("For a week"), 7)}


def end_of(pause: str, *, at: datetime) -> datetime:
    """When a pause that begins now is over: in the morning of its last day. Raises KeyError for an unknown one."""
    day = timezone.localtime(at).date() + timedelta(days=PAUSES[pause][1])
    return timezone.make_aware(datetime.combine(day, MORNING))
