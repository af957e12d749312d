"""A story that is scheduled at the desk appears to a reader at its second, with nothing running but the site."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from articles import clock
from articles.models import EditorialEvent
from newsroom import press
from tests import factories
from tests.browser.conftest import Problems, sign_in


def test_a_story_appears_at_the_second_that_the_editor_chose(
    wide: Page, open_page: Callable[..., Page], problems: Problems
) -> None:
    problems.allow("404 (Not Found)")
    article = factories.draft(headline="Not before its second", slug="not-before-its-second")
    sign_in(wide, factories.UserFactory(role="Editor"))
    wide.goto(f"/admin/articles/article/{article.pk}/change/")
    due = (clock.now() + timedelta(seconds=12)).replace(microsecond=0)
    shown = timezone.localtime(due)
    wide.locator(".schedule newsroom-hour input").fill(f"{shown:%Y-%m-%dT%H:%M:%S}")
    wide.locator(".schedule").get_by_role("button", name="Schedule").click()
    expect(wide.locator(".standing__due")).to_contain_text(f"{shown:%H:%M:%S}" if shown.second else f"{shown:%H:%M}")
    reader = open_page()
    address = f"{article.draft.section.path_in('en')}not-before-its-second/"
    seen = []
    with press.running():
        while not seen or seen[-1][0] != 200:
            seen.append(_look(reader, address))
            assert seen[-1][1] < due + timedelta(seconds=60), "it did not appear"
            time.sleep(0.1)
    assert seen[0][0] == 404, "the form took so long that nothing was to be seen of the time before"
    assert all(asked >= due for status, asked in seen if status == 200)
    expect(reader.locator("h1")).to_have_text("Not before its second")
    assert EditorialEvent.objects.get(verb="publish").at >= due


def _look(reader: Page, address: str) -> tuple[int, datetime]:
    """What a reader gets, and the database's time right after that."""
    answer = reader.goto(address)
    assert answer
    return answer.status, clock.now()
