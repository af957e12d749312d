"""Search in a real browser: what is proposed while somebody types, answers made fewer, and all of it without JavaScript."""

from typing import Any

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests import factories


@pytest.fixture
def printed(roles: None, transactional_db: None, problems: Any) -> None:
    peru = factories.CountryFactory(code="PE", name_en="Peru", name_es="Perú", slug_en="peru", slug_es="peru")
    chile = factories.CountryFactory(code="CL", name_en="Chile", name_es="Chile", slug_en="chile", slug_es="chile")
    factories.story(slug="the-port-of-callao", headline="The port of Callao", countries=(peru.pk,))
    factories.story(slug="the-port-of-arica", headline="The port of Arica", countries=(chile.pk,))


@pytest.mark.usefixtures("printed")
def test_names_are_proposed_while_somebody_types_and_chosen_by_keys(wide: Tab) -> None:
    wide.goto("/search/")
    field = wide.locator("main").get_by_role("combobox")
    field.press_sequentially("per")
    option = wide.get_by_role("option", name="Peru")
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(wide.get_by_role("listbox")).to_be_hidden()
    field.press_sequentially("u")
    expect(option).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    wide.wait_for_url("**/countries/peru/")


@pytest.mark.usefixtures("printed")
def test_answers_are_made_fewer_without_javascript(plain: Tab) -> None:
    plain.goto("/search/")
    plain.locator("main").get_by_label("Search the stories").fill("port")
    plain.locator("main").get_by_role("button", name="Search").click()
    expect(plain.get_by_role("heading", name="The port of")).to_have_count(2)
    plain.get_by_text("Narrow the search").click()
    plain.get_by_role("link", name="Peru").click()
    expect(plain.get_by_role("heading", name="The port of")).to_have_count(1)
    expect(plain.get_by_role("heading", name="The port of Callao")).to_be_visible()
