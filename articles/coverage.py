"""The archive by shelves: how many stories a list has, month by month, and the stories of one of its pages.

What is read here is kept by the database (`articles.models.filing`), so no page of any list costs more than its first: the
counts of the months say in which month a page begins, and only that month is looked through.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from articles import asking
from articles.models import Article, Author, Calendar, Country, Filing, FilingCount, Section, Tag, Topic
from articles.pathwords import LANGUAGES
from articles.querysets import ArticleQuerySet

Kind = Filing.Kind

PAGE_LENGTH = 20  # stories


class Shelf(NamedTuple):
    """A list of stories, in whatever language: all, those of one row of a vocabulary, or those of a country and a topic."""

    kind: str
    key: int = 0
    other: int = 0


ALL = Shelf(Kind.ALL)
CORRECTED = Shelf(Kind.CORRECTED)  # holds stories at the moments of their corrections

_KINDS = {Section: Kind.SECTION, Country: Kind.COUNTRY, Topic: Kind.TOPIC, Author: Kind.AUTHOR, Tag: Kind.TAG}


def shelf_of(row: Section | Country | Topic | Author | Tag) -> Shelf:
    """The shelf of the stories filed under a row. A section's holds those of its own sections too."""
    return Shelf(_KINDS[type(row)], row.pk)


def shelf_of_both(country: Country, topic: Topic) -> Shelf:
    """The shelf of the stories that are about a country and a topic."""
    return Shelf(Kind.COUNTRY_TOPIC, country.pk, topic.pk)


def shelf_of_country_in(section: Section, country: Country) -> Shelf:
    """The shelf of the stories about a country that a section has, or a section within it."""
    return Shelf(Kind.COUNTRY_SECTION, country.pk, section.pk)


class Month(NamedTuple):
    """How many stories of a list first appeared in a month, by its first day."""

    first: date
    stories: int


#: A month of such a pair. There may be hundreds on a page, and this makes them without a call in Python for each.
_month: Callable[[tuple[date, int]], Month] = partial(tuple.__new__, Month)


def total(months: Iterable[Month]) -> int:
    """How many stories there are in all of these months."""
    return sum(map(itemgetter(1), months))


class Stretch(NamedTuple):
    """Where a page of a list lies: `length` rows from before `end` (where a month ends), after `skipped` ones."""

    end: date
    skipped: int
    length: int


def stretch(months: Sequence[Month], number: int) -> Stretch | None:
    """Where page `number` lies in a list with these months, the newest first; None beyond its end."""
    skipped = (number - 1) * PAGE_LENGTH
    length = min(PAGE_LENGTH, total(months) - skipped)
    for month in months if length > 0 else ():
        if skipped < month.stories:
            return Stretch(date(*_after(month.first), 1), skipped, length)
        skipped -= month.stories
    return None


@dataclass(frozen=True)
class Shape:
    """How a list lies in time in one language: its months with stories, the newest first. `others` are the other languages that
    it has stories in; None if that was not asked."""

    shelf: Shelf
    language: str
    months: Sequence[Month]
    others: Sequence[str] | None = ()

    @property
    def elsewhere(self) -> Sequence[str]:
        """The other languages that the list has stories in. One query for a list without stories in its own, else none."""
        if self.others is not None:
            return self.others
        kind, key, other = self.shelf
        return list(_languages(self.language, kind=str(kind), key=key, other=other))

    @property
    def count(self) -> int:
        return total(self.months)

    def within(self, year: int, month: int = 0) -> "Shape":
        """The part of it that lies in one year, or in one month of it; other languages aside."""
        kept = [m for m in self.months if m.first.year == year and month in (0, m.first.month)]
        return Shape(self.shelf, self.language, kept)

    def page(self, number: int) -> ArticleQuerySet:
        """The stories of page `number`, newest first; none beyond the end."""
        place = stretch(self.months, number)
        if place is None:
            return Article.objects.none()
        rows = filings(self.shelf, self.language).filter(published_at__lt=midnight(place.end))
        return stories(rows[place.skipped : place.skipped + place.length])


def with_shapes(rows: QuerySet[Any], language: str) -> QuerySet[Any]:
    """Rows of a vocabulary with all that `shape_with` tells of their lists in one language. No further query."""
    kind = _KINDS[rows.model]
    counts = FilingCount.objects.filter(language=language, kind=kind, key=OuterRef("pk"), other=0, month__isnull=False)
    newest_first = counts.order_by("-month")
    return rows.annotate(
        months_told=ArraySubquery(newest_first.values("month")),
        stories_told=ArraySubquery(newest_first.values("stories")),
        elsewhere_told=ArraySubquery(_elsewhere(language, kind, OuterRef("pk"), 0)),
    )


def shape_with(row: Any, language: str) -> Shape:
    """How the list of a row lies in time. One query, none for a row that was read `with_shapes` of the language."""
    told = row.__dict__
    if "months_told" not in told:
        return shape_of(shelf_of(row), language)
    months = list(map(_month, zip(told["months_told"], told["stories_told"], strict=True)))
    return Shape(shelf_of(row), language, months, told["elsewhere_told"])


