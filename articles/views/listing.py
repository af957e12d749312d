"""Lists of stories or announcements by pages, each page with its own address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404

from articles import cards, coverage, pathwords
from articles.coverage import PAGE_LENGTH, Month, Shape, Stretch


@dataclass(frozen=True)
class Listing:
    """One page of a list. `earlier` and `later` are addresses, empty where there is nothing more."""

    rows: list[Any]
    count: int
    number: int
    last: int
    earlier: str
    later: str


class BeyondTheEnd(Http404):
    """No list is that long."""


def months_of(rows: QuerySet, day: str) -> list[Month]:
    """How many of some rows lie in each month by the date in a column, the newest first. One query."""
    counted = rows.order_by().annotate(first=TruncMonth(day)).values("first").annotate(stories=Count("pk"))
    return [Month(first, stories) for first, stories in counted.order_by("-first").values_list("first", "stories")]


def page_of(months: Sequence[Month], number: int, path: str, read: Callable[[Stretch], list]) -> Listing:
    """Page `number` of the list at `path`, which has these months, the newest first. Raises BeyondTheEnd.

    `read` gives the rows of a stretch of it: nothing before that stretch is looked at but its own month.
    """
    place = coverage.stretch(months, number)
    if place is None and number > 1:
        raise BeyondTheEnd
    count = coverage.total(months)
    last = max(1, -(-count // PAGE_LENGTH))
    return Listing(
        rows=read(place) if place else [],
        count=count,
        number=number,
        last=last,
        earlier=pathwords.numbered(path, number - 1) if number > 1 else "",
        later=pathwords.numbered(path, number + 1) if number < last else "",
    )


def page_of_shape(shape: Shape, number: int, path: str) -> Listing:
    """Page `number` of a list of stories. Raises BeyondTheEnd. The queries of the cards, however far down the list."""
    return page_of(shape.months, number, path, lambda _place: cards.of_page(shape, number))
