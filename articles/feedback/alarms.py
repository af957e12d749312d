"""What must not be overlooked: reports of errors that wait for too long, and letters that did not go. One query for both."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast

from articles.feedback import lateness, letters

#: More of one kind are not counted.
MANY = 100

LATE, LETTER = "late", "letter"


class Alarm(NamedTuple):
    """One of them: the number of the message or the letter, the message's text or the letter's subject, since when."""

    number: int
    text: str
    since: datetime


def raised(*, at: datetime | None = None) -> dict[str, list[Alarm]]:
    """The late reports, oldest first, and the letters that did not go, newest first."""
    late = _columns(lateness.late(at=at), LATE, "text", "sent_at")
    stuck = _columns(letters.troubled().order_by("-made_at", "-pk"), LETTER, "subject", "made_at")
    found: dict[str, list[Alarm]] = {LATE: [], LETTER: []}
    for kind, number, text, since in late.union(stuck, all=True):
        found[kind].append(Alarm(number, text, since))
    found[LATE].sort(key=lambda alarm: alarm.since)
    found[LETTER].sort(key=lambda alarm: alarm.since, reverse=True)
    return found


def _columns(rows: QuerySet, kind: str, text: str, since: str) -> QuerySet:
    named = rows.annotate(alarm_kind=Value(kind, CharField()), alarm_text=Cast(text, TextField()), alarm_since=F(since))
    return named.values_list("alarm_kind", "pk", "alarm_text", "alarm_since")[:MANY]
