"""From a stored body to the page: what it refers to is found, and what the schema does not know never gets out."""

from typing import Any

import html5lib
import pytest
from pytest_django import DjangoAssertNumQueries

from articles import markup
from articles.models import Image
from articles.rendering import to_page
from tests import factories

pytestmark = pytest.mark.django_db


def _page(body: str) -> str:
    return to_page(markup.clean(body), language="en")


def test_pictures_come_from_the_library_in_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    one, two = factories.ImageFactory(has_avif=True), factories.ImageFactory(alt_en="A quay")
    body = f'<figure data-image="{one.pk}"><figcaption>Own <em>caption</em></figcaption></figure>'
    body += f'<figure data-image="{two.pk}"></figure>'
    with django_assert_num_queries(1):
        page = _page(body)
    images = html5lib.parseFragment(page, namespaceHTMLElements=False).findall(".//img")
    assert [image.get("alt") for image in images] == ["A harbour at dawn", "A quay"]
    assert all((image.get("width"), image.get("loading")) == ("1600", "lazy") for image in images)
    assert page.count("image/avif") == 1 and page.index("image/avif") < page.index("image/webp")
    assert "Own <em>caption</em>" in page and "The harbour." in page and page.count("Staff") == 2


def test_a_text_without_pictures_asks_the_database_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert _page("<p>Plain.</p>") == "<p>Plain.</p>"


def test_a_picture_that_left_the_library_leaves_nothing() -> None:
    assert (
        _page('<p>A</p><figure data-image="4711"><figcaption>Lost</figcaption></figure><p>B</p>') == "<p>A</p><p>B</p>"
    )


def test_alternative_texts_are_in_the_language_of_the_page() -> None:
    image = factories.ImageFactory()
    assert 'alt="Un puerto al amanecer"' in to_page(f'<figure data-image="{image.pk}"></figure>', language="es")
    Image.objects.update(alt_es="")
    assert 'alt="A harbour at dawn"' in to_page(f'<figure data-image="{image.pk}"></figure>', language="es")


def test_notes_are_numbered_and_linked_both_ways() -> None:
    page = _page('<p>One<span class="footnote">first <em>note</em></span> two<span class="footnote">second</span>.</p>')
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False)
    marks = [link for link in tree.iter("a") if "note-mark" in (link.get("id") or "")]
    assert [(mark.text, mark.get("href")) for mark in marks] == [("1", "#note-1"), ("2", "#note-2")]
    notes = tree.findall(".//ol/li")
    assert [note.get("id") for note in notes] == ["note-1", "note-2"]
    assert [note.find("a").get("href") for note in notes] == ["#note-mark-1", "#note-mark-2"]
    assert "first <em>note</em>" in page.partition("notes")[2]


def test_an_embed_is_a_plain_link() -> None:
    page = _page('<figure data-embed="https://www.youtube.com/watch?v=1"><figcaption>Talk</figcaption></figure>')
    assert 'href="https://www.youtube.com/watch?v=1"' in page and "Open on YouTube" in page and "Talk" in page
    assert "iframe" not in page


def test_links_that_leave_the_site_say_so(settings: Any) -> None:
    settings.SITE_URL = "https://gazette.example"
    page = _page(
        f'<p><a href="https://elsewhere.example/">out</a> <a href="/news/">in</a> <a href="{settings.SITE_URL}/x/">own</a>'
        f' <a href="{settings.SITE_URL}.evil.example/">like ours</a></p>'
    )
    assert page.count('rel="external noopener"') == 2
    assert '<a href="/news/">in</a>' in page


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)" style="color:red">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<figure data-image="1 onerror=alert(1)"></figure>',
        '<img src="x" onerror="alert(1)">',
        '<figure data-embed="https://evil.example/alert(1)"></figure>',
        '<span class="footnote"><span class="footnote"><svg onload=alert(1)></span></span>',
        '<iframe src="//evil.example"></iframe>',
    ],
)
def test_a_body_that_was_never_cleaned_is_harmless_all_the_same(hostile: str) -> None:
    page = to_page(hostile, language="en")
    tree = html5lib.parseFragment(page, namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag not in ("script", "iframe", "img", "svg", "style")
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
        assert "javascript:" not in (element.get("href") or "") and "evil" not in (element.get("href") or "")


def test_text_stays_text() -> None:
    assert _page("<p>1 &lt; 2 &amp; 3</p>") == "<p>1 &lt; 2 &amp; 3</p>"
