"""Which of the stories found stand in a list: the best, but not one thing five times, and nothing that is only filler."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import hypot
from typing import Any

from django.db import connection

from articles.related.scoring import SAME, SAME_WORDS
from articles.related.texts import Text

#: A list holds no more. Pages show fewer; the rest takes the place of stories that are taken back.
LENGTH = 24

#: So many of the best are compared with one another.
COMPARED = 48

#: Stories whose words are more alike than ALIKE are of one event. Each that stands above takes away from those below, the more
#: the more alike they are. What is left with less than CROWDED of its score would only say it once more.
ALIKE, CROWDED = 0.4, 0.5

#: As many of the weightiest words of each are compared.
_WORDS = 60


@dataclass
class Entry:
    """A story that may stand in a list; `alike` says how like it is to others there."""

    article: int
    published_at: datetime
    score: float
    reasons: dict[str, Any] = field(default_factory=dict)
    alike: dict[int, float] = field(default_factory=dict)
    worth: float = 0.0


#: What becomes of entries that don't stand in a list, by key: the entry that says the same.
Left = dict[int, int]


def choose(entries: Iterable[Entry]) -> tuple[list[Entry], Left]:
    """The list, best first, each with its worth; and which stories were left out because another one says the same.

    Of stories that are the same told again, the newest stands. The same entries always give the same list.
    """
    ordered = sorted(entries, key=lambda entry: (entry.published_at, entry.article), reverse=True)
    near = _nearness(ordered)
    left: Left = {}
    rest: dict[int, Entry] = {}
    for entry in ordered:
        newer = [other for other, value in near[entry.article].items() if value >= SAME and other in rest]
        if newer:
            left[entry.article] = max(newer, key=lambda other: (rest[other].published_at, other))
        else:
            rest[entry.article] = entry
    share = dict.fromkeys(rest, 1.0)
    worth = {key: (entry.score, entry.published_at, key) for key, entry in rest.items()}
    chosen: list[Entry] = []
    while worth and len(chosen) < LENGTH:
        key = max(worth, key=worth.__getitem__)
        best = rest[key]
        best.worth = round(worth.pop(key)[0], 5)
        chosen.append(best)
        for other, value in near[key].items():
            if other in worth and value > ALIKE:
                share[other] *= 1 - (value - ALIKE) / (1 - ALIKE)
                worth[other] = (rest[other].score * share[other], rest[other].published_at, other)
                if share[other] < CROWDED:
                    left[other] = key
                    del worth[other]
    return chosen, left


def _nearness(entries: Sequence[Entry]) -> dict[int, dict[int, float]]:
    """How like each entry is to others, whichever of the two knows it."""
    near: dict[int, dict[int, float]] = {entry.article: {} for entry in entries}
    for entry in entries:
        for other, value in entry.alike.items():
            if other in near:
                near[entry.article][other] = value
                near[other].setdefault(entry.article, value)
    return near


_WORDS_OF = """
SELECT article_id, terms[1:%(words)s], weights[1:%(words)s] FROM articles_relatedtext
WHERE article_id = ANY(%(stories)s::bigint[])
"""

_NEAR = """
WITH words AS (
    SELECT story, term, weight::float8 AS weight FROM (
        SELECT article_id AS story, unnest(terms[1:%(words)s]) AS term, unnest(weights[1:%(words)s]) AS weight
        FROM articles_relatedtext WHERE article_id = ANY(%(stories)s::bigint[])) w
), mine AS MATERIALIZED (
    SELECT term, weight::float8 AS weight FROM unnest(%(terms)s::bigint[], %(weights)s::real[]) m(term, weight)
), length AS MATERIALIZED (SELECT sqrt(sum(weight * weight)) AS mine FROM mine)
SELECT p.other, (p.product / l.mine / p.length * least(1, p.words / %(enough)s))::float8 FROM (
    SELECT w.story AS other, sum(m.weight * w.weight) AS product, count(m.term)::float8 AS words,
           sqrt(sum(w.weight * w.weight)) AS length
    FROM words w LEFT JOIN mine m ON m.term = w.term GROUP BY w.story) p CROSS JOIN length l
WHERE p.product / l.mine / p.length > %(alike)s
"""


def pairs(stories: Sequence[int]) -> dict[int, dict[int, float]]:
    """How alike stories are, where that is more than ALIKE. One query; it takes the square of their number.

    A few words that both say prove little: texts that share less than SAME_WORDS are that much less alike.
    """
    with connection.cursor() as cursor:
        cursor.execute(_WORDS_OF, {"stories": list(stories), "words": _WORDS})
        texts = [(story, _of_length_one(terms, weights)) for story, terms, weights in cursor.fetchall()]
    found: dict[int, dict[int, float]] = {}
    for one, products in enumerate(_products([words for _story, words in texts])):
        story, words = texts[one]
        for other in [other for other, product in enumerate(products) if product > ALIKE]:
            its, theirs = texts[other]
            value = round(products[other] * min(1, len(words.keys() & theirs.keys()) / SAME_WORDS), 3)
            found.setdefault(story, {})[its] = value
            found.setdefault(its, {})[story] = value
    return found


def _of_length_one(terms: Sequence[int], weights: Sequence[float]) -> dict[int, float]:
    length = hypot(*weights)
    return {term: weight / length for term, weight in zip(terms, weights, strict=True)}


def _products(texts: Sequence[Mapping[int, float]]) -> list[list[float]]:
    """The products of each text with those before it, by way of the words: most words are in few of them.

    The database, which joins the words with themselves, needs twice as long for it.
    """
    products = [[0.0] * one for one in range(len(texts))]
    holders: dict[int, list[tuple[int, float]]] = {}
    for one, words in enumerate(texts):
        mine = products[one]
        for term, weight in words.items():
            before = holders.setdefault(term, [])
            for other, its in before:
                mine[other] += weight * its
            before.append((one, weight))
    return products


def near(text: Text, stories: Iterable[int]) -> dict[int, float]:
    """How like a text each of these stories is, as `pairs` tells it. One query, which takes as long as there are stories."""
    mine: dict[str, Any] = {"terms": list(text.terms[:_WORDS]), "weights": list(text.weights[:_WORDS])}
    with connection.cursor() as cursor:
        bounds = {"words": _WORDS, "enough": SAME_WORDS, "alike": ALIKE}
        cursor.execute(_NEAR, {"stories": list(stories), **mine, **bounds})
        return {story: round(value, 3) for story, value in cursor.fetchall()}


def compare(
    entries: Iterable[Entry], likenesses: Callable[[Sequence[int]], Mapping[int, dict[int, float]]]
) -> list[Entry]:
    """The best COMPARED entries, each with what it is like."""
    best = sorted(entries, key=lambda entry: (entry.score, entry.published_at, entry.article), reverse=True)[:COMPARED]
    found = likenesses([entry.article for entry in best]) if len(best) > 1 else {}
    for entry in best:
        entry.alike = dict(found.get(entry.article, {}))
    return best
