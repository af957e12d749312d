"""Two processes of the press work off marks that change one list: nothing is lost, and neither waits for the other."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, get_ident
from typing import Any

import pytest
from django.db import connection, connections

from articles import publishing, related
from articles.models import Article, RelatedLink, RelatedMark
from articles.related import choosing, rebuilding
from tests import factories
from tests.articles.test_related_lists import about, words
from tests.articles.test_two_at_once import own_connection

pytestmark = pytest.mark.django_db(transaction=True)

#: Longer than a turn of the press takes on a busy machine.
PATIENCE = 30.0  # seconds


@pytest.fixture(autouse=True)
def _archive() -> None:
    """Stories of other matters, so that words can be rare."""
    for name in ("river", "canyon", "meadow", "valley", "prairie"):
        factories.story(headline=name, dek="", body=f"<p>{words(name)}</p>")


@contextmanager
def _another_press() -> Iterator[Callable[[], Future[int]]]:
    """A press on a connection of its own, which does one turn when asked to."""

    def turn() -> int:
        connections["default"] = own_connection()
        try:
            return related.work_off(seconds=PATIENCE)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        yield lambda: thread.submit(turn)


@contextmanager
def _paused(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Event, Event]]:
    """The other press stands still when it has read the lists that it will change, until it is told to go on."""
    near, us, stands, goes_on = choosing.near, get_ident(), Event(), Event()

    def paused(*given: Any) -> dict[int, float]:
        if get_ident() != us:
            stands.set()
            assert goes_on.wait(PATIENCE)
        return near(*given)

    monkeypatch.setattr(choosing, "near", paused)
    try:
        yield stands, goes_on
    finally:
        goes_on.set()


def _lists() -> dict[str, set[str]]:
    headlines = dict(Article.objects.values_list("pk", "headline"))
    lists: dict[str, set[str]] = {}
    for article, other in RelatedLink.objects.values_list("article", "other"):
        lists.setdefault(headlines[article], set()).add(headlines[other])
    return lists


def test_two_stories_that_enter_one_list_at_once_both_stand_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    about("harbor", "Quays"), about("harbor", "Cranes")
    factories.after_commit()
    about("harbor", "Docks"), about("harbor", "Piers")
    with _another_press() as press, _paused(monkeypatch) as (stands, goes_on):
        other = press()
        assert stands.wait(PATIENCE)
        assert related.work_off(seconds=0) == 0  # its mark is there, its lists are in hand elsewhere
        assert RelatedMark.objects.exists()
        goes_on.set()
        assert other.result(PATIENCE) >= 1
    factories.after_commit()
    every = {"Quays", "Cranes", "Docks", "Piers"}
    assert _lists() == {headline: every - {headline} for headline in every}


def test_a_story_that_is_gone_from_a_list_that_is_in_hand_is_left_for_the_next_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = about("harbor", "Docks")
    about("harbor", "Quays"), about("harbor", "Cranes")
    factories.after_commit()
    about("harbor", "Piers")
    publishing.withdraw(gone, by=factories.chief())
    with _another_press() as press, _paused(monkeypatch) as (stands, goes_on):
        other = press()
        assert stands.wait(PATIENCE)
        assert related.work_off(seconds=0) == 0
        assert RelatedLink.objects.filter(other=gone.pk).exists()
        goes_on.set()
        other.result(PATIENCE)
    factories.after_commit()
    every = {"Quays", "Cranes", "Piers"}
    assert _lists() == {headline: every - {headline} for headline in every}


def test_presses_that_work_off_marks_of_one_list_leave_what_one_press_would_have_left() -> None:
    stories = [about("harbor", f"Port {name}", own=name) for name in ("alder", "birch", "cedar", "poplar", "willow")]
    assert related.work_off(seconds=0) == 1  # a turn works one mark off at least
    with _another_press() as first, _another_press() as second:
        while RelatedMark.objects.exists():
            for press in (first(), second()):
                press.result(PATIENCE)
    before = _lists()
    assert set(before) == {story.headline for story in stories}
    rebuilding.rebuild("lists", [story.pk for story in stories])
    assert _lists() == before
