"""The copy of a story: what it holds, and what never travels."""

import re
from typing import Any

import html5lib
import pytest
from django.conf import settings
from django.utils import translation

from articles import markup, republishing
from articles.models import Article, Masthead
from tests import factories

pytestmark = pytest.mark.django_db

BODY = """
<h2>Heading</h2>
<p>One<span class="footnote">See <a href="/news/">this</a>.</span> &amp; <em>two</em> 1 &lt; 2.</p>
<ul><li>First</li><li>Second</li></ul>
<ol start="3"><li>Third</li></ol>
<blockquote><p>Said.</p></blockquote>
<blockquote class="pull-quote"><p>In one sentence.</p></blockquote>
<table><tbody><tr><th scope="row">A</th><td colspan="2">1</td></tr></tbody></table>
<p><a href="#part">Here</a>, <a href="/countries/?a=1&amp;b=2">there</a>, <a href="../other/">near</a>,
<a href="https://elsewhere.example/x">out</a>, <a href="mailto:a@b.example">mail</a>.</p>
<figure data-embed="https://vimeo.com/1"></figure>
<p>Two<span class="footnote">Second source.</span>.</p>
"""


def _copy(body: str = BODY, **values: Any) -> republishing.Copy:
    factories.MastheadFactory()
    article = factories.story(body=markup.clean(body), **values)
    with translation.override("en"):
        return republishing.copy_of(Article.objects.for_page().get(pk=article.pk), Masthead.current())


def _tree(copy: republishing.Copy) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(copy.document)


def test_the_copy_keeps_headings_lists_quotes_and_tables() -> None:
    tree = _tree(_copy())
    kept = {"h1": 1, "h2": 2, "ul": 1, "ol": 1, "li": 3, "blockquote": 2, "table": 1, "em": 1}
    assert {tag: len(list(tree.iter(tag))) for tag in kept} == kept
    assert next(tree.iter("ol")).get("start") == "3"
    assert (next(tree.iter("th")).get("scope"), next(tree.iter("td")).get("colspan")) == ("row", "2")


def test_the_copy_holds_nothing_but_plain_html() -> None:
    image = factories.ImageFactory(republishable=True)
    copy = _copy(BODY + f'<figure data-image="{image.pk}"></figure>', lead_image=image.pk)
    allowed = {"href", "src", "alt", "width", "height", "start", "scope", "colspan", "lang", "charset", "rel"}
    for element in _tree(copy).iter():
        assert element.tag not in {"script", "style", "span", "div", "picture", "source", "iframe"}
        assert set(element.attrib) <= allowed, element.tag


def test_every_address_in_the_copy_is_absolute() -> None:
    image = factories.ImageFactory(republishable=True)
    tree = _tree(_copy(lead_image=image.pk, slug="the-story"))
    addresses = [element.get("href") or element.get("src") for tag in ("a", "img") for element in tree.iter(tag)]
    assert all(re.match(r"https?://|mailto:", address) for address in addresses), addresses
    for path in ("/countries/?a=1&b=2", "/section-0/the-story/#part", "/news/"):
        expected = settings.SITE_URL + re.sub("section-0", _section(), path)
        assert expected in addresses
    assert {"https://elsewhere.example/x", "mailto:a@b.example", "https://vimeo.com/1"} <= set(addresses)


def _section() -> str:
    section = Article.objects.get().section
    assert section is not None
    return section.slug_en


def test_notes_are_numbered_in_the_text_and_told_at_its_end() -> None:
    copy = _copy()
    assert re.findall(r"<sup>\[(\d)\]</sup>", copy.html) == ["1", "2"]
    notes = copy.html[copy.html.index("<h2>Notes</h2>") :]
    assert notes.index("<p>[1] See <a href=") < notes.index("<p>[2] Second source.</p>")


def test_what_an_editor_typed_stays_text() -> None:
    copy = _copy(headline='<script>alert("1")</script>', dek="A & B <b>")
    assert "<script" not in copy.document and "<b>" not in copy.document
    assert copy.text.startswith('<script>alert("1")</script>\n\n')


def test_a_body_that_nobody_cleaned_loses_what_the_schema_does_not_know() -> None:
    factories.MastheadFactory()
    article = factories.story()
    Article.objects.filter(pk=article.pk).update(
        body='<p onclick="x()">a<a href="javascript:x()">b</a></p><script>c</script>'
    )
    copy = republishing.copy_of(Article.objects.for_page().get(pk=article.pk), Masthead.current())
    assert "<p>ab</p>" in copy.html
    assert "script" not in copy.html and "onclick" not in copy.html


def test_the_text_has_paragraphs_and_no_pictures() -> None:
    image = factories.ImageFactory(republishable=True)
    copy = _copy(
        BODY + f'<figure data-image="{image.pk}"><figcaption>On the pier.</figcaption></figure>', dek="The dek."
    )
    parts = copy.text.split("\n\n")
    assert parts[2:5] == ["The dek.", "Heading", "One[1] & two 1 < 2."]
    assert "[2] Second source." in parts
    assert "pier" not in copy.text and "<p>" not in copy.text


def test_each_picture_is_told_once_the_lead_first() -> None:
    lead, other = factories.ImageFactory(credit="Lead"), factories.ImageFactory(credit="Other", republishable=True)
    last = factories.ImageFactory(credit="Last")
    figures = "".join(f'<figure data-image="{image.pk}"></figure>' for image in (last, other, lead))
    copy = _copy(f"<p>Text.</p>{figures}", lead_image=lead.pk)
    assert [picture.credit for picture in copy.staying] == ["Lead", "Last"]
    assert [picture.credit for picture in copy.travelling] == ["Other"]
    assert copy.html.count("<img") == 1


def test_every_kind_of_work_is_credited() -> None:
    people = [(factories.AuthorFactory(name=f"{role} person").pk, role) for role in ("translator", "author", "data")]
    factories.MastheadFactory()
    copy = _copy(bylines=tuple(people))
    assert copy.text.split("\n\n")[1:4] == [
        f"By author person | The Test Gazette ({settings.SITE_URL}{Article.objects.get().path})",
        "Data by data person",
        "Translated by translator person",
    ]
