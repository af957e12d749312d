"""The page that hands a story to other publishers, and the file they take with them."""

from typing import Any

import html5lib
import pytest
from django.conf import settings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.models import Image, Masthead
from tests import factories
from tests.site.edition import found, parsed, read, text_of

EN, ES = "/news/briefs/the-summit-ends/", "/es/noticias/breves/termina-la-cumbre/"
PAGES = {"en": f"{EN}republish/", "es": f"{ES}republicar/"}
FILES = {"en": f"{EN}download/", "es": f"{ES}descargar/"}


def _copies(reader: Client, path: str) -> list[str]:
    """The HTML and the text that the page offers, as a browser would copy them."""
    return ["".join(area.itertext()) for area in found(parsed(reader.get(path)), "textarea")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_says_the_licence_and_what_to_do(edition: dict[str, Any], reader: Client, language: str) -> None:
    tree = parsed(reader.get(PAGES[language]))
    terms = text_of(found(tree, "section", **{"aria-labelledby": "terms"})[0])
    assert {"en": "Copy us, and say so.", "es": "Cópienos y dígalo."}[language] in terms
    assert "CC BY-NC 4.0" in terms
    steps = found(tree, "ol", class_="republish__steps")[0]
    assert "The Test Gazette" in text_of(steps) and len(found(steps, "li")) == 4
    assert [link.get("href") for link in found(tree, "a", download="")] == [FILES[language]]


def test_the_copy_names_us_and_leads_to_the_original_at_its_top_and_at_its_bottom(
    edition: dict[str, Any], reader: Client
) -> None:
    html, text = _copies(reader, PAGES["en"])
    paragraphs = list(html5lib.parse(html, namespaceHTMLElements=False).iter("p"))
    top, bottom = paragraphs[0], paragraphs[-1]
    assert text_of(top) == "By Ana Alba and The Gazette | The Test Gazette"
    assert text_of(bottom).startswith("This story was first published by The Test Gazette.")
    for line in (top, bottom):
        assert next(line.iter("a")).get("href") == settings.SITE_URL + EN
    assert [link.get("href") for link in bottom.iter("a")][1] == "https://creativecommons.org/licenses/by-nc/4.0/"
    assert text.splitlines()[2].endswith(f"The Test Gazette ({settings.SITE_URL}{EN})")
    assert f"The Test Gazette ({settings.SITE_URL}{EN})" in text.splitlines()[-1]


def test_the_spanish_copy_speaks_spanish(edition: dict[str, Any], reader: Client) -> None:
    html, text = _copies(reader, PAGES["es"])
    for copy in (html, text):
        assert "Por Ana Alba y La Gaceta" in copy
        assert "first published" not in copy and "By " not in copy


def test_protected_authors_are_not_named_in_the_copy(edition: dict[str, Any], reader: Client) -> None:
    for path in (PAGES["en"], FILES["en"]):
        html = read(reader, path)
        assert "Norma" not in html and "Pablo" not in html


def test_a_picture_that_may_not_travel_stays_and_is_listed_with_its_credit(
    edition: dict[str, Any], reader: Client
) -> None:
    tree = parsed(reader.get(PAGES["en"]))
    staying = found(tree, "section", **{"aria-labelledby": "staying"})[0]
    assert text_of(found(staying, "li")[0]) == "The harbour. Staff"
    assert not found(tree, "section", **{"aria-labelledby": "travelling"})
    assert "<img" not in _copies(reader, PAGES["en"])[0]


def test_a_picture_that_may_travel_goes_along_with_its_credit(edition: dict[str, Any], reader: Client) -> None:
    Image.objects.update(republishable=True)
    tree = parsed(reader.get(PAGES["en"]))
    assert found(tree, "section", **{"aria-labelledby": "travelling"})
    assert not found(tree, "section", **{"aria-labelledby": "staying"})
    copy = html5lib.parse(_copies(reader, PAGES["en"])[0], namespaceHTMLElements=False)
    captions = [text_of(caption) for caption in copy.iter("figcaption")]
    assert captions == ["The harbour. (Staff)", "Seen from the pier. (Staff)"]
    assert all(image.get("src").startswith(settings.SITE_URL) for image in copy.iter("img"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_file_is_a_whole_document_to_keep(edition: dict[str, Any], reader: Client, language: str) -> None:
    response = reader.get(FILES[language])
    tree = parsed(response)
    assert response["Content-Type"] == "text/html; charset=utf-8"
    name = {"en": "the-summit-ends", "es": "termina-la-cumbre"}[language]
    assert response["Content-Disposition"] == f'attachment; filename="{name}.html"'
    assert response["X-Robots-Tag"] == "noindex"
    assert tree.get("lang") == language
    original = settings.SITE_URL + {"en": EN, "es": ES}[language]
    assert found(tree, "link", rel="canonical")[0].get("href") == original
    # The file and the page hand out the same copy.
    assert _copies(reader, PAGES[language])[0] in response.content.decode()


def test_the_story_leads_to_the_page_and_search_engines_stay_with_the_story(
    edition: dict[str, Any], reader: Client
) -> None:
    for language, story in {"en": EN, "es": ES}.items():
        licence = found(parsed(reader.get(story)), "section", class_="licence")[0]
        assert PAGES[language] in [link.get("href") for link in licence.iter("a")]
        assert found(parsed(reader.get(PAGES[language])), "meta", name="robots")[0].get("content") == "noindex"


@pytest.mark.parametrize("paths", [PAGES, FILES], ids=["page", "file"])
def test_a_story_that_is_not_for_others_has_no_copy(
    edition: dict[str, Any], reader: Client, paths: dict[str, str]
) -> None:
    story = factories.rewritten(edition["stories"]["en"], republishable=False)
    publishing.publish(story, by=factories.chief())
    assert reader.get(paths["en"]).status_code == 404
    assert PAGES["en"] not in read(reader, EN)
    # Its translation has one, and does not lead here.
    assert paths["en"] not in read(reader, paths["es"])


@pytest.mark.parametrize("paths", [PAGES, FILES], ids=["page", "file"])
def test_an_unpublished_story_has_no_copy(edition: dict[str, Any], reader: Client, paths: dict[str, str]) -> None:
    publishing.unpublish(edition["stories"]["en"], by=factories.chief())
    assert reader.get(paths["en"]).status_code == 404
    assert paths["en"] not in read(reader, PAGES["es"])


def test_a_house_that_says_no_terms_offers_nothing(edition: dict[str, Any], reader: Client) -> None:
    Masthead.objects.update(licence_notice_en="", licence_notice_es="")
    assert reader.get(PAGES["en"]).status_code == 404
    assert PAGES["en"] not in read(reader, EN)


@pytest.mark.parametrize(("path", "queries"), [(PAGES["en"], 6), (FILES["en"], 5)])
def test_the_copy_costs_few_queries(
    edition: dict[str, Any],
    reader: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    queries: int,
) -> None:
    # address, story, bylines, masthead, pictures; the page asks for the sections too
    with django_assert_num_queries(queries):
        reader.get(path)
