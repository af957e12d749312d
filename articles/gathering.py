"""A story with its relations in one query: the database answers them as JSON beside the row.

`prefetch_related` asks once for each relation, which is right for lists; the page of one story would take four more queries.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.db.models.sql import Query

from articles.models import Article, ArticleCountry, ArticleTag, ArticleTopic, Author, Byline, Country, Section, Topic
from articles.models.translated import Translated
from articles.pathwords import LANGUAGES
from articles.querysets import ArticleQuerySet


class Row(Translated):
    """A row by what pages show of it, under the names that it has in its model: a row of the model takes ten times as long."""

    pk: int

    def __init__(self, shown: dict[str, Any]) -> None:
        self.__dict__ = shown


class CountryRow(Row):
    """A country by its names, or by as much of it as was read."""

    path_in = Country.path_in


class TopicRow(Row):
    """A topic by its names, or by as much of it as was read."""

    path_in = Topic.path_in


class _Author(Row):
    path_in = Author.path_in


class _Byline(Row):
    def __init__(self, shown: dict[str, Any]) -> None:
        super().__init__({**shown, "author": _Author(shown["author"])})


class _Picture(Row):
    def __init__(self, shown: dict[str, Any]) -> None:
        super().__init__(shown)
        # JSON writes 1.0 as 1, and the name of a share image tells one from the other.
        self.focal_x, self.focal_y = float(shown["focal_x"]), float(shown["focal_y"])


def _in_each_language(*fields: str) -> tuple[str, ...]:
    return tuple(f"{field}_{code}" for field in fields for code in LANGUAGES)


def _columns(link: str, *names: str) -> dict[str, Any]:
    return {name: F(f"{link}__{name}") for name in names}


#: By what a row of a vocabulary is called and found.
NAMED = ("pk", *_in_each_language("name", "slug"))

#: Each relation by the table that holds it, the link to its story, the order of its rows, what they become, and their columns.
_RELATIONS: dict[str, tuple[type[Model], str, str, type[Row], dict[str, Any]]] = {
    "countries": (ArticleCountry, "article", "country_id", CountryRow, _columns("country", *NAMED, "code")),
    "topics": (ArticleTopic, "article", "topic_id", TopicRow, _columns("topic", *NAMED, "kind", "aliases")),
    "tags": (ArticleTag, "content_object", "tag_id", Row, _columns("tag", "pk", "name", "slug")),
    "bylines": (
        Byline,
        "article",
        "position",
        _Byline,
        {
            **{name: F(name) for name in ("role", "position", "author_id")},
            "author": JSONObject(**_columns("author", "pk", "name", "slug", "protected")),
        },
    ),
}

#: Each row that a story itself names, by what it becomes and its columns.
_LINKS: dict[str, tuple[type[Row], dict[str, Any]]] = {
    "kicker_topic": (TopicRow, _columns("kicker_topic", *NAMED)),
    "kicker_country": (CountryRow, _columns("kicker_country", *NAMED, "code")),
    "lead_image": (
        _Picture,
        {
            "name": F("lead_image__file"),
            **_columns("lead_image", "pk", "width", "height", "has_avif", "credit", "focal_x", "focal_y"),
            **_columns("lead_image", *_in_each_language("alt", "caption")),
        },
    ),
}


def for_page(stories: ArticleQuerySet) -> ArticleQuerySet:
    """The stories with all that one story's page shows but its section; hand each to `settle` before it is used. One query."""
    return with_relations(stories).annotate(**_linked())


def with_relations(stories: ArticleQuerySet) -> ArticleQuerySet:
    """The stories with those they are filed under and signed by; hand each to `settle` before it is used. One query."""
    return stories.annotate(**_annotations())


def settle(article: Article, section: Section | None = None) -> Article:
    """Put what `for_page` or `with_relations` read where templates look for it: relations as `prefetch_related` would.

    `section` is the story's own, if it is at hand; a story that is not given one asks for it.
    """
    told = article.__dict__
    fill(article, **{name: map(_RELATIONS[name][3], told[column]) for name, column in _COLUMNS.items()})
    known = article._state.fields_cache
    for name, (kind, _shown) in _LINKS.items():
        shown = told.get(_column(name))
        if shown:
            known[name] = kind(shown) if shown["pk"] else None
    if section:
        known["section"] = section
    return article


def fill(article: Article, **relations: Iterable[Any]) -> None:
    """Make a story answer these rows for its relations without asking the database."""
    cache: dict[str, QuerySet] = {name: _Read(list(rows)) for name, rows in relations.items()}
    article._prefetched_objects_cache = cache  # type: ignore[attr-defined]


def rows(article: Article, relation: str) -> Sequence[Any]:
    """The rows of a relation: those that were read with the story, by a shorter way than its manager's, or else asked for."""
    found = article.__dict__.get("_prefetched_objects_cache", {}).get(relation)
    return getattr(article, relation).all() if found is None else found


class _Read(QuerySet):
    """Rows of a relation that were read with their story; whoever wants others of them asks their model."""

    def __init__(self, rows: list[Any]) -> None:
        super().__init__(query=_UNASKED)
        self._result_cache = rows
        self._prefetch_done = True

    def _chain(self) -> Self:  # what is asked of a queryset begins with this
        raise TypeError("These rows were read with their story. Ask their model for others.")


_UNASKED = Query(Article)


@cache
def _annotations() -> dict[str, ArraySubquery]:
    """Built once: a query copies what it is given."""
    return {column: _as_json(name) for name, column in _COLUMNS.items()}


@cache
def _linked() -> dict[str, JSONObject]:
    return {_column(name): JSONObject(**shown) for name, (_kind, shown) in _LINKS.items()}


def _column(relation: str) -> str:
    return f"{relation}_as_json"


#: What the database answers with the relations.
_COLUMNS = {name: _column(name) for name in _RELATIONS}


def _as_json(relation: str) -> ArraySubquery:
    through, story, order, _kind, shown = _RELATIONS[relation]
    rows = through._default_manager.filter(**{story: OuterRef("pk")}).order_by(order)
    return ArraySubquery(rows.values(shown=JSONObject(**shown)))
