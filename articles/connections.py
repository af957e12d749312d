"""What hangs on a story: countries, topics, tags, bylines and picks, read in one query and written only where they differ.

Django's `set` asks again for each relation, and taggit's for each tag: two thirds of the statements of a publication.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Model, Q, QuerySet, Value

from articles import asking
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
    found: dict[str, list[Row]] = {name: [] for name in _TABLES}
    for name, *row in sorted(_rows(story=article.pk), key=lambda row: (row[3], row[1])):
        found[name].append(tuple(row))
    return found


@asking.once(story=int)
def _rows(story: int) -> QuerySet:
    rows = [
        table._default_manager.filter(**{link: story})
        .order_by()
        .values_list(Value(name), other, word or Value(""), place or Value(0))
        for name, (table, link, other, word, place) in _TABLES.items()
    ]
    return rows[0].union(*rows[1:], all=True)


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
    new = {
        "countries": _set(article, "countries", there["countries"], set(countries)),
        "topics": _set(article, "topics", there["topics"], set(topics)),
        "tags": _tags(article, there["tags"], tags),
        "bylines": _list(article, "bylines", there["bylines"], bylines),
        "picks": _list(article, "picks", there["picks"], [(picked, "") for picked in picks]),
    }
    _add(article, {name: rows for name, rows in new.items() if rows})


def _set(article: Article, name: str, there: Iterable[Row], wanted: set[int]) -> list[Row]:
    """Take away what is not wanted; the rows that are missing."""
    table, story, link, _word, _place = _TABLES[name]
    known = {key for key, _word, _place in there}
    if gone := known - wanted:
        table._default_manager.filter(**{story: article, f"{link}__in": gone}).delete()
    return [(key, "", 0) for key in sorted(wanted - known)]


def _list(article: Article, name: str, there: list[Row], wanted: Sequence[tuple[int, str]]) -> list[Row]:
    """Take all of them away where they, or their order, are others; the rows of the new list."""
    if [(key, word) for key, word, _place in there] == list(wanted):
        return []
    table, story, _link, _word, _place = _TABLES[name]
    if there:
        table._default_manager.filter(**{story: article}).delete()
    return [(key, word, place) for place, (key, word) in enumerate(wanted)]


def _tags(article: Article, there: list[Row], wanted: Sequence[str]) -> list[Row]:
    """As taggit does it: a tag is known however its letters are written, and one that is not known is made."""
    if {name for _key, name, _place in there} == set(wanted):
        return []
    known = reduce(or_, (Q(name__iexact=name) for name in wanted), Q(pk__in=()))
    found = dict(Tag.objects.filter(known).values_list("pk", "name"))
    if {name.casefold() for name in found.values()} >= {name.casefold() for name in wanted}:
        return _set(article, "tags", there, set(found))
    article.tags.set(wanted)
    return []


def _add(article: Article, new: Mapping[str, Sequence[Row]]) -> None:
    """Write new rows of all relations. One statement, where the ORM has one for each table."""
    if not new:
        return
    parts, values = [], dict[str, Any](story=article.pk)
    for name, rows in new.items():
        table, story, *columns = _TABLES[name]
        fields: list[Any] = [table._meta.get_field(story)]
        given = ["%(story)s::bigint"]
        for number, column in enumerate(columns):
            if column and "__" not in column:
                fields.append(field := table._meta.get_field(column))
                kind = (field.db_type(connection) or "").partition("(")[0]  # a cast to varchar(9) would cut words short
                given.append(f"unnest(%({name}{number})s::{kind}[])")
                values[f"{name}{number}"] = [row[number] for row in rows]
        quoted = ", ".join(f'"{field.column}"' for field in fields)
        parts.append(f'INSERT INTO "{table._meta.db_table}" ({quoted}) SELECT {", ".join(given)}')
    *others, last = parts
    besides = ", ".join(f"part{number} AS ({part})" for number, part in enumerate(others))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {besides} {last}" if others else last, values)
