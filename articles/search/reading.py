"""What a page of answers shows: stories and other things with the words of the question marked, and names of facets."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import translation

from articles import cards
from articles.cards import Card
from articles.search import facets
from articles.search.highlighting import Found, Highlighter
from articles.search.ranking import Ranked
from articles.search.resolving import Resolved

#: No more of a text is looked through for passages.
LOOKED_THROUGH = 12_000  # characters


@dataclass
class Hit:
    """One answer: a story with what its card shows, or another thing with its address and the name of its kind."""

    found: Found
    kind: str
    path: str
    article: Card | None = None


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
    """The answers of a page in their order, and the names of the facets. Two queries."""
    keys = {name: list(facets.keys(ranked.codes, name)) for name in facets.FIELDS}
    with connection.cursor() as cursor:
        cursor.execute(
            _TOLD.replace("_LANG", f"_{language}"),
            {"terms": list(resolved.weights), "documents": list(ranked.documents), "looked": LOOKED_THROUGH, **keys},
        )
        forms, documents, names = cursor.fetchone() or ([], None, None)
    highlighter = Highlighter(forms)
    rows = {row[0]: row[1:] for row in _parsed(documents)}
    shown = cards.of_stories((row[0] for row in rows.values() if row[0]), language)
    with translation.override(language):
        hits = [_hit(rows[key], shown, highlighter) for key in ranked.documents if key in rows]
    return [hit for hit in hits if hit], {code: (name, slug) for code, name, slug in _parsed(names)}


def _parsed(value: Any) -> list[Any]:
    return (json.loads(value) if isinstance(value, str) else value) or []


def _hit(row: list[Any], shown: Mapping[int, Card], highlighter: Highlighter) -> Hit | None:
    """None for a story that was taken back while the question was answered."""
    article, headline, text, path, codes = row
    found = highlighter.found(headline, text)
    kind = next((facets.KINDS[key] for key in facets.keys(codes, "kind")), "")
    if article is None:
        return Hit(found, str(facets.KIND_NAMES[kind]), path)
    card = shown.get(article)
    return Hit(found, kind, card.path, card._replace(found=found)) if card else None
