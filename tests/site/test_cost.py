"""What a page that no cache holds costs: queries, by kind of page, and that nothing of the frame is told twice."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Announcement, Author, Masthead, Section
from tests import factories
from tests.site.edition import found, parsed, read, text_of

#: As many queries as a page may take, with the house read in this edition already, and read anew.
KNOWN, ANEW = 6, 8

PAGES = {
    "story": "/news/briefs/the-summit-ends/",
    "section": "/news/",
    "section, page 2": "/news/page/2/",
    "country": "{country}",
    "topic": "{topic}",
    "feed": "/feed/",
    "feed of a section": "/news/feed/",
    "author": "/authors/ana-alba/",
    "tag": "/tags/security/",
    "country in a section": "{country}news/",
    "explore": "/explore/",
    "explore a section": "/explore/news/",
    "archive": "/archive/2024/",
    "corrections": "/corrections/",
    "announcements": "/about/updates/",
    "front page": "/",
}


@contextmanager
def _at_most(number: int, path: str) -> Iterator[None]:
    with CaptureQueriesContext(connection) as asked:
        yield
    assert len(asked) <= number, f"{path}: {[query['sql'][:90] for query in asked]}"


def test_a_page_takes_few_queries_however_many_stories_it_lists(
    edition: dict[str, Any], reader: Client, edition_known: Callable[[int], None]
) -> None:
    for number in range(30):
        factories.story(
            headline=f"Report {number:02}",
            slug=f"report-{number:02}",
            section=edition["news"].pk,
            topics=(edition["topic"].pk,),
            countries=(edition["country"].pk,),
            bylines=((Author.objects.get(slug="ana-alba").pk, "author"),),
            tags=("Security",),
        )
    paths = [
        path.format(country=edition["country"].path_in("en"), topic=edition["topic"].path_in("en"))
        for path in PAGES.values()
    ]
    for path in paths:
        with _at_most(ANEW, path):
            assert reader.get(path).status_code == 200
    edition_known(1)
    read(reader, "/")
    read(reader, PAGES["story"])
    for path in paths:
        with _at_most(KNOWN, path):
            assert reader.get(path).status_code == 200


def test_a_new_edition_has_its_house_read_anew(
    edition: dict[str, Any], reader: Client, edition_known: Callable[[int], None]
) -> None:
    edition_known(1)
    before = {path: read(reader, path) for path in ("/news/", PAGES["story"])}
    Masthead.objects.update(name="The Other Gazette")
    Announcement.objects.filter(language="en").update(title="Another prize")
    assert before == {path: read(reader, path) for path in before}  # one edition is one house
    Section.objects.filter(slug_en="news").update(name_en="Reports")
    edition_known(2)
    for path in before:
        tree = parsed(reader.get(path))
        assert "The Other Gazette" in text_of(found(tree, "footer")[0])
        assert "Reports" in text_of(found(tree, "nav", class_="site-nav")[0])
    assert "Another prize" in read(reader, PAGES["story"])


def test_the_frame_is_of_its_language_and_marks_where_one_is(
    edition: dict[str, Any], reader: Client, edition_known: Callable[[int], None]
) -> None:
    edition_known(3)
    pages = {
        "/news/": ("News", "page"),
        "/news/briefs/": ("News", "true"),
        "/es/noticias/": ("Noticias", "page"),
        PAGES["story"]: ("News", "true"),
        "/countries/": ("Countries", "page"),
        "/": (None, None),
    }
    for _again in range(2):
        for path, (name, mark) in pages.items():
            tree = parsed(reader.get(path))
            (nav,) = found(tree, "nav", class_="site-nav")
            marked = [(text_of(link), link.get("aria-current")) for link in nav.iter("a") if link.get("aria-current")]
            assert marked == ([(name, mark)] if name else []), path
            feeds = [link.get("href") for link in found(found(tree, "footer")[0], "a", type="application/rss+xml")]
            assert feeds == ([] if path in (PAGES["story"], "/countries/") else [f"{path}feed/"]), path


def test_a_page_that_shows_an_error_leaves_nothing_of_its_frame_behind(
    edition: dict[str, Any], reader: Client, edition_known: Callable[[int], None]
) -> None:
    edition_known(4)
    for path, status, sections in (("/nothing/", 404, 0), (PAGES["story"], 200, 1), ("/nothing/", 404, 0)):
        answer = reader.get(path)
        assert answer.status_code == status
        tree = parsed(answer)
        for part in (found(tree, "nav", class_="site-nav")[0], found(tree, "footer")[0]):
            assert sum(link.get("href") == "/news/" for link in part.iter("a")) == sections, path


def test_without_an_edition_every_page_reads_the_house(edition: dict[str, Any], reader: Client) -> None:
    read(reader, "/news/")
    Masthead.objects.update(name="The Other Gazette")
    assert "The Other Gazette" in read(reader, "/news/")
