"""The words that set a story apart: those that it says often and that few others say, as one row of numbers.

Only headline, dek and text count here, with what they say about names; topics, countries and tags have a weight of their own
(`articles.related.scoring`), and bylines none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles import markup
from articles.models import Article, RelatedText
from articles.search.documents import SEARCHED_LENGTH
from articles.search.resolving import CONFIGURATIONS

#: A word of the headline counts as if it stood so many times in the text.
IN_HEADLINE = 3

#: A word that is said twice counts 1.5 times as much, not twice: n to this power.
DAMPING = 0.6

#: No more words of a story are compared, the weightiest first.
KEPT = 200

#: A word is counted ahead by `count_words` if it stands in so many documents.
COMMON = 300


@dataclass(frozen=True)
class Text:
    """The row of RelatedText of one story."""

    terms: Sequence[int] = ()
    weights: Sequence[float] = ()
    headline: Sequence[int] = ()
    rarities: Sequence[float] = ()


_OF_STORIES = """
    SELECT d.article_id AS story, d.language, d.vector, to_tsvector(CASE d.language WHEN 'es' THEN 'newsroom_es'
        ELSE 'newsroom_en' END::regconfig, d.names) AS named
    FROM articles_searchdocument d WHERE d.article_id = ANY(%(stories)s::bigint[])
"""

_OF_WORDS = """
    SELECT 0 AS story, %(language)s AS language, setweight(to_tsvector(%(config)s::regconfig, %(headline)s), 'A')
        || setweight(to_tsvector(%(config)s::regconfig, %(dek)s), 'B')
        || setweight(to_tsvector(%(config)s::regconfig, %(text)s), 'D') AS vector, ''::tsvector AS named
"""

# Names stand beside the dek in a search document: what they add to it is taken off again. What is materialized, or fenced off by
# OFFSET 0, is computed once and not wherever it is named.
_WEIGHED = """
WITH said AS MATERIALIZED (SAID), sizes AS (
    SELECT language, greatest(sum(documents), 1)::float8 AS stories FROM articles_searchtally GROUP BY language
), counted AS MATERIALIZED (
    SELECT s.story, s.language, articles_search_term(s.language, u.lexeme) AS term, 'A' = ANY(u.weights) AS told,
           %(in_headline)s * cardinality(array_positions(u.weights, 'A')) + cardinality(array_positions(u.weights, 'D'))
           + CASE WHEN 'B' = ANY(u.weights) THEN greatest(0, cardinality(array_positions(u.weights, 'B')) - coalesce(
                 (SELECT cardinality(n.positions) FROM unnest(s.named) n WHERE n.lexeme = u.lexeme), 0)) ELSE 0 END AS times
    FROM said s CROSS JOIN LATERAL unnest(s.vector) u
), rare AS MATERIALIZED (
    SELECT c.story, c.term, c.told, c.times, ln(1 + (z.stories - k.documents + 0.5) / (k.documents + 0.5)) AS rarity
    FROM (
        SELECT story, term, told, times, language, coalesce(
            (SELECT w.documents FROM articles_relatedword w WHERE w.term = counted.term),
            (SELECT count(*) FROM articles_searchposting p WHERE p.term = counted.term)) AS documents
        FROM counted WHERE times > 0 OFFSET 0) c
    JOIN sizes z USING (language) CROSS JOIN LATERAL (SELECT least(z.stories, greatest(1, c.documents)) AS documents) k
), weighed AS (
    SELECT story, term, told, rarity, power(times::float8, %(damping)s::float8) * rarity AS weight FROM rare
), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY story ORDER BY weight DESC, term) AS place,
           sqrt(sum(weight * weight) OVER (PARTITION BY story)) AS length FROM weighed
)
SELECT s.story,
       coalesce(array_agg(r.term ORDER BY r.place) FILTER (WHERE r.place <= %(kept)s), '{}'),
       coalesce(array_agg((r.weight / r.length)::real ORDER BY r.place) FILTER (WHERE r.place <= %(kept)s), '{}'),
       coalesce(array_agg(r.term ORDER BY r.place) FILTER (WHERE r.told), '{}'),
       coalesce(array_agg(r.rarity::real ORDER BY r.place) FILTER (WHERE r.told), '{}')
FROM said s LEFT JOIN ranked r USING (story) GROUP BY s.story
"""

_STORE = """
INSERT INTO articles_relatedtext (article_id, terms, weights, headline, rarities) (ROWS)
ON CONFLICT (article_id) DO UPDATE SET terms = excluded.terms, weights = excluded.weights,
    headline = excluded.headline, rarities = excluded.rarities
RETURNING article_id, terms, weights, headline, rarities
"""

_WRITE = _STORE.replace("ROWS", _WEIGHED)

_KEEP = _STORE.replace(
    "ROWS",
    "SELECT %(story)s::bigint, %(terms)s::bigint[], %(weights)s::real[], %(headline)s::bigint[], %(rarities)s::real[]",
)

_SETTINGS = {"in_headline": IN_HEADLINE, "damping": DAMPING, "kept": KEPT}


def write(stories: Sequence[int]) -> dict[int, Text]:
    """Weigh the words of live stories anew, by how rare they are now, and keep that. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_WRITE.replace("SAID", _OF_STORIES), {"stories": list(stories), **_SETTINGS})
        return {row[0]: Text(*row[1:]) for row in cursor.fetchall()}


def keep(story: int, text: Text) -> None:
    """Make this the words of a story. One statement."""
    row: dict[str, Any] = {
        "terms": list(text.terms),
        "weights": list(text.weights),
        "headline": list(text.headline),
        "rarities": list(text.rarities),
    }
    with connection.cursor() as cursor:
        cursor.execute(_KEEP, {"story": story, **row})


def stored(story: int) -> Text:
    """The words of a live story as they were last weighed. One query."""
    row = RelatedText.objects.filter(pk=story).values_list("terms", "weights", "headline", "rarities").first()
    return Text(*row) if row else Text()


def of_draft(article: Article) -> Text:
    """The words of a story as it stands in memory; nothing is written. One query."""
    return of_words(article.language, article.headline, article.dek, article.body)


def of_words(language: str, headline: str, dek: str, body: str) -> Text:
    """The words of a story that nobody has published yet; nothing is written. One query."""
    words = {
        "language": language,
        "config": CONFIGURATIONS[language],
        "headline": headline,
        "dek": dek,
        "text": markup.to_text(body)[:SEARCHED_LENGTH],
    }
    with connection.cursor() as cursor:
        cursor.execute(_WEIGHED.replace("SAID", _OF_WORDS), {**words, **_SETTINGS})
        return Text(*(cursor.fetchone() or (0,))[1:])


def count_words() -> None:
    """Count the common words anew. Wrong counts do no harm that a later count would not mend."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_relatedword AS w (term, documents)"
            " SELECT term, count(*) FROM articles_searchposting GROUP BY term HAVING count(*) >= %(common)s"
            " ON CONFLICT (term) DO UPDATE SET documents = excluded.documents WHERE w.documents <> excluded.documents",
            {"common": COMMON},
        )
        cursor.execute(
            "DELETE FROM articles_relatedword w WHERE w.documents < 2 * %(common)s AND (SELECT count(*) FROM ("
            " SELECT 1 FROM articles_searchposting p WHERE p.term = w.term LIMIT %(common)s) p) < %(common)s",
            {"common": COMMON},
        )
