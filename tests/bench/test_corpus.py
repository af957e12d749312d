"""A corpus holds what the site itself could have written, and is built once."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db.models import QuerySet

from articles import coverage, markup

ROOT = Path(__file__).resolve().parents[2]
STORIES = 120

#: One worker builds it, and runs all that look at it.
pytestmark = pytest.mark.xdist_group("corpus")


def _build() -> tuple[str, str]:
    """What the command says, and the address of the database."""
    environment = {name: value for name, value in os.environ.items() if name != "SAMPLE_DATA"}
    command = [sys.executable, "-m", "bench.corpus", str(STORIES)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said, url = done.stdout.strip().splitlines()
    return said, url


@pytest.fixture(scope="module")
def url() -> str:
    said, url = _build()
    assert "built in" in said
    return url


def test_a_corpus_that_is_there_is_not_built_again(url: str) -> None:
    assert _build() == (f"{STORIES} stories, there already", url)


@pytest.mark.parametrize(
    "wrong",
    [
        "SELECT id FROM articles_article WHERE state = 'live'"
        " AND id NOT IN (SELECT article_id FROM articles_searchdocument WHERE headline = articles_article.headline)",
        "SELECT article_id FROM articles_searchdocument d JOIN articles_article a ON a.id = d.article_id"
        " WHERE a.state <> 'live' OR d.vector = ''",
        "SELECT id FROM articles_article a WHERE path IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM articles_address d WHERE d.path = a.path AND d.article_id = a.id AND d.current)",
        "SELECT id FROM articles_article WHERE id NOT IN (SELECT article_id FROM articles_draft)",
        "SELECT a.id FROM articles_article a JOIN articles_revision r ON r.id = a.published_revision_id"
        " WHERE r.snapshot ->> 'headline' <> a.headline OR r.snapshot ->> 'body' <> a.body OR r.article_id <> a.id",
        "SELECT d.article_id FROM articles_draft d JOIN articles_revision r ON r.id = d.head_id"
        " WHERE r.snapshot ->> 'headline' <> d.headline OR r.number <> d.version",
        "SELECT number FROM articles_edition WHERE number < 1",
    ],
)
def test_rows_that_follow_from_others_say_the_same(url: str, wrong: str) -> None:
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM articles_article").fetchone() == (STORIES,)
        assert connection.execute(wrong).fetchall() == []


def test_bodies_are_as_they_would_be_stored(url: str) -> None:
    with psycopg.connect(url) as connection:
        bodies = [body for (body,) in connection.execute("SELECT body FROM articles_article WHERE body <> ''")]
    assert len(bodies) > STORIES / 2
    assert all(markup.clean(body) == body for body in bodies)


def test_the_next_story_gets_the_next_number(url: str) -> None:
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "INSERT INTO articles_article (state, language, translation_key, kind, headline, slug, dek, body, republishable,"
            " sensitive, share_image, withdrawal_note) VALUES ('unpublished', 'en', gen_random_uuid(), 'brief', '', '', '', '',"
            " true, false, '', '') RETURNING id"
        ).fetchone()
        connection.rollback()
    assert row == (STORIES + 1,)


def test_the_archive_s_counts_are_those_of_its_stories(url: str) -> None:
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM articles_filing WHERE kind = 'all'").fetchone() == (
            connection.execute("SELECT count(*) FROM articles_article WHERE state = 'live'").fetchone()
        )
        assert connection.execute("SELECT articles_refile()").fetchone() == (0,)


def test_words_are_posted_as_the_site_posts_them(url: str) -> None:
    postings = "SELECT document, term, round(impact::numeric, 5) FROM articles_searchposting"
    words = "SELECT language, word, term FROM articles_searchword"
    with psycopg.connect(url) as connection:
        for table, rows in (("postings", postings), ("words", words)):
            connection.execute(f"CREATE TEMP TABLE {table} ON COMMIT DROP AS {rows}")
        connection.execute("SELECT articles_search_rebuild()")
        for table, rows in (("postings", postings), ("words", words)):
            counted = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert counted == connection.execute(f"SELECT count(*) FROM ({rows}) r").fetchone()
            assert connection.execute(f"(TABLE {table} EXCEPT {rows}) LIMIT 3").fetchall() == []
        connection.rollback()


def _plan(url: str, rows: QuerySet) -> list[dict[str, Any]]:
    """What the database would do for a query, were its tables too long to be read whole."""
    statement, parameters = rows.query.sql_with_params()
    with psycopg.connect(url) as connection:
        connection.execute("SET enable_seqscan = off")
        connection.execute("SET enable_bitmapscan = off")
        answer = connection.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters).fetchone()
    assert answer

    def steps(step: dict[str, Any]) -> list[dict[str, Any]]:
        return [step, *(below for part in step.get("Plans", ()) for below in steps(part))]

    return steps(answer[0][0]["Plan"])


@pytest.mark.parametrize("kind", list(coverage.Kind))
def test_a_page_of_a_list_is_one_piece_of_an_index(url: str, kind: str) -> None:
    month = coverage.Month(date(2020, 1, 1), 500)
    shape = coverage.Shape(coverage.Shelf(kind, 1, 1), "en", [month])
    plan = _plan(url, shape.page(20))
    (filings,) = [step for step in plan if step.get("Relation Name") == "articles_filing"]
    assert (filings["Node Type"], filings["Scan Direction"]) == ("Index Only Scan", "Backward")
    assert filings["Index Name"] == "articles_filing_pkey" and "published_at" in filings["Index Cond"]
    (stories,) = [step for step in plan if step.get("Relation Name") == "articles_article"]
    assert stories["Index Name"] == "articles_article_pkey"


@pytest.mark.parametrize(
    ("where", "index"),
    [
        ({"kind": "country"}, "counts_"),  # either of them begins with the kind
        ({"kind": "country_topic", "other": 1}, "counts_by_the_other"),
        ({"kind": "topic_topic", "key": 1}, "counts_of_all_months"),
    ],
)
def test_counts_are_read_by_their_indexes(url: str, where: dict[str, Any], index: str) -> None:
    kind = where.pop("kind")
    (counts,) = [step for step in _plan(url, coverage.totals("en", kind, **where)) if "Relation Name" in step]
    assert counts["Index Name"].startswith(index)
