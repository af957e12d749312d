"""Locator maps: every country of the Americas has one, it is small, and it stands where a photograph would."""

import gzip
import json
import re
from collections.abc import Callable
from math import hypot
from pathlib import Path
from typing import Any

import html5lib
import pytest
from django.test import Client

from articles import maps
from articles.maps.geometry import area, azimuthal, clipped, simplified
from tests import factories
from tests.site.edition import found, parsed

#: The members of the Organization of American States, by ISO code.
STATES = [
    "AG",
    "AR",
    "BS",
    "BB",
    "BZ",
    "BO",
    "BR",
    "CA",
    "CL",
    "CO",
    "CR",
    "CU",
    "DM",
    "DO",
    "EC",
    "SV",
    "GD",
    "GT",
    "GY",
    "HT",
    "HN",
    "JM",
    "MX",
    "NI",
    "PA",
    "PY",
    "PE",
    "KN",
    "LC",
    "VC",
    "SR",
    "TT",
    "US",
    "UY",
    "VE",
]
SVG = "{http://www.w3.org/2000/svg}"
SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def drawing(svg: str) -> Any:
    return (
        html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        .parse(f"<!doctype html><title>x</title>{svg}")
        .find(f"body/{SVG}svg")
    )


@pytest.mark.parametrize("code", sorted(maps.AMERICAS))
def test_every_country_of_the_americas_has_a_map_that_shows_it_in_the_middle(code: str) -> None:
    sheet = maps.lay_out(code, *maps.PAGE)
    assert sheet and sheet.neighbours
    largest = max(sheet.country, key=lambda line: area(list(line)))
    xs, ys = [x for x, _y in largest], [y for _x, y in largest]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    assert hypot(middle[0] - 480, middle[1] - 270) < 160
    assert sheet.ring or max(max(xs) - min(xs), max(ys) - min(ys)) > 45  # is large enough to be seen
    for lines in (sheet.country, sheet.neighbours):
        assert all(-25 < x < 985 and -25 < y < 565 for line in lines for x, y in line)


def test_no_state_of_the_americas_is_forgotten() -> None:
    assert set(STATES) <= maps.AMERICAS


@pytest.mark.parametrize("code", ["", "DE", "XX", "hn", "../HN"])
def test_other_codes_have_no_map(code: str) -> None:
    assert maps.locator(code, "en") == ""


def test_a_map_is_small_and_always_the_same() -> None:
    sizes = {code: len(gzip.compress(maps.locator(code, "en").encode())) for code in ("CA", "GL", "US", "HN")}
    assert max(sizes.values()) < 8_000
    assert len(gzip.compress(maps.locator("HN", "es", maps.CARD, decorative=True).encode())) < 1_500
    before = maps.locator("HN", "en")
    maps.locator.cache_clear()
    assert maps.locator("HN", "en") == before


@pytest.mark.parametrize(("language", "name"), [("en", "Map: Brazil and"), ("es", "Brasil")])
def test_a_map_says_what_it_shows_in_the_language_of_the_page(language: str, name: str) -> None:
    svg = drawing(maps.locator("BR", language))
    assert svg.get("role") == "img"
    assert name in svg.find(f"{SVG}title").text


def test_a_map_on_a_card_is_silent_and_none_has_colours_of_its_own() -> None:
    svg = drawing(maps.locator("BR", "en", maps.CARD, decorative=True))
    assert svg.get("aria-hidden") == "true"
    assert svg.find(f"{SVG}title") is None
    for code in ("BR", "BB"):
        assert not re.search(r"style=|fill=|stroke=", maps.locator(code, "en"))


def test_small_islands_are_ringed_and_large_countries_not() -> None:
    ringed = {code for code in maps.AMERICAS if "<circle" in maps.locator(code, "en")}
    assert {"BB", "GD", "AG", "TC", "BM"} <= ringed
    assert not ringed & {"HN", "CU", "JM", "TT", "BS", "US", "CL"}


