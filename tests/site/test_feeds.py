"""The feeds: complete, absolute, the same for everyone, and not sent again to those who have them."""

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.feeds import LENGTH
from articles.models import Article, Author, Masthead, Section, Tag
from articles.syndicating import with_hosts
from tests import factories
from tests.factories import THEN
from tests.site.edition import every_page

EN = "/news/briefs/the-summit-ends/"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}link"

#: What RSS 2.0 allows in a channel and in an item, beside elements of other namespaces.
CHANNEL = {"title", "link", "description", "language", "copyright", "lastBuildDate", "category", "ttl", "item"}
ITEM = {"title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"}


def every_feed() -> list[str]:
    """The address of one feed of every kind in each language."""
    story = Article.objects.get(slug="the-summit-ends")
    tag = Tag.objects.get().slug
    country, topic = story.countries.get(), story.topics.get()
    rows = [story.section, story.section.parent, country, topic]  # type: ignore[union-attr]
    lists = {
        "en": ["/", "/authors/ana-alba/", f"/tags/{tag}/", *(row.path_in("en") for row in rows)],
        "es": ["/es/", "/es/autores/ana-alba/", f"/es/etiquetas/{tag}/", *(row.path_in("es") for row in rows)],
    }
    lists["en"].append(f"{country.path_in('en')}topics/{topic.slug_en}/")
    lists["es"].append(f"{country.path_in('es')}temas/{topic.slug_es}/")
    return [f"{path}feed/" for paths in lists.values() for path in paths]


def channel_of(response: HttpResponse) -> Element:
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    return root[0]


def text(element: Element, name: str) -> str:
    (found,) = element.findall(name)
    return found.text or ""


def items_of(reader: Client, path: str) -> list[Element]:
    return channel_of(reader.get(path)).findall("item")


@pytest.mark.usefixtures("edition")
def test_every_list_has_a_feed_that_keeps_the_rules_of_rss(reader: Client) -> None:
    for path in every_feed():
        channel = channel_of(reader.get(path))
        language = "es" if path.startswith("/es/") else "en"
        assert {child.tag for child in channel if child.tag[0] != "{"} <= CHANNEL, path
        assert text(channel, "title") and text(channel, "description"), path
        assert text(channel, "link") == settings.SITE_URL + path.removesuffix("feed/")
        assert text(channel, "language") == language
        (itself,) = channel.findall(ATOM)
        assert itself.attrib == {"rel": "self", "type": "application/rss+xml", "href": settings.SITE_URL + path}
        assert parsedate_to_datetime(text(channel, "lastBuildDate")) == THEN
        items = channel.findall("item")
        assert items, path
        for item in items:
            assert {child.tag for child in item if child.tag[0] != "{"} <= ITEM, path
            assert text(item, "title") and text(item, "guid") and item.findall(f"{DC}creator"), path
            assert reader.get(text(item, "link").removeprefix(settings.SITE_URL)).status_code == 200
            assert parsedate_to_datetime(text(item, "pubDate")).tzinfo is not None
        guids = [text(item, "guid") for item in items]
        assert len(set(guids)) == len(guids), path


def test_an_item_tells_the_whole_story(edition: dict[str, Any], reader: Client) -> None:
    item = items_of(reader, "/news/feed/")[0]
    story = edition["stories"]["en"]
    assert text(item, "title") == "The summit ends"
    assert text(item, "link") == settings.SITE_URL + EN
    assert text(item, "description") == "With few results."
    assert parsedate_to_datetime(text(item, "pubDate")) == THEN
    assert item.find("guid").attrib == {"isPermaLink": "false"}  # type: ignore[union-attr]
    assert text(item, "guid") == f"tag:{urlsplit(settings.SITE_URL).hostname},2024-05-06:story/{story.pk}"
    assert [name.text for name in item.findall(f"{DC}creator")] == ["Ana Alba", "The Gazette"]
    assert [name.text for name in item.findall(f"{DC}contributor")] == ["Luis Lima"]
    assert [name.text for name in item.findall("category")] == ["Briefs", "Summits", "El Salvador", "Security"]
    content = text(item, CONTENT)
    assert "Opening of the text" in content and "The harbour." in content and "Where it was" in content


