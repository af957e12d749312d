"""What search engines are told: every page that is there, when it changed, and where they are not welcome."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import publishing, sitemaps
from articles.models import Article, Author, Masthead, Page
from tests import factories
from tests.factories import THEN
from tests.site.edition import every_page, found, parsed, started

EN = "/news/briefs/the-summit-ends/"
ES = "/es/noticias/breves/termina-la-cumbre/"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def tree_of(response: HttpResponse, root: str) -> ElementTree.Element:
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    tree = ElementTree.fromstring(response.content)
    assert tree.tag == f"{{{NAMES['s']}}}{root}"
    return tree


def parts(reader: Client) -> dict[str, str]:
    """The path of every part of the index, with its lastmod."""
    tree = tree_of(reader.get("/sitemap.xml"), "sitemapindex")
    return {
        entry.findtext("s:loc", "", NAMES).removeprefix(settings.SITE_URL): entry.findtext("s:lastmod", "", NAMES)
        for entry in tree
    }


def entries(reader: Client) -> dict[str, tuple[str, dict[str, str]]]:
    """Every path that the sitemaps name, with its lastmod and its versions."""
    named: dict[str, tuple[str, dict[str, str]]] = {}
    for part in parts(reader):
        for url in tree_of(reader.get(part), "urlset"):
            path = url.findtext("s:loc", "", NAMES).removeprefix(settings.SITE_URL)
            assert path.startswith("/") and path not in named, path
            links = url.findall("x:link", NAMES)
            assert all(link.get("rel") == "alternate" for link in links)
            versions = {link.get("hreflang", ""): link.get("href", "") for link in links}
            named[path] = (url.findtext("s:lastmod", "", NAMES), versions)
    return named


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None
    return moment


@pytest.mark.usefixtures("edition")
def test_the_sitemaps_name_every_page_that_may_be_found_and_no_other(reader: Client) -> None:
    named = entries(reader)
    for path in every_page():
        tree = parsed(reader.get(path))
        noindex = bool(found(tree, "meta", name="robots", content="noindex"))
        secondary = path.endswith(("/related/", "/relacionados/", "/republish/", "/republicar/"))
        if not secondary and "?" not in path:
            assert (path in named) is not noindex, path
    for path in named:
        tree = parsed(reader.get(path))
        assert found(tree, "link", rel="canonical")[0].get("href") == settings.SITE_URL + path


@pytest.mark.usefixtures("edition")
def test_pages_and_sitemaps_agree_on_the_languages_of_a_page(reader: Client) -> None:
    for path, (_lastmod, versions) in entries(reader).items():
        links = found(parsed(reader.get(path)), "link", rel="alternate")
        said = {link.get("hreflang"): link.get("href") for link in links if link.get("hreflang")}
        assert said == versions, path


@pytest.mark.usefixtures("edition")
def test_both_stories_of_a_pair_name_both(reader: Client) -> None:
    named = entries(reader)
    pair = {"en": settings.SITE_URL + EN, "es": settings.SITE_URL + ES}
    assert named[EN][1] == named[ES][1] == pair
    assert named["/news/older-summit/"][1] == {}


def test_a_pair_is_named_only_while_both_are_public(edition: dict[str, Any], reader: Client) -> None:
    publishing.unpublish(edition["stories"]["es"], by=factories.chief())
    named = entries(reader)
    assert named[EN][1] == {} and ES not in named


def test_the_dates_are_those_of_the_newest_story(edition: dict[str, Any], reader: Client) -> None:
    later = THEN + timedelta(days=9)
    story = factories.rewritten(Article.objects.get(path="/news/older-summit/"), headline="Changed")
    publishing.publish(story, by=factories.chief(), at=later)
    named = entries(reader)
    changed = ["/", "/news/", "/news/older-summit/", edition["topic"].path_in("en")]
    assert {_moment(named[path][0]) for path in changed} == {later}
    same = ["/es/", "/es/noticias/", "/news/briefs/", EN, edition["country"].path_in("en"), "/authors/luis-lima/"]
    assert {_moment(named[path][0]) for path in same} == {THEN}
    index = parts(reader)
    assert _moment(index["/sitemap-stories-en-1.xml"]) == _moment(index["/sitemap-lists-en-1.xml"]) == later
    assert _moment(index["/sitemap-stories-es-1.xml"]) == THEN


def test_what_is_not_public_is_not_named(edition: dict[str, Any], reader: Client) -> None:
    factories.TopicFactory(name_en="Secret plan", slug_en="secret-plan")
    Author.objects.filter(slug="luis-lima").update(protected=True)
    Page.objects.update(published=False)
    draft = factories.draft(headline="Not yet", slug="not-yet")
    named = " ".join(entries(reader))
    for word in ("secret-plan", "luis-lima", "norma-secreta", "who-we-are", draft.slug or "not-yet"):
        assert word not in named, word


def test_a_part_holds_so_many_stories_and_keeps_them(
    edition: dict[str, Any], reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        factories.story(headline=f"Number {number}", slug=f"n-{number}")
    monkeypatch.setattr(sitemaps, "PART_LENGTH", 2)

    def by_part() -> dict[str, list[str]]:
        stories = [part for part in parts(reader) if part.startswith("/sitemap-stories-en-")]
        return {
            part: [url.findtext("s:loc", "", NAMES) for url in tree_of(reader.get(part), "urlset")] for part in stories
        }

    before = by_part()
    assert all(1 <= len(paths) <= 2 for paths in before.values())
    assert sum(len(paths) for paths in before.values()) == Article.objects.filter(language="en").count()
    story = Article.objects.get(path=EN)
    publishing.unpublish(story, by=factories.chief())
    without = {part: [path for path in paths if not path.endswith(EN)] for part, paths in before.items()}
    assert by_part() == {part: paths for part, paths in without.items() if paths}
    lists = [part for part in parts(reader) if part.startswith("/sitemap-lists-en-")]
    assert len(lists) > 3
    assert all(len(tree_of(reader.get(part), "urlset")) <= 2 for part in lists)


def test_a_site_without_stories_has_its_lists_only(db: None, reader: Client) -> None:
    assert list(parts(reader)) == ["/sitemap-lists-en-1.xml", "/sitemap-lists-es-1.xml"]
    assert len(tree_of(reader.get("/news-sitemap.xml"), "urlset")) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/sitemap-stories-en-0.xml",
        "/sitemap-stories-en-2.xml",
        "/sitemap-stories-en-999999.xml",
        "/sitemap-stories-en-1000000.xml",
        "/sitemap-stories-fr-1.xml",
        "/sitemap-secrets-en-1.xml",
        "/sitemap-stories-en.xml",
        "/es/sitemap.xml",
    ],
)
def test_a_part_that_is_not_there_is_not_found(edition: dict[str, Any], reader: Client, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_sitemaps_cost_the_same_with_many_stories(edition: dict[str, Any], reader: Client) -> None:
    asked = ["/sitemap.xml", "/sitemap-stories-en-1.xml", "/sitemap-lists-en-1.xml", "/news-sitemap.xml"]

    def count(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(path).status_code == 200
        return len(queries)

    before = {path: count(path) for path in asked}
    for number in range(6):
        topic, author = factories.TopicFactory(), factories.AuthorFactory()
        factories.story(
            headline=f"Number {number}",
            slug=f"n-{number}",
            topics=(topic.pk,),
            bylines=((author.pk, "author"),),
            tags=(f"Word {number}",),
        )
    assert {path: count(path) for path in asked} == before
    assert before["/sitemap-stories-en-1.xml"] == 1 and before["/news-sitemap.xml"] <= 2


@pytest.mark.parametrize(("hours", "there"), [(1, True), (47, True), (49, False)])
def test_the_news_are_those_of_the_last_two_days(
    edition: dict[str, Any], reader: Client, hours: int, there: bool
) -> None:
    with started(THEN + timedelta(hours=hours)):
        tree = tree_of(reader.get("/news-sitemap.xml"), "urlset")
    assert [url.findtext("s:loc", "", NAMES) for url in tree] == (
        [settings.SITE_URL + ES, settings.SITE_URL + EN] if there else []
    )


def test_a_piece_of_news_says_what_the_schema_asks(edition: dict[str, Any], reader: Client) -> None:
    with started(THEN + timedelta(hours=1)):
        spanish, english = tree_of(reader.get("/news-sitemap.xml"), "urlset")
    for url, language, headline in ((english, "en", "The summit ends"), (spanish, "es", "Termina la cumbre")):
        assert url.findtext("n:news/n:publication/n:name", "", NAMES) == "The Test Gazette"
        assert url.findtext("n:news/n:publication/n:language", "", NAMES) == language
        assert _moment(url.findtext("n:news/n:publication_date", "", NAMES)) == THEN
        assert url.findtext("n:news/n:title", "", NAMES) == headline


def test_news_that_are_corrected_are_no_newer(edition: dict[str, Any], reader: Client) -> None:
    story = factories.rewritten(edition["stories"]["en"], headline="A & B <again>")
    publishing.publish(story, by=factories.chief(), at=THEN + timedelta(days=5))
    with started(THEN + timedelta(days=5, hours=1)):
        assert len(tree_of(reader.get("/news-sitemap.xml"), "urlset")) == 0
    with started(THEN + timedelta(hours=1)):
        titles = [
            url.findtext("n:news/n:title", "", NAMES) for url in tree_of(reader.get("/news-sitemap.xml"), "urlset")
        ]
    assert "A & B <again>" in titles


def test_the_news_are_so_many_at_most(edition: dict[str, Any], reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "NEWS_LENGTH", 1)
    with started(THEN + timedelta(hours=1)):
        (newest,) = tree_of(reader.get("/news-sitemap.xml"), "urlset")
    assert newest.findtext("s:loc", "", NAMES) == settings.SITE_URL + ES


def _lines(reader: Client, path: str) -> list[str]:
    response = reader.get(path)
    assert response.status_code == 200 and response["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode().splitlines()


@pytest.mark.usefixtures("edition")
def test_robots_may_read_all_but_the_desk_searches_and_what_readers_send(reader: Client) -> None:
    lines = _lines(reader, "/robots.txt")
    assert lines[0] == "User-agent: *"
    closed = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow: ")]
    assert closed == ["/admin/", "/search/?", "/feedback/", "/es/buscar/?", "/es/comentarios/"]
    assert not [path for path in entries(reader) if path.startswith(tuple(closed))]
    maps = [line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: ")]
    assert maps == [f"{settings.SITE_URL}/sitemap.xml", f"{settings.SITE_URL}/news-sitemap.xml"]
    for address in maps:
        assert reader.get(urlsplit(address).path).status_code == 200


@pytest.mark.parametrize(
    ("now", "expires"),
    [
        (datetime(2024, 5, 6, tzinfo=UTC), "2024-12-01T00:00:00Z"),
        (datetime(2024, 6, 30, 23, tzinfo=UTC), "2025-01-01T00:00:00Z"),
        (datetime(2024, 12, 31, tzinfo=UTC), "2025-07-01T00:00:00Z"),
    ],
)
@pytest.mark.usefixtures("edition")
def test_who_finds_a_weakness_finds_whom_to_tell(reader: Client, now: datetime, expires: str) -> None:
    with started(now):
        assert _lines(reader, "/.well-known/security.txt") == [
            "Contact: mailto:desk@gazette.example",
            f"Expires: {expires}",
            "Preferred-Languages: en, es",
            f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        ]


@pytest.mark.usefixtures("edition")
def test_without_a_contact_there_is_no_security_file(reader: Client) -> None:
    Masthead.objects.update(contact_email="")
    assert reader.get("/.well-known/security.txt").status_code == 404


@pytest.mark.usefixtures("edition")
def test_files_for_machines_are_the_same_for_everyone_and_sent_once(reader: Client) -> None:
    with started(THEN):
        for path in ("/robots.txt", "/.well-known/security.txt", "/sitemap.xml", "/news-sitemap.xml", *parts(reader)):
            first = reader.get(path)
            again = reader.get(path, headers={"cookie": "desk_session=1", "accept-language": "es"})
            assert first.content == again.content, path
            for answer in (first, again):
                assert "Set-Cookie" not in answer and answer["Vary"] == "Accept-Encoding", path
            assert reader.get(path, headers={"if-none-match": first["ETag"]}).status_code == 304, path
            assert reader.post(path).status_code == 405, path
