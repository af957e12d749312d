"""What a page of answers shows: stories and other things with the words of the question marked, and names of facets."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import translation

from articles.models import Article
from articles.search import facets
from articles.search.highlighting import Found, Highlighter
from articles.search.ranking import Ranked
from articles.search.resolving import Resolved

#: No more of a text is looked through for passages.
LOOKED_THROUGH = 12_000  # characters

#: As many values of a facet are shown at most.
SHOWN = 8


@dataclass
class Hit:
    """One answer: a story with what its card shows, or another thing with its address and the name of its kind."""

    found: Found
    kind: str
    path: str
    article: Article | None = None


#: What the key of a facet is called, and the word that a filter knows it by.
Names = Mapping[int, tuple[str, str]]

# One row: the forms of the words, the documents, the names.
_TOLD = """
SELECT ARRAY(SELECT DISTINCT word FROM articles_searchword WHERE term = ANY(%(terms)s::bigint[]) LIMIT 400),
       (SELECT jsonb_agg(jsonb_build_array(id, article_id, headline, left(text, %(looked)s), path, facets))
        FROM articles_searchdocument WHERE id = ANY(%(documents)s::int[])),
       (SELECT jsonb_agg(jsonb_build_array(code, name, slug)) FROM (
           SELECT id * 10 AS code, coalesce(nullif(name_LANG, ''), name_en) AS name, slug_LANG AS slug
           FROM articles_country WHERE id = ANY(%(country)s::bigint[])
           UNION ALL SELECT id * 10 + 1, coalesce(nullif(name_LANG, ''), name_en), slug_LANG
           FROM articles_topic WHERE id = ANY(%(topic)s::bigint[])
           UNION ALL SELECT id * 10 + 2, coalesce(nullif(name_LANG, ''), name_en), slug_LANG
           FROM articles_section WHERE id = ANY(%(section)s::bigint[])
           UNION ALL SELECT id * 10 + 4, name, slug
           FROM articles_author WHERE id = ANY(%(author)s::bigint[]) AND NOT protected) n)
"""


def read(ranked: Ranked, resolved: Resolved, *, language: str) -> tuple[list[Hit], Names]:
    """The answers of a page in their order, and the names of the facets that are shown. Two queries."""
    shown = most_frequent(ranked.codes)
    keys = {name: [key for field, key in map(facets.decoded, shown) if field == name] for name in facets.FIELDS}
    with connection.cursor() as cursor:
        cursor.execute(
            _TOLD.replace("_LANG", f"_{language}"),
            {"terms": list(resolved.weights), "documents": list(ranked.documents), "looked": LOOKED_THROUGH, **keys},
        )
        forms, documents, names = cursor.fetchone() or ([], None, None)
    highlighter = Highlighter(forms)
    rows = {row[0]: row[1:] for row in _parsed(documents)}
    cards = _cards([row[0] for row in rows.values() if row[0]])
    with translation.override(language):
        hits = [_hit(rows[key], cards, highlighter) for key in ranked.documents if key in rows]
    return [hit for hit in hits if hit], {code: (name, slug) for code, name, slug in _parsed(names)}


def most_frequent(codes: Mapping[int, int]) -> list[int]:
    """The codes that are shown of each field, the most frequent first."""
    shown = []
    for name in facets.FIELDS:
        mine = [code for code in codes if facets.decoded(code)[0] == name]
        shown += sorted(mine, key=lambda code: (-codes[code], code))[:SHOWN]
    return shown


def _parsed(value: Any) -> list[Any]:
    return (json.loads(value) if isinstance(value, str) else value) or []


def _cards(keys: list[int]) -> dict[int, Article]:
    cards = Article.objects.published().for_cards()
    return {article.pk: article for article in cards.filter(pk__in=keys)} if keys else {}


def _hit(row: list[Any], cards: Mapping[int, Article], highlighter: Highlighter) -> Hit | None:
    """None for a story that was taken back while the question was answered."""
    article, headline, text, path, codes = row
    found = highlighter.found(headline, text)
    kind = next((facets.KINDS[key] for key in facets.keys(codes, "kind")), "")
    if article is None:
        return Hit(found, str(facets.KIND_NAMES[kind]), path)
    card = cards.get(article)
    if card is None:
        return None
    card.found = found  # type: ignore[attr-defined]  # as the card shows it
    return Hit(found, kind, card.path or "", card)
