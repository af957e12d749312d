"""The page of related content: in groups that say why, and with what happened after an old story."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from articles import related
from articles.models import Article
from tests import factories
from tests.factories import THEN
from tests.site.edition import found, parsed, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def subjects() -> dict[str, Any]:
    factories.MastheadFactory()
    return {
        "topics": (factories.TopicFactory(name_en="Ports", name_es="Puertos").pk,),
        "countries": (factories.CountryFactory(name_en="Belize", name_es="Belice").pk,),
    }


def blocks(reader: Client, story: Article) -> list[tuple[str, list[str]]]:
    """The groups of the page: their headings with the headlines in them."""
    factories.after_commit()
    aspect = {"en": "related", "es": "relacionados"}[story.language]
    tree = parsed(reader.get(f"{story.path}{aspect}/"))
    return [
        (text_of(next(section.iter("h2"))), [text_of(heading) for heading in section.iter("h3")])
        for section in found(tree, "section", class_="block")
    ]


def test_stories_stand_in_groups_by_what_they_share(reader: Client, subjects: dict[str, Any]) -> None:
    tag = {"tags": ("The ledger",)}
    picked = factories.story(headline="Picked")
    for number in range(2):
        factories.story(headline=f"Port {number}", topics=subjects["topics"])
    factories.story(headline="By tag", **tag)
    story = factories.story(headline="Docks", picks=(picked.pk,), topics=subjects["topics"], **tag)
    # Which of two stories of one group has more in common with it hangs on a word or two.
    assert [(title, sorted(headlines)) for title, headlines in blocks(reader, story)] == [
        ("Chosen by the editors", ["Picked"]),
        ("Same topic: Ports", ["Port 0", "Port 1"]),
        ("Also related", ["By tag"]),
    ]


def test_what_happened_next_is_told_after_an_old_story_in_the_order_of_time(
    reader: Client, subjects: dict[str, Any]
) -> None:
    for language in ("en", "es"):
        old = factories.story(language=language, headline="Old", at=THEN - timedelta(days=400), **subjects)
        factories.story(language=language, headline="Before", at=THEN - timedelta(days=500), **subjects)
        for days in (300, 20, 200):
            factories.story(language=language, headline=f"{days} days", at=THEN - timedelta(days=days), **subjects)
        newest = factories.story(language=language, headline="Newest", topics=subjects["topics"])
        title = {"en": "What happened next", "es": "Qué pasó después"}[language]
        shown = blocks(reader, old)
        assert shown[0] == (title, ["300 days", "200 days", "20 days"])
        assert {headline for _title, group in shown[1:] for headline in group} == {"Before", "Newest"}
        assert title not in dict(blocks(reader, newest))
        recent = Article.objects.for_page().get(headline="20 days", language=language)
        assert related.afterwards(recent) == []  # nothing is old that is of this month


def test_a_story_with_nothing_like_it_says_so(reader: Client, subjects: dict[str, Any]) -> None:
    story = factories.story(headline="Alone")
    factories.after_commit()
    assert "No stories here yet." in reader.get(f"{story.path}related/").content.decode()


def test_following_up_asks_once_whatever_a_story_is_about(
    subjects: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    topics = tuple(factories.TopicFactory().pk for _ in range(5))
    countries = tuple(factories.CountryFactory().pk for _ in range(4))
    old = factories.story(topics=topics, countries=countries, at=THEN - timedelta(days=99))
    later = factories.story(topics=topics, countries=countries)
    factories.after_commit()
    story = Article.objects.for_page().get(pk=old.pk)
    with django_assert_max_num_queries(1), translation.override("en"):
        assert related.afterwards(story) == [later]
    assert related.afterwards(Article.objects.for_page().get(pk=factories.story().pk)) == []
