"""A story with its relations in one query: the database answers them as JSON beside the row.

`prefetch_related` asks once for each relation, which is right for lists; the page of one story would take four more queries.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, Self, cast

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Model, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.db.models.sql import Query

from articles.models import Article, ArticleCountry, ArticleTag, ArticleTopic, Author, Byline, Country, Tag, Topic
from articles.querysets import ArticleQuerySet

_NAMED = ("id", "name_en", "name_es", "slug_en", "slug_es")

#: Each relation by the table that holds it, the link to the row it leads to, and the columns that pages show of that row.
_RELATIONS: dict[str, tuple[type[Model], str, str, type[Model], tuple[str, ...]]] = {
    "countries": (ArticleCountry, "article", "country", Country, (*_NAMED, "code")),
    "topics": (ArticleTopic, "article", "topic", Topic, (*_NAMED, "kind", "aliases")),
    "tags": (ArticleTag, "content_object", "tag", Tag, ("id", "name", "slug")),
    "bylines": (Byline, "article", "author", Author, ("id", "name", "slug", "protected")),
}

#: What a byline says beside the name.
_OF_A_BYLINE = ("role", "position")


def for_page(stories: ArticleQuerySet) -> ArticleQuerySet:
    """The stories with all that one story's page shows; hand each to `settle` before it is used. One query."""
    return with_relations(stories.select_related("section__parent", "lead_image", "kicker_topic", "kicker_country"))


def with_relations(stories: ArticleQuerySet) -> ArticleQuerySet:
    """The stories with those they are filed under and signed by; hand each to `settle` before it is used. One query."""
    return stories.annotate(**_annotations())


def settle(article: Article) -> Article:
    """Put the relations that `for_page` read where `prefetch_related` would have put them."""
    fill(article, **{name: _rows(article, name) for name in _RELATIONS})
    return article


def fill(article: Article, **relations: Iterable[Model]) -> None:
    """Make a story answer these rows for its relations without asking the database."""
    cache: dict[str, QuerySet] = {name: _Read(list(rows)) for name, rows in relations.items()}
    article._prefetched_objects_cache = cache  # type: ignore[attr-defined]


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
    return {_column(name): _as_json(name) for name in _RELATIONS}


def _column(relation: str) -> str:
    return f"{relation}_as_json"


def _as_json(relation: str) -> ArraySubquery:
    through, story, link, _target, columns = _RELATIONS[relation]
    shown: dict[str, Any] = {name: F(f"{link}__{name}") for name in columns}
    order = f"{link}_id"
    if through is Byline:
        shown |= {f"byline_{name}": F(name) for name in _OF_A_BYLINE}
        order = "position"
    rows = through._default_manager.filter(**{story: OuterRef("pk")}).order_by(order)
    return ArraySubquery(rows.values(shown=JSONObject(**shown)))


def _rows(article: Article, relation: str) -> list[Model]:
    through, _story, _link, target, columns = _RELATIONS[relation]
    found: list[Model] = []
    for told in getattr(article, _column(relation)):
        # `from_db` takes values in the order of the model's own columns.
        names = [field.attname for field in target._meta.concrete_fields if field.attname in columns]
        row = target.from_db(article._state.db, names, [told[name] for name in names])
        if through is Byline:
            row = Byline(
                article=article, author=cast(Author, row), **{name: told[f"byline_{name}"] for name in _OF_A_BYLINE}
            )
        found.append(row)
    return found
