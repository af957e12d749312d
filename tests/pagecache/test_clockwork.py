"""What time alone changes starts an edition, once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from articles import clock
from articles.models import Edition, HomeSlot
from newsroom.pagecache import clockwork
from tests import factories
from tests.site.edition import started

pytestmark = pytest.mark.django_db


def turned(at: Any) -> bool:
    """Whether an edition was asked for; as often as anybody looks, once."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE articles_edition_mark")
        found = clockwork.turn(at=at)
        cursor.execute("SELECT count(*) FROM articles_edition_mark")
        assert cursor.fetchone() == (int(found),)
    return found


def test_a_story_that_is_two_days_old_leaves_the_news_by_itself(reader: Client) -> None:
    now = clock.now().replace(day=10)
    story = factories.story(at=now - timedelta(hours=47))
    with started(now):
        assert story.path in reader.get("/news-sitemap.xml").content.decode()
        assert not turned(now + timedelta(minutes=59))
        assert turned(now + timedelta(minutes=61))
    with started(now + timedelta(minutes=61)):
        assert story.path not in reader.get("/news-sitemap.xml").content.decode()
        assert not turned(now + timedelta(minutes=62))


def test_the_security_file_is_renewed_with_the_month(reader: Client) -> None:
    factories.MastheadFactory()
    first = clock.now().replace(day=28, hour=23)
    with started(first):
        before = reader.get("/.well-known/security.txt").content
        assert not turned(first + timedelta(minutes=30))
        assert turned(first + timedelta(days=5))
        assert reader.get("/.well-known/security.txt").content == before
    with started(first + timedelta(days=5)):
        assert reader.get("/.well-known/security.txt").content != before


def test_a_place_on_the_front_page_lasts_as_long_as_the_edition(reader: Client) -> None:
    """The press takes it away when its hour has passed; until then all readers of the edition see one page."""
    old, new = (factories.story(headline=f"Story number {number}") for number in range(2))
    first = clock.now() - timedelta(hours=2)
    HomeSlot.objects.create(language="en", position=0, story=old, until=first + timedelta(hours=1))
    for moment, leads, follows in ((first, old, new), (first + timedelta(hours=2), new, old)):
        with started(moment):
            page = reader.get("/").content.decode()
            assert page.index(f'href="{leads.path}"') < page.index(f'href="{follows.path}"')


def test_before_anything_was_public_there_is_nothing_to_turn() -> None:
    Edition.objects.all().delete()
    assert not clockwork.turn()
