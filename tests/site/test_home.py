"""The front page as editors arrange it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeAlias

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.models import Article, Edition, HomeSlot
from tests import factories
from tests.factories import THEN
from tests.site.edition import found, parsed, text_of

#: The stories of the edition, newest first, when `_stories` has added its own.
NEWEST = "/news/briefs/the-summit-ends/"

Once: TypeAlias = Callable[..., Any]


def _stories(edition: dict[str, Any], count: int) -> list[Article]:
    return [
        factories.story(
            headline=f"Report {n:02}",
            slug=f"report-{n:02}",
            section=edition["news"].pk,
            countries=(edition["country"].pk,),
            at=THEN - timedelta(days=1, hours=n),
        )
        for n in range(count)
    ]


def _place(story: Article, position: int, **values: Any) -> HomeSlot:
    return HomeSlot.objects.create(language=story.language, position=position, story=story, **values)


def _lead(reader: Client, path: str = "/") -> str:
    return next(found(parsed(reader.get(path)), "h2", class_="lead__headline")[0].iter("a")).get("href")


def _seconds(reader: Client) -> list[str]:
    pair = found(parsed(reader.get("/")), "ul", class_="cards--pair")[0]
    return [next(heading.iter("a")).get("href") for heading in pair.iter("h3")]


def _all(reader: Client) -> list[str]:
    headings = [heading for tag in ("h2", "h3", "h4") for heading in parsed(reader.get("/")).iter(tag)]
    links = [link.get("href") for heading in headings for link in heading.iter("a")]
    return [link for link in links if link.startswith("/news/") and link.count("/") > 2]


def test_without_an_arrangement_the_newest_story_leads(edition: dict[str, Any], once: Once, reader: Client) -> None:
    once(_stories, 3)
    assert _lead(reader) == NEWEST


def test_the_editors_lead_leads_in_its_language_only(edition: dict[str, Any], once: Once, reader: Client) -> None:
    chosen = once(_stories, 12)[9]
    before = _lead(reader, "/es/")
    _place(chosen, 0)
    assert _lead(reader) == chosen.path
    assert _lead(reader, "/es/") == before


def test_places_come_in_their_order_and_free_ones_go_to_the_newest(
    edition: dict[str, Any], once: Once, reader: Client
) -> None:
    stories = once(_stories, 12)
    _place(stories[9], 5)
    _place(stories[8], 7)
    assert _lead(reader) == NEWEST
    assert _seconds(reader) == [stories[9].path, stories[8].path, stories[0].path, stories[1].path]


def test_seven_places_are_shown_below_the_lead(edition: dict[str, Any], once: Once, reader: Client) -> None:
    stories = once(_stories, 20)
    for position in range(8):
        _place(stories[position + 8], position)
    assert _lead(reader) == stories[8].path
    assert _seconds(reader) == [story.path for story in stories[9:16]]


def test_a_story_stands_on_an_arranged_page_once(edition: dict[str, Any], once: Once, reader: Client) -> None:
    stories = once(_stories, 40)
    for position, number in enumerate((30, 0, 4, 16)):
        _place(stories[number], position)
    links = _all(reader)
    assert len(links) == len(set(links)) == 1 + 4 + 10 + 4


def test_a_place_is_free_again_when_its_time_is_over(edition: dict[str, Any], once: Once, reader: Client) -> None:
    old, current = once(_stories, 12)[8:10]
    slot = _place(old, 0, until=timezone.now() - timedelta(minutes=1))
    _place(current, 1, until=timezone.now() + timedelta(hours=1))
    assert _lead(reader) == NEWEST
    assert _seconds(reader)[0] == current.path
    HomeSlot.objects.filter(pk=slot.pk).update(until=timezone.now() + timedelta(hours=1))
    assert _lead(reader) == old.path


def test_a_story_that_is_taken_away_leaves_its_place(edition: dict[str, Any], once: Once, reader: Client) -> None:
    chosen = once(_stories, 12)[9]
    _place(chosen, 0)
    publishing.unpublish(chosen, by=factories.chief())
    assert _lead(reader) == NEWEST
    assert chosen.path not in _all(reader)


def test_countries_stand_by_name_with_the_number_of_their_stories(
    edition: dict[str, Any], once: Once, reader: Client
) -> None:
    once(_stories, 3)
    spain = factories.CountryFactory(code="ES", name_en="Spain", name_es="España")
    estonia = factories.CountryFactory(code="EE", name_en="Estonia", name_es="Estonia")
    factories.CountryFactory(code="FR", name_en="France", name_es="Francia")
    for language in ("en", "es"):
        factories.story(
            language=language, slug="far", section=edition["news"].pk, countries=(spain.pk, estonia.pk), at=THEN
        )
    factories.draft(countries=(spain.pk,))
    strips = [found(parsed(reader.get(path)), "nav", class_="country-strip")[0] for path in ("/", "/es/")]
    assert [text_of(row) for row in strips[0].iter("li")] == ["El Salvador 4", "Estonia 1", "Spain 1"]
    assert [text_of(row) for row in strips[1].iter("li")] == ["El Salvador 1", "España 1", "Estonia 1"]


@pytest.mark.parametrize("count", [0, 40])
def test_an_arranged_page_asks_at_most_eight_times(
    edition: dict[str, Any], once: Once, reader: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for position, story in enumerate([edition["stories"]["en"], *once(_stories, count)][:8]):
        _place(story, position)
    # masthead, sections, places, newest, cards, countries, announcements
    with django_assert_num_queries(7):
        reader.get("/")


def test_the_database_keeps_the_page_in_order(edition: dict[str, Any], once: Once) -> None:
    first, second = once(_stories, 2)
    _place(first, 3)
    for values in (
        {"story": second, "language": "en", "position": 3},  # taken
        {"story": first, "language": "en", "position": 4},  # twice
        {"story": second, "language": "en", "position": 8},  # not on the page
        {"story": second, "language": "es", "position": 3},  # not its language
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            HomeSlot.objects.create(**values)


def test_an_editor_arranges_the_page_at_the_desk(
    edition: dict[str, Any], once: Once, roles: None, reader: Client
) -> None:
    first, second = once(_stories, 2)
    desk = Client()
    desk.force_login(factories.UserFactory(role="Editor"))
    page = reverse("admin:articles_homeslot_add")
    form = {"language": "en", "position": 0, "story": second.pk, "until_0": "", "until_1": ""}
    assert desk.post(page, form).status_code == 302
    assert _lead(reader) == second.path
    refusals = {
        "Another story has this place.": {"story": first.pk},
        "This story is on the front page already.": {"position": 1},
        "written in the other language": {"story": first.pk, "language": "es"},
        "Select a valid choice": {"story": factories.draft().pk, "position": 1},
    }
    for reason, values in refusals.items():
        response = desk.post(page, form | values)
        assert response.status_code == 200
        assert reason in response.content.decode()
    assert desk.get(reverse("admin:articles_homeslot_changelist")).status_code == 200


def test_a_reporter_does_not_arrange_the_page(edition: dict[str, Any], roles: None) -> None:
    desk = Client()
    desk.force_login(factories.UserFactory(role="Reporter"))
    assert desk.get(reverse("admin:articles_homeslot_changelist")).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_arranging_starts_one_edition() -> None:
    article = factories.story()
    before = Edition.number_now()
    slot = _place(article, 0)
    assert Edition.number_now() == before + 1
    slot.delete()
    assert Edition.number_now() == before + 2
