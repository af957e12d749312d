"""A page of every kind in a real browser: for everyone, in every window, in light and dark, on paper, in both languages."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browser import tour
from tests.browser.conftest import PATIENCE, Problems
from tests.pristine import Pristine

#: The walk takes most of the time: whoever runs these tests does it once.
pytestmark = pytest.mark.xdist_group("tour")


@pytest.fixture(scope="module")
def walk(
    django_db_setup: Pristine,
    django_db_blocker: Any,
    live_server: LiveServer,
    browser: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[list[tuple[tour.Visit, int]], Problems]]:
    """Every page seen once, with the status that it should have, and what went wrong on the way."""
    folder = tmp_path_factory.mktemp("tour")
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    problems = Problems(live_server.url)
    with (
        django_db_blocker.unblock(),
        override_settings(
            MEDIA_ROOT=folder / "media", STATIC_ROOT=folder / "static", STORAGES=settings.STORAGES | plain
        ),
    ):
        try:
            tour.build_edition()
            context = browser.new_context(base_url=live_server.url, locale="en")
            context.set_default_timeout(PATIENCE)
            problems.watch(context)
            tab = context.new_page()
            tour.prepare(tab)
            visits = [
                (tour.visit(tab, address, language), status) for address, language, status in list(tour.addresses())
            ]
            context.close()
        finally:
            django_db_setup.restore()
    shutil.rmtree(folder)
    yield visits, problems


@pytest.fixture(scope="module")
def visits(walk: Any) -> list[tour.Visit]:
    return [visit for visit, _status in walk[0]]


def everything(visits: list[tour.Visit], kind: str) -> dict[str, list[str]]:
    """What the visits found of one kind, by address."""
    return {visit.address: getattr(visit, kind) for visit in visits if getattr(visit, kind)}


def test_every_kind_of_page_is_seen_in_both_languages(walk: Any) -> None:
    assert {visit.address: visit.status for visit, _status in walk[0]} == {
        visit.address: status for visit, status in walk[0]
    }
    for language in ("en", "es"):
        assert len([visit for visit, _status in walk[0] if visit.language == language]) >= 20


def test_nothing_breaks_and_nothing_comes_from_elsewhere(walk: Any) -> None:
    _visits, problems = walk
    problems.allow("404 (Not Found)")
    problems.allow("410 (Gone)")
    assert problems.unexpected == []


def test_axe_finds_nothing_in_light_dark_and_high_contrast(visits: list[tour.Visit]) -> None:
    assert everything(visits, "violations") == {}


def test_nobody_scrolls_sideways_on_a_small_window_or_with_large_text(visits: list[tour.Visit]) -> None:
    assert everything(visits, "outside") == {}


def test_no_word_is_lost_on_paper_or_in_the_system_s_own_colours(visits: list[tour.Visit]) -> None:
    assert everything(visits, "lost") == {}


def test_nothing_moves_for_a_reader_who_asked_for_stillness(visits: list[tour.Visit]) -> None:
    assert everything(visits, "moving") == {}


def test_nothing_jumps_while_a_page_loads(visits: list[tour.Visit]) -> None:
    assert {visit.address: visit.moved for visit in visits if visit.moved >= 0.01} == {}


def test_pictures_have_their_size_and_come_late_where_they_are_not_seen(visits: list[tour.Visit]) -> None:
    pictures = [(visit.address, picture) for visit in visits for picture in visit.pictures]
    for address, picture in pictures:
        assert picture["sized"] and picture["shown"] and picture["described"], f"{address}: {picture}"
        assert picture["lazy"] or not picture["below"], f"{address}: {picture}"
    assert {picture["lazy"] for address, picture in pictures if "summit" in address} == {True, False}


def test_a_line_of_running_text_holds_60_to_75_characters(visits: list[tour.Visit]) -> None:
    lines = [line for visit in visits for line in visit.lines]
    assert len(lines) >= 4
    assert all(60 <= line <= 75 for line in lines), lines
