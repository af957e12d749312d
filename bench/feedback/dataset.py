"""A million votes and a hundred thousand messages beside a corpus of stories, in a database of their own.

Written by a few statements, with every constraint and trigger on: so the counts are those that the database keeps itself.
Three years of them; a story gets most of its votes soon after it appears, and some stories get many more than others.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import psycopg

from bench import place
from bench.feedback import MESSAGES, VOTES


def ensure(corpus: str, stories: int) -> str:
    """The URL of the database with the data set; it and the corpus are made if need be."""
    # In a process of its own: this one's Django is to work on our database, and it works on one for life.
    subprocess.run([sys.executable, "-m", "bench.corpus", str(stories)], check=True, stdout=subprocess.DEVNULL)
    url = place.beside(corpus, f"newsroom_feedback_{stories}")
    form = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
    made_of = f"{place.label(corpus)}, {VOTES} votes, {MESSAGES} messages, form {form}"
    if place.label(url) != made_of:
        place.copy(corpus, url)
        _write(url)
        place.write_label(url, made_of)
    return url


def _write(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("SELECT setseed(0.5)")
        for statement in (_EMPTY, *_STORIES, _VOTES, _MESSAGES, _COPIES, _STEPS):
            connection.execute(statement, {"votes": VOTES, "messages": MESSAGES})
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")


#: What the corpus holds of readers is spread over its whole archive: ours is counted to the row.
_EMPTY = "TRUNCATE feedback_vote, feedback_message, feedback_pagetally, feedback_weektally CASCADE"

#: Live stories in the order of their publication.
_STORIES = (
    """CREATE TEMPORARY TABLE story ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY published_at, id) AS place, id, path, language, published_at, headline,
       0.55 + 0.4 * (id * 7919 %% 101) / 100 AS liked
FROM articles_article WHERE state = 'live'""",
    "CREATE UNIQUE INDEX ON story (place)",
    "ANALYZE story",
)

#: `sent`: moments of three years in their order, each with a story that was there, a recent one more likely than an old one.
_SENT = """
WITH published AS (SELECT array_agg(published_at ORDER BY place) AS days, count(*) AS stories FROM story),
moments AS (
    SELECT n, at, greatest(1, width_bucket(at, days)) AS there
    FROM published, (
        SELECT row_number() OVER (ORDER BY at) AS n, at FROM (
            SELECT now() - random() * interval '156 weeks' AS at FROM generate_series(1, {count})) drawn) numbered
),
sent AS (
    SELECT m.n, m.at, s.* FROM moments m
    CROSS JOIN LATERAL (SELECT greatest(1, ceil(m.there * (1 - random() ^ 4)))::bigint AS chosen, m.n) c
    JOIN story s ON s.place = c.chosen
)
"""

_VOTES = (
    _SENT.replace("{count}", "%(votes)s")
    + """
INSERT INTO feedback_vote (article_id, address, language, helpful, reason, sent_at)
SELECT id, path, language, helpful, CASE WHEN helpful OR random() < 0.6 THEN ''
       ELSE (ARRAY['missing', 'wrong', 'unclear', 'other'])[1 + floor(random() * 4)::int] END, at
FROM (SELECT sent.*, random() < liked AS helpful FROM sent) answered ORDER BY n
"""
)

#: Most old ones are closed, and so is every second one of the last two weeks. One in twenty holds a telephone number.
_MESSAGES = (
    _SENT.replace("{count}", "%(messages)s")
    + """
, staff AS (SELECT array_agg(id ORDER BY id) AS ids FROM desk_user WHERE is_staff),
drawn AS (
    SELECT sent.*, random() AS a, random() AS b, random() AS c, -ln(1 - random()) * interval '9 hours' AS waited,
           -ln(1 - random()) * interval '40 hours' AS worked
    FROM sent
),
judged AS (
    SELECT *, CASE
        WHEN a < 0.04 THEN 'spam'
        WHEN at + waited > now() THEN 'new'
        WHEN at + waited + worked > now() OR a > 0.985 THEN (ARRAY['in_progress', 'waiting'])[1 + (n %% 2)::int]
        ELSE 'resolved' END AS status
    FROM drawn
)
INSERT INTO feedback_message (article_id, address, language, kind, text, proof, remedy, name, email, answer_welcome,
    sent_at, score, suspicions, fingerprint, forgotten, holds_details, status, outcome,
    assignee_id, opened_at, responded_at, closed_at)
SELECT id, path, language, CASE WHEN b < 0.3 THEN 'error' ELSE 'comment' END,
    repeat('About “' || headline || '”: the second paragraph says something that I read otherwise elsewhere. ',
           1 + (n %% 4)::int)
        || CASE WHEN n %% 20 = 0 THEN 'Call me at +57 300 123 4567.' ELSE '' END,
    CASE WHEN b < 0.3 THEN 'The report of the ministry, page ' || n %% 90 ELSE '' END,
    CASE WHEN b < 0.3 THEN 'It should say that nobody was there.' ELSE '' END,
    CASE WHEN c < 0.3 AND at > now() - interval '90 days' THEN 'A. Reader' ELSE '' END,
    CASE WHEN c < 0.3 AND at > now() - interval '90 days' THEN 'reader' || n || '@example.org' ELSE '' END,
    c < 0.2, at, CASE WHEN status = 'spam' THEN 9 ELSE 0 END,
    CASE WHEN status = 'spam' THEN '[["links", 5]]'::jsonb ELSE '[]'::jsonb END,
    decode(lpad(to_hex(n), 16, '0'), 'hex'), false, n %% 20 = 0, status,
    CASE WHEN status = 'resolved' THEN (ARRAY['corrected', 'answered', 'no_action'])[1 + (n %% 3)::int] ELSE '' END,
    CASE WHEN a > 0.2 THEN ids[1 + n %% cardinality(ids)] END,
    CASE WHEN status <> 'new' THEN at + waited / 2 END,
    CASE WHEN status <> 'new' THEN least(at + waited, now()) END,
    CASE WHEN status IN ('resolved', 'spam')
         THEN least(at + waited + CASE status WHEN 'spam' THEN interval '0' ELSE worked END, now()) END
FROM judged, staff ORDER BY n
"""
)

#: One in twenty says nearly what another one says.
_COPIES = """
UPDATE feedback_message m SET folded_into_id = h.id
FROM feedback_message h WHERE m.id %% 20 = 7 AND h.id = m.id - 7 AND h.status = m.status
"""

_STEPS = """
INSERT INTO feedback_triageevent (message_id, at, by_id, verb, from_status, to_status, details)
SELECT id, opened_at, assignee_id, 'open', '', '', '{}'::jsonb FROM feedback_message WHERE opened_at IS NOT NULL
UNION ALL
SELECT id, responded_at, assignee_id, 'mark', 'new', status, '{}'::jsonb FROM feedback_message WHERE status <> 'new'
"""
