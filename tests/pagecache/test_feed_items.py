"""Items of feeds are written once, and shown only while they say what would be written now."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from articles import feeditems, protecting, publishing
from articles.models import Article, Byline, Country, Edition, FeedItem, Image
from tests import factories
from tests.pagecache.asking import Process

pytestmark = pytest.mark.xdist_group("pagecache")

FEEDS = ("/feed/", "/es/feed/", "/news/feed/")

#: One change of each kind of thing that an item is written from, in SQL, as if nobody's code knew of it.
CHANGES = (
    "UPDATE articles_article SET headline = 'The summit goes on'",
    "UPDATE articles_article SET dek = 'Somewhat later.'",
    "UPDATE articles_article SET dek = ''",
    "UPDATE articles_article SET body = replace(body, '<p>', '<p>Now. ')",
    "UPDATE articles_article SET published_at = published_at - interval '3 days'",
    "UPDATE articles_article SET changed_at = changed_at + interval '1 day'",
    "UPDATE articles_section SET name_en = 'Short', name_es = 'Corto'",
    "UPDATE articles_topic SET name_en = 'Meetings'",
    "UPDATE articles_topic SET name_en = ''",
    "UPDATE articles_country SET name_en = 'The Saviour'",
    "UPDATE articles_tag SET name = name || ' and more'",
    "UPDATE articles_author SET name = 'Ana B. Alba' WHERE slug = 'ana-alba'",
    "UPDATE articles_byline SET role = 'editor' WHERE role = 'author'",
    "UPDATE articles_masthead SET house_byline_en = 'The desk'",
    "UPDATE articles_image SET alt_en = 'The pier'",
    "UPDATE articles_image SET credit = 'B. Hand'",
    "UPDATE articles_image SET has_avif = NOT has_avif",
    "UPDATE articles_image SET width = width / 2",
    "DELETE FROM articles_articletopic",
    "DELETE FROM articles_articlecountry",
    "DELETE FROM articles_articletag",
    "UPDATE articles_article SET lead_image_id = NULL",
    "UPDATE articles_author SET protected = NOT protected",
    "DELETE FROM articles_byline",
    "UPDATE articles_article SET body = regexp_replace(body, '<figure.*</figure>', '')",
)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The stories whose items were written while a test ran."""
    stories: list[int] = []
    write = feeditems._written

    def noting(story: Any, *rest: Any) -> str:
        stories.append(story.pk)
        return write(story, *rest)

    monkeypatch.setattr(feeditems, "_written", noting)
    feeditems._waiting.clear()
    FeedItem.objects.all().delete()
    yield stories
    feeditems._waiting.clear()


def said(process: Process, path: str) -> bytes:
    answer = process.django(path)
    assert answer.status.startswith("200"), path
    return answer.body


@pytest.mark.usefixtures("built")
def test_an_item_is_written_once_for_all_feeds(written: list[int]) -> None:
    process, before = Process(), Edition.number_now()
    first = said(process, "/feed/")
    assert sorted(written) == sorted(Article.objects.published().in_language("en").values_list("pk", flat=True))
    feeditems.keep_written()
    written.clear()
    asked: list[str] = []
    with connection.execute_wrapper(lambda execute, sql, *rest: asked.append(sql) or execute(sql, *rest)):
        again = said(process, "/feed/")
    assert (again, written, Edition.number_now()) == (first, [], before)
    assert len(asked) <= 2 and sum("articles_feeditem" in sql for sql in asked) == 1  # the house is known already
    said(process, "/news/feed/")
    assert not written and not feeditems._waiting


@pytest.mark.usefixtures("built")
def test_whatever_changes_a_feed_says_what_is_so_now(written: list[int]) -> None:
    process = Process()
    for change in CHANGES:
        before = {}
        for path in FEEDS:
            said(process, path)
            feeditems.keep_written()
            before[path] = said(process, path)
        assert FeedItem.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute(change)
            assert cursor.rowcount, change
        after = {path: said(process, path) for path in FEEDS}
        FeedItem.objects.all().delete()
        feeditems._waiting.clear()
        assert after == {path: said(process, path) for path in after}, change
        assert after != before, change


