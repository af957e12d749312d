"""What a country or a topic is covered together with: the topics and countries that share the most stories with it."""

from typing import Any, NamedTuple

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles import asking, coverage
from articles.models import Country, Topic

LENGTH = 8  # of each kind

_NAMED = {"id": "pk"} | {f"{field}_{code}": f"{field}_{code}" for field in ("name", "slug") for code in ("en", "es")}


class Companion(NamedTuple):
    """Another row, and how many stories are about both."""

    row: Country | Topic
    stories: int


class Companions(NamedTuple):
    """The rows that share the most stories with one, most first."""

    topics: list[Companion]
    countries: list[Companion]


#: By the kind of row: how often it meets topics, and countries. Which count, which of its columns is the row, which the other.
_MEETINGS: dict[type, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    Country: ((coverage.Kind.COUNTRY_TOPIC, "key", "other"), ("country_country", "key", "other")),
    Topic: (("topic_topic", "key", "other"), (coverage.Kind.COUNTRY_TOPIC, "other", "key")),
}


def of(row: Country | Topic, language: str) -> Companions:
    """The companions of a row in one language. One query."""
    topics, _countries = _MEETINGS[type(row)]
    found = Companions([], [])
    rows = _of_topic(language, row=row.pk) if isinstance(row, Topic) else _of_country(language, row=row.pk)
    for kind, stories, named in sorted(rows, key=lambda met: -met[1]):
        model: Any = Topic if kind == topics[0] else Country
        (found.topics if kind == topics[0] else found.countries).append(Companion(model(**named), stories))
    return found


@asking.once(row=int)
def _of_topic(language: str, *, row: int) -> QuerySet[Any, Any]:
    return _of(Topic, language, row)


@asking.once(row=int)
def _of_country(language: str, *, row: int) -> QuerySet[Any, Any]:
    return _of(Country, language, row)


def _of(kind: type, language: str, row: int) -> QuerySet[Any, Any]:
    topics, countries = _MEETINGS[kind]
    return _met(row, language, Topic, *topics).union(_met(row, language, Country, *countries), all=True)


def _met(row: int, language: str, model: Any, kind: str, column: str, other: str) -> QuerySet[Any, Any]:
    named = model.objects.filter(pk=OuterRef("met")).annotate(told=JSONObject(**_NAMED)).values("told")
    rows = coverage.totals(language, kind, **{column: row}).annotate(met=F(other)).annotate(named=Subquery(named))
    return rows.values_list("kind", "stories", "named")[:LENGTH]
