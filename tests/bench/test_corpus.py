"""A corpus holds what the site itself could have written, and is built once."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from articles import markup

ROOT = Path(__file__).resolve().parents[2]
#: Each worker of the tests builds one of another size, so that they don't meet in one database.
STORIES = 120 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


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
