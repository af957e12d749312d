"""From the words of a question to the terms of the index: what each word is found by, and how rare it is."""

import json
from dataclasses import dataclass, field
from math import log
from operator import itemgetter
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.utils.text import slugify

from articles.search import facets
from articles.search.questions import Filter, Question, Word

CONFIGURATIONS = {"en": "newsroom_en", "es": "newsroom_es"}

#: Documents with a term are counted no further where the database has no estimate (articles_search_frequent).
COUNTED = 100_000

#: As many completions of the beginning of a word are asked for.
COMPLETIONS = 40

#: A filter that leaves no more documents than this is where an answer begins.
FEW = 2_000

_TERMS = """
SELECT a.number, l.lexeme, t.term, t.documents,
       CASE WHEN (a.partial OR t.documents = 0) AND length(a.plain) >= 3 THEN (
           SELECT jsonb_agg(jsonb_build_array(e.term, e.documents)) FROM (
               SELECT m.term, coalesce((SELECT f.documents FROM frequent f WHERE f.term = m.term), (SELECT count(*) FROM (
                   SELECT 1 FROM articles_searchposting p WHERE p.term = m.term LIMIT 5000) n)) AS documents
               FROM (SELECT DISTINCT w.term FROM (
                   SELECT term FROM articles_searchword
                   WHERE word ~>=~ a.plain AND word ~<~ (a.plain || chr(1114111))
                     AND language = %(language)s ORDER BY word LIMIT %(completions)s) w) m
           ) e WHERE e.documents > 0)
       END,
       a.plain
FROM (SELECT number, word, partial, unaccent(lower(word)) AS plain
      FROM unnest(%(words)s::text[], %(partial)s::bool[]) WITH ORDINALITY u(word, partial, number)) a
LEFT JOIN LATERAL unnest(tsvector_to_array(to_tsvector(%(config)s::regconfig, a.word))) l(lexeme) ON true
LEFT JOIN LATERAL (
    SELECT k.term, coalesce((SELECT f.documents FROM frequent f WHERE f.term = k.term), (SELECT count(*) FROM (
        SELECT 1 FROM articles_searchposting p WHERE p.term = k.term LIMIT %(counted)s) n)) AS documents
    FROM (SELECT articles_search_term(%(language)s, l.lexeme) AS term) k) t ON l.lexeme IS NOT NULL
ORDER BY a.number
"""

# Everything that has to be known before documents are ranked, as one row.
_KNOWN = """
WITH frequent AS MATERIALIZED (SELECT * FROM articles_search_frequent())
SELECT set_config('statement_timeout', %(patience)s, true),
       -- What an index has in order is not to be sorted: the planner, which guesses that a word has few postings, would read all.
       set_config('jit', 'off', true) || set_config('enable_sort', 'off', true),
       (SELECT coalesce(sum(documents), 0)::bigint FROM articles_searchtally WHERE language = %(language)s),
       EXISTS (SELECT 1 FROM unnest(tsvector_to_array(to_tsvector(%(other_config)s::regconfig, %(text)s))) l(lexeme)
               JOIN articles_searchposting p ON p.term = articles_search_term(%(other)s, l.lexeme)),
       (SELECT jsonb_agg(to_jsonb(r)) FROM (TERMS) r(number, lexeme, term, documents, completions, plain)),
       (SELECT jsonb_agg(jsonb_build_array(f.number, f.code)) FROM (
           SELECT u.number, c.key * 10 + c.place AS code
           FROM unnest(%(fields)s::text[], %(values)s::text[], %(slugs)s::text[])
                WITH ORDINALITY u(field, value, slug, number)
           JOIN LATERAL (
               SELECT id AS key, 0 AS place FROM articles_country
               WHERE u.field = 'country' AND (u.slug IN (slug_en, slug_es) OR upper(u.value) = code)
               UNION ALL
               SELECT id, 1 FROM articles_topic
               WHERE u.field = 'topic' AND (u.slug IN (slug_en, slug_es)
                   OR lower(u.value) IN (SELECT lower(alias) FROM unnest(aliases) alias))
               UNION ALL
               SELECT coalesce(s.id, m.id), 2 FROM articles_section m LEFT JOIN articles_section s
                   ON s.id = m.id OR s.parent_id = m.id
               WHERE u.field = 'section' AND u.slug IN (m.slug_en, m.slug_es)
               UNION ALL
               SELECT id, 4 FROM articles_author
               WHERE u.field = 'author' AND u.slug <> '' AND NOT protected
                 AND ('-' || slug || '-') LIKE '%%-' || u.slug || '-%%'
           ) c ON true) f)
"""


@dataclass(frozen=True)
class Reading:
    """How one word or phrase is found: each of `slots` holds the terms of which one has to be there. A `phrase` is its text."""

    slots: tuple[tuple[int, ...], ...]
    phrase: str = ""


