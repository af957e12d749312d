"""How coverage lies in time, ready to be drawn: bars by month or by year, and the same numbers as a table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from articles.coverage import Month, Shape

#: More years than this are drawn year by year where there is little room.
YEARS_BY_MONTH = 3

#: So few months are drawn as whole years, for a bar or two would fill the page.
_LEAST = 12

_HEIGHT = 100  # units of the drawing; it is stretched to the room there is
_STEP = 10  # units from one month to the next
_GAP = 0.25  # of such a step


class Bar(NamedTuple):
    """One month or year: where its bar stands in units of the drawing, and how many stories it is about."""

    first: date
    stories: int
    x: float
    y: float
    width: float
    height: float


class Year(NamedTuple):
    """A line of the table: a year, the number of its stories, and those of its twelve months (0 for none)."""

    year: int
    stories: int
    months: tuple[int, ...]


@dataclass(frozen=True)
class Timeline:
    """Bars from the first month or year with stories to the last; those between without stories have a bar of no height.

    `since` is the first month with stories."""

    bars: Sequence[Bar]
    years: Sequence[Year]
    by_month: bool
    width: int
    height: int
    count: int
    since: date

    @property
    def first(self) -> date:
        return self.bars[0].first

    @property
    def last(self) -> date:
        return self.bars[-1].first

    @property
    def highest(self) -> Bar:
        return max(self.bars, key=attrgetter("stories"))


def of(shape: Shape, *, by_month: bool | None = None) -> Timeline | None:
    """The timeline of a list; None for one without stories. `by_month` is decided by its length unless it is said."""
    return of_months(shape.months, by_month=by_month)


def of_months(listed: Sequence[Month], *, by_month: bool | None = None) -> Timeline | None:
    """The timeline of a list that has these months, in the order of time or the other way round."""
    if not listed:
        return None
    months: dict[int, list[int]] = {}
    for day, stories in listed:
        year = day.year
        if year not in months:
            months[year] = [0] * 12
        months[year][day.month - 1] = stories
    first, last = sorted((listed[0].first, listed[-1].first))
    if by_month is None:
        by_month = last.year - first.year < YEARS_BY_MONTH
    every = range(first.year, last.year + 1)
    by_year = {year: sum(months[year]) for year in every if year in months}
    years = [Year(year, by_year[year], tuple(months[year])) for year in reversed(by_year)]
    if by_month:
        nothing = [0] * 12
        counted = [
            (date(year, month, 1), stories)
            for year in every
            for month, stories in enumerate(months.get(year, nothing), 1)
        ]
        if len(counted) > 2 * _LEAST:
            counted = counted[first.month - 1 : len(counted) - 12 + last.month]
    else:
        counted = [(date(year, 1, 1), by_year.get(year, 0)) for year in every]
    return Timeline(_bars(counted), years, by_month, len(counted) * _STEP, _HEIGHT, sum(by_year.values()), first)


def _bars(counted: Sequence[tuple[date, int]]) -> list[Bar]:
    highest, width = max(map(itemgetter(1), counted)), (1 - _GAP) * _STEP
    tops = {stories: _top(stories, highest) for _first, stories in counted}
    return [
        Bar(first, stories, (place + _GAP / 2) * _STEP, top := tops[stories], width, round(_HEIGHT - top, 1))
        for place, (first, stories) in enumerate(counted)
    ]


def _months_of(year: int) -> list[date]:
    return [date(year, month, 1) for month in range(1, 13)]


@dataclass(frozen=True)
class Line:
    """One list among several: the outline of its months in units of the drawing, and its highest month."""

    row: Any
    stories: int
    outline: str
    most: int
    most_in: date


@dataclass(frozen=True)
class Lines:
    """Several lists over the same months and by one scale; `years` holds the stories of each line by year, newest first."""

    lines: Sequence[Line]
    first: date
    last: date
    width: int
    height: int
    years: Sequence[tuple[date, Sequence[int]]]

    @property
    def highest(self) -> Line:
        return max(self.lines, key=lambda line: line.most)


def of_several(lists: Sequence[tuple[Any, Sequence[Month]]]) -> Lines | None:
    """What several lists look like over time: each row with its months from the oldest. None if no two have stories."""
    lists = [(row, months) for row, months in lists if months]
    if len(lists) < 2:
        return None
    first = min(months[0].first for _row, months in lists)
    last = max(months[-1].first for _row, months in lists)
    most = max(max(map(itemgetter(1), months)) for _row, months in lists)
    every = [month for year in range(first.year, last.year + 1) for month in _months_of(year) if first <= month <= last]
    # One step a month, from the ground up and down again: a bar for each would be many times as long.
    steps = {
        n: f"V{_top(n, most):g}h{_STEP}" for n in {0}.union(*(map(itemgetter(1), months) for _row, months in lists))
    }
    lines = [_line(row, months, every, steps) for row, months in lists]
    by_year = [_by_year(months) for _row, months in lists]
    years = [
        (date(year, 1, 1), [counted.get(year, 0) for counted in by_year])
        for year in range(last.year, first.year - 1, -1)
        if any(year in counted for counted in by_year)
    ]
    return Lines(lines, first, last, len(every) * _STEP, _HEIGHT, years)


def _line(row: Any, months: Sequence[Month], every: Sequence[date], steps: Mapping[int, str]) -> Line:
    stories = dict(months)
    highest = max(months, key=itemgetter(1))
    outline = "".join([steps[stories.get(month, 0)] for month in every])
    return Line(row, sum(stories.values()), f"M0 {_HEIGHT}{outline}V{_HEIGHT}z", highest.stories, highest.first)


def _top(stories: int, most: int) -> float:
    """Where a bar ends, counted from above; one story is seen beside any number."""
    return round(_HEIGHT - max(stories / most * _HEIGHT, 2.0), 1) if stories else _HEIGHT


def _by_year(months: Sequence[Month]) -> dict[int, int]:
    counted: dict[int, int] = defaultdict(int)
    for first, stories in months:
        counted[first.year] += stories
    return counted
