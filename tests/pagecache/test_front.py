"""What goes out from memory is what Django would have said, to the byte; and what Django must decide, it decides."""

import gzip
import re
import threading
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.db import connection

from articles.models import Edition, Section
from newsroom.pagecache import editions, outage
from newsroom.pagecache.folder import Folder
from tests import factories
from tests.pagecache.asking import Answer, Process
from tests.site import edition as site

pytestmark = pytest.mark.xdist_group("pagecache")

STORY = "/news/briefs/the-summit-ends/"
BROWSER = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br, zstd"}


@pytest.fixture
def process(built: dict[str, Any]) -> Process:
    return Process()


def everything() -> list[str]:
    """An address of every kind, with what machines read, ways to pages and what isn't there."""
    pages = [path for path in site.every_page() if "?" not in path and "search" not in path and "buscar" not in path]
    ways = ["/news", "/favicon.ico", "/search", "/news/briefs/the-summit-ends"]
    missing = ["/nowhere/", "/no.such.thing", "/es/nada/", "//news/", "/tags/nothing/feed/"]
    machines = [
        "/robots.txt",
        "/.well-known/security.txt",
        "/sitemap.xml",
        "/news-sitemap.xml",
        "/sitemap-lists-es-1.xml",
    ]
    return [*pages, *ways, *missing, *machines, "/feed/", "/es/feed/", "/news/feed/"]


def test_inside_a_transaction_that_may_never_be_committed_nothing_is_kept(db: None) -> None:
    site.build()
    process = Process()
    for _ in range(2):
        assert not process.ask(STORY)["X-Edition"]
    assert process.rendered == [STORY, STORY] and not Folder().shown()


def test_from_memory_every_address_answers_exactly_as_django_does(process: Process) -> None:
    asked = everything()
    process.ask("/")  # makes the edition known
    for path in asked:
        process.ask(path)
    made = len(process.rendered)
    for path in asked:
        for how in ({}, BROWSER | {"query": "utm_source=mail&page=9"}):
            assert process.ask(path, **how) == process.django(path, **how), (path, how)
    for path in (STORY, "/nowhere/", "/news"):
        for how in ({}, BROWSER, {"HTTP_IF_NONE_MATCH": process.ask(path)["ETag"] or "*"}):
            assert process.ask(path, "HEAD", **how) == process.django(path, "HEAD", **how), (path, how)
    assert process.rendered[made:] == [], "they were to come from memory"


def test_a_page_is_compressed_as_asked_known_again_and_has_a_head(process: Process) -> None:
    for _ in "fresh", "from memory":
        plain = process.ask(STORY)
        assert plain.status == "200 OK" and b"The summit ends" in plain.body and not plain["Content-Encoding"]
        assert plain["Vary"] == "Accept-Encoding"
        for accepts, coding, read in (
            ("gzip", "gzip", gzip.decompress),
            ("br;q=1.0, gzip;q=0.8", "br", brotli.decompress),
            ("br;q=0, gzip", "gzip", gzip.decompress),
            ("identity", "", bytes),
        ):
            packed = process.ask(STORY, HTTP_ACCEPT_ENCODING=accepts)
            assert packed["Content-Encoding"] == coding
            assert read(packed.body) == plain.body
            assert int(packed["Content-Length"]) == len(packed.body)
            assert packed["ETag"] == plain["ETag"] != ""
        for knows in (plain["ETag"], f'"other", {plain["ETag"]}', plain["ETag"].removeprefix("W/"), "*"):
            again = process.ask(STORY, HTTP_IF_NONE_MATCH=knows, **BROWSER)
            assert (again.status, again.body) == ("304 Not Modified", b"")
            assert again["ETag"] == plain["ETag"] and not again["Content-Length"]
        assert process.ask(STORY, HTTP_IF_NONE_MATCH='W/"other"').status == "200 OK"
        head = process.ask(STORY, "HEAD")
        assert (head.status, head.headers, head.body) == (plain.status, plain.headers, b"")
    assert process.rendered == [STORY]


def test_headers_are_the_same_from_every_process(process: Process) -> None:
    """Parts that stand in a set have another order in each process, unless somebody sorts them."""
    policy = process.ask(STORY)["Content-Security-Policy"].split("; ")
    assert len(policy) > 5 and policy == sorted(policy)


def test_what_stands_behind_the_question_mark_makes_no_second_copy(process: Process) -> None:
    one = process.ask(STORY, query="fbclid=x")
    assert process.ask(STORY) == process.ask(STORY, query="a=1&page=2") == one
    assert process.rendered == [STORY]


@pytest.mark.parametrize(
    "path",
    ["/admin/", "/admin/login/", "/search/", "/es/buscar/", "/feedback/", "/healthz", "/preview/x/", "/static/x.css"],
)
def test_what_depends_on_who_asks_is_not_kept(process: Process, path: str) -> None:
    for _ in range(2):
        answer = process.ask(path, query="q=summit")
        assert not answer["X-Edition"]
    assert process.rendered == [path, path]


def test_strange_hosts_methods_and_forms_are_django_s(process: Process) -> None:
    process.ask("/")
    for how in ({"HTTP_HOST": "evil.example"}, {"HTTP_HOST": "127.0.0.1:x"}, {"HTTP_HOST": ""}):
        made = len(process.rendered)
        assert process.ask("/", **how).status == "400 Bad Request"
        assert len(process.rendered) == made + 1
    assert process.ask("/", "POST", HTTP_SEC_FETCH_SITE="same-origin").status == "405 Method Not Allowed"
    for number in range(100):  # more spellings than are remembered
        assert process.ask("/robots.txt", HTTP_HOST=f"LOCALHOST:{number + 1}").status == "200 OK"


