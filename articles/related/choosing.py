"""Which of the stories found stand in a list: the best, but not one thing five times, and nothing that is only filler."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from articles.related.scoring import SAME, SAME_WORDS

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
    left: Left = {}
    rest: list[Entry] = []
    for entry in sorted(entries, key=lambda entry: (entry.published_at, entry.article), reverse=True):
        newer = next((kept for kept in rest if likeness(entry, kept) >= SAME), None)
        if newer:
            left[entry.article] = newer.article
        else:
            rest.append(entry)
    share = {entry.article: 1.0 for entry in rest}
    chosen: list[Entry] = []
    while rest and len(chosen) < LENGTH:
        best = max(rest, key=lambda entry: (entry.score * share[entry.article], entry.published_at, entry.article))
        rest.remove(best)
        best.worth = round(best.score * share[best.article], 5)
        chosen.append(best)
        for entry in list(rest):
            taken = (likeness(best, entry) - ALIKE) / (1 - ALIKE)
            if taken > 0:
                share[entry.article] *= 1 - taken
                if share[entry.article] < CROWDED:
                    left[entry.article] = best.article
                    rest.remove(entry)
    return chosen, left


def likeness(one: Entry, other: Entry) -> float:
    return one.alike.get(other.article, other.alike.get(one.article, 0.0))


_PAIRS = """
WITH words AS MATERIALIZED (
    SELECT r.article_id AS story, t.term, t.weight::float8 AS weight
    FROM articles_relatedtext r CROSS JOIN LATERAL unnest(r.terms[1:%(words)s], r.weights[1:%(words)s]) t(term, weight)
    WHERE r.article_id = ANY(%(stories)s::bigint[])
), lengths AS (SELECT story, sqrt(sum(weight * weight)) AS length FROM words GROUP BY story)
SELECT p.one, p.other, (p.product / a.length / b.length * least(1, p.words / %(enough)s))::float8 FROM (
    SELECT a.story AS one, b.story AS other, sum(a.weight * b.weight) AS product, count(*)::float8 AS words
    FROM words a JOIN words b ON b.term = a.term AND b.story < a.story
    WHERE %(all)s OR a.story = ANY(%(newcomers)s::bigint[]) OR b.story = ANY(%(newcomers)s::bigint[])
    GROUP BY a.story, b.story) p
JOIN lengths a ON a.story = p.one JOIN lengths b ON b.story = p.other
WHERE p.product / a.length / b.length > %(alike)s
"""


def pairs(stories: Sequence[int], *, newcomers: Sequence[int] | None = None) -> dict[int, dict[int, float]]:
    """How alike stories are, where that is more than ALIKE; with `newcomers`, only pairs with one of these. One query.

    A few words that both say prove little: texts that share less than SAME_WORDS are that much less alike.
    """
    found: dict[int, dict[int, float]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            _PAIRS,
            {
                "stories": list(stories),
                "words": _WORDS,
                "enough": SAME_WORDS,
                "alike": ALIKE,
                "all": newcomers is None,
                "newcomers": list(newcomers or ()),
            },
        )
        for one, other, value in cursor.fetchall():
            value = round(value, 3)
            found.setdefault(one, {})[other] = value
            found.setdefault(other, {})[one] = value
    return found


def compare(
    entries: Iterable[Entry], likenesses: Callable[[Sequence[int]], Mapping[int, dict[int, float]]]
) -> list[Entry]:
    """The best COMPARED entries, each with what it is like."""
    best = sorted(entries, key=lambda entry: (entry.score, entry.published_at, entry.article), reverse=True)[:COMPARED]
    found = likenesses([entry.article for entry in best]) if len(best) > 1 else {}
    for entry in best:
        entry.alike = dict(found.get(entry.article, {}))
    return best
