"""Which stories might be related to one, and what they share with it.

Two ways lead to them: postings of the story's most telling words, and the shelves of its subjects on both sides of its date. The
most promising are compared in full. All is bounded, so it takes as long in an archive of 100,000 stories as in one of 10,000.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from articles.models import Article
from articles.related.scoring import AGEING, COUNTRY, NEAR, TAG, TOPIC, Shared, Subjects, rarity
from articles.related.texts import Text

#: So many words of a story are looked up, and of each so many stories, those first in which it is weightiest.
TELLING, HEAD = 50, 400

#: So many stories are compared in full: the best by these words, and by subjects.
BY_WORDS, BY_SUBJECTS = 100, 40

#: So many stories of a shelf are looked at on each side of the story's date.
ON_SHELF = {"topic": 25, "tag": 25, "country_topic": 15, "country": 10}

#: A short headline says less than its words: as if it had some more that nobody says.
_UNSAID = 8


@dataclass(frozen=True)
class Story:
    """What has to be known of a story to find others."""

    key: int
    language: str
    published_at: datetime
    text: Text
    subjects: Subjects
    translation_key: str


# A story with the keys of its subjects, or the subjects that one in memory has; and in how many stories each of these stands.
_COUNTED = """(SELECT jsonb_agg(jsonb_build_array(c.kind, c.key, c.stories)) FROM articles_filingcount c
    WHERE c.language = s.language AND c.month IS NULL AND c.other = 0 AND (
        (c.kind = 'all' AND c.key = 0) OR (c.kind = 'topic' AND c.key = ANY(s.topics))
        OR (c.kind = 'country' AND c.key = ANY(s.countries)) OR (c.kind = 'tag' AND c.key = ANY(s.tags))))"""

_LIVE = f"""
SELECT s.language, s.published_at, s.kind, s.translation_key::text, s.topics, s.countries, s.tags, {_COUNTED} FROM (
    SELECT a.language, a.published_at, a.kind, a.translation_key,
           ARRAY(SELECT topic_id FROM articles_articletopic WHERE article_id = a.id) AS topics,
           ARRAY(SELECT country_id FROM articles_articlecountry WHERE article_id = a.id) AS countries,
           ARRAY(SELECT tag_id FROM articles_articletag WHERE article_id = a.id) AS tags
    FROM articles_article a WHERE a.id = %(story)s AND a.state = 'live') s
"""

_IN_MEMORY = f"""
SELECT {_COUNTED}
FROM (SELECT %(language)s::varchar AS language, %(topics)s::bigint[] AS topics, %(countries)s::bigint[] AS countries,
             %(tags)s::bigint[] AS tags) s
"""


def live(key: int, text: Text) -> Story | None:
    """A story that readers see; None for any other. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_LIVE, {"story": key})
        row = cursor.fetchone()
    if row is None:
        return None
    language, published_at, kind, translation_key, topics, countries, tags, counts = row
    keys = {"topic": topics, "country": countries, "tag": tags}
    return Story(key, language, published_at, text, _subjects(keys, counts, kind), translation_key)


def described(article: Article, text: Text, *, at: datetime) -> Story:
    """A story in memory with its relations in its caches; `at` stands for the date that it does not have yet. One query."""
    keys = {
        "topic": [topic.pk for topic in article.topics.all()],
        "country": [country.pk for country in article.countries.all()],
        "tag": [tag.pk for tag in article.tags.all() if tag.pk],
    }
    return filed(
        article.pk or 0,
        article.language,
        article.published_at or at,
        text,
        keys,
        kind=article.kind,
        translation_key=str(article.translation_key),
    )


def filed(
    key: int,
    language: str,
    published_at: datetime,
    text: Text,
    keys: Mapping[str, Sequence[int]],
    *,
    kind: str,
    translation_key: str,
) -> Story:
    """A story that would be filed under these topics, countries and tags. One query."""
    told = {"topics": list(keys["topic"]), "countries": list(keys["country"]), "tags": list(keys["tag"])}
    with connection.cursor() as cursor:
        cursor.execute(_IN_MEMORY, {"language": language, **told})
        counts = (cursor.fetchone() or (None,))[0]
    return Story(key, language, published_at, text, _subjects(keys, counts, kind), translation_key)