def test_over_plain_http_an_encrypted_site_only_redirects(settings: Any, built: dict[str, Any]) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 3600
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    process = Process()
    encrypted = {"HTTP_X_FORWARDED_PROTO": "https"}
    for _ in range(2):
        page = process.ask(STORY, **encrypted)
        assert page.status == "200 OK" and page["Strict-Transport-Security"]
        assert page == process.django(STORY, **encrypted)
        for plain in ({}, {"HTTP_X_FORWARDED_PROTO": "http"}):
            way = process.ask(STORY, query="a=1", **plain)
            assert (way.status, way["Location"]) == ("301 Moved Permanently", f"https://127.0.0.1{STORY}")
            assert not way["X-Edition"]


def test_a_change_is_seen_by_every_process_of_the_host_from_the_next_request_on(process: Process) -> None:
    other = Process()
    for one in (process, other):
        assert b"Changed" not in one.ask(STORY).body
    Section.objects.update(name_en="Changed")
    # Nobody heard of it yet. Whoever makes a page finds out, and then everybody knows.
    assert b"Changed" in process.ask("/about/").body
    assert b"Changed" in other.ask(STORY).body
    assert b"Changed" in process.ask(STORY).body


def test_the_edition_of_a_page_is_that_of_what_it_shows(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change between the reading of the edition and that of the content is not in the page at all."""
    begin = editions._begun
    fresh: list[int] = []

    def slow(own: Any) -> Any:
        edition = begin(own)
        if not fresh:
            fresh.append(1)
            threading.Thread(target=_rename).run()
        return edition

    def _rename() -> None:
        with connection.copy().cursor() as elsewhere:
            elsewhere.execute("UPDATE articles_section SET name_en = 'Meanwhile'")

    monkeypatch.setattr(editions, "_begun", slow)
    first = process.ask(STORY)
    monkeypatch.undo()
    assert b"Meanwhile" not in first.body
    assert first["X-Edition"].endswith(f"-{Edition.number_now() - 1}")
    second = process.ask(STORY)
    assert b"Meanwhile" in second.body or first["X-Edition"] == Folder().key()


def test_fifty_who_miss_a_page_at_once_have_it_made_once(process: Process) -> None:
    processes = [process, Process()]
    process.ask("/about/")
    start = threading.Barrier(50)
    answers: list[Answer] = []

    def read(number: int) -> None:
        start.wait()
        answers.append(processes[number % 2].ask(STORY))
        connection.close()

    readers = [threading.Thread(target=read, args=[number]) for number in range(50)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(set(answers)) == 1 and len(answers) == 50
    assert answers[0].status == "200 OK"
    assert sum(one.rendered.count(STORY) for one in processes) == 1


def test_a_flood_of_unknown_addresses_fills_neither_disk_nor_memory(process: Process, settings: Any) -> None:
    settings.PAGE_MEMORY = 1
    process = Process()
    process.ask(STORY)
    for number in range(40):
        assert process.ask(f"/nowhere-{number}/").status == "404 Not Found"
        assert process.ask(f"/tags/nothing-{number}").status == "301 Moved Permanently"
    assert process.front.memory.shelf.others.weight <= 1024 * 1024 / 16
    files = [path for path in Path(settings.EDITION_DIR).rglob("*") if path.is_file()]
    assert len(files) <= 65 and sum(path.stat().st_size for path in files) < 200_000
    made = len(process.rendered)
    process.ask(STORY)
    assert len(process.rendered) == made


def test_while_the_database_is_away_pages_that_are_kept_go_on_and_the_others_say_so(process: Process) -> None:
    kept = process.ask(STORY)
    outage.away.set()
    try:
        assert process.ask(STORY) == kept
        for path, said in (("/about/", "is not available"), ("/es/acerca-de/", "no está disponible")):
            answer = process.ask(path)
            assert answer.status == "503 Service Unavailable" and answer["Retry-After"]
            assert not answer["X-Edition"] and not answer["ETag"]
            assert re.search("<main", answer.body.decode()), said
    finally:
        outage.away.clear()
    assert process.ask("/about/").status == "200 OK"


def test_without_memory_pages_are_made_each_time(built: dict[str, Any], settings: Any) -> None:
    settings.PAGE_MEMORY = 0
    process = Process()
    assert process.ask(STORY) == process.ask(STORY)
    assert process.rendered == [STORY, STORY]


def test_an_editor_s_change_is_shown_before_the_answer(process: Process, client: Any) -> None:
    process.ask("/about/")
    before = Folder().shown()
    client.force_login(factories.chief())
    section = Section.objects.get(slug_en="briefs")
    form = {
        name: getattr(section, name) or ""
        for name in ("name_en", "name_es", "slug_en", "slug_es", "description_en", "description_es", "position")
    }
    address = f"/admin/articles/section/{section.pk}/change/"
    answer = client.post(address, form | {"name_en": "Shorts", "parent": section.parent_id})
    assert answer.status_code == 302, answer.context["errors"]
    assert Folder().shown() != before
    assert b"Shorts" in process.ask(STORY).body
