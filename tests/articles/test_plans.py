"""What readers wait for reads no table from one end to the other: seen with 100,000 stories, in the plans of the database."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from articles import search
from articles.models import Country
from articles.search import suggesting
from tests import factories

#: One worker makes the archive, and runs all that look at it.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("plans")]

STORIES = 100_000

#: No step of a plan may read more rows of a table or an index than this: a word that every story holds has 100,000 postings.
MOST_ROWS = 40_000

#: The tables that grow with the archive.
LONG = frozenset(
    f"articles_{name}" for name in ("article", "searchdocument", "searchposting", "searchword", "filing", "filingcount")
)

_HUSH = """
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE articles_article DISABLE TRIGGER ALL;
ALTER TABLE articles_searchdocument DISABLE TRIGGER ALL;
"""

# Each story holds "every", half of them "second", a fifth one of five words, five of them one of 20,000.
_ROWS = """
CREATE TEMP TABLE told ON COMMIT DROP AS
    SELECT 1000000 + n AS id, timestamptz '2010-01-01 UTC' + n * interval '1 hour' AS at,
           'every' || CASE WHEN n %% 2 = 0 THEN ' second' ELSE '' END || ' common' || n %% 5 || ' rare' || n / 5 AS words
    FROM generate_series(1, %(stories)s) n;
INSERT INTO articles_article (id, state, language, translation_key, path, kind, section_id, headline, slug, dek, body,
        kicker_country_id, republishable, sensitive, share_image, withdrawal_note, published_at, changed_at,
        published_revision_id)
    SELECT id, 'live', 'en', gen_random_uuid(), '/plans/' || id || '/', 'news', %(section)s, words, 's' || id, '', '',
        %(country)s, true, false, '', '', at, at, %(revision)s FROM told;
INSERT INTO articles_searchdocument (id, article_id, language, date, path, facets, headline, dek, names, text)
    SELECT id, id, 'en', at, '', ARRAY[%(country)s * 10, extract(year FROM at)::int * 10 + 5], words, '', '', '' FROM told;
SELECT articles_search_tally(k.those), articles_search_post(k.those), articles_search_note(k.those)
    FROM (SELECT array_agg(id::int) FROM told) k(those);
INSERT INTO articles_filing (language, kind, key, other, published_at, article_id)
    SELECT 'en', 'country', %(country)s, 0, at, id FROM told;
INSERT INTO articles_filingcount (language, kind, key, other, month, stories)
    SELECT 'en', 'country', %(country)s, 0, date_trunc('month', at)::date, count(*) FROM told GROUP BY 5;
INSERT INTO articles_filingcount (language, kind, key, other, month, stories)
    SELECT 'en', 'topic', n, 0, date '2010-01-01', 1 FROM generate_series(1000000, 1020000) n;
ANALYZE articles_article, articles_searchdocument, articles_searchposting, articles_searchword, articles_filing,
    articles_filingcount;
"""


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[Country]:
    """A country that 100,000 stories are about; all of it is rolled back in the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        country = factories.CountryFactory(name_en="Belize", slug_en="belize")
        story = factories.story(countries=(country.pk,))
        keys = {"section": story.section_id, "revision": story.published_revision_id, "country": country.pk}
        with connection.cursor() as cursor:
            cursor.execute(_HUSH)
            cursor.execute(_ROWS, {"stories": STORIES, **keys})
        yield country
        transaction.set_rollback(True)


def _steps(step: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield step
    for below in step.get("Plans", ()):
        yield from _steps(below)


def _read(deed: Callable[[], Any]) -> dict[str, int]:
    """How many rows each step of each query of a deed read, by table and way."""
    asked: list[tuple[str, Any]] = []

    def noted(execute: Callable[..., Any], sql: str, values: Any, *rest: Any) -> Any:
        asked.append((sql, values))  # the log of queries does not tell what is asked by a prepared statement
        return execute(sql, values, *rest)

    with connection.execute_wrapper(noted):
        deed()
    found: dict[str, int] = {}
    with connection.cursor() as cursor:
        for sql, values in asked:
            if not sql.lstrip().startswith(("SELECT", "WITH", "(SELECT")):
                continue
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", values)
            (told,) = cursor.fetchone() or ("[]",)
            (plan,) = json.loads(told) if isinstance(told, str) else told
            for step in _steps(plan["Plan"]):
                table = step.get("Relation Name", "")
                if step["Node Type"] == "Bitmap Index Scan" or table in LONG:
                    way = f"{table} {step['Node Type']} {step.get('Index Name', '')}"
                    rows = (step["Actual Rows"] + step.get("Rows Removed by Filter", 0)) * step["Actual Loops"]
                    found[way] = max(found.get(way, 0), round(rows))
    return found


@pytest.mark.parametrize("sort", ["best", "newest"])
@pytest.mark.parametrize(
    "question",
    [
        "every", "rare777", "every second common3", "every second common1 common2 common3 rare5", "every rare777",
        '"every second"', "every -second", "every country:belize", "every year:2012", "country:belize after:2012",
        "rare77*", "evrey", "nowhere",
    ],
)  # fmt: skip
def test_a_search_reads_no_table_whole(country: Country, question: str, sort: str) -> None:
    read = _read(lambda: search.answer(question, language="en", sort=sort))
    assert read or question == "nowhere"
    assert {way: rows for way, rows in read.items() if rows > MOST_ROWS} == {}


@pytest.mark.parametrize("typed", ["eve", "rare77", "bel", "second comm"])
def test_suggestions_read_no_table_whole(country: Country, typed: str) -> None:
    read = _read(lambda: suggesting.suggest(typed, language="en"))
    assert read and not [way for way in read if "Seq Scan" in way]
    assert max(read.values()) <= 2_000


@pytest.mark.parametrize("number", [1, 2, 2_500, 4_999])
def test_any_page_of_a_country_reads_its_own_stories(country: Country, number: int) -> None:
    path = country.path_in("en") + (f"page/{number}/" if number > 1 else "")
    read = _read(lambda: Client().get(path))
    assert "articles_filing Index Only Scan articles_filing_pkey" in read
    assert not [way for way in read if "Seq Scan" in way]
    assert max(read.values()) <= 1_000
