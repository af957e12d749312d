"""Lists of stories or announcements by pages, each page with its own address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from django.http import Http404

from articles import pathwords

PAGE_LENGTH = 20  # rows


@dataclass(frozen=True)
class Listing:
    """One page of a list. `earlier` and `later` are addresses, empty where there is nothing more."""

    rows: list[Any]
    count: int
    number: int
    last: int
    earlier: str
    later: str


def page_of(rows: QuerySet, number: int, path: str) -> Listing:
    """Page `number` of the list at `path`. Raises Http404 beyond its end. Two queries, and those of the rows."""
    return _listing(rows, number, lambda n: pathwords.numbered(path, n))


def page_of_answers(rows: QuerySet, number: int, address: str) -> Listing:
    """The same for a search, whose pages are numbered in the query string that `address` ends in."""
    return _listing(rows, number, lambda n: address if n == 1 else f"{address}&page={n}")


def _listing(rows: QuerySet, number: int, address_of: Callable[[int], str]) -> Listing:
    paginator = Paginator(rows, PAGE_LENGTH)
    try:
        page = paginator.page(number)
    except EmptyPage as error:
        raise Http404 from error
    return Listing(
        rows=list(page.object_list),
        count=paginator.count,
        number=number,
        last=paginator.num_pages,
        earlier=address_of(number - 1) if page.has_previous() else "",
        later=address_of(number + 1) if page.has_next() else "",
    )
