"""The measures as tables and plots: what the page shows and what exports carry. Values come from `metrics`."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import charts
from articles.feedback import metrics
from articles.feedback.estimating import Share, Time
from articles.feedback.metrics import Scope, Sent, Waited
from articles.feedback.models import Message

NONE = "–"


class Cell(NamedTuple):
    """What a table says in one place: words for people, a bar for shares, an address to go to."""

    words: str
    bar: SafeString | None = None
    address: str = ""


class Column(NamedTuple):
    """A column: `cell` for the page; for spreadsheets one or more `values` under headings of their own."""

    heading: Any
    cell: Callable[[Any], Cell]
    values: Callable[[Any], list[Any]]
    headings: tuple[Any, ...] = ()


class Table(NamedTuple):
    """One table of the page. The first column names the row."""

    name: str
    title: str
    said: str
    columns: list[Column]
    rows: list[Any]

    @property
    def lines(self) -> Iterator[list[Cell]]:
        return ([column.cell(row) for column in self.columns] for row in self.rows)


def _count(heading: Any, name: str) -> Column:
    return Column(heading, lambda row: Cell(number_format(getattr(row, name))), lambda row: [getattr(row, name)])


def _rate(heading: Any, name: str) -> Column:
    def cell(row: Any) -> Cell:
        rate = getattr(row, name)
        return Cell(NONE if rate is None else number_format(rate, decimal_pos=1 if rate < 100 else 0))

    return Column(heading, cell, lambda row: [getattr(row, name) and round(getattr(row, name), 3)])


def _time(heading: Any, name: str) -> Column:
    def values(row: Any) -> list[Any]:
        time: Time | None = getattr(row, name)
        return ["", ""] if time is None else [round(time.seconds / 3600, 2), "" if time.reached else _("or more")]

    return Column(
        heading, lambda row: Cell(in_words(getattr(row, name))), values, (heading, gettext_lazy("or more hours"))
    )


def _helpful_cell(row: Any) -> Cell:
    share: Share | None = row.helpful
    return Cell(share_in_words(share), charts.bar(share.low, share.value, share.high)) if share else Cell(NONE)


def _helpful_values(row: Any) -> list[Any]:
    share: Share | None = row.helpful
    return [round(share.value, 4), round(share.low, 4), round(share.high, 4)] if share else ["", "", ""]


_ANSWERS = _count(gettext_lazy("Answers"), "answers")
_HELPFUL = Column(
    gettext_lazy("Helpful"),
    _helpful_cell,
    _helpful_values,
    (gettext_lazy("Helpful"), gettext_lazy("at least"), gettext_lazy("at most")),
)
_LETTERS = [
    _count(gettext_lazy("Comments"), "comments"),
    _count(gettext_lazy("Reports of errors"), "errors"),
    _rate(gettext_lazy("Messages per 100 answers"), "per_hundred"),
]
_PUBLISHED = [
    _count(gettext_lazy("Stories published"), "published"),
    _rate(gettext_lazy("Messages per story published"), "per_story"),
]


def _named(heading: Any) -> Column:
    return Column(heading, lambda row: Cell(row.name or NONE, address=row.address), lambda row: [row.name, row.address], (
        heading, gettext_lazy("address"),
    ))  # fmt: skip


_STORY = [_named(gettext_lazy("Story")), _ANSWERS, _HELPFUL, *_LETTERS]

#: The lists of `metrics.LISTS`: title, how they are to be read, columns.
_LISTS: dict[str, tuple[Any, Any, list[Column]]] = {
    "sections": (
        gettext_lazy("Sections"),
        gettext_lazy("In the order of the paper. A story counts for the section in which it stands today."),
        [_named(gettext_lazy("Section")), _ANSWERS, _HELPFUL, *_LETTERS, *_PUBLISHED],
    ),
    "authors": (
        gettext_lazy("Authors"),
        gettext_lazy(
            "By the lower end of the helpful share: few answers prove little, so they don't lead the list. A story counts for"
            " each of its authors; those with a protected byline stand together under the house byline."
        ),
        [_named(gettext_lazy("Author")), _ANSWERS, _HELPFUL, *_LETTERS, *_PUBLISHED],
    ),
    "reported": (
        gettext_lazy("Stories with the most reports of errors"),
        gettext_lazy("Reports that turned out to be spam are not counted."),
        _STORY,
    ),
    "unhelpful": (
        gettext_lazy("Stories that helped least"),
        gettext_lazy("By the upper end of the interval: first those of which it is surest that they help few."),
        _STORY,
    ),
    "helpful": (
        gettext_lazy("Stories that helped most"),
        gettext_lazy("By the lower end of the interval: first those of which it is surest that they help many."),
        _STORY,
    ),
}

_KINDS = {"": gettext_lazy("All messages"), **{kind.value: kind.label for kind in Message.Kind}}
_WAITS = {"response": gettext_lazy("first action"), "resolution": gettext_lazy("closed")}

_WAIT_COLUMNS = [
    Column(gettext_lazy("Waited for"), lambda row: Cell(str(_WAITS[row.what])), lambda row: [str(_WAITS[row.what])]),
    Column(gettext_lazy("Kind"), lambda row: Cell(str(_KINDS[row.kind])), lambda row: [str(_KINDS[row.kind])]),
    _count(gettext_lazy("Messages"), "messages"),
    _count(gettext_lazy("still waiting"), "open"),
    _time(gettext_lazy("Half of them within"), "median"),
    _time(gettext_lazy("Nine in ten within"), "ninth"),
]


class Dated(NamedTuple):
    """A row of time: a week, or a quarter, and what it holds."""

    start: date
    of: Any

    def __getattr__(self, name: str) -> Any:
        return getattr(self.of, name)


def _starting(step: str) -> Column:
    heading = _("Week of") if step == "week" else _("Quarter from")
    return Column(
        heading, lambda row: Cell(date_format(row.start, "SHORT_DATE_FORMAT")), lambda row: [row.start.isoformat()]
    )


def table_of_list(name: str, rows: Iterable[Sent]) -> Table:
    title, said, columns = _LISTS[name]
    return Table(name, str(title), str(said), columns, list(rows))


def table_of_times(asked: Scope, times: list[tuple[date, Sent]]) -> Table:
    said = _("Weeks begin on Monday, in UTC. The last one is not over.")
    title = _("By week") if asked.step == "week" else _("By quarter")
    rows = [Dated(*row) for row in reversed(times)]
    return Table("times", title, said, [_starting(asked.step), _ANSWERS, _HELPFUL, *_LETTERS], rows)


def table_of_waits(waits: list[Waited]) -> Table:
    said = _("A message that still waits counts with its age until now: it takes at least that long.")
    return Table("waits", _("How long messages wait"), said, _WAIT_COLUMNS, [one for one in waits if one.start is None])


def table_of_dated_waits(asked: Scope, waits: list[Waited]) -> Table:
    rows = [Dated(one.start, one) for one in waits if one.start is not None]
    rows.sort(key=lambda row: row.start, reverse=True)
    title = _("How long messages wait, by week") if asked.step == "week" else _("How long messages wait, by quarter")
    return Table(
        "dated-waits", title, _("By the week in which they were sent."), [_starting(asked.step), *_WAIT_COLUMNS], rows
    )


#: What each table is called where one is chosen.
TITLES = {
    "times": gettext_lazy("By week"),
    "waits": gettext_lazy("How long messages wait"),
    "dated-waits": gettext_lazy("How long messages wait, by week"),
    **{name: title for name, (title, _said, _columns) in _LISTS.items()},
}


def every_table(asked: Scope) -> dict[str, Callable[[], Table]]:
    """Each table by its name, whole, as exports carry it."""
    return {
        "times": lambda: table_of_times(asked, metrics.by_time(asked)),
        "waits": lambda: table_of_waits(metrics.waits(asked)),
        "dated-waits": lambda: table_of_dated_waits(asked, metrics.waits(asked)),
        **{name: _whole(name, asked) for name in _LISTS},
    }


def _whole(name: str, asked: Scope) -> Callable[[], Table]:
    return lambda: table_of_list(name, metrics.whole_list(name, asked))


def share_in_words(share: Share) -> str:
    """The share and where the truth lies, in whole per cent: "82 % (74 to 88)"."""
    parts = {"share": round(share.value * 100), "low": round(share.low * 100), "high": round(share.high * 100)}
    return _("%(share)d %% (%(low)d to %(high)d)") % parts


def in_words(time: Time | None) -> str:
    """Some minutes, hours or days."""
    if time is None:
        return NONE
    for unit, seconds, most in (("min", 60, 90), ("h", 3600, 48), ("d", 86400, None)):
        number = time.seconds / seconds
        if most is None or number < most:
            shown = round(number, 1) if unit == "d" and number < 10 else round(number)
            words = f"{number_format(shown)} {unit}"
            break
    return words if time.reached else _("more than %(time)s") % {"time": words}
