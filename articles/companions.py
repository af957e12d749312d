"""What a country or a topic is covered together with: the topics and countries that share the most stories with it."""

from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles import asking, coverage, pathwords
from articles.gathering import NAMED, CountryRow, TopicRow
from articles.models import Country, Topic

LENGTH = 8  # of each kind

#: Where a slug goes in an address; no slug holds it.
_SLUG = "*"


class Companion(NamedTuple):
    """Another row, and how many stories are about both."""

    row: Any  # a TopicRow or CountryRow, or a row of a model
    stories: int


class Companions(NamedTuple):
    """The rows that share the most stories with one, most first."""

    topics: list[Companion]
    countries: list[Companion]

    def links(self, row: Country | Topic, language: str) -> "Links":
        """What leads from the page of a row to its companions: to what is about a country and a topic, else to their own."""

        topic, country = (pathwords.below(folder, language, _SLUG) for folder in ("topics", "countries"))
        if isinstance(row, Country):
            topic = pathwords.crossed(row.path_in(language), language, _SLUG)
        else:
            country = pathwords.crossed(country, language, row.said_in(language, "slug"))

        def told(companions: list[Companion], path: str) -> tuple[tuple[str, str, int], ...]:
            before, after = path.split(_SLUG)
            return tuple(
                [
                    (other.said_in(language, "name"), f"{before}{other.said_in(language, 'slug')}{after}", stories)
                    for other, stories in companions
                ]
            )

        return Links(told(self.topics, topic), told(self.countries, country))


class Links(NamedTuple):
    """Companions as a page shows them: their names, where they lead, and how many stories they share."""

    topics: tuple[tuple[str, str, int], ...]
    countries: tuple[tuple[str, str, int], ...]


#: By the kind of row: how often it meets topics, and countries. Which count, which of its columns is the row, which the other.
_MEETINGS: dict[type, tuple[tuple[str, str, str], tuple[str, str, str]]] = {
    Country: ((coverage.Kind.COUNTRY_TOPIC, "key", "other"), ("country_country", "key", "other")),
    Topic: (("topic_topic", "key", "other"), (coverage.Kind.COUNTRY_TOPIC, "other", "key")),
}


def with_companions(rows: QuerySet[Any], language: str) -> QuerySet[Any]:
    """Countries or topics with all that `of` tells of them in one language. No further query."""
    topics, countries = _MEETINGS[rows.model]
    return rows.annotate(
        topics_met=ArraySubquery(_met(Topic, language, *topics)),
        countries_met=ArraySubquery(_met(Country, language, *countries)),
    )


def of(row: Country | Topic, language: str) -> Companions:
    """The companions of a row in one language. One query, none for a row that was read `with_companions` of the language."""
    told = row.__dict__
    if "topics_met" not in told:
        told = next(iter(_read(type(row), language, row=row.pk)))
    topics, countries = (
        [Companion(kind(met), met["stories"]) for met in told[column]]
        for kind, column in ((TopicRow, "topics_met"), (CountryRow, "countries_met"))
    )
    return Companions(topics, countries)


@asking.once(row=int)
def _read(kind: type[Country | Topic], language: str, *, row: int) -> QuerySet[Any, Any]:
    return with_companions(kind._default_manager.filter(pk=row), language).values("topics_met", "countries_met")


def _met(model: Any, language: str, kind: str, column: str, other: str) -> QuerySet[Any, Any]:
    """Those of a model that an outer row meets most often, each as JSON."""
    told = JSONObject(stories=OuterRef("stories"), **{name: F(name) for name in NAMED})
    named = model.objects.filter(pk=OuterRef(other)).annotate(told=told).values("told")
    rows = coverage.totals(language, kind, **{column: OuterRef("pk")})
    return rows.values(told=Subquery(named))[:LENGTH]
