"""The plots of the measures: the same numbers as their tables, for eyes that compare shapes."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import charts
from articles.feedback.estimating import Time
from articles.feedback.measured import in_words, share_in_words
from articles.feedback.metrics import Scope, Sent, Waited
from articles.feedback.models import Message

Times = list[tuple[date, Sent]]


def messages(asked: Scope, times: Times) -> charts.Plot:
    """How many came, by kind."""
    most = max((sent.messages for _start, sent in times), default=0)
    top = charts.ceiling(most)
    stacks = [
        (
            _("%(day)s: %(comments)d comments, %(errors)d reports of errors")
            % {"day": _day(start), "comments": sent.comments, "errors": sent.errors},
            [("first", sent.comments), ("second", sent.errors)],
        )
        for start, sent in times
    ]
    summary = _("At most %(most)s in one column; %(last)s in the last, which is not over.") % {
        "most": number_format(most),
        "last": number_format(times[-1][1].messages if times else 0),
    }
    legend = [("first", _("Comments")), ("second", _("Reports of errors"))]
    title = _("Messages by week") if asked.step == "week" else _("Messages by quarter")
    return _plot(title, summary, times, charts.columns(stacks, top), legend, _count, top)


def _count(number: float) -> str:
    return number_format(int(number) if number == int(number) else number)


def helpful(asked: Scope, times: Times) -> charts.Plot:
    """The share of answers that say yes, with where the truth may lie."""
    entries = []
    for start, sent in times:
        share = sent.helpful
        words = f"{_day(start)}: {share_in_words(share)}" if share else ""
        entries.append(charts.Range(words, share.low, share.value, share.high) if share else None)
    last = next((sent.helpful for _start, sent in reversed(times) if sent.helpful), None)
    summary = _("Lately %(share)s. A longer bar means fewer answers.") % {
        "share": share_in_words(last) if last else "–"
    }
    legend = [("value", _("Share")), ("range", _("where it lies in 95 of 100 cases"))]
    title = _("Helpful share by week") if asked.step == "week" else _("Helpful share by quarter")
    return _plot(title, summary, times, charts.ranges(entries, 1), legend, lambda share: f"{share * 100:.0f} %", 1)


#: What is waited for, of which kind, and how the plot is called.
_WAITS: list[tuple[str, str, Any]] = [
    ("response", Message.Kind.ERROR, gettext_lazy("Reports of errors: until somebody did something")),
    ("resolution", Message.Kind.ERROR, gettext_lazy("Reports of errors: until they were closed")),
    ("response", Message.Kind.COMMENT, gettext_lazy("Comments: until somebody did something")),
    ("resolution", Message.Kind.COMMENT, gettext_lazy("Comments: until they were closed")),
]


def waits(times: Times, waited: list[Waited]) -> list[charts.Plot]:
    """For each wait and kind: from the half to nine in ten."""
    return [_wait(str(title), times, _of(waited, what, kind)) for what, kind, title in _WAITS]


def _of(waited: list[Waited], what: str, kind: str) -> dict[date, Waited]:
    return {one.start: one for one in waited if one.start and (one.what, one.kind) == (what, kind)}


def _wait(title: str, times: Times, found: dict[date, Waited]) -> charts.Plot:
    ends = [time.seconds for one in found.values() for time in (one.median, one.ninth) if time]
    most = max(ends, default=3600)
    unit = 86400 if most > 2 * 86400 else 3600
    top = charts.ceiling(most / unit) * unit
    entries = [_range(start, found.get(start)) for start, _sent in times]
    open_ = sum(one.open for one in found.values())
    summary = _("%(count)d of these still wait. The longest end of a bar is %(time)s.") % {
        "count": open_,
        "time": in_words(Time(most)),
    }
    legend = [
        ("value", _("half of them")),
        ("range", _("up to nine in ten")),
        ("open", _("too many still wait to say")),
    ]
    return _plot(title, summary, times, charts.ranges(entries, top), legend, lambda end: in_words(Time(end)), top)


def _range(start: date, one: Waited | None) -> charts.Range | None:
    if one is None or one.median is None or one.ninth is None:
        return None
    words = _("%(day)s: half within %(half)s, nine in ten within %(most)s") % {
        "day": _day(start),
        "half": in_words(one.median),
        "most": in_words(one.ninth),
    }
    ends = one.median.seconds, one.ninth.seconds
    return charts.Range(words, ends[0], ends[0], ends[1], open=not one.ninth.reached)


def _plot(
    title: str,
    summary: str,
    times: Times,
    marks: list[charts.Mark],
    legend: list[tuple[str, str]],
    scale: Callable[[float], str],
    top: float,
) -> charts.Plot:
    days = [_day(start) for start, _sent in times] or [""]
    return charts.Plot(
        title,
        summary,
        max(len(times), 1) * charts.STEP,
        marks,
        legend,
        scale(top),
        scale(top / 2),
        scale(0),
        days[0],
        days[-1],
    )


def _day(start: date) -> str:
    return date_format(start, "SHORT_DATE_FORMAT")
