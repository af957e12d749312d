"""How long it takes the house to put right what readers report: the median, from the database.

Of all corrections that a reader reported, on live stories of both languages: of the whole time, because a page is stored
until something public changes, and a window that moves with the clock would go wrong in silence.
"""

from datetime import timedelta
from typing import NamedTuple

from babel.units import format_unit
from django.db.models import Count, DurationField, F
from django.db.models.aggregates import Aggregate

from articles.models import Article, Correction

#: With fewer, a median says more about chance than about the house, and is left out.
ENOUGH = 5  # corrections

_LOCALES = {"en": "en", "es": "es_419"}

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

#: In what a time is told, and how long one of them is, for times below the last.
_UNITS = (
    ("duration-minute", _MINUTE, 2 * _HOUR),
    ("duration-hour", _HOUR, 2 * _DAY),
    ("duration-day", _DAY, timedelta.max),
)


class TimeToFix(NamedTuple):
    """The median in words of one language, and how many corrections it is the median of."""

    words: str
    reports: int


class _Median(Aggregate):
    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


def time_to_fix(language: str) -> TimeToFix | None:
    """How long it took, on the whole; None while there are too few corrections to say anything. One query."""
    reported = Correction.objects.filter(
        reported_at__isnull=False, reported_at__lte=F("made_at"), article__in=Article.objects.published()
    ).order_by()
    found = reported.aggregate(median=_Median(F("made_at") - F("reported_at")), reports=Count("pk"))
    median, reports = found["median"], found["reports"]
    if reports < ENOUGH:
        return None
    unit, length = next((unit, length) for unit, length, until in _UNITS if median < until)
    number = max(1, -(-median // length))  # rounded up: “within” has to be true
    return TimeToFix(format_unit(number, unit, locale=_LOCALES[language]), reports)