def test_every_address_in_a_text_has_its_host(edition: dict[str, Any], reader: Client) -> None:
    content = text(items_of(reader, "/feed/")[0], CONTENT)
    addresses = re.findall(r'(?:href|src)="([^"]*)"', content)
    for candidates in re.findall(r'srcset="([^"]*)"', content):
        addresses += [candidate.split(" ")[0] for candidate in candidates.split(", ")]
    assert len(addresses) > 8
    assert all(address.startswith(("http://", "https://")) for address in addresses)
    assert f"{settings.SITE_URL}{EN}#note-1" in addresses
    assert f"{settings.SITE_URL}/news/" in addresses and "https://elsewhere.example/" in addresses


def test_only_addresses_in_tags_are_completed() -> None:
    html = '<p>He wrote href="/a" twice.</p><a href="/b?x=1&amp;y=2">it</a><img srcset="/c 480w, /d 800w" alt="src=">'
    assert with_hosts(html, "https://news.example/story/") == (
        '<p>He wrote href="/a" twice.</p><a href="https://news.example/b?x=1&amp;y=2">it</a>'
        '<img srcset="https://news.example/c 480w, https://news.example/d 800w" alt="src=">'
    )


def test_the_house_may_give_summaries_only(edition: dict[str, Any], reader: Client, settings: Any) -> None:
    settings.FEED_FULL_TEXT = False
    item = items_of(reader, "/feed/")[0]
    assert item.find(CONTENT) is None
    assert text(item, "description") == "With few results."
    assert "Opening of the text" not in reader.get("/feed/").content.decode()


def test_a_story_keeps_its_name_when_everything_about_it_changes(edition: dict[str, Any], reader: Client) -> None:
    before = items_of(reader, "/feed/")[0]
    other = factories.SectionFactory()
    story = factories.rewritten(edition["stories"]["en"], slug="another-slug", headline="Other", section=other.pk)
    publishing.publish(story, by=factories.chief(), at=THEN + timedelta(days=3))
    channel = channel_of(reader.get("/feed/"))
    after = channel.findall("item")[0]
    assert text(after, "title") == "Other"
    assert text(after, "guid") == text(before, "guid")
    assert text(after, "link") != text(before, "link")
    assert text(after, "pubDate") == text(before, "pubDate")
    assert parsedate_to_datetime(text(channel, "lastBuildDate")) == THEN + timedelta(days=3)


def test_nobody_protected_is_named_in_a_feed(edition: dict[str, Any], reader: Client) -> None:
    for path in every_feed():
        assert b"Norma" not in reader.get(path).content, path
    assert reader.get("/authors/norma-secreta/feed/").status_code == 404


def test_what_no_reader_may_know_of_has_no_feed(edition: dict[str, Any], reader: Client) -> None:
    topic, author = factories.TopicFactory(name_en="Secret plan"), factories.AuthorFactory(name="New Hand")
    for row in (topic, author):
        assert reader.get(f"{row.path_in('en')}feed/").status_code == 404
    factories.story(language="es", slug="algo", topics=(topic.pk,), bylines=((author.pk, "author"),))
    for row in (topic, author):
        assert channel_of(reader.get(f"{row.path_in('en')}feed/")).find("item") is None


def test_a_story_that_is_taken_back_leaves_every_feed(edition: dict[str, Any], reader: Client) -> None:
    publishing.unpublish(edition["stories"]["en"], by=factories.chief())
    assert [text(item, "title") for item in items_of(reader, "/feed/")] == ["Older summit (en)"]
    assert "The summit ends" not in reader.get("/news/feed/").content.decode()


def test_a_feed_without_stories_is_whole_and_has_no_date(edition: dict[str, Any], reader: Client) -> None:
    section = Section.objects.create(name_en="Empty", name_es="Vacía", slug_en="empty", slug_es="vacia")
    channel = channel_of(reader.get(f"{section.path_in('en')}feed/"))
    assert text(channel, "title") == "Empty | The Test Gazette"
    assert channel.find("item") is None and channel.find("lastBuildDate") is None