def shape_of(shelf: Shelf, language: str) -> Shape:
    """How a list lies in time. One query."""
    kind, key, other = shelf
    for firsts, stories, elsewhere in _counts(language, kind=str(kind), key=key, other=other):
        months = list(map(_month, zip(firsts[::-1], stories[::-1], strict=True)))
        return Shape(shelf, language, months, elsewhere)
    return Shape(shelf, language, [], None)


@asking.once(kind=str, key=int, other=int)
def _counts(language: str, *, kind: str, key: int, other: int) -> QuerySet[Any, Any]:
    """One row, for there may be hundreds of months, the oldest first, as they stand in the index; none without stories."""
    rows = FilingCount.objects.filter(language=language, kind=kind, key=key, other=other, month__isnull=False)
    firsts, stories = (ArrayAgg(column, order_by="month") for column in ("month", "stories"))
    elsewhere = ArraySubquery(_elsewhere(language, kind, key, other))
    return rows.order_by().values("language").annotate(f=firsts, s=stories, e=elsewhere).values_list("f", "s", "e")


@asking.once(kind=str, key=int, other=int)
def _languages(language: str, *, kind: str, key: int, other: int) -> QuerySet[Any, Any]:
    return _elsewhere(language, kind, key, other).values_list("language", flat=True)


def _elsewhere(language: str, kind: str, key: Any, other: int) -> QuerySet[Any, Any]:
    """The other languages in which a shelf holds stories."""
    # By name, for an index that begins with the language serves no server before PostgreSQL 18 without it.
    others = [code for code in LANGUAGES if code != language]
    rows = FilingCount.objects.filter(language__in=others, kind=kind, key=key, other=other, month__isnull=True)
    return rows.order_by("language").values("language")


def newest(shelf: Shelf, language: str, length: int) -> ArticleQuerySet:
    """The newest stories of a list."""
    return stories(filings(shelf, language)[:length])


def newest_keys(shelf: Shelf, language: str, length: int, *, but: str) -> QuerySet[Filing]:
    """The filings of the newest stories of a list, without some stories: `asking.keys_of` them. Not yet asked for."""
    return filings(shelf, language).exclude(article_id__in=asking.among(but))[:length]


def months_of(language: str, *, sections: Iterable[int], topics: Iterable[int]) -> dict[Shelf, list[Month]]:
    """The months of the lists of several sections and topics by their keys, each from its oldest; nothing of lists without
    stories. One query."""
    return {
        Shelf(kind, key): list(map(_month, zip(firsts, stories, strict=True)))
        for kind, key, firsts, stories in _several(
            language, sections=asking.keys_of(sections), topics=asking.keys_of(topics)
        )
    }


@asking.once(sections=str, topics=str)
def _several(language: str, *, sections: str, topics: str) -> QuerySet[Any, Any]:
    """Two questions in one: of both kinds at once the database would not read from the index alone."""
    return _months_of(language, Kind.SECTION, sections).union(_months_of(language, Kind.TOPIC, topics), all=True)


def _months_of(language: str, kind: Kind, keys: str) -> QuerySet[Any, Any]:
    rows = FilingCount.objects.filter(language=language, kind=kind, key__in=asking.among(keys), other=0)
    firsts, stories = (ArrayAgg(column, order_by="month") for column in ("month", "stories"))
    return rows.filter(month__isnull=False).order_by().values_list("kind", "key").annotate(f=firsts, s=stories)


def totals(language: str, *kinds: str, **where: Any) -> QuerySet[FilingCount]:
    """How many stories stand on each shelf of some kinds, or how often pairs of rows meet; most first."""
    rows = FilingCount.objects.filter(language=language, kind__in=kinds, month__isnull=True, **where)
    return rows.order_by("-stories", "kind", "key", "other")


def refile() -> int:
    """Compare every filing and every count with the stories and put right what is wrong; how many rows that was.

    Months are counted in the zone of the settings from now on. Readers are served meanwhile, publications wait.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM articles_edition FOR UPDATE")
        Calendar.objects.update_or_create(id=1, defaults={"zone": settings.TIME_ZONE})
        cursor.execute("SELECT articles_refile()")
        return int(cursor.fetchone()[0])


def keep_the_zone() -> None:
    """Count months anew if they were counted in another time zone than that of the settings."""
    if Calendar.objects.values_list("zone", flat=True).first() != settings.TIME_ZONE:
        refile()


def filings(shelf: Shelf, language: str) -> QuerySet[Filing]:
    """The rows of a list, newest first."""
    rows = Filing.objects.filter(language=language, kind=shelf.kind, key=shelf.key, other=shelf.other)
    return rows.order_by("-published_at", "-article_id")


def stories(filed: QuerySet[Filing]) -> ArticleQuerySet:
    """The stories of some rows of a list, newest first."""
    return Article.objects.published().filter(pk__in=filed.values("article_id")).newest_first()


def _after(month: date) -> tuple[int, int]:
    return (month.year + month.month // 12, month.month % 12 + 1)


def midnight(day: date) -> datetime:
    """When a day begins, in the newsroom's time zone."""
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_default_timezone())
