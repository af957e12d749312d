"""How coverage lies in time, ready to be drawn: bars by month or by year, and the same numbers as a table."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.coverage import Shape

#: More years than this are drawn year by year where there is little room.
YEARS_BY_MONTH = 3

#: So few months are drawn as whole years, for a bar or two would fill the page.
_LEAST = 12

_HEIGHT = 100  # units of the drawing; it is stretched to the room there is
_GAP = 0.25  # of a bar's step


@dataclass(frozen=True)
class Bar:
    """One month or year: where its bar stands in units of the drawing, and how many stories it is about."""

    first: date
    stories: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Year:
    """A line of the table: a year, the number of its stories, and the twelve months with theirs (0 for none)."""

    year: int
    stories: int
    months: Sequence[tuple[date, int]]


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
        return max(self.bars, key=lambda bar: bar.stories)


def of(shape: Shape, *, by_month: bool | None = None) -> Timeline | None:
    """The timeline of a list; None for one without stories. `by_month` is decided by its length unless it is said."""
    if not shape.months:
        return None
    months = {month.first: month.stories for month in shape.months}
    first, last = min(months), max(months)
    if by_month is None:
        by_month = last.year - first.year < YEARS_BY_MONTH
    by_year: dict[int, int] = defaultdict(int)
    for month, stories in months.items():
        by_year[month.year] += stories
    years = [
        Year(year, by_year[year], [(month, months.get(month, 0)) for month in _months_of(year)])
        for year in range(last.year, first.year - 1, -1)
        if by_year[year]
    ]
    if by_month:
        every = [month for year in range(first.year, last.year + 1) for month in _months_of(year)]
        if len(every) > 2 * _LEAST:
            every = [month for month in every if first <= month <= last]
        counted = [(month, months.get(month, 0)) for month in every]
    else:
        counted = [(date(year, 1, 1), by_year[year]) for year in range(first.year, last.year + 1)]
    return Timeline(_bars(counted), years, by_month, len(counted) * 10, _HEIGHT, shape.count, first)


def _bars(counted: Sequence[tuple[date, int]]) -> list[Bar]:
    highest = max(stories for _first, stories in counted)
    bars = []
    for place, (first, stories) in enumerate(counted):
        height = max(round(stories / highest * _HEIGHT, 1), 2.0) if stories else 0
        bars.append(
            Bar(first, stories, round((place + _GAP / 2) * 10, 2), round(_HEIGHT - height, 1), (1 - _GAP) * 10, height)
        )
    return bars


def _months_of(year: int) -> list[date]:
    return [date(year, month, 1) for month in range(1, 13)]
