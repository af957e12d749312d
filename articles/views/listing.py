"""Lists of stories or announcements by pages, each page with its own address."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.db.models import F, Func, IntegerField, QuerySet, Subquery
from django.http import Http404

from articles import pathwords
from articles.coverage import PAGE_LENGTH, Shape
from articles.models import Masthead


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
    """No list is that long. The page that says so needs no query: the masthead has been read with the list's length."""

    def __init__(self, masthead: Masthead | None = None) -> None:
        super().__init__()
        self.masthead = masthead


def masthead_and_length(rows: QuerySet, **beside: Any) -> Masthead:
    """The masthead, and how many rows a list has as its attribute `listed`; what else is asked beside it. One query."""
    counted = rows.order_by().values(n=Func(F("pk"), function="COUNT", output_field=IntegerField()))
    return Masthead.current(listed=Subquery(counted), **beside)


def page_of(rows: QuerySet, number: int, path: str, masthead: Masthead) -> Listing:
    """Page `number` of the list at `path`. Raises BeyondTheEnd.

    One query and those of the rows, if `masthead_and_length` of the same rows gave the masthead.
    """
    paginator = Paginator(rows, PAGE_LENGTH)
    if hasattr(masthead, "listed"):
        paginator.count = masthead.listed
    try:
        page = paginator.page(number)
    except EmptyPage as error:
        raise BeyondTheEnd(masthead) from error
    return Listing(
        rows=list(page.object_list),
        count=paginator.count,
        number=number,
        last=paginator.num_pages,
        earlier=pathwords.numbered(path, number - 1) if page.has_previous() else "",
        later=pathwords.numbered(path, number + 1) if page.has_next() else "",
    )


def page_of_shape(shape: Shape, number: int, path: str, masthead: Masthead) -> Listing:
    """Page `number` of a list of stories. Raises BeyondTheEnd. The queries of the cards, however far down the list."""
    last = max(1, -(-shape.count // PAGE_LENGTH))
    if number > last:
        raise BeyondTheEnd(masthead)
    return Listing(
        rows=list(shape.page(number).for_cards()),
        count=shape.count,
        number=number,
        last=last,
        earlier=pathwords.numbered(path, number - 1) if number > 1 else "",
        later=pathwords.numbered(path, number + 1) if number < last else "",
    )