_FOUND = """
WITH mine AS MATERIALIZED (
    SELECT m.term, m.weight::float8, m.place, coalesce(h.rarity, 0)::float8 AS told
    FROM unnest(%(terms)s::bigint[], %(weights)s::real[]) WITH ORDINALITY m(term, weight, place)
    LEFT JOIN unnest(%(headline)s::bigint[], %(rarities)s::real[]) h(term, rarity) USING (term)
), heads AS (
    SELECT h.document, sum(h.impact::float8 * m.weight) AS likeness
    FROM mine m CROSS JOIN LATERAL (
        SELECT p.document, p.impact FROM articles_searchposting p WHERE p.term = m.term
        ORDER BY p.impact DESC, p.document LIMIT %(head)s) h
    WHERE m.place <= %(telling)s
    GROUP BY h.document ORDER BY 2 DESC, 1 DESC LIMIT %(by_words)s + 1
), shelved AS (
    SELECT f.article_id FROM unnest(%(kinds)s::text[], %(keys)s::bigint[], %(others)s::bigint[], %(lengths)s::int[],
        %(worths)s::float8[]) s(kind, key, other, length, worth) CROSS JOIN LATERAL (
        (SELECT article_id, published_at FROM articles_filing
         WHERE language = %(language)s AND kind = s.kind AND key = s.key AND other = s.other AND published_at <= %(at)s
         ORDER BY published_at DESC, article_id DESC LIMIT s.length)
        UNION ALL
        (SELECT article_id, published_at FROM articles_filing
         WHERE language = %(language)s AND kind = s.kind AND key = s.key AND other = s.other AND published_at > %(at)s
         ORDER BY published_at, article_id LIMIT s.length)) f
    GROUP BY f.article_id
    ORDER BY sum(s.worth)
        * (1 + %(near)s / (1 + abs(extract(epoch FROM min(f.published_at) - %(at)s))::float8 / 86400 / %(ageing)s)) DESC,
        f.article_id DESC
    LIMIT %(by_subjects)s + 1
), found AS MATERIALIZED (
    SELECT a.id, a.published_at, a.kind, r.terms, r.weights, r.headline, r.rarities
    FROM (SELECT d.article_id FROM heads h JOIN articles_searchdocument d ON d.id = h.document WHERE d.article_id IS NOT NULL
          UNION SELECT article_id FROM shelved UNION SELECT unnest(%(besides)s::bigint[])) c
    JOIN articles_article a ON a.id = c.article_id JOIN articles_relatedtext r ON r.article_id = a.id
    WHERE a.state = 'live' AND a.language = %(language)s AND a.id <> %(story)s
      AND a.translation_key IS DISTINCT FROM %(translation_key)s::uuid
), alike AS (
    SELECT t.id, sum(m.weight * t.weight) AS likeness, sum(m.told) AS told, count(*) AS words
    FROM (SELECT id, unnest(terms) AS term, unnest(weights) AS weight FROM found) t JOIN mine m ON m.term = t.term
    GROUP BY t.id
), said AS (
    SELECT t.id, sum(CASE WHEN m.term IS NOT NULL THEN t.rarity END) / (sum(t.rarity) + %(unsaid)s) AS headline
    FROM (SELECT id, unnest(headline) AS term, unnest(rarities) AS rarity FROM found) t LEFT JOIN mine m ON m.term = t.term
    GROUP BY t.id
)
SELECT f.id, f.published_at, coalesce(k.likeness, 0)::float8, coalesce(s.headline, 0)::float8,
       coalesce(k.told, 0)::float8, coalesce(k.words, 0), f.kind = 'investigation',
       ARRAY(SELECT topic_id FROM articles_articletopic WHERE article_id = f.id AND topic_id = ANY(%(topics)s::bigint[])),
       ARRAY(SELECT country_id FROM articles_articlecountry
             WHERE article_id = f.id AND country_id = ANY(%(countries)s::bigint[])),
       ARRAY(SELECT tag_id FROM articles_articletag WHERE article_id = f.id AND tag_id = ANY(%(tags)s::bigint[]))
FROM found f LEFT JOIN alike k USING (id) LEFT JOIN said s USING (id)
"""


