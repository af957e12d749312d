"""The public pages with the keyboard alone."""

import re
import time
from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import Route, expect

from articles.feedback.models import Vote
from tests.site import edition

STORY = "/news/briefs/the-summit-ends/"

#: What has the focus: how it would be announced, where it is, and whether readers see that it is there.
FOCUSED = """() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: element.getAttribute("aria-label") || element.innerText || element.value || element.id,
    place: element.closest("nav, form, .share, main, footer, header")?.className || element.className,
    outlined: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0,
    ended: element === document.body,
  };
}"""


@pytest.fixture
def printed(roles: None, transactional_db: None) -> dict[str, Any]:
    return edition.build()


@pytest.fixture(autouse=True)
def _no_files(problems: Any) -> None:
    problems.allow("/media/")  # this edition's picture has no file


def stops(tab: Tab) -> list[dict[str, Any]]:
    """Everything that Tab reaches on the page, in order."""
    found = []
    while True:
        tab.keyboard.press("Tab")
        focused = tab.evaluate(FOCUSED)
        if focused["ended"] or len(found) > 200:
            return found
        found.append(focused)


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize(("path", "words"), [(STORY, "Skip to the content"), ("/es/", "Saltar al contenido")])
def test_the_first_stop_skips_to_the_content(wide: Tab, path: str, words: str) -> None:
    wide.goto(path)
    wide.keyboard.press("Tab")
    skip = wide.get_by_role("link", name=words)
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    wide.keyboard.press("Enter")
    expect(wide.locator("main")).to_be_focused()
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.usefixtures("printed")
def test_tab_reaches_everything_on_a_story_in_the_order_of_the_page_and_shows_where_it_is(wide: Tab) -> None:
    wide.goto(STORY)
    found = stops(wide)
    names = [stop["name"].strip() for stop in found]
    wanted = [
        "Skip to the content",
        "Search",
        "Español",
        "The Test Gazette",
        "News",
        "Countries",
        "Ana Alba",
        "Share on X",
        "Send by e-mail",
        "Copy link",
        "Note 1",
        "Table",
        "Security",
        "Yes",
        "No",
        "Give",
        "Send The Test Gazette your comments",
        "Republish this story",
        "Corrections",
    ]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places), list(zip(wanted, places, strict=True))
    assert [stop for stop in found if not (stop["outlined"] and stop["seen"])] == []


@pytest.mark.usefixtures("printed")
def test_a_vote_is_cast_by_keyboard(wide: Tab) -> None:
    wide.goto(STORY)
    wide.get_by_role("button", name="Yes").focus()
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("heading", name="Thank you")).to_be_focused()
    assert Vote.objects.get().helpful


@pytest.mark.usefixtures("printed")
def test_a_copy_is_taken_by_keyboard(wide: Tab) -> None:
    wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wide.goto(f"{STORY}republish/")
    names = [stop["name"].strip() for stop in stops(wide)]
    assert names.count("Copy") == 2
    assert "Download as a file" in names
    wide.get_by_role("button", name="Copy").first.focus()
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("status").first).to_have_text("Copied")
    copied = wide.evaluate("navigator.clipboard.readText()")
    assert copied == wide.get_by_role("textbox", name="HTML").input_value()
    assert "The summit ends" in copied


@pytest.mark.usefixtures("printed")
def test_a_comment_with_a_mistake_leads_to_the_field_by_keyboard(wide: Tab, problems: Any) -> None:
    problems.allow("422")
    wide.goto("/feedback/")
    wide.get_by_label("Your comment").fill("   ")
    wide.get_by_role("button", name="Send").focus()
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("alert")).to_be_focused()
    wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    expect(wide.get_by_label("Your comment")).to_be_focused()


@pytest.mark.usefixtures("printed")
def test_nothing_jumps_when_the_script_of_a_copy_comes_late(wide: Tab) -> None:
    def late(route: Route) -> None:
        time.sleep(0.8)
        route.continue_()

    wide.set_viewport_size({"width": 1280, "height": 3000})  # what is not seen does not count
    wide.route(re.compile("copy-text"), late)
    wide.goto(f"{STORY}republish/")
    expect(wide.get_by_role("button", name="Copy").first).to_be_visible()
    moved = """() => new Promise((done) => {
        let sum = 0;
        const watch = (list) => list.getEntries().forEach((entry) => (sum += entry.value));
        new PerformanceObserver(watch).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 300);
    })"""
    assert wide.evaluate(moved) < 0.001
