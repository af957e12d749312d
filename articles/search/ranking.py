"""Ranking: one statement over the postings gives the best documents, how many there are, and what they are filed under.

BM25F as articles/migrations/_search.py weighs it; docs/search.md has the formula, its sources and its bounds.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.backends.utils import CursorWrapper

from articles.search import facets, widening
from articles.search.questions import Question
from articles.search.resolving import CONFIGURATIONS, Reading, Resolved
from articles.search.statement import Statement

#: The best documents that are ranked to the end, counted by facet, and shown by pages.
CANDIDATES = 500

#: As many of them are ranked by all terms of a question that was widened.
COMPLETED = 300

#: As many values of each facet are told, the most frequent.
SHOWN = 8

#: No more postings of one term are read, the weightiest first: by filters that leave much, twice as many.
HEAD = 4_000

#: No more documents that hold a phrase's words are looked at for the phrase itself.
PHRASED = 2_000

#: A filter that leaves no more documents than this is where an answer begins.
FEW = 2_000

#: What a new story gains beside one of long ago, and the age at which half of that is gone.
FRESHNESS = 0.15
HALF_LIFE = 730  # days

#: The orders of answers; the first one prefers recent stories a little.
SORTS = ("best", "relevance", "newest", "oldest")
_DATED = ("newest", "oldest")

#: Answers are counted no further.
COUNTED = 10_000

#: What the answers to one word alone are counted by.
_HOLDING = "(SELECT 1 FROM articles_searchposting WHERE term = ANY(%(terms)s::bigint[]) LIMIT %(counted)s + 1)"


@dataclass(frozen=True)
class Ranked:
    """The documents of one page in their order. `total` counts all answers, at least: `more` says that there are more.
    `codes` counts the most frequent facets of the best CANDIDATES; `partly`: there are more answers than were counted."""

    documents: Sequence[int] = ()
    total: int = 0
    more: bool = False
    codes: Mapping[int, int] = field(default_factory=dict)

    @property
    def partly(self) -> bool:
        return self.more or self.total > CANDIDATES


_ASKED = """WITH asked AS MATERIALIZED (
    SELECT *, true AS typed FROM unnest(%(terms)s::bigint[], %(weights)s::real[]) a(term, weight)
)"""

_ANSWER = """
, scored AS MATERIALIZED (
    SELECT d.id, d.date, d.facets, {score} AS score FROM best b JOIN articles_searchdocument d ON d.id = b.document
)
SELECT (SELECT count(*) FROM {matched} m),
       ARRAY(SELECT id FROM scored ORDER BY {order} LIMIT %(length)s OFFSET %(skipped)s),
       (SELECT jsonb_object_agg(code, n) FROM (
            SELECT code, n, row_number() OVER (PARTITION BY code %% 10 ORDER BY n DESC, code) AS place FROM (
                SELECT code, count(*) AS n FROM scored, unnest(facets) code GROUP BY code) k) c
        WHERE place <= %(shown)s)