def test_who_has_a_feed_is_not_sent_it_again(edition: dict[str, Any], reader: Client) -> None:
    for path in ("/feed/", "/news/feed/", "/es/feed/"):
        tag = reader.get(path)["ETag"]
        again = reader.get(path, headers={"if-none-match": tag})
        assert (again.status_code, again.content) == (304, b""), path
    tag = reader.get("/feed/")["ETag"]
    publishing.unpublish(edition["stories"]["en"], by=factories.chief())
    assert reader.get("/feed/", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.usefixtures("edition")
def test_a_feed_is_the_same_for_everyone(reader: Client) -> None:
    for path in every_feed():
        plain = reader.get(path)
        other = reader.get(f"{path}?utm_source=mail", headers={"accept-language": "es", "cookie": "desk_session=1"})
        assert plain.content == other.content, path
        for answer in (plain, other):
            assert "Set-Cookie" not in answer and answer["Vary"] == "Accept-Encoding", path
        assert plain["Content-Language"] == ("es" if path.startswith("/es/") else "en")


def test_a_feed_holds_the_newest_stories_only(edition: dict[str, Any], reader: Client) -> None:
    for number in range(LENGTH + 2):
        factories.story(headline=f"Number {number}", slug=f"n-{number}", at=THEN + timedelta(hours=number + 1))
    items = items_of(reader, "/feed/")
    assert len(items) == LENGTH
    assert text(items[0], "title") == f"Number {LENGTH + 1}"


def test_a_feed_that_moved_answers_with_one_redirect(edition: dict[str, Any], reader: Client) -> None:
    edition["news"].slug_en = "reports"
    edition["news"].save()
    response = reader.get("/news/feed/")
    assert (response.status_code, response["Location"]) == (301, "/reports/feed/")


@pytest.mark.parametrize(
    "path",
    [
        f"{EN}feed/",
        f"{EN}related/feed/",
        "/feed/page/2/",
        "/news/feed/page/2/",
        "/news/page/2/feed/",
        "/countries/feed/",
        "/tags/unheard-of/feed/",
        "/about/who-we-are/feed/",
    ],
)
def test_what_is_no_list_has_no_feed(edition: dict[str, Any], reader: Client, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_a_feed_is_only_read(edition: dict[str, Any], reader: Client) -> None:
    for path in ("/feed/", "/news/feed/", f"/tags/{Tag.objects.get().slug}/feed/"):
        assert reader.post(path).status_code == 405, path


def test_characters_that_xml_can_not_hold_do_not_break_a_feed(edition: dict[str, Any], reader: Client) -> None:
    Author.objects.filter(slug="ana-alba").update(name="Ana\x0c Alba")
    Masthead.objects.update(name="The \x01Gazette")
    channel = channel_of(reader.get("/feed/"))
    assert text(channel, "title") == "The Gazette"
    assert channel.findall("item")[0].findall(f"{DC}creator")[0].text == "Ana Alba"


def test_a_feed_costs_the_same_with_many_stories(
    edition: dict[str, Any], reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        picture = f'<p>Text.</p><figure data-image="{edition["image"].pk}"></figure>'
        factories.story(headline=f"Number {number}", slug=f"n-{number}", section=edition["news"].pk, body=picture)
    with django_assert_max_num_queries(8):
        assert len(items_of(reader, "/news/feed/")) == 14


@pytest.mark.usefixtures("edition")
def test_pages_lead_to_the_feed_of_what_they_list(reader: Client) -> None:
    led = set()
    for path in every_page():
        found = re.findall(
            r'<link rel="alternate"\s+type="application/rss\+xml"[^>]*?href="([^"]*)"',
            reader.get(path).content.decode(),
        )
        led |= {address.removeprefix(settings.SITE_URL) for address in found}
    assert led == set(every_feed())
