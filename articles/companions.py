"""What a country or a topic is covered together with: the topics and countries that share the most stories with it."""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles import asking, coverage, pathwords
from articles.models import Country, Topic

LENGTH = 8  # of each kind

_NAMED = {"id": "pk"} | {f"{field}_{code}": f"{field}_{code}" for field in ("name", "slug") for code in ("en", "es")}


class Named(NamedTuple):
    """A country or a topic by what pages call it, in both languages: a row of its model would be made in many times the time."""

    folder: str  # of its address, "countries" or "topics"
    id: int
    texts: Mapping[str, str]

    def said_in(self, language: str, field: str) -> str:
        """Its name or slug in a language, or in the other one when it has none in this one."""
        here = self.texts[f"{field}_{language}"]
        return here or next(filter(None, (self.texts[f"{field}_{code}"] for code in pathwords.LANGUAGES)), "")

    def path_in(self, language: str) -> str:
        """The address of its page."""
        return pathwords.below(self.folder, language, self.said_in(language, "slug"))


#: Where a slug goes in an address; no slug holds it.
_SLUG = "*"


class Companion(NamedTuple):
    """Another row, and how many stories are about both."""

    row: Any  # a Named or a row of a model
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


def of(row: Country | Topic, language: str) -> Companions:
    """The companions of a row in one language. One query."""
    topics, _countries = _MEETINGS[type(row)]
    found = Companions([], [])
    rows = _of_topic(language, row=row.pk) if isinstance(row, Topic) else _of_country(language, row=row.pk)
    for kind, stories, named in sorted(rows, key=itemgetter(1), reverse=True):
        folder, among = ("topics", found.topics) if kind == topics[0] else ("countries", found.countries)
        among.append(Companion(Named(folder, named["id"], named), stories))
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
