"""Readers' messages are dealt with by keys alone, by hand, and without JavaScript."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from articles.feedback.models import Message
from tests import factories
from tests.browser.conftest import Problems, sign_in
from tests.feedback.scenes import message

LIST = "/admin/feedback/message/"
TEXTS = ("harbour", "ministry", "judges", "coca", "prison")


@pytest.fixture
def letters(roles: None, transactional_db: None) -> dict[str, Message]:
    """Five messages, the last one of them on top; a story that the fourth quotes."""
    article = factories.story(body="<p>It rained.</p><p>The coca was burned in the spring of that year.</p>")
    return {
        text: message(
            text=f"The {text} was burned in the spring, you say. Is it so?",
            article=article if text == "coca" else None,
            kind="error" if text == "coca" else "comment",
        )
        for text in TEXTS
    }


def rows(tab: Page) -> Locator:
    return tab.locator("#result_list tbody .field-excerpt a")


def press(tab: Page, key: str) -> None:
    """Press a key once the page listens."""
    tab.wait_for_load_state()
    expect(tab.locator("desk-keys:defined")).to_have_count(1)
    tab.keyboard.press(key)


def standing() -> dict[str, str]:
    return {letter.text.split()[1]: letter.status for letter in Message.objects.all()}


def at_the_queue(tab: Page, **values: Any) -> Any:
    audience = factories.UserFactory(role="Audience", username="marta", **values)
    sign_in(tab, audience)
    tab.goto(LIST)
    return audience


def test_a_queue_is_dealt_with_by_keys_alone(wide: Page, letters: dict[str, Message]) -> None:
    marta = at_the_queue(wide)
    press(wide, "j")
    expect(rows(wide).nth(0)).to_be_focused()
    press(wide, "ArrowDown")
    expect(rows(wide).nth(1)).to_be_focused()
    press(wide, "k")
    press(wide, "j")
    press(wide, "Enter")
    expect(wide.get_by_role("heading", level=1)).to_contain_text("Report of an error")
    expect(wide.locator(".feedback-passage mark")).to_have_text("The coca was burned in the spring")
    press(wide, "a")
    expect(wide.get_by_role("status")).to_contain_text("The message is marta’s now.")
    expect(wide.locator("#assign-to-me")).to_have_count(0)
    press(wide, "r")
    expect(wide.get_by_role("button", name="No action needed")).to_be_focused()
    press(wide, "Tab")
    press(wide, "Tab")
    press(wide, "Enter")
    # On to the next one of the same queue; the outcome is told there.
    expect(wide.get_by_role("status")).to_contain_text("“resolved” now: corrected.")
    expect(wide.locator(".feedback-words")).to_contain_text("judges")
    press(wide, "z")
    expect(wide.get_by_role("button", name="Until tomorrow")).to_be_focused()
    press(wide, "Enter")
    expect(wide.locator(".feedback-words")).to_contain_text("ministry")
    press(wide, "n")
    expect(wide.locator(".feedback-words")).to_contain_text("harbour")
    # No key means anything where somebody writes.
    wide.get_by_label("Note, for staff alone").focus()
    wide.keyboard.type("snarz? said the clerk")
    expect(wide.get_by_label("Note, for staff alone")).to_have_value("snarz? said the clerk")
    press(wide, "Tab")
    press(wide, "Enter")
    expect(wide.locator(".feedback-notes article")).to_contain_text("snarz? said the clerk")
    press(wide, "s")
    expect(wide.locator(".feedback-words")).not_to_contain_text("harbour")
    press(wide, "u")
    expect(rows(wide)).to_have_count(2)
    assert standing() == {
        "harbour": "spam",
        "ministry": "new",
        "judges": "new",
        "coca": "resolved",
        "prison": "new",
    }
    assert Message.objects.get(text__contains="judges").snoozed_until is not None
    assert Message.objects.get(text__contains="coca").assignee == marta


def test_rows_of_the_list_are_dealt_with_where_they_stand(wide: Page, letters: dict[str, Message]) -> None:
    at_the_queue(wide)
    press(wide, "j")
    press(wide, "j")
    press(wide, "s")
    expect(wide.get_by_role("status")).to_contain_text("Mark as spam: done with 1 message.")
    # The row that moved up has the focus: the next key is about that one.
    expect(rows(wide).nth(1)).to_be_focused()
    expect(rows(wide).nth(1)).to_contain_text("judges")
    press(wide, "r")
    expect(rows(wide)).to_have_count(3)
    expect(rows(wide).nth(1)).to_be_focused()
    press(wide, "z")
    expect(rows(wide)).to_have_count(2)
    press(wide, "/")
    wide.keyboard.type("rsz?")
    expect(wide.get_by_label("Search", exact=True)).to_have_value("rsz?")
    wide.locator("h1").click()
    press(wide, "?")
    expect(wide.locator("#keys")).to_have_attribute("open", "")
    expect(wide.get_by_text("Keyboard", exact=True)).to_be_focused()
    wide.get_by_label("Listen to these keys").uncheck()
    wide.locator("h1").click()
    press(wide, "j")
    expect(rows(wide).nth(0)).not_to_be_focused()
    assert standing() == {
        "harbour": "new",
        "ministry": "new",
        "judges": "resolved",
        "coca": "spam",
        "prison": "new",
    }


def test_without_javascript_all_of_it_is_forms(plain: Page, letters: dict[str, Message]) -> None:
    at_the_queue(plain)
    plain.get_by_text("Filters and order").click()
    plain.get_by_label("Kind").select_option("comment")
    plain.get_by_label("unread", exact=True).check()
    plain.get_by_role("button", name="Filter", exact=True).click()
    expect(plain).to_have_url(re.compile(r"\?kind=comment&flag=unread$"))
    expect(rows(plain)).to_have_count(4)
    rows(plain).first.click()
    plain.get_by_role("button", name="Answered").click()
    expect(plain.locator(".feedback-words")).to_contain_text("judges")
    plain.get_by_text("Until a day and an hour").click()
    plain.get_by_label("Until:").fill("2190-01-05T09:30")
    plain.get_by_role("button", name="Snooze", exact=True).click()
    expect(plain.locator(".feedback-words")).to_contain_text("ministry")
    plain.get_by_role("link", name="Next").click()
    plain.locator("#back-to-list").click()
    expect(plain).to_have_url(re.compile(r"\?kind=comment&flag=unread$"))
    plain.get_by_role("link", name="Without any filter").click()
    plain.locator("input.action-select").first.check()
    plain.get_by_label("Action:").select_option("Mark as spam")
    plain.get_by_role("button", name="Go").click()
    expect(plain.locator(".messagelist")).to_contain_text("Mark as spam: done with 1 message.")


def test_the_queue_and_a_message_are_sound_on_a_telephone_and_in_the_dark(
    narrow: Page, letters: dict[str, Message], problems: Problems
) -> None:
    # Of axe's own: the pages have none, say the tests above.
    for breach in ("inline style", "stopped inline"):
        problems.allow(breach)
    message(text=letters["coca"].text + "!", article=letters["coca"].article, kind="error")
    at_the_queue(narrow)
    for address in (f"{LIST}?kind=error&flag=unread", f"{LIST}{letters['coca'].pk}/change/"):
        for colours in ("light", "dark"):
            narrow.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
            narrow.goto(address)
            for details in narrow.locator("#content details").all():
                details.evaluate("(one) => { one.open = true }")
            assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")
            found = Axe().run(narrow, options={"resultTypes": ["violations"]}).response["violations"]
            assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []
