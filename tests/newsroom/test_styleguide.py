"""The style guide shows every component of the public pages, to staff only."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from newsroom.desk import styleguide
from tests import factories

pytestmark = pytest.mark.django_db

GUIDE = "/admin/styleguide/"

#: What a page's head holds: there is nothing to see.
UNSEEN = {"head", "sheets"}


@pytest.fixture
def reporter(roles: None) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role="Reporter"))
    return client


def names(folder: str, ending: str) -> set[str]:
    return {path.stem for path in (Path(settings.BASE_DIR) / folder).glob(f"*.{ending}")}


def test_every_component_is_shown_in_both_languages(reporter: Client) -> None:
    factories.ImageFactory()
    page = reporter.get(GUIDE)
    shown = {component["name"]: component["states"] for component in page.context["components"]}
    assert set(shown) == names("templates/components", "html") - UNSEEN
    for name, states in shown.items():
        for state in states:
            assert [language for language, _html in state["versions"]] == ["en", "es"]
            assert all(html.strip() for _language, html in state["versions"]), f"{name}, {state['name']}: empty"


def test_every_style_sheet_and_script_of_the_public_site_is_linked() -> None:
    assert set(styleguide.STYLES) == names("static/css/components", "css")
    assert set(styleguide.SCRIPTS) == names("static/js", "js")


def test_the_spanish_side_is_spanish(reporter: Client) -> None:
    components = {part["name"]: part for part in reporter.get(GUIDE).context["components"]}
    english, spanish = (html for _language, html in components["pagination"]["states"][1]["versions"])
    assert "Page 2 of 3" in english
    assert "Página 2 de 3" in spanish


def test_every_colour_and_size_of_the_tokens_is_shown() -> None:
    tokens = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
    declared = {line.split(":")[0].strip() for line in tokens.splitlines() if line.strip().startswith("--")}
    assert {f"--size-{size}" for size in styleguide.SIZES} == {name for name in declared if name.startswith("--size-")}
    assert {f"--{colour}" for colour in styleguide.COLOURS} <= declared


def test_an_empty_library_leaves_pictures_out_and_says_so(reporter: Client) -> None:
    assert "image library is empty" in reporter.get(GUIDE).content.decode()


def test_only_staff_see_it(roles: None) -> None:
    assert Client().get(GUIDE).status_code == 302
    client = Client()
    client.force_login(factories.UserFactory(is_staff=False))
    assert client.get(GUIDE).status_code == 302


def test_it_costs_few_queries_and_has_the_policy_of_the_desk(
    reporter: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(4):
        page = reporter.get(GUIDE)
    assert "'unsafe-inline'" not in page["Content-Security-Policy"]
    assert "style=" not in page.content.decode()
