"""What else to read: who comes first, why, and who never does."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.models import Article
from articles.related import Related, for_article
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db


def _read(article: Article) -> Article:
    """The story as its page reads it, after everything that was published has settled."""
    factories.after_commit()
    return Article.objects.for_page().get(pk=article.pk)


def _headlines(related: list[Related]) -> list[str]:
    return [item.article.headline for item in related]


@pytest.fixture
def subjects() -> dict[str, Any]:
    """A topic on many stories, a topic on few, and a country."""
    return {
        "common": factories.TopicFactory(name_en="Drugs", name_es="Drogas").pk,
        "rare": factories.TopicFactory(name_en="Barrio 18", name_es="Barrio 18").pk,
        "country": factories.CountryFactory(name_en="Honduras", name_es="Honduras").pk,
    }


def test_editors_picks_come_first_in_their_order(subjects: dict[str, Any]) -> None:
    first = factories.story(headline="Unlike it", at=THEN - timedelta(days=900))
    second = factories.story(headline="Also unlike it")
    factories.story(headline="Alike", topics=(subjects["rare"],))
    story = factories.story(topics=(subjects["rare"],), picks=(first.pk, second.pk))
    related = for_article(_read(story))
    assert _headlines(related) == ["Unlike it", "Also unlike it", "Alike"]
    assert [item.reason for item in related] == [
        "Chosen by the editors",
        "Chosen by the editors",
        "Same topic: Barrio 18",
    ]
    assert related[0].score is None and (related[2].score or 0) > 0


def test_a_rarer_topic_weighs_more_and_is_the_reason(subjects: dict[str, Any]) -> None:
    for _ in range(4):
        factories.story(headline="Common", topics=(subjects["common"],))
    factories.story(headline="Rare", topics=(subjects["rare"],), at=THEN - timedelta(days=300))
    factories.story(headline="Both", topics=(subjects["common"], subjects["rare"]), at=THEN - timedelta(days=300))
    story = factories.story(topics=(subjects["common"], subjects["rare"]))
    related = for_article(_read(story))
    assert _headlines(related) == ["Both", "Rare", "Common", "Common", "Common"]
    assert [item.reason for item in related[:3]] == [
        "Same topic: Barrio 18 · Drugs",
        "Same topic: Barrio 18",
        "Same topic: Drugs",
    ]


def test_a_country_weighs_less_than_a_topic(subjects: dict[str, Any]) -> None:
    factories.story(headline="Same country", countries=(subjects["country"],))
    factories.story(headline="Same topic", topics=(subjects["rare"],))
    story = factories.story(topics=(subjects["rare"],), countries=(subjects["country"],))
    related = for_article(_read(story))
    assert _headlines(related) == ["Same topic", "Same country"]
    assert related[1].reason == "Same country: Honduras"


def test_of_two_alike_the_newer_comes_first_but_age_is_no_bar(subjects: dict[str, Any]) -> None:
    factories.story(headline="Old", topics=(subjects["rare"],), at=THEN - timedelta(days=3650))
    factories.story(headline="New", topics=(subjects["rare"],), at=THEN)
    factories.story(headline="New, but only the country", countries=(subjects["country"],), at=THEN)
    story = factories.story(topics=(subjects["rare"],), countries=(subjects["country"],))
    assert _headlines(for_article(_read(story))) == ["New", "Old", "New, but only the country"]


def test_a_new_story_beats_a_much_older_one_whose_subject_is_a_little_rarer(subjects: dict[str, Any]) -> None:
    for headline in ("Old", "Older"):
        factories.story(headline=headline, topics=(subjects["rare"],), at=THEN - timedelta(days=3650))
    for headline in ("New", "Newer"):
        factories.story(headline=headline, topics=(subjects["common"],))
    factories.story(language="es", topics=(subjects["common"],))  # counts in its own language only
    factories.story(headline="Newest", topics=(subjects["common"],))
    story = factories.story(topics=(subjects["common"], subjects["rare"]))
    assert _headlines(for_article(_read(story))) == ["Newest", "Newer", "New", "Older", "Old"]


def test_the_same_data_give_the_same_list_whatever_the_clock_says(subjects: dict[str, Any], time_machine: Any) -> None:
    factories.story(topics=(subjects["rare"],), at=THEN - timedelta(days=30))
    story = _read(factories.story(topics=(subjects["rare"],)))
    time_machine.move_to("2024-06-01")
    before = [(item.article.pk, item.score) for item in for_article(story)]
    time_machine.move_to("2044-06-01")
    assert [(item.article.pk, item.score) for item in for_article(story)] == before


def test_neither_the_story_nor_its_translation_nor_another_language_nor_what_is_not_live(
    subjects: dict[str, Any],
) -> None:
    key = str(uuid.uuid4())
    factories.story(language="es", headline="Traducción", topics=(subjects["rare"],), translation_key=key)
    factories.story(language="es", headline="Otra", topics=(subjects["rare"],))
    unpublished = factories.story(headline="Unpublished", topics=(subjects["rare"],))
    publishing.unpublish(unpublished, by=factories.chief())
    factories.draft(headline="Draft", topics=(subjects["rare"],))
    spanish_pick = factories.story(language="es", headline="Elegida")
    story = factories.story(topics=(subjects["rare"],), translation_key=key, picks=(unpublished.pk, spanish_pick.pk))
    assert for_article(_read(story)) == []


def test_a_story_about_nothing_has_only_its_picks() -> None:
    picked = factories.story(headline="Picked")
    factories.story(headline="Unrelated")
    assert _headlines(for_article(_read(factories.story(picks=(picked.pk,))))) == ["Picked"]
    assert for_article(_read(factories.story(headline="About nothing"))) == []


def test_reasons_are_in_the_words_of_the_page(subjects: dict[str, Any]) -> None:
    factories.story(language="es", headline="Afín", topics=(subjects["common"],))
    story = factories.story(language="es", topics=(subjects["common"],))
    with translation.override("es"):
        assert [item.reason for item in for_article(_read(story))] == ["Mismo tema: Drogas"]
    with translation.override("en"):
        assert [item.reason for item in for_article(_read(story))] == ["Same topic: Drogas"]


def test_five_stories_in_one_query(subjects: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(8):
        factories.story(topics=(subjects["rare"],), countries=(subjects["country"],), kicker_topic=subjects["rare"])
    story = _read(factories.story(topics=(subjects["rare"],), countries=(subjects["country"],)))
    with django_assert_num_queries(1):
        related = for_article(story)
        assert [item.article.kicker and item.article.kicker.name for item in related] == ["Barrio 18"] * 5