def find(story: Story, *, besides: Iterable[int] = ()) -> list[Shared]:
    """What the story shares with those that it might be related to, and with the stories `besides` as far as readers see them.

    Only live stories in its language, neither itself nor its translation. One query.
    """
    shelves = _shelves(story.subjects)
    with connection.cursor() as cursor:
        cursor.execute(
            _FOUND,
            {
                "story": story.key,
                "language": story.language,
                "translation_key": story.translation_key,
                "at": story.published_at,
                "terms": list(story.text.terms),
                "weights": list(story.text.weights),
                "headline": list(story.text.headline),
                "rarities": list(story.text.rarities),
                "topics": list(story.subjects.topics),
                "countries": list(story.subjects.countries),
                "tags": list(story.subjects.tags),
                "besides": list(besides),
                "telling": TELLING,
                "head": HEAD,
                "by_words": BY_WORDS,
                "by_subjects": BY_SUBJECTS,
                "near": NEAR,
                "ageing": AGEING,
                "unsaid": _UNSAID,
                **{name: [shelf[place] for shelf in shelves] for place, name in enumerate(_COLUMNS)},
            },
        )
        return [_shared(story, *row) for row in cursor.fetchall()]


_COLUMNS = ("kinds", "keys", "others", "lengths", "worths")


def _shelves(subjects: Subjects) -> list[tuple[str, int, int, int, float]]:
    """Where stories with the same subjects stand: kind, key and other key, how many are looked at, and what each is worth."""
    rows = [("topic", key, 0, TOPIC * rare**2) for key, rare in subjects.topics.items()]
    rows += [("tag", key, 0, TAG * rare**2) for key, rare in subjects.tags.items()]
    rows += [("country", key, 0, COUNTRY * rare**2) for key, rare in subjects.countries.items()]
    rows += [("country_topic", country, topic, 0.0) for country in subjects.countries for topic in subjects.topics]
    return [(kind, key, other, ON_SHELF[kind], worth) for kind, key, other, worth in rows]


def _shared(story: Story, *row: Any) -> Shared:
    key, at, likeness, says, told, words, investigation, topics, countries, tags = row
    subjects = story.subjects
    series = subjects.investigation or investigation
    return Shared(
        article=key,
        published_at=at,
        likeness=likeness,
        says_its_headline=says,
        headline_said_by_it=told / (sum(story.text.rarities) + _UNSAID),
        words=words,
        topics=_rarest_first(topics, subjects.topics),
        countries=_rarest_first(countries, subjects.countries),
        tags=_rarest_first(tags, subjects.tags),
        series=series and bool(tags),
        subjects=subjects.worth(topics, countries, tags, series=series),
    )


def _rarest_first(keys: Sequence[int], rarities: Mapping[int, float]) -> tuple[int, ...]:
    return tuple(sorted(keys, key=lambda key: (-rarities[key], key)))


def _subjects(keys: Mapping[str, Sequence[int]], counts: Any, kind: str) -> Subjects:
    """The subjects with these keys, and how rare each is."""
    read = (json.loads(counts) if isinstance(counts, str) else counts) or []
    stories = {(name, key): count for name, key, count in read}
    among = stories.get(("all", 0), 0)
    rare = {name: {key: rarity(stories.get((name, key), 0), among) for key in keys[name]} for name in keys}
    return Subjects(rare["topic"], rare["country"], rare["tag"], investigation=kind == Article.Kind.INVESTIGATION)
