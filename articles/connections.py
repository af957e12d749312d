"""What hangs on a story: countries, topics, tags, bylines and picks, read in one query and written only where they differ.

Django's `set` asks again for each relation, and taggit's for each tag: two thirds of the statements of a publication.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, Q, Value

from articles.models import Article, ArticleCountry, ArticleTag, ArticleTopic, Byline, RelatedPick, Tag

#: Each relation by the table that holds it, its link to the story, its link to the other row, and what else is said there.
_TABLES: dict[str, tuple[type[Model], str, str, str | None, str | None]] = {
    "countries": (ArticleCountry, "article", "country_id", None, None),
    "topics": (ArticleTopic, "article", "topic_id", None, None),
    "tags": (ArticleTag, "content_object", "tag_id", "tag__name", None),
    "bylines": (Byline, "article", "author_id", "role", "position"),
    "picks": (RelatedPick, "article", "picked_id", None, "position"),
}

Row = tuple[int, str, int]


def read(article: Article) -> dict[str, list[Row]]:
    """The rows of each relation, in their order: the key of the other row, its word ("" for none), its place (or 0)."""
    rows = [
        table._default_manager.filter(**{story: article})
        .order_by()
        .values_list(Value(name), link, word or Value(""), place or Value(0))
        for name, (table, story, link, word, place) in _TABLES.items()
    ]
    found: dict[str, list[Row]] = {name: [] for name in _TABLES}
    for name, *row in sorted(rows[0].union(*rows[1:], all=True), key=lambda row: (row[3], row[1])):
        found[name].append(tuple(row))
    return found


def write(
    article: Article,
    *,
    countries: Collection[int],
    topics: Collection[int],
    tags: Sequence[str],
    bylines: Sequence[tuple[int, str]],
    picks: Sequence[int],
) -> None:
    """Make the relations of a story these. A relation that does not change is not written, and so starts no edition."""
    there = read(article)
    _write_set(article, "countries", _keys(there["countries"]), set(countries))
    _write_set(article, "topics", _keys(there["topics"]), set(topics))
    _write_tags(article, there["tags"], tags)
    _write_list(article, "bylines", there["bylines"], bylines)
    _write_list(article, "picks", there["picks"], [(picked, "") for picked in picks])


def _keys(rows: Iterable[Row]) -> set[int]:
    return {key for key, _word, _place in rows}


def _write_set(article: Article, name: str, there: set[int], wanted: set[int]) -> None:
    table, story, link, _word, _place = _TABLES[name]
    if gone := there - wanted:
        table._default_manager.filter(**{story: article, f"{link}__in": gone}).delete()
    if new := sorted(wanted - there):
        table._default_manager.bulk_create(table(**{story: article, link: key}) for key in new)


def _write_list(article: Article, name: str, there: list[Row], wanted: Sequence[tuple[int, str]]) -> None:
    if [(key, word) for key, word, _place in there] == list(wanted):
        return
    table, story, link, word, _place = _TABLES[name]
    if there:
        table._default_manager.filter(**{story: article}).delete()
    rows: list[dict[str, Any]] = [{link: key} | ({word: said} if word else {}) for key, said in wanted]
    table._default_manager.bulk_create(
        table(**{story: article, "position": position}, **row) for position, row in enumerate(rows)
    )


def _write_tags(article: Article, there: list[Row], wanted: Sequence[str]) -> None:
    """As taggit does it: a tag is known however its letters are written, and one that is not known is made."""
    if {name for _key, name, _place in there} == set(wanted):
        return
    known = reduce(or_, (Q(name__iexact=name) for name in wanted), Q(pk__in=()))
    found = dict(Tag.objects.filter(known).values_list("pk", "name"))
    if {name.casefold() for name in found.values()} >= {name.casefold() for name in wanted}:
        _write_set(article, "tags", _keys(there), set(found))
    else:
        article.tags.set(wanted)