@pytest.mark.usefixtures("built")
def test_other_settings_and_another_release_write_their_own(
    written: list[int], settings: Any, monkeypatch: Any
) -> None:
    process = Process()
    said(process, "/feed/")
    feeditems.keep_written()
    changes = (
        ("FEED_FULL_TEXT", False),
        ("SITE_URL", "https://elsewhere.example"),
        ("MEDIA_URL", "https://media.example/"),
    )
    for name, value in changes:
        setattr(settings, name, value)
        written.clear()
        said(process, "/feed/")
        assert written, name
        feeditems.keep_written()
    monkeypatch.setattr("newsroom.pagecache.release.name", lambda: "another")
    written.clear()
    said(process, "/feed/")
    assert written


@pytest.mark.usefixtures("built")
def test_what_nobody_sees_any_more_is_not_kept(written: list[int]) -> None:
    process = Process()
    story = factories.story(slug="a-last-one", headline="A last one")
    said(process, "/feed/")
    publishing.unpublish(story, by=factories.chief())
    feeditems.keep_written()
    assert FeedItem.objects.exists() and not FeedItem.objects.filter(pk=story.pk).exists()
    assert b"A last one" not in said(process, "/feed/")


@pytest.mark.usefixtures("built")
def test_a_picture_of_a_text_that_comes_or_goes_is_noticed(written: list[int]) -> None:
    process = Process()
    image = factories.ImageFactory(alt_en="A gate")
    story = factories.story(slug="pictured", body=f'<p>See.</p><figure data-image="{image.pk}"></figure>')
    gate = said(process, "/feed/")
    feeditems.keep_written()
    assert b"A gate" in gate and FeedItem.objects.get(pk=story.pk).pictures == [image.pk]
    written.clear()
    assert said(process, "/feed/") == gate and not written
    Image.objects.filter(pk=image.pk).update(alt_en="A door")
    assert b"A door" in said(process, "/feed/") and written == [story.pk]
    feeditems.keep_written()
    door = said(process, "/feed/")
    row = Image.objects.filter(pk=image.pk).values().get()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_image WHERE id = %s", [image.pk])
    assert b"A door" not in said(process, "/feed/")
    feeditems.keep_written()
    assert b"A door" not in said(process, "/feed/")
    Image.objects.create(**row)
    assert said(process, "/feed/") == door


@pytest.mark.usefixtures("built")
def test_a_country_whose_name_is_another_s_now_is_noticed(written: list[int]) -> None:
    process = Process()
    gone, about = (factories.CountryFactory(name_en=name, name_es=name) for name in ("First", "Second"))
    factories.story(slug="about-the-second", countries=(about.pk,))
    said(process, "/feed/")
    feeditems.keep_written()
    assert b"<category>Second</category>" in said(process, "/feed/")
    # The same names in the same order, but of other countries.
    gone.delete()
    Country.objects.filter(pk=about.pk).update(name_en="First", name_es="First")
    factories.CountryFactory(name_en="Second", name_es="Second")
    feed = said(process, "/feed/")
    assert b"<category>First</category>" in feed and b"<category>Second</category>" not in feed


@pytest.mark.usefixtures("built")
def test_what_waits_has_a_bound(written: list[int], monkeypatch: Any) -> None:
    monkeypatch.setattr(feeditems, "MOST_WAITING", 1)
    said(Process(), "/feed/")
    assert len(written) > 1 and len(feeditems._waiting) == 1


@pytest.mark.usefixtures("built")
def test_a_name_that_became_protected_is_in_no_item_that_is_shown(written: list[int]) -> None:
    process = Process()
    author = factories.AuthorFactory(name="Rosa Rey")
    factories.story(slug="by-rosa", bylines=((author.pk, Byline.Role.AUTHOR),))
    assert b"Rosa Rey" in said(process, "/feed/")
    feeditems.keep_written()
    author.protected = True
    author.save()
    assert b"Rosa Rey" not in said(process, "/feed/")


@pytest.mark.usefixtures("built")
def test_items_that_name_an_author_go_when_the_author_is_protected(written: list[int]) -> None:
    author = factories.AuthorFactory(name="Rosa Roja")
    factories.story(slug="by-roja", bylines=((author.pk, Byline.Role.AUTHOR),))
    said(Process(), "/feed/")
    feeditems.keep_written()
    others = FeedItem.objects.filter(written__contains="Rosa Roja")
    assert others.count() == 1 < FeedItem.objects.count()
    protecting.protect(author, by=factories.chief())
    assert not others.exists() and FeedItem.objects.exists()


def test_kept_items_are_read_without_unpacking_them(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attstorage FROM pg_attribute WHERE attrelid = 'articles_feeditem'::regclass AND attname = 'written'"
        )
        assert cursor.fetchall() == [("e",)]
