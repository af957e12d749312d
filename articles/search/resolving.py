"""From the words of a question to the terms of the index: what each word is found by, and how rare it is."""

import json
from dataclasses import dataclass, field
from math import log
from operator import itemgetter
from typing import Any

from django.db.backends.utils import CursorWrapper
from django.utils.text import slugify

from articles.search import facets
from articles.search.questions import Question, Word

CONFIGURATIONS = {"en": "newsroom_en", "es": "newsroom_es"}

#: Documents with a term are counted so far for every question; only a term that more hold is looked up among the frequent ones
#: (articles_search_frequent), and if it is none of these counted as far as the second number says.
RARE, COUNTED = 500, 100_000

#: As many completions of the beginning of a word are asked for.
COMPLETIONS = 40

# Postings are counted from the first one of a term on, in the order of their index: the planner, which guesses that there are
# few, would gather all that equal the term.
_TERMS = """
SELECT a.number, l.lexeme, t.term, t.documents, a.plain
FROM (SELECT number, word, unaccent(lower(word)) AS plain FROM unnest(%(words)s::text[]) WITH ORDINALITY u(word, number)) a
LEFT JOIN LATERAL unnest(tsvector_to_array(to_tsvector(%(config)s::regconfig, a.word))) l(lexeme) ON true
LEFT JOIN LATERAL (
    SELECT k.term, (SELECT count(*) FROM (
        SELECT p.term FROM articles_searchposting p WHERE p.term >= k.term ORDER BY p.term, p.impact DESC LIMIT %(rare)s + 1) n
        WHERE n.term = k.term) AS documents
    FROM (SELECT articles_search_term(%(language)s, l.lexeme) AS term) k) t ON l.lexeme IS NOT NULL
ORDER BY a.number
"""

# Everything that most questions have to know before documents are ranked, as one row.
_KNOWN = f"""
SELECT set_config('statement_timeout', %(patience)s, true),
       -- What an index has in order is not to be sorted: the planner, which guesses that a word has few postings, would read all.
       set_config('jit', 'off', true) || set_config('enable_sort', 'off', true),
       (SELECT coalesce(sum(documents), 0)::bigint FROM articles_searchtally WHERE language = %(language)s),
       EXISTS (SELECT 1 FROM unnest(tsvector_to_array(to_tsvector(%(other_config)s::regconfig, %(text)s))) l(lexeme)
               JOIN articles_searchposting p ON p.term = articles_search_term(%(other)s, l.lexeme)),
       (SELECT jsonb_agg(to_jsonb(r)) FROM ({_TERMS}) r(number, lexeme, term, documents, plain))
"""

_FREQUENT = """
WITH frequent AS MATERIALIZED (SELECT * FROM articles_search_frequent())
SELECT t.term, coalesce((SELECT f.documents FROM frequent f WHERE f.term = t.term), (SELECT count(*) FROM (
    SELECT 1 FROM articles_searchposting p WHERE p.term = t.term LIMIT %(counted)s) n))
FROM unnest(%(terms)s::bigint[]) t(term)
"""

_COMPLETIONS = """
WITH frequent AS MATERIALIZED (SELECT * FROM articles_search_frequent())
SELECT a.plain, e.term, e.documents FROM unnest(%(plain)s::text[]) a(plain) CROSS JOIN LATERAL (
    SELECT m.term, coalesce((SELECT f.documents FROM frequent f WHERE f.term = m.term), (SELECT count(*) FROM (
        SELECT 1 FROM articles_searchposting p WHERE p.term = m.term LIMIT 5000) n)) AS documents
    FROM (SELECT DISTINCT w.term FROM (
        SELECT term FROM articles_searchword
        WHERE word ~>=~ a.plain AND word ~<~ (a.plain || chr(1114111))
          AND language = %(language)s ORDER BY word LIMIT %(completions)s) w) m
) e WHERE e.documents > 0
"""

_CODES = """
SELECT u.number, c.key * 10 + c.place
FROM unnest(%(fields)s::text[], %(values)s::text[], %(slugs)s::text[]) WITH ORDINALITY u(field, value, slug, number)
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
) c ON true
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
    """Ask the database for what the words mean, and hold this transaction's statements to `patience` milliseconds.

    One query; one more each for frequent words, for beginnings of words (and words that nothing holds), and for filters.
    """
    words = [word for group in question.wanted for word in group] + list(question.excluded)
    cursor.execute(
        _KNOWN,
        {
            "patience": str(patience),
            "language": language,
            "other": other,
            "config": CONFIGURATIONS[language],
            "other_config": CONFIGURATIONS[other],
            "text": " ".join(word.text for group in question.wanted for word in group),
            "words": [word.text for word in words],
            "rare": RARE,
        },
    )
    _patience, _jit, documents, elsewhere, told = cursor.fetchone() or (None,) * 5
    terms = (json.loads(told) if isinstance(told, str) else told) or []
    _count(cursor, terms)
    _complete(cursor, [(words[row["number"] - 1], row) for row in terms], language)
    resolved = Resolved(documents=max(documents or 0, 0), elsewhere=bool(elsewhere))
    _settle_terms(resolved, question, terms)
    resolved.codes = _codes(cursor, question)
    return resolved


def _count(cursor: CursorWrapper, terms: list[dict[str, Any]]) -> None:
    """Say of the terms that are not rare how many documents hold them."""
    frequent = [row["term"] for row in terms if (row["documents"] or 0) > RARE]
    if frequent:
        cursor.execute(_FREQUENT, {"terms": frequent, "counted": COUNTED})
        counts = dict(cursor.fetchall())
        for row in terms:
            row["documents"] = counts.get(row["term"], row["documents"])


def _complete(cursor: CursorWrapper, typed: list[tuple[Word, dict[str, Any]]], language: str) -> None:
    """Say what words begin with those that are half typed, or that no document holds."""
    halves = [row for word, row in typed if len(row["plain"]) >= 3 and (word.partial or row["documents"] == 0)]
    if halves:
        plain = sorted({row["plain"] for row in halves})
        cursor.execute(_COMPLETIONS, {"plain": plain, "language": language, "completions": COMPLETIONS})
        found: dict[str, dict[int, int]] = {}
        for beginning, term, documents in cursor.fetchall():
            found.setdefault(beginning, {})[term] = documents
        for row in halves:
            row["completions"] = found.get(row["plain"], {})


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
        terms |= row.get("completions", {})
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


def _codes(cursor: CursorWrapper, question: Question) -> list[list[int]]:
    """For each filter of a question the codes of which a document has to have one."""
    slots = [(number, kept, value) for number, kept in enumerate(question.filters) for value in kept.values]
    codes: list[list[int]] = [[] for _filter in question.filters]
    if any(kept.field not in _SAID for _place, kept, _value in slots):
        fields, values = [kept.field for _place, kept, _value in slots], [value for _place, _kept, value in slots]
        cursor.execute(_CODES, {"fields": fields, "values": values, "slugs": list(map(slugify, values))})
        for number, code in cursor.fetchall():
            codes[slots[number - 1][0]].append(code)
    for place, kept, value in slots:
        if kept.field == "kind" and (name := facets.kind_named(value)):
            codes[place].append(facets.kind(name))
        elif kept.field == "year" and value.isascii() and value.isdigit() and len(value) == 4:
            codes[place].append(facets.code("year", int(value)))
    return codes


#: Fields whose values say themselves what they mean.
_SAID = frozenset({"kind", "year"})
