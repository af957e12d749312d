"""The press: what is due appears while the site is served, with no worker and no cron, whatever happens to the database."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django import conf
from django.db import connection

from articles import clock, reviewing
from articles.models import Article, Draft, Edition, EditorialEvent, HomeSlot
from newsroom import press
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[2]


def wait_for(condition: Callable[[], Any]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)


def due_in(seconds: float) -> Article:
    """A story that is scheduled for so many seconds from now by the database's clock, or was due so long ago."""
    hour = clock.now() + timedelta(seconds=seconds)
    article = factories.draft()
    return reviewing.schedule(article, due_at=hour, by=factories.chief(), at=hour - timedelta(days=1))


def sessions() -> list[int]:
    """The server's processes that serve a press."""
    with connection.cursor() as cursor:
        # Of this database: other workers of the run have presses on the same server.
        found = "SELECT pid FROM pg_stat_activity WHERE application_name = %s AND datname = current_database()"
        cursor.execute(found, [press.NAME])
        return [pid for (pid,) in cursor.fetchall()]


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == press.NAME]


@pytest.fixture
def pressing() -> Iterator[None]:
    with press.running():
        yield


@pytest.mark.usefixtures("pressing")
def test_a_due_story_appears_by_itself_and_not_before_its_hour() -> None:
    article, later = due_in(2), due_in(3600)
    due_at = Draft.objects.get(article=article).due_at
    wait_for(Article.objects.published().filter(pk=article.pk).exists)
    told = EditorialEvent.objects.get(verb="publish")
    assert due_at is not None
    assert told.at == Article.objects.get(pk=article.pk).published_at >= due_at
    assert not Article.objects.published().filter(pk=later.pk).exists()


def test_it_looks_often_enough_for_two_seconds() -> None:
    assert press.TICK <= 1


@pytest.mark.usefixtures("pressing")
def test_a_lapsed_place_on_the_front_page_starts_an_edition() -> None:
    story = factories.story()
    slot = HomeSlot.objects.create(
        language="en", position=0, story=story, until=clock.now() + timedelta(milliseconds=1500)
    )
    kept = HomeSlot.objects.create(language="en", position=1, story=factories.story())
    before = Edition.number_now()
    wait_for(lambda: not HomeSlot.objects.filter(pk=slot.pk).exists())
    assert Edition.number_now() == before + 1
    assert list(HomeSlot.objects.all()) == [kept]


@pytest.mark.usefixtures("pressing")
def test_it_outlives_a_database_that_ends_its_connection(caplog: pytest.LogCaptureFixture) -> None:
    wait_for(sessions)
    (session,) = sessions()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [session])
    article = due_in(-1)
    wait_for(Article.objects.published().filter(pk=article.pk).exists)
    assert sessions() != [session]
    assert not EditorialEvent.objects.filter(verb="publish_failed").exists()
    assert caplog.text.count("and tries again") <= len(press.DEEDS)


def test_it_has_one_thread_and_one_connection_and_leaves_neither() -> None:
    with press.running():
        wait_for(lambda: len(sessions()) == 1)  # one of the test before may still be closing
        assert [thread.daemon for thread in threads()] == [True]
    assert threads() == []
    wait_for(lambda: sessions() == [])


def test_two_of_them_publish_a_story_once() -> None:
    with ExitStack() as both:
        for _ in range(2):
            both.enter_context(press.running())
        wait_for(lambda: len(sessions()) == 2)
        articles = [due_in(0.5) for _ in range(4)]
        wait_for(lambda: Article.objects.published().count() == len(articles))
    assert EditorialEvent.objects.filter(verb="publish").count() == len(articles)
    assert not EditorialEvent.objects.filter(verb="publish_failed").exists()


# In processes of their own


def environment() -> dict[str, str]:
    settings = connection.settings_dict
    options = {name: value for name, value in settings["OPTIONS"].items() if name != "pool"}
    if str(settings["HOST"]).startswith("/"):
        options["host"] = settings["HOST"]
    user = f"{settings['USER']}:{settings['PASSWORD']}" if settings["PASSWORD"] else settings["USER"]
    host = "" if "host" in options else settings["HOST"]
    port = f":{settings['PORT']}" if settings["PORT"] else ""
    url = f"postgresql://{user}@{host}{port}/{settings['NAME']}?{urlencode(options)}"
    return {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "SECRET_KEY": "for a test",
        "EDITION_DIR": str(conf.settings.EDITION_DIR),
    }


def run(*words: str) -> list[str]:
    """What a program says, line by line; it has to end well."""
    outcome = subprocess.run(
        words, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout.splitlines()


SERVING = """
import threading, django
django.setup()
names = lambda: [thread.name for thread in threading.enumerate() if thread.name == "newsroom-press"]
print(len(names()))
import newsroom.wsgi
print(len(names()))
"""


def test_a_process_that_serves_has_a_press_and_no_other_has() -> None:
    assert run(sys.executable, "-c", SERVING) == ["0", "1"]  # and it ends, press and all


LOOKING = """
import time, runpy, sys
print(time.time())
sys.argv = ["manage.py", "publish_due"]
runpy.run_path("manage.py", run_name="__main__")
"""


@pytest.mark.parametrize("shift", [1, -1], ids=["an hour fast", "an hour slow"])
def test_the_clock_of_the_database_decides_not_that_of_the_machine(shift: int) -> None:
    overdue, later = due_in(-60), due_in(1800)
    before = clock.now()
    said = run("faketime", "-f", f"{shift:+}h", sys.executable, "-c", LOOKING)
    assert abs(float(said[0]) - before.timestamp() - shift * 3600) < 600, "the clock was not moved"
    after = clock.now()
    assert [article.pk for article in Article.objects.published()] == [overdue.pk]
    shown = Article.objects.published().get()
    assert said[1:] == [f"Published {shown.path}"]
    for moment in (shown.published_at, shown.changed_at, EditorialEvent.objects.get(verb="publish").at):
        assert moment is not None and before <= moment <= after
    assert Draft.objects.get(article=later).stage == "scheduled"