"""

_ORDERS = {
    "best": "score DESC, date DESC NULLS LAST, id DESC",
    "relevance": "score DESC, date DESC NULLS LAST, id DESC",
    "newest": "date DESC NULLS LAST, id DESC",
    "oldest": "date ASC NULLS LAST, id ASC",
}

# The newest story is the present: the same rows give the same answer at any hour. What has no date stands in the middle.
_FRESH = (
    "b.score * (1 + %(freshness)s * coalesce(power(0.5, extract(epoch FROM"
    " (SELECT n.date FROM articles_searchdocument n WHERE n.language = %(language)s AND n.date IS NOT NULL"
    " ORDER BY n.date DESC NULLS LAST LIMIT 1) - d.date)::float8 / 86400 / %(half_life)s), 0.5))"
)


def rank(
    cursor: CursorWrapper,
    question: Question,
    resolved: Resolved,
    *,
    language: str,
    sort: str,
    skipped: int,
    length: int,
) -> Ranked:
    """The page of answers after `skipped` ones. One statement; none for a question that can have no answer."""
    by_words = bool(question.wanted)
    if resolved.impossible or question.is_empty or (by_words and not resolved.weights):
        return Ranked()
    statement = Statement(
        language=language,
        config=CONFIGURATIONS[language],
        terms=list(resolved.weights),
        weights=list(resolved.weights.values()),
        candidates=CANDIDATES,
        shown=SHOWN,
        head=HEAD,
        few=FEW,
        phrased=PHRASED,
        counted=COUNTED,
        freshness=FRESHNESS,
        half_life=HALF_LIFE,
        length=length,
        skipped=skipped,
        documents=resolved.documents,
        words=max(len(resolved.groups), 1),
        feedback=widening.FEEDBACK,
        added=widening.ADDED,
        share=widening.SHARE,
    )
    _narrow(statement, question, resolved)
    required = resolved.groups if sort in _DATED else resolved.required
    count: Count | None
    if not by_words:
        count = _of_filters(statement, sort)
    elif required:
        count = _with_all(statement, resolved, required, sort)
    else:
        count = _with_any(statement, resolved)
    if count is None:
        return Ranked()
    order = _ORDERS[sort if by_words or sort == "oldest" else "newest"]
    score = _FRESH if by_words and sort == "best" else "b.score"
    cursor.execute(
        statement.text + _ANSWER.format(score=score, order=order, matched=statement.matched), statement.parameters
    )
    matched, documents, codes = cursor.fetchone() or (0, [], None)
    total, more = count(matched)
    found = json.loads(codes) if isinstance(codes, str) else codes or {}
    return Ranked(documents, total, more, {int(code): n for code, n in found.items()})


Count = Callable[[int], tuple[int, bool]]


def _narrow(statement: Statement, question: Question, resolved: Resolved) -> None:
    for codes in resolved.codes:
        statement.only(f"d.facets && {statement.keep(codes)}::int[]")
        if years := sorted(facets.keys(codes, "year")):
            # The same said by date, which leads to the place in an index.
            statement.only(f"d.date >= make_timestamptz({statement.keep(_within(years[0]))}, 1, 1, 0, 0, 0, 'UTC')")
            statement.only(f"d.date < make_timestamptz({statement.keep(_within(years[-1] + 1))}, 1, 1, 0, 0, 0, 'UTC')")
    if question.after:
        statement.only(f"d.date >= {statement.keep(question.after)}")
    if question.before:
        statement.only(f"d.date < {statement.keep(question.before)}")
    for reading in resolved.excluded:
        if all(reading.slots):
            statement.only(f"NOT ({statement.holds(reading)})")


def _within(year: int) -> int:
    """A year that the database can say."""
    return min(max(year, 1), 9999)


def _of_filters(statement: Statement, sort: str) -> Count:
    """Everything that the filters leave, by date."""
    statement.text = f"""WITH matched AS (
        SELECT 1 FROM articles_searchdocument d WHERE {statement.where} LIMIT %(counted)s + 1
    ), best AS MATERIALIZED (
        SELECT d.id AS document, 0::float8 AS score FROM articles_searchdocument d WHERE {statement.where}
        ORDER BY {_ORDERS["oldest" if sort == "oldest" else "newest"]} LIMIT %(candidates)s
    )"""
    return lambda matched: (min(matched, COUNTED), matched > COUNTED)


def _with_any(statement: Statement, resolved: Resolved) -> Count:
    """Documents that hold any of the terms: the weightiest postings of each, and for the best documents all of theirs."""
    alone, narrowed = len(resolved.weights) == 1, statement.is_narrowed
    head = CANDIDATES if alone and not narrowed else HEAD * (2 if narrowed else 1)
    widened = len(resolved.groups) >= widening.MANY_WORDS
    asked = widening.WIDENED if widened else _ASKED
    cut = any(count > head for count in resolved.counts.values()) or (widened and resolved.documents > head)
    heads = f"""SELECT p.document, p.impact * a.weight AS score FROM asked a CROSS JOIN LATERAL (
            SELECT document, impact FROM articles_searchposting WHERE term = a.term ORDER BY impact DESC LIMIT {head}) p
            WHERE a.typed"""
    if narrowed:
        heads = f"""SELECT p.document, p.impact * a.weight AS score FROM narrow n
            JOIN articles_searchposting p ON p.document = n.id JOIN asked a ON a.term = p.term AND a.typed
            WHERE (SELECT count(*) FROM narrow) <= %(few)s
            UNION ALL
            SELECT h.document, h.score FROM ({heads}) h JOIN articles_searchdocument d ON d.id = h.document
            WHERE (SELECT count(*) FROM narrow) > %(few)s AND {statement.where}"""
        asked += f""", narrow AS MATERIALIZED (
            SELECT d.id FROM articles_searchdocument d WHERE {statement.where} LIMIT %(few)s + 1
        )"""
    matched = f"SELECT document, sum(score)::float8 AS score FROM ({heads}) h GROUP BY document"
    if widened and not narrowed:
        matched = "SELECT document, score / %(words)s * (1 - %(share)s) AS score FROM gathered"
    best = "SELECT document, score FROM matched ORDER BY score DESC, document DESC"
    if widened or (cut and not alone):
        # The first posting of the document from this term on: by the primary key, in that order. As a join, or with `=`, the
        # planner would rather read all postings of a common word.
        first = COMPLETED if widened else CANDIDATES
        best = f"""SELECT c.document, sum(p.impact * a.weight)::float8 AS score FROM ({best} LIMIT {first}) c CROSS JOIN asked a
            CROSS JOIN LATERAL (SELECT x.term, x.impact FROM articles_searchposting x
                WHERE x.document = c.document AND x.term >= a.term ORDER BY x.document, x.term LIMIT 1) p
            WHERE p.term = a.term GROUP BY c.document
            UNION ALL ({best} LIMIT %(candidates)s - {first} OFFSET {first})"""
    statement.text = f"{asked}, matched AS MATERIALIZED ({matched}), best AS MATERIALIZED ({best} LIMIT %(candidates)s)"
    if narrowed:
        return lambda matched: (matched, cut and matched > 0)
    if alone:
        statement.matched = _HOLDING
        return lambda matched: (min(matched, COUNTED), matched > COUNTED)
    most = min(max(resolved.counts.values()), COUNTED)
    return lambda matched: (max(matched, most), cut)


def _with_all(
    statement: Statement, resolved: Resolved, required: Sequence[tuple[Reading, ...]], sort: str
) -> Count | None:
    """Documents that hold every one of these groups; None if no document can."""
    groups = [[reading for reading in group if all(reading.slots)] for group in required]
    if not all(groups):
        return None
    driver = min(groups, key=lambda group: sum(resolved.rarest(reading)[1] for reading in group))
    documents = sum(resolved.rarest(reading)[1] for reading in driver)
    for group in groups:
        statement.only("(" + " OR ".join(f"({statement.holds(reading, phrases=False)})" for reading in group) + ")")
    phrases = [group for group in groups if any(reading.phrase for reading in group)]
    checked = " AND ".join(
        "(" + " OR ".join(f"({statement.stands(reading)})" for reading in group) + ")" for group in phrases
    )
    if sort in _DATED and documents > HEAD:
        alone = len(resolved.weights) == 1 and not statement.narrowed_by_more_than(1)
        return _by_date(statement, sort, checked, alone=alone)
    terms = statement.keep([term for reading in driver for term in resolved.rarest(reading)[0]])
    statement.text = f"""{_ASKED}, held AS MATERIALIZED (
        SELECT d.id, d.date FROM (
            SELECT DISTINCT p.document FROM unnest({terms}::bigint[]) t(term) CROSS JOIN LATERAL (
                SELECT document FROM articles_searchposting WHERE term = t.term ORDER BY impact DESC LIMIT 2 * %(head)s) p
        ) h JOIN articles_searchdocument d ON d.id = h.document WHERE {statement.where}
    ), weighed AS MATERIALIZED (
        SELECT h.id AS document, h.date, h.id, sum(p.impact * a.weight)::float8 AS score
        FROM held h CROSS JOIN asked a CROSS JOIN LATERAL (SELECT x.term, x.impact FROM articles_searchposting x
            WHERE x.document = h.id AND x.term >= a.term ORDER BY x.document, x.term LIMIT 1) p
        WHERE p.term = a.term GROUP BY h.id, h.date ORDER BY {_ORDERS[sort]} LIMIT %(phrased)s
    ), matched AS MATERIALIZED (
        SELECT w.document, w.date, w.id, w.score FROM weighed w CROSS JOIN LATERAL (
            SELECT x.vector FROM articles_searchdocument x WHERE x.id = w.document LIMIT 1) d WHERE {checked or "true"}
    ), best AS MATERIALIZED (SELECT document, score FROM matched ORDER BY {_ORDERS[sort]} LIMIT %(candidates)s)"""
    if documents > 2 * HEAD:
        return lambda matched: (matched, matched > 0)
    return lambda matched: (
        matched,
        matched >= PHRASED or (bool(phrases) and documents > PHRASED and matched > CANDIDATES),
    )


def _by_date(statement: Statement, sort: str, checked: str, *, alone: bool) -> Count:
    """Documents in the order of their dates until there are enough: of a phrase (`checked`), those that hold its words."""
    statement.text = f"""WITH held AS MATERIALIZED (
        SELECT d.id, d.date FROM articles_searchdocument d WHERE {statement.where}
        ORDER BY {_ORDERS[sort]} LIMIT {"%(phrased)s" if checked else "%(candidates)s"}
    ), matched AS MATERIALIZED (
        SELECT h.id, h.date FROM held h CROSS JOIN LATERAL (
            SELECT x.vector FROM articles_searchdocument x WHERE x.id = h.id LIMIT 1) d WHERE {checked or "true"}
    ), best AS MATERIALIZED (
        SELECT id AS document, 0::float8 AS score FROM matched ORDER BY {_ORDERS[sort]} LIMIT %(candidates)s
    )"""
    if checked:
        return lambda matched: (matched, True)
    if alone:
        statement.matched = _HOLDING
        return lambda matched: (min(matched, COUNTED), matched > COUNTED)
    return lambda matched: (matched, matched == CANDIDATES)
