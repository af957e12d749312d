"""Article bodies: nothing outside the schema is ever stored, and nothing that an editor wrote is lost."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element as Tree

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles import markup

_SAMPLES = Path(os.environ.get("SAMPLE_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
_CORPUS = _SAMPLES / "xss" / "bleach_cases.json"


def _offences(parent: Tree, name: str) -> Iterator[str]:
    """What a browser would find in the parsed body that the schema does not allow."""
    element = markup.SCHEMA[name]
    if not element.text and ((parent.text or "").strip() or any((child.tail or "").strip() for child in parent)):
        yield f"text right inside {name}"
    for child in parent:
        if not isinstance(child.tag, str) or child.tag not in element.children:
            yield f"{child.tag} inside {name}"
            continue
        checks = markup.SCHEMA[child.tag].attributes
        for attribute, value in child.attrib.items():
            if attribute not in checks or checks[attribute](value) != value:
                yield f"{child.tag} {attribute}={value!r}"
            if attribute in ("href", "data-embed") and urlsplit(value).scheme not in {
                "",
                *markup.LINK_SCHEMES,
            }:
                yield f"{child.tag} leads to {value!r}"
        yield from _offences(child, child.tag)


def offences(body: str) -> list[str]:
    return list(_offences(html5lib.parseFragment(body, namespaceHTMLElements=False), markup.BODY))


# --- any input ---

_TAGS = sorted(
    {tag for tag in markup.SCHEMA if tag != markup.BODY}
    | {
        "h1",
        "h6",
        "b",
        "i",
        "div",
        "section",
        "pre",
        "dl",
        "dt",
        "center",
        "font",
        "u",
        "tfoot",
        "colgroup",
        "col",
    }
    | {"script", "style", "iframe", "svg", "math", "mtext", "foreignObject", "img", "form", "input", "select"}
    | {"textarea", "title", "template", "noscript", "base", "object", "plaintext", "details", "x-element"}
)
_VALUES = [
    *(
        "/local/",
        "https://example.org/a?b=1&c=2#d",
        "http://example.org:8080/",
        "mailto:a@example.org",
        "#n",
        "?q=",
    ),
    *(
        "javascript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "java\tscript:x",
        "data:text/html,x",
        "vbscript:x",
        "//e.org",
    ),
    *(
        "/\\e.org",
        "\\\\e.org",
        "https:e.org",
        "https:///e.org",
        "https://u:p@e.org/",
        "https://e.org:99999/",
        "blob:x",
    ),
    *(
        "7",
        "0",
        "-1",
        "007",
        "99999999999999999999",
        "2",
        "50",
        "51",
        "row",
        "col x",
        "pull-quote",
        "footnote big",
    ),
    *(
        "https://youtu.be/x",
        "http://youtu.be/x",
        "https://youtu.be.e.org/x",
        "https://evil.org/",
        "",
        '"><script>',
    ),
]
_NAMES = [
    *(
        "href",
        "class",
        "data-image",
        "data-embed",
        "colspan",
        "rowspan",
        "scope",
        "start",
        "style",
        "onclick",
    ),
    *("onerror", "src", "id", "name", "target", "rel", "xlink:href", "formaction", "srcdoc", "title", "lang"),
]
_TEXT = st.text(st.sampled_from("abé\u0301ñ 1%«\u00a0\u202f\u2003\n\t\x00\x01\x85\u202e\u2066\u200b\ufeff\ud800&<>\"'"))
_ENTITY = st.sampled_from(["&nbsp;", "&lt;b&gt;", "&amp;lt;", "&#0;", "&#1;", "&#x202e;", "&#x301;", "&amp", "&#10;"])
_ATTRIBUTE = st.builds('{}="{}"'.format, st.sampled_from(_NAMES), st.sampled_from(_VALUES))
_OPEN = st.builds("<{} {}>".format, st.sampled_from(_TAGS), st.lists(_ATTRIBUTE, max_size=3).map(" ".join))
_CLOSE = st.sampled_from(_TAGS).map("</{}>".format)
_PIECE = st.one_of(_TEXT, _ENTITY, _OPEN, _OPEN, _CLOSE, st.sampled_from(["<!-- x -->", "<![CDATA[x]]>", "<br>", "<"]))


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def written(tag: str, attributes: list[str], parts: list[str]) -> str:
        return f"<{tag} {' '.join(attributes)}>{''.join(parts)}</{tag}>"

    return st.builds(written, st.sampled_from(_TAGS), st.lists(_ATTRIBUTE, max_size=2), st.lists(inner, max_size=4))


_BODIES = st.one_of(
    st.lists(_PIECE, max_size=25).map("".join),
    st.lists(st.recursive(st.one_of(_TEXT, _ENTITY, st.just("<br>")), _element, max_leaves=25), max_size=5).map(
        "".join
    ),
    st.text(),
)


@settings(max_examples=600, deadline=None)
@given(_BODIES)
@example("<div>" * 300 + "a<table><tr><td>b" + "<ul><li>" * 300 + "c")
@example("<blockquote>" * 40 + "<figure data-image=3></figure>")
@example("<strong>e</strong><strong>\u0301</strong>&nbsp;x")
@example("<table><caption><table><tr><td>x</table></caption><tr><th>a<tr><th>b</table>")
def test_whatever_comes_in_only_the_schema_is_stored_and_cleaning_again_changes_nothing(html: str) -> None:
    body = markup.clean(html)
    assert offences(body) == []
    assert markup.clean(body) == body
    assert not set(body) & {"\x00", "\x01", "\u202e", "\u2066", "\u200b", "\ufeff"}


_WORDS = st.text(st.sampled_from("abcñé123"), min_size=1)
_HARMLESS = set(markup.SCHEMA) - {markup.BODY} | {
    "h1",
    "h6",
    "b",
    "div",
    "section",
    "pre",
    "dl",
    "dt",
    "font",
    "u",
}
_TAG = st.sampled_from(sorted(_HARMLESS)).flatmap(lambda tag: st.sampled_from([f"<{tag}>", f"</{tag}>"]))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(_WORDS, _TAG), max_size=30))
@example([*["<div>"] * 199, "<table>", "<tr>", "<td>", "a", "</td>", "<td>", "b"])
def test_no_word_is_lost(pieces: list[str]) -> None:
    body = markup.clean(" ".join(pieces))
    words = [piece for piece in pieces if not piece.startswith("<")]
    # Text that stands right inside a table moves out of it, as in a browser, so the order may differ.
    assert sorted(markup.to_text(body).split()) == sorted(words)
    assert sorted(markup.to_text(" ".join(pieces)).split()) == sorted(words)


# --- hostile bodies ---

HOSTILE = {
    "script": "<p>x<script>alert(1)</script></p>",
    "script in pieces": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "handler": '<p onclick="alert(1)">x</p><img src=x onerror=alert(1)>',
    "handler without spaces": "<svg/onload=alert(1)><p/onmouseover=alert(1)>x",
    "javascript link": '<a href="javascript:alert(1)">x</a>',
    "javascript link in entities": '<a href="&#106;ava&Tab;script&colon;alert(1)">x</a>',
    "javascript after a control": '<a href="&#1;javascript:alert(1)">x</a>',
    "data link": '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    "protocol-relative link": '<a href="//evil.example/">x</a><a href="/\\evil.example">x</a>',
    "protocol-relative link in pieces": '<a href="/&#9;/evil.example">x</a>',
    "link opening a window": '<a href="/x/" target="_blank" rel="opener" ping="//evil.example">x</a>',
    "frame": '<iframe src="https://evil.example" srcdoc="<script>alert(1)</script>">x</iframe>',
    "style": '<style>body{display:none}</style><p style="background:url(//evil.example)">x</p>',
    "foreign content": "<svg><foreignObject><p>x<script>alert(1)</script></foreignObject></svg>",
    "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img onerror=alert(1)&gt;">',
    "mutation by noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "mutation by template": "<template><p><script>alert(1)</script></p></template>",
    "comment": "<!--><img src=x onerror=alert(1)>--><p>x</p>",
    "form": '<form action="//evil.example"><input><button formaction="javascript:alert(1)">x</button>',
    "base and meta": '<base href="//evil"><meta http-equiv=refresh content="0;url=javascript:alert(1)"><p>x',
    "figure of another kind": '<figure data-image="1 onerror=alert(1)"><img src=x onerror=alert(1)></figure>',
    "embed of an unknown host": '<figure data-embed="https://youtu.be.evil.example/x"></figure>',
    "embed without encryption": '<figure data-embed="http://youtu.be/x"></figure>',
    "embed with a script": '<figure data-embed="javascript:alert(1)//youtu.be/"></figure>',
    "clobbering": '<p id="body" name="cookie">x</p><a id=x href=/>x</a>',
    "slot and part": '<p slot="x" part="y" is="z" contenteditable autofocus onfocus=alert(1)>x</p>',
    "unclosed": "<p><a href='/x/' title='<script>alert(1)//",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_body_is_harmless(html: str) -> None:
    body = markup.clean(html)
    assert offences(body) == []
    assert "alert(1)" not in body or html == HOSTILE["script in pieces"], "what cannot run need not be shown either"


def test_the_corpus_of_published_attacks_is_harmless() -> None:
    if not _CORPUS.is_file():
        pytest.skip("the corpus of attacks is not there: SAMPLE_DATA must name the folder that holds xss/")
    cases = json.loads(_CORPUS.read_text())
    assert len(cases) > 50
    for case in cases:
        body = markup.clean(case["payload"])
        assert offences(body) == [], case
        assert markup.clean(body) == body, case


def test_no_depth_of_nesting_breaks_the_cleaner() -> None:
    for tag in ("div", "blockquote", "b", "a href=/x/", "ul><li", "table><tr><td", "span class=footnote"):
        body = markup.clean(f"<{tag}>" * 3000 + "the end")
        assert "the end" in body
        assert body.count("<") < 50


# --- links ---


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTPS://Example.org/", "https://Example.org/"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("mailto:desk@example.org?subject=A tip", "mailto:desk@example.org?subject=A%20tip"),
        ("/es/noticias/", "/es/noticias/"),
        ("../briefs/", "../briefs/"),
        ("#note", "#note"),
        (" /a b\n/ ", "/a%20b/"),
        ("/topics/a:b/", "/topics/a:b/"),
        (
            "https://es.wikipedia.org/wiki/Mara_Salvatrucha_(13)?x=ñ",
            "https://es.wikipedia.org/wiki/Mara_Salvatrucha_(13)?x=ñ",
        ),
        *((refused, None) for refused in ("", "javascript:x", "JAVA\nSCRIPT:x", "data:,x", "file:///etc/passwd")),
        *((refused, None) for refused in ("//evil.example", "/\t/evil.example", "/\\evil.example", "\\\\evil.example")),
        *((refused, None) for refused in ("https:evil.example", "https:/evil.example", "https://", "https://a@b/")),
        *((refused, None) for refused in ("https://a:0/", "https://a:x/", "tel:1", "mailto:", "http://[::1", "a:b")),
    ],
)
def test_a_link_leads_where_it_says_or_nowhere(href: str, kept: str | None) -> None:
    assert markup.safe_href(href) == kept
    body = markup.clean(f'<p><a href="{href}">x</a></p>')
    assert markup.links(body) == ([kept] if kept else [])
    assert body == (f'<p><a href="{kept}">x</a></p>' if kept else "<p>x</p>")


# --- the one shape ---

SHAPES = {
    "old names": (
        "<h1>A</h1><h5>B</h5><p><b>c</b> <i>d</i> <strike>e</strike></p>",
        "<h2>A</h2><h4>B</h4><p><strong>c</strong> <em>d</em> <s>e</s></p>",
    ),
    "divisions": ("<div>a<p>b</p>c<section>d</section></div>", "<p>a</p><p>b</p><p>c</p><p>d</p>"),
    "loose text": ("a <b>b</b><h2>c</h2>d", "<p>a <strong>b</strong></p><h2>c</h2><p>d</p>"),
    "empty paragraphs": ("<p></p><p> &nbsp; </p><p><br></p><p><b> </b></p><p>a<br></p>", "<p>a</p>"),
    "two breaks": ("<p>a<br>b<br><br>c</p>", "<p>a<br>b</p><p>c</p>"),
    "marks around blocks": (
        "<b><p>a</p><h3>b</h3></b>",
        "<p><strong>a</strong></p><h3><strong>b</strong></h3>",
    ),
    "marks in another order": ("<em><strong>a</strong></em>", "<p><strong><em>a</em></strong></p>"),
    "marks in pieces": (
        "<b>a</b><b>b <i>c</i></b><b> </b>",
        "<p><strong>ab <em>c</em></strong></p>",
    ),
    "space at the edge of a mark": ("a<b> b </b>c", "<p>a <strong>b</strong> c</p>"),
    "no-break spaces": ("165&nbsp;million&nbsp;dollars&nbsp; a", "<p>165&nbsp;million dollars a</p>"),
    "preformatted": ("<pre>a\nb</pre>", "<p>a<br>b</p>"),
    "list of paragraphs": (
        "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>",
        "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>",
    ),
    "list right inside a list": (
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>",
    ),
    "text between the items of a list": (
        "<ul>a <b>b</b> <i>c</i><li>d</ul>",
        "<ul><li>a <strong>b</strong> <em>c</em></li><li>d</li></ul>",
    ),
    "list that starts later": (
        '<ol start="3" type="a"><li>a</li><li></li></ol>',
        '<ol start="3"><li>a</li></ol>',
    ),
    "pull-quote": (
        '<blockquote class="big pull-quote">a</blockquote>',
        '<blockquote class="pull-quote"><p>a</p></blockquote>',
    ),
    "quote": (
        '<blockquote class="x" cite="/"><h2>a</h2>b</blockquote>',
        "<blockquote><p>a</p><p>b</p></blockquote>",
    ),
    "rule": ("a<hr class=x>b", "<p>a</p><hr><p>b</p>"),
    "image": (
        '<p>a<figure data-image="007" class=x><img src=/x.jpg><figcaption><p>b <b>c</b></p></figcaption></figure>d',
        '<p>a</p><figure data-image="7"><figcaption>b <strong>c</strong></figcaption></figure><p>d</p>',
    ),
    "image without a caption": (
        "<figure data-image=7><figcaption> </figcaption></figure>",
        '<figure data-image="7"></figure>',
    ),
    "image that is not from the library": (
        "<figure><img src=/x.jpg><figcaption>a</figcaption></figure>",
        "<p>a</p>",
    ),
    "embed": (
        '<figure data-embed="https://youtu.be/x?t=1&amp;a=b"><iframe></iframe><figcaption>a</figcaption></figure>',
        '<figure data-embed="https://youtu.be/x?t=1&amp;a=b"><figcaption>a</figcaption></figure>',
    ),
    "embed of an unknown host": (
        '<figure data-embed="https://example.org/v"><figcaption>a</figcaption></figure>',
        '<p><a href="https://example.org/v">https://example.org/v</a></p><p>a</p>',
    ),
    "footnote split around its link": (
        'a<span class="footnote">b </span><a href="/c/"><span class="footnote">c</span></a>'
        '<span class="footnote">.</span> d',
        '<p>a<span class="footnote">b <a href="/c/">c</a>.</span> d</p>',
    ),
    "span that is no footnote": ('a<span class="x" style="color:red">b</span>', "<p>ab</p>"),
    "table from an editor": (
        '<table style="min-width:1px"><colgroup><col></colgroup><tbody>'
        '<tr><th colspan="1"><p>a</p></th><th><p>b</p></th></tr>'
        '<tr><td><p>c</p></td><td rowspan="2"><p>d</p><p>e</p></td></tr></tbody></table>',
        '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        '<tbody><tr><td>c</td><td rowspan="2"><p>d</p><p>e</p></td></tr></tbody></table>',
    ),
    "table with a caption, heads of rows and a foot": (
        "<table><caption>z</caption><thead><tr><td>a</thead><tfoot><tr><td>c</tfoot><tbody><tr><th>b</tbody></table>",
        '<table><caption>z</caption><thead><tr><th scope="col">a</th></tr></thead>'
        '<tbody><tr><td>c</td></tr><tr><th scope="row">b</th></tr></tbody></table>',
    ),
    "table inside a table": (
        "<table><tr><td><table><tr><td>a<td>b</table></table>",
        "<table><tbody><tr><td><p>a</p><p>b</p></td></tr></tbody></table>",
    ),
    "empty table": ("<table><tr><td></table>", ""),
    "composed letters": ("mara\u0301 e<b>\u0301</b>", "<p>mará e<strong>\u0301</strong></p>"),
    "entities": ("a &lt;b&gt; &amp; &quot;c&quot;", '<p>a &lt;b&gt; &amp; "c"</p>'),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("html", "stored"), SHAPES.values(), ids=SHAPES.keys())
def test_the_same_content_is_always_stored_in_the_same_shape(html: str, stored: str) -> None:
    assert markup.clean(html) == stored
    assert markup.clean(stored) == stored


def test_the_schema_knows_no_element_that_could_run_or_load_anything() -> None:
    dangerous = {
        "script",
        "style",
        "img",
        "iframe",
        "object",
        "embed",
        "svg",
        "math",
        "form",
        "input",
        "link",
        "base",
    }
    assert not dangerous & set(markup.SCHEMA)
    attributes = {name for element in markup.SCHEMA.values() for name in element.attributes}
    assert not {name for name in attributes if name.startswith("on")} | attributes & {
        "style",
        "src",
        "id",
        "target",
    }
    assert all(child in markup.SCHEMA for element in markup.SCHEMA.values() for child in element.children)


# --- reading ---

BODY = (
    '<h2>The <em>summit</em></h2><p>El Salvador hosted it<span class="footnote">See <a href="/oas/">the OAS</a>.</span>'
    ' in June&nbsp;2011.<br>Three days &amp; no more.</p><blockquote class="pull-quote"><p>Loud!</p></blockquote>'
    '<figure data-image="7"><figcaption>Insulza</figcaption></figure>'
    '<ul><li>CARSI: <a href="/carsi/">165 million</a></li></ul>'
    '<figure data-image="3"></figure><figure data-image="7"></figure>'
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table><p><a href="/oas/">Again</a>.</p><figure data-embed="https://youtu.be/x"></figure>'
)


def test_the_text_of_a_body_has_a_line_for_each_block_and_holds_its_footnotes() -> None:
    assert markup.to_text(BODY).split("\n") == [
        "The summit",
        "El Salvador hosted it [See the OAS.] in June 2011.",
        "Three days & no more.",
        "Loud!",
        "Insulza",
        "CARSI: 165 million",
        "a",
        "b",
        "Again.",
    ]


def test_text_is_harmless_even_from_a_body_that_was_never_cleaned() -> None:
    assert markup.to_text("<p>a<script>b</script>\x00\u202ec</p><style>d</style>") == "ac"


def test_images_links_and_embeds_come_in_order_and_once() -> None:
    assert markup.clean(BODY) == BODY
    assert markup.image_ids(BODY) == [7, 3]
    assert markup.links(BODY) == ["/oas/", "/carsi/"]
    assert markup.embeds(BODY) == ["https://youtu.be/x"]


def test_words_are_counted_as_a_reader_would() -> None:
    assert markup.word_count("<p>The OAS's 41st assembly, on 22-23 June: 1,500 U.S. dollars…</p>") == 10
    assert markup.word_count("") == 0


def test_an_excerpt_is_running_text_cut_between_words() -> None:
    assert markup.excerpt(BODY) == "El Salvador hosted it in June 2011. Three days & no more. CARSI: 165 million Again."
    assert markup.excerpt(BODY, 30) == "El Salvador hosted it in June…"
    assert markup.excerpt("<h2>a</h2>") == ""
    assert markup.excerpt(f"<p>{'x' * 50}</p>", 10) == "x" * 9 + "…"


@given(_BODIES, st.integers(2, 60))
@settings(max_examples=100, deadline=None)
def test_an_excerpt_never_exceeds_its_limit(html: str, limit: int) -> None:
    excerpt = markup.excerpt(html, limit)
    assert len(excerpt) <= limit
    assert "\n" not in excerpt


# --- plain fields ---


def test_a_headline_is_one_line_of_visible_characters() -> None:
    assert markup.single_line(" A\u202eB\u2066C\x00\tmara\u0301\r\n\u2028 \u00a0D\u200b ") == "ABC mará D"


@given(st.text())
def test_cleaning_a_line_twice_changes_nothing(text: str) -> None:
    line = markup.single_line(text)
    assert markup.single_line(line) == line
    line.encode("utf-8")
