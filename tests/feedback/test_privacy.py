"""Nothing that could tell who sent something is written anywhere."""

import logging

import html5lib
import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from articles.feedback.models import Message, Vote
from tests.factories import story
from tests.feedback.scenes import value_of
from tests.site.edition import found, parsed, text_of

pytestmark = pytest.mark.django_db

ADDRESS = "203.0.113.7"
BROWSER = "MarkedBrowser/91"
COOKIE = "marked-cookie-value"
REFERRER = "marked-referrer"
MARKS = (ADDRESS, BROWSER, COOKIE, REFERRER)


@pytest.fixture
def marked() -> Client:
    """A reader whose every trait can be recognised."""
    client = Client(
        REMOTE_ADDR=ADDRESS,
        headers={
            "sec-fetch-site": "same-origin",
            "user-agent": BROWSER,
            "referer": f"http://testserver/?{REFERRER}",
            "x-real-ip": ADDRESS,
            "x-forwarded-for": ADDRESS,
            "forwarded": f"for={ADDRESS}",
        },
    )
    for name in ("desk_session", "csrftoken", "anything"):
        client.cookies[name] = COOKIE
    return client


def rows_with(mark: str) -> list[str]:
    """The tables of the database in which any column of any row holds `mark`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f"SELECT 1 FROM {table} r WHERE position(%s IN r::text) > 0 LIMIT 1", [mark])
            found += [table] if cursor.fetchone() else []
    return found


def everything_a_reader_can_do(client: Client) -> list[HttpResponse]:
    article = story()
    return [
        client.get("/feedback/"),
        client.get(f"/feedback/?article={article.pk}"),
        client.post("/feedback/", {"text": "a-text-to-find", "name": "Ana", "article": article.pk}),
        client.post("/es/comentarios/", {"text": ""}),
        client.post("/feedback/", {"text": "x" * 300_000}),
        client.post("/feedback/", "{}", content_type="application/json"),
        client.post("/feedback/", {"text": "machine", "subject": "bait"}),
        client.post("/feedback/helpful/", {"helpful": "no", "article": article.pk}),
        client.post("/feedback/helpful/", {"helpful": "no", "article": "999999"}),
        client.get("/feedback/helpful/"),
        client.put("/feedback/"),
        client.get(f"/feedback/thanks/?article={article.pk}&about=vote"),
    ]


def test_no_trace_of_the_reader_is_in_the_database_the_log_or_the_pages(
    marked: Client, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    responses = everything_a_reader_can_do(marked)
    assert {response.status_code for response in responses} == {200, 303, 400, 404, 405, 413, 415, 422} - {400}
    assert Message.objects.count() == Vote.objects.count() == 1
    assert rows_with("a-text-to-find") == ["public.feedback_message"]  # the search does find what is there
    assert caplog.records  # refusals are logged, so there is something to look through
    printed = "".join(capfd.readouterr())
    for mark in MARKS:
        assert rows_with(mark) == []
        assert mark not in caplog.text
        assert mark not in printed
        assert not [record for record in caplog.records if mark in record.getMessage()]
        assert not [response for response in responses if mark in response.content.decode()]
        assert not [response for response in responses if mark in str(response.headers)]


def test_every_answer_is_kept_by_nobody_and_sets_no_cookie(marked: Client) -> None:
    for response in everything_a_reader_can_do(marked):
        assert response["Cache-Control"] == "no-store"
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_two_readers_get_the_same_form_but_for_a_slip_that_names_nobody(marked: Client) -> None:
    article = story()
    address = f"/feedback/?article={article.pk}"
    other = Client(headers={"accept-language": "es", "user-agent": "Another/1"}, REMOTE_ADDR="198.51.100.2")
    forms = [reader.get(address).content.decode() for reader in (marked, other)]
    slips = [value_of(html5lib.parse(form, namespaceHTMLElements=False), "ticket") for form in forms]
    assert slips[0] != slips[1]
    assert forms[0].replace(slips[0], "") == forms[1].replace(slips[1], "")


@pytest.mark.parametrize("address", ["/feedback/", "/feedback/helpful/", "/es/comentarios/", "/es/comentarios/util/"])
@pytest.mark.parametrize(
    "said", [{}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "none"}, {"origin": "https://elsewhere.example"}]
)
def test_a_form_on_another_site_can_send_nothing(address: str, said: dict[str, str]) -> None:
    sent = {"text": "Forged", "helpful": "yes", "article": story().pk}
    refused = Client(headers=said).post(address, sent)
    language, words = ("es", "otro sitio") if address.startswith("/es/") else ("en", "another site")
    assert (refused.status_code, refused["Content-Language"]) == (403, language)
    assert words in text_of(found(parsed(refused), "main")[0])
    assert not Message.objects.exists()
    assert not Vote.objects.exists()


def test_a_browser_that_says_only_its_origin_is_heard() -> None:
    reader = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    assert reader.post("/feedback/", {"text": "From an older browser"}).status_code == 303
    assert Message.objects.exists()
