"""The archive explored in a real browser: by keyboard, and without JavaScript on a telephone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests import factories
from tests.site import edition

#: The country that has the focus on a map, and whether it is drawn around.
ON_THE_MAP = """() => {
  const link = document.activeElement.closest(".americas a");
  return link && [link.getAttribute("aria-label"), getComputedStyle(link).outlineStyle];
}"""


@pytest.fixture
def printed(roles: None, transactional_db: None, problems: Any) -> dict[str, Any]:
    problems.allow("/media/")  # this edition's picture has no file
    built = edition.build()
    peru = factories.CountryFactory(code="PE", name_en="Peru", name_es="Perú", slug_en="peru", slug_es="peru")
    factories.story(slug="in-lima", headline="In Lima", countries=(peru.pk,), topics=(built["topic"].pk,))
    return built


@pytest.mark.usefixtures("printed")
def test_the_map_is_travelled_by_keyboard(open_page: Callable[..., Tab]) -> None:
    tab = open_page(viewport={"width": 1280, "height": 900})
    tab.goto("/explore/")
    seen = []
    for _stop in range(60):
        tab.keyboard.press("Tab")
        if where := tab.evaluate(ON_THE_MAP):
            seen.append(where)
            if where[0].startswith("Peru"):
                tab.keyboard.press("Enter")
                break
    assert seen == [["Peru: 1 story", "solid"]]
    expect(tab.get_by_role("heading", level=1)).to_have_text("Peru")
    tab.go_back()
    tab.get_by_role("link", name="El Salvador: 1 story").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("El Salvador")


@pytest.mark.usefixtures("printed")
def test_the_archive_is_explored_on_a_telephone_without_javascript(open_page: Callable[..., Tab]) -> None:
    tab = open_page(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab.goto("/")
    tab.get_by_role("navigation", name="Main").get_by_role("link", name="Explore").click()
    tab.locator(".americas a[aria-label='Peru: 1 story'] text").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Peru")
    tab.get_by_text("Stories by month").click()
    expect(tab.locator(".calendar")).to_be_visible()
    tab.get_by_role("link", name="Summits").first.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Peru: Summits")
    tab.go_back()
    tab.get_by_role("contentinfo").get_by_role("link", name="Archive by date").click()
    tab.get_by_role("table").get_by_role("link", name="2024").click()
    expect(tab.get_by_role("link", name="In Lima")).to_be_visible()