def test_no_line_of_the_data_runs_around_the_globe() -> None:
    data = json.loads((Path(maps.__file__).parent / "americas.json").read_text())
    for arc in data["arcs"]:
        # The longest honest step is the 49th parallel; what jumps at the antimeridian steps 360 degrees.
        assert all(abs(east) < 30 * 100 for east in arc[2::2])


def test_a_border_is_the_same_line_on_both_sides() -> None:
    sheet = maps.lay_out("HN", *maps.PAGE)
    assert sheet
    own = {point for line in sheet.country for point in line}
    theirs = {point for line in sheet.neighbours for point in line}
    assert len(own & theirs) > 20


def test_what_is_near_the_centre_keeps_its_distance() -> None:
    x, y = azimuthal((-87.0, 14.0))((-87.0, 15.0))
    assert x == pytest.approx(0, abs=1e-6)
    assert y == pytest.approx(-111.2, abs=0.1)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda ring: clipped(ring, (-5, -5, 5, 5)), 25.0),
        (lambda ring: clipped(ring, (2, 2, 4, 20)), 16.0),
        (lambda ring: clipped(ring, (-5, -5, 20, 20)), 100.0),
        (lambda ring: clipped(ring, (11, 11, 20, 20)), 0.0),
        (lambda ring: simplified([ring[0], (5.0, -0.1), *ring[1:]], 0.5), 100.0),
        (lambda ring: simplified([ring[0], (5.0, -2.0), *ring[1:]], 0.5), 110.0),
    ],
)
def test_areas_are_cut_and_lines_simplified(change: Callable[[Any], Any], expected: float) -> None:
    ring = change(SQUARE)
    assert (area(ring) if ring else 0) == expected


@pytest.fixture
def countries(db: None) -> dict[str, int]:
    named = {
        "HN": ("Honduras", "Honduras"),
        "BR": ("Brazil", "Brasil"),
        "DE": ("Germany", "Alemania"),
        "US": ("United-States", "Estados-Unidos"),
    }
    return {
        code: factories.CountryFactory(code=code, name_en=en, name_es=es, slug_en=en.lower(), slug_es=es.lower()).pk
        for code, (en, es) in named.items()
    }


def titles(reader: Client, path: str) -> list[str]:
    return [
        svg.find(f"{SVG}title").text
        for svg in found(parsed(reader.get(path)), f"{SVG}svg", role="img", class_="locator")
    ]


def test_a_story_without_a_photograph_shows_a_map_of_its_country(reader: Client, countries: dict[str, int]) -> None:
    both = (countries["HN"], countries["BR"])
    first_by_name = factories.story(countries=both)
    assert "Brazil" in titles(reader, first_by_name.path)[0]
    over_the_headline = factories.story(countries=both, kicker_country=countries["HN"])
    assert "Honduras" in titles(reader, over_the_headline.path)[0]
    assert "Natural Earth" in reader.get(over_the_headline.path).content.decode()


def test_a_photograph_a_story_without_a_country_and_a_far_country_show_none(
    reader: Client, countries: dict[str, int]
) -> None:
    for words in (
        {"countries": (countries["HN"],), "lead_image": factories.ImageFactory().pk},
        {},
        {"countries": (countries["DE"],)},
    ):
        story = factories.story(**words)
        assert titles(reader, story.path) == []
        assert "Natural Earth" not in reader.get(story.path).content.decode()


@pytest.mark.parametrize(("language", "first"), [("en", "HN"), ("es", "US")])
def test_cards_show_the_same_country_as_the_story(
    reader: Client, countries: dict[str, int], language: str, first: str
) -> None:
    story = factories.story(language=language, countries=(countries["US"], countries["HN"]))
    assert maps.locator(first, language) in reader.get(story.path).content.decode()
    card = maps.locator(first, language, maps.CARD, decorative=True)
    page = reader.get(story.section.path_in(language)).content.decode()
    assert card in page
    assert page.count('class="locator"') == 1
    assert card in reader.get("/" if language == "en" else "/es/").content.decode()