@dataclass
class Resolved:
    """What a question means in the index. `documents` are those of its language, of which `few` says how many a filter
    leaves. `weights` are the terms that documents are ranked by, each with its rarity (the inverse document frequency of
    BM25); `counts` says how many documents hold each. Each of `groups` holds alternatives. `unknown` are the words, plain,
    that no document holds, by the way they were typed. `elsewhere`: the other language has answers.
    """

    documents: int = 0
    weights: dict[int, float] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    groups: list[tuple[Reading, ...]] = field(default_factory=list)
    required: list[tuple[Reading, ...]] = field(default_factory=list)
    excluded: list[Reading] = field(default_factory=list)
    unknown: dict[str, str] = field(default_factory=dict)
    codes: list[list[int]] = field(default_factory=list)
    elsewhere: bool = False

    def rarest(self, reading: Reading) -> tuple[tuple[int, ...], int]:
        """The slot of a reading that the fewest documents fill, and how many these are at most."""
        return min(((slot, sum(self.counts[term] for term in slot)) for slot in reading.slots), key=itemgetter(1))

    @property
    def impossible(self) -> bool:
        """Whether a filter names what is not there."""
        return any(not codes for codes in self.codes)


def resolve(cursor: CursorWrapper, question: Question, *, language: str, other: str, patience: int) -> Resolved:
    """Ask the database for all of it at once, and hold this transaction's statements to `patience` milliseconds."""
    words = [word for group in question.wanted for word in group] + list(question.excluded)
    slots = [(number, kept, value) for number, kept in enumerate(question.filters) for value in kept.values]
    cursor.execute(
        _KNOWN.replace("TERMS", _TERMS),
        {
            "patience": str(patience),
            "language": language,
            "other": other,
            "config": CONFIGURATIONS[language],
            "other_config": CONFIGURATIONS[other],
            "text": " ".join(word.text for group in question.wanted for word in group),
            "words": [word.text for word in words],
            "partial": [word.partial for word in words],
            "completions": COMPLETIONS,
            "counted": COUNTED,
            "fields": [kept.field for _number, kept, _value in slots],
            "values": [value for _number, _kept, value in slots],
            "slugs": [slugify(value) for _number, _kept, value in slots],
        },
    )
    _patience, _jit, documents, elsewhere, terms, codes = cursor.fetchone() or (None,) * 6
    resolved = Resolved(documents=max(documents or 0, 0), elsewhere=bool(elsewhere))
    _settle_terms(resolved, question, _read(terms))
    resolved.codes = _codes(question, slots, _read(codes))
    return resolved


def _read(value: Any) -> list[Any]:
    return (json.loads(value) if isinstance(value, str) else value) or []


def _settle_terms(resolved: Resolved, question: Question, rows: list[dict[str, Any]]) -> None:
    by_word: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        by_word.setdefault(row["number"], []).append(row)
    number = 0
    for group in question.wanted:
        readings = []
        for word in group:
            number += 1
            reading = _reading(resolved, word, by_word.get(number, []))
            if reading.slots:
                readings.append(reading)
        if not readings:
            continue
        resolved.groups.append(tuple(readings))
        if all(word.phrase for word in group):
            resolved.required.append(tuple(readings))
    for word in question.excluded:
        number += 1
        if (reading := _reading(Resolved(), word, by_word.get(number, []))).slots:
            resolved.excluded.append(reading)


def _reading(resolved: Resolved, word: Word, rows: list[dict[str, Any]]) -> Reading:
    """The slots of a word; its terms are added to those that documents are ranked by."""
    slots = []
    for row in rows:
        terms = {row["term"]: row["documents"]} if row["documents"] else {}
        terms |= dict(row["completions"] or ())
        if row["lexeme"] is None and not terms:
            continue  # a word that is in every text
        resolved.counts |= terms
        together = min(sum(terms.values()), resolved.documents)
        for term in terms:
            resolved.weights[term] = resolved.weights.get(term, 0) + _rarity(together, resolved.documents)
        if not terms and not word.phrase:
            resolved.unknown[word.text] = row["plain"]
        slots.append(tuple(terms))
    return Reading(tuple(slots), word.text if word.phrase else "")


def _rarity(documents: int, among: int) -> float:
    """The inverse document frequency of BM25, which is never negative in this form."""
    return log(1 + (among - documents + 0.5) / (documents + 0.5))


def _codes(question: Question, slots: list[tuple[int, Filter, str]], found: list[list[int]]) -> list[list[int]]:
    """For each filter of a question the codes of which a document has to have one."""
    codes: list[list[int]] = [[] for _filter in question.filters]
    for number, code in found:
        codes[slots[number - 1][0]].append(code)
    for place, kept, value in slots:
        if kept.field == "kind" and (name := facets.kind_named(value)):
            codes[place].append(facets.kind(name))
        elif kept.field == "year" and value.isascii() and value.isdigit() and len(value) == 4:
            codes[place].append(facets.code("year", int(value)))
    return codes
