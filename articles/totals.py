"""What the counts of the archive say of all of it, of a section or of a topic: how many stories there are of what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from articles import asking, coverage
from articles.companions import Companion
from articles.coverage import Kind
from articles.gathering import NAMED, CountryRow, Row, TopicRow
from articles.models import Country, FilingCount, Topic

#: The keys of one row or of two (the second is 0 if there is none), and how many stories; most stories first.
Counted = Sequence[tuple[int, int, int]]


def of_all(language: str) -> Mapping[str, Counted]:
    """What the whole archive has of countries, topics and sections, by kind. One query."""
    return _by_kind(_of_all(language))


def of_section(language: str, key: int) -> Mapping[str, Counted]:
    """What a section has of countries and topics, and what all sections have. One query."""
    return _by_kind(_of_section(language, key=key))


def of_topic(language: str, key: int) -> Mapping[str, Counted]:
    """What countries have of a topic, and what all sections have. One query."""
    return _by_kind(_of_topic(language, key=key))


def of_both(language: str, countries: Iterable[int], topics: Iterable[int]) -> Counted:
    """What these countries have of these topics, by their keys. One query."""
    keys, others = asking.keys_of(countries), asking.keys_of(topics)
    return _by_kind(_of_both(language, keys=keys, others=others))[Kind.COUNTRY_TOPIC]


def others(counted: Counted) -> Counted:
    """The second rows of pairs with one and the same first."""
    return [(other, 0, stories) for _key, other, stories in counted]


def topics(counted: Counted) -> list[Companion]:
    """The topics that were counted, by their names. One query."""
    return _named(_rows("topic", keys=asking.keys_of(key for key, _other, _stories in counted)), TopicRow, counted)


def countries(counted: Counted) -> list[Companion]:
    """The countries that were counted, by their names. One query."""
    return _named(_rows("country", keys=asking.keys_of(key for key, _other, _stories in counted)), CountryRow, counted)


def _named(rows: Iterable[dict[str, Any]], kind: type[Row], counted: Counted) -> list[Companion]:
    found = {row["pk"]: kind(row) for row in rows}
    return [Companion(found[key], stories) for key, _other, stories in counted if key in found]


@asking.once(keys=str)
def _rows(kind: str, *, keys: str) -> QuerySet[Any, Any]:
    """The topics or countries with these keys, by what `TopicRow` and `CountryRow` are told."""
    rows = (Country if kind == "country" else Topic)._default_manager.filter(pk__in=asking.among(keys))
    return rows.values(*NAMED, *(("code",) if kind == "country" else ()))


def _by_kind(rows: QuerySet[Any, Any]) -> Mapping[str, Counted]:
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for kind, key, other, stories in rows:
        found[kind].append((key, other, stories))
    return found


@asking.once()
def _of_all(language: str) -> QuerySet[Any, Any]:
    return _numbers(coverage.totals(language, Kind.COUNTRY, Kind.TOPIC, Kind.SECTION))


@asking.once(key=int)
def _of_section(language: str, *, key: int) -> QuerySet[Any, Any]:
    pairs = coverage.totals(language, "section_country", "section_topic", key=key)
    return _numbers(pairs | coverage.totals(language, Kind.SECTION))


@asking.once(key=int)
def _of_topic(language: str, *, key: int) -> QuerySet[Any, Any]:
    pairs = coverage.totals(language, Kind.COUNTRY_TOPIC, other=key)
    return _numbers(pairs | coverage.totals(language, Kind.SECTION))


@asking.once(keys=str, others=str)
def _of_both(language: str, *, keys: str, others: str) -> QuerySet[Any, Any]:
    where = {"key__in": asking.among(keys), "other__in": asking.among(others)}
    return _numbers(coverage.totals(language, Kind.COUNTRY_TOPIC, **where))


def _numbers(rows: QuerySet[FilingCount]) -> QuerySet[Any, Any]:
    return rows.values_list("kind", "key", "other", "stories")
