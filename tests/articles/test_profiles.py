"""A country or a topic is read at its address with what its page tells beside the stories."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import companions, coverage, profiles
from articles.models import Article, Country, Topic
from tests import factories

LANGUAGES = ("en", "es")


def _archive() -> dict[str, list[Any]]:
    """Three countries and ten topics, some of which meet more often than others and some as often."""
    countries = [factories.CountryFactory() for _number in range(3)]
    topics = [factories.TopicFactory(name_es="" if number == 4 else f"Tema {number}") for number in range(10)]
    section = factories.SectionFactory()
    for number in range(24):
        factories.story(
            section=section.pk,
            slug=f"told-{number}",
            language="es" if number % 4 == 3 else "en",
            countries=tuple(row.pk for row in countries[: 1 + number % 3]),
            topics=tuple(row.pk for row in topics[number % 5 :: 1 + number % 4]),
            at=factories.THEN.replace(year=2015 + number % 7, month=1 + number % 12),
        )
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    return {"countries": countries, "topics": topics}


@pytest.fixture
def archive(once: Callable[..., Any]) -> dict[str, list[Any]]:
    return once(_archive)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", ["countries", "topics"])
def test_it_knows_what_would_be_asked_one_by_one(archive: dict[str, list[Any]], folder: str, language: str) -> None:
    for row in archive[folder]:
        plain = type(row).objects.get(pk=row.pk)
        with CaptureQueriesContext(connection) as asked:
            found = profiles.lives_at(row.path_in(language))
            assert found == plain
            told = companions.of(found, language), coverage.shape_with(found, language)
        assert len(asked) == 1
        alone = companions.of(plain, language)
        assert told[0].links(found, language) == alone.links(plain, language)
        assert [len(told[0].topics), len(told[0].countries)] == [len(alone.topics), len(alone.countries)]
        shape = coverage.shape_of(coverage.shelf_of(plain), language)
        assert shape.count and told[1] == shape == coverage.shape_with(plain, language)
        assert told[1].elsewhere == shape.elsewhere


def test_those_it_meets_most_often_come_first_and_eight_at_most(archive: dict[str, list[Any]]) -> None:
    country = archive["countries"][0]
    met = companions.of(country, "en")
    shared = {
        topic.pk: Article.objects.filter(state="live", language="en", countries=country, topics=topic).count()
        for topic in archive["topics"]
    }
    order = sorted((-stories, pk) for pk, stories in shared.items() if stories)
    assert len(order) > companions.LENGTH
    assert [(-stories, row.pk) for row, stories in met.topics] == order[: companions.LENGTH]
    assert [row.pk for row, _stories in met.countries] == [row.pk for row in archive["countries"][1:]]


def test_nobody_lives_at_another_address(archive: dict[str, list[Any]]) -> None:
    country, topic = archive["countries"][0], archive["topics"][0]
    former = country.path_in("es")
    country.slug_es = "otro-nombre"
    country.save()
    assert profiles.lives_at(country.path_in("es")) == country
    unread = factories.TopicFactory()
    gone, here = unread.path_in("en"), topic.path_in("en")
    unread.delete()
    for path in (
        former,
        gone,
        "/countries/nowhere/",
        "/countries/",
        here.replace("topics", "countries"),
        "/",
        "/es/",
    ):
        assert profiles.lives_at(path) is None
    assert isinstance(profiles.lives_at(here), Topic)
    assert isinstance(profiles.lives_at(country.path_in("en")), Country)
