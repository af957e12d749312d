"""The rich text field of the desk, used as editors use it: what the schema can say survives it, and nothing else does."""

import base64
import hashlib
from io import BytesIO
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from articles import library, markup, revising
from articles.models import Article, Image, Page
from tests.articles.photographs import encoded, scene
from tests.browser.conftest import Problems, sign_in
from tests.factories import PageFactory, chief, draft

CONSTRUCTS = {
    "emphasis": "<p>A <strong>bold <em>and slanted</em></strong> <s>struck</s> H<sub>2</sub>O x<sup>2</sup> word.</p>",
    "every mark at once": "<p><a href='/x/'><strong><em><s><sub><sup><code>all</code></sup></sub></s></em></strong></a></p>",
    "code beside words": "<p>Run <code>make run</code>, <strong>then <code>make test</code></strong>.</p>",
    "links": "<p><a href='https://example.org/a?b=1&amp;c=2#d'>far</a> <a href='/news/'>near</a> "
    "<a href='mailto:desk@example.org'>mail</a> <a href='#top'>up</a> <a href='page/'>beside</a></p>",
    "line breaks": "<p>One<br>two <strong>three<br>four</strong></p>",
    "headings": "<h2>Two</h2><h3>Three <em>slanted</em></h3><h4>Four</h4>",
    "lists": "<ul><li>one</li><li><p>two</p><ol><li>deep</li><li>deeper</li></ol></li></ul>",
    "a list that starts later": "<ol start='7'><li>seven</li></ol><p>x</p><ol start='0'><li>nought</li></ol>",
    "a list that says it starts at one": "<ol start='1'><li>one</li></ol>",
    "a list item of several blocks": "<ul><li><p>a</p><p>b</p><blockquote><p>c</p></blockquote></li></ul>",
    "a list item without words of its own": "<ul><li><ul><li>deep</li></ul></li></ul>",
    "a list item that begins with a figure": "<ul><li><figure data-image='7'></figure><p>a</p></li></ul>",
    "a quotation": "<blockquote><p>One.</p><p>Two.</p><ul><li>three</li></ul></blockquote>",
    "a quotation in a quotation": "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>",
    "a pull-quote": "<blockquote class='pull-quote'><p>The story in <em>one</em> line.</p></blockquote>",
    "a dividing line": "<p>a</p><hr><p>b</p>",
    "a footnote": "<p>Fact<span class='footnote'>See <a href='https://example.org/'>the <em>report</em></a>, p. 3.</span>."
    " More<span class='footnote'>Ibid.</span> <span class='footnote'>Another.</span></p>",
    "a footnote in a heading and a list": "<h2>A<span class='footnote'>n</span></h2><ul><li>b<span class='footnote'>m</span>"
    "</li></ul>",
    "a picture": "<figure data-image='7'><figcaption>The <em>port</em> at <a href='/x/'>dawn</a>.</figcaption></figure>",
    "a picture without caption": "<p>a</p><figure data-image='7'></figure><p>b</p>",
    "figures at the edges": "<figure data-image='7'></figure><figure data-image='8'></figure>",
    "figures inside": "<blockquote><figure data-image='7'><figcaption>c</figcaption></figure></blockquote>"
    "<ul><li><figure data-image='7'></figure></li></ul><table><tbody><tr><td><figure data-image='7'></figure></td></tr>"
    "</tbody></table>",
    "an embed": "<figure data-embed='https://www.youtube.com/watch?v=abc&amp;t=1'><figcaption>A film.</figcaption></figure>"
    "<figure data-embed='https://x.com/someone/status/1'></figure>",
    "a table": "<table><caption>Seizures, <em>by <a href='/x/'>year</a></em></caption><thead><tr><th scope='col'>Year</th>"
    "<th scope='col'>Tonnes</th></tr></thead><tbody><tr><th scope='row'>2010</th><td>12</td></tr><tr><th scope='row'>2011"
    "</th><td><p>14</p><p>or 15</p></td></tr></tbody></table>",
    "a table with spans": "<table><thead><tr><th scope='colgroup' colspan='2'>Both</th><th scope='col'>c</th></tr></thead>"
    "<tbody><tr><th scope='rowgroup' rowspan='2'>a</th><td>b</td><td>c</td></tr><tr><td>d</td><td></td></tr></tbody></table>",
    "a plain table": "<table><tbody><tr><td>a</td><td>b<br>c</td></tr><tr><td><ul><li>d</li></ul></td><td>e</td></tr>"
    "</tbody></table>",
    "a table of one row of headers": "<table><tbody><tr><th scope='row'>a</th><th>b</th></tr></tbody></table>",
    "no-break spaces": "<p>165\u00a0million and «\u00a0so\u00a0»</p>",
    "signs": "<p>a &lt; b &amp; c &gt; d “e” ‘f’ — é ñ 中</p>",
}


@pytest.fixture
def text(wide: Tab) -> Locator:
    """The editable text of the form that `open_form` opened."""
    sign_in(wide, chief())
    return wide.locator(".prose-editor > .tiptap")


def open_form(text: Locator, body: str) -> Page:
    """A stored text and its form, ready to be typed in."""
    row = PageFactory(body=markup.clean(body))
    text.page.goto(f"/admin/articles/page/{row.pk}/change/")
    expect(text).to_be_visible()
    return row


def write(text: Locator, words: str) -> None:
    """Type at the end of the text, as people do after a moment."""
    text.focus()
    text.page.keyboard.press("Control+End")
    text.page.wait_for_timeout(200)
    text.page.keyboard.type(words)


def saved(text: Locator, row: Page) -> str:
    """The body as it is stored when the form is sent."""
    text.page.locator("[name=_save]").click()
    text.page.wait_for_url("**/admin/articles/page/")
    row.refresh_from_db()
    return row.body


def press(text: Locator, name: str) -> None:
    """Push a button of the toolbar by its English label."""
    text.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()


def answer(text: Locator, **values: str) -> None:
    """Fill in the open dialog and apply it."""
    dialog = text.page.get_by_role("dialog")
    for label, value in values.items():
        dialog.get_by_label(label.replace("_", " ")).fill(value)
    dialog.get_by_role("button", name="Apply").click()


def paste(text: Locator, html: str) -> None:
    """Paste HTML as if it came from another program."""
    text.evaluate(
        """(element, html) => {
          const clipboardData = new DataTransfer()
          clipboardData.setData("text/html", html)
          element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
        }""",
        html,
    )


def a_picture() -> Image:
    original = library.read(BytesIO(encoded(scene())))
    return library.add(Image(alt_en="Four colours", credit="Staff"), original)


@pytest.mark.parametrize("body", CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_what_a_stored_text_says_is_the_same_after_a_letter_was_typed_below_it(
    text: Locator, problems: Problems, body: str
) -> None:
    problems.allow("/thumbnail/")  # these pictures are not in the library
    before = markup.clean(body)
    row = open_form(text, f"{before}<p>end</p>")
    write(text, "s")
    assert saved(text, row) == f"{before}<p>ends</p>"


def test_the_desk_allows_exactly_the_style_that_the_editor_injects(text: Locator) -> None:
    open_form(text, "<p>a</p>")
    injected = text.page.evaluate("document.querySelector('style[data-tiptap-style]').textContent")
    digest = base64.b64encode(hashlib.sha256(injected.encode()).digest()).decode()
    assert f"'sha256-{digest}'" == settings.EDITOR_STYLE_HASH
    assert text.evaluate("element => getComputedStyle(element).whiteSpace") == "break-spaces"


def test_typing_never_stores_a_no_break_space(text: Locator) -> None:
    row = open_form(text, "<p>One</p>")
    write(text, " two  three ")
    text.page.keyboard.press("Enter")
    text.page.keyboard.type(" four")
    assert saved(text, row) == "<p>One two three</p><p>four</p>"


def test_the_toolbar_makes_bold_words_headings_lists_and_quotes(text: Locator) -> None:
    row = open_form(text, "")
    write(text, "plain ")
    press(text, "Bold")
    text.page.keyboard.type("bold")
    press(text, "Bold")
    for name, words in (("Heading", "Head"), ("Numbered list", "item")):
        text.page.keyboard.press("Enter")
        press(text, name)
        text.page.keyboard.type(words)
    text.page.keyboard.press("Enter")
    text.page.keyboard.press("Enter")
    press(text, "Pull-quote")
    text.page.keyboard.type("large")
    assert saved(text, row) == (
        "<p>plain <strong>bold</strong></p><h2>Head</h2><ol><li>item</li></ol>"
        '<blockquote class="pull-quote"><p>large</p></blockquote>'
    )


def test_a_link_is_checked_before_it_is_made(text: Locator) -> None:
    row = open_form(text, "<p>word</p>")
    text.focus()
    text.page.keyboard.press("Control+a")
    press(text, "Link")
    answer(text, Address="javascript:alert(1)")
    expect(text.page.get_by_role("dialog")).to_be_visible()
    answer(text, Address="example.org/page")
    expect(text.page.get_by_role("dialog")).to_have_count(0)
    assert saved(text, row) == '<p><a href="https://example.org/page">word</a></p>'


def test_notes_are_written_at_their_place_and_never_run_together(text: Locator) -> None:
    row = open_form(text, "<p>Fact</p>")
    write(text, "")
    for note in ("First.", "Second."):
        press(text, "Footnote")
        answer(text, Text_of_the_note=note)
    text.page.wait_for_timeout(200)
    text.page.keyboard.type(" goes on")
    assert saved(text, row) == (
        '<p>Fact<span class="footnote">First.</span> <span class="footnote">Second.</span> goes on</p>'
    )


def test_only_pages_of_known_hosts_can_be_embedded(text: Locator) -> None:
    row = open_form(text, "<p>a</p>")
    write(text, "")
    press(text, "Embed")
    for refused in ("https://evil.example/", "http://youtu.be/x", "https://me@youtu.be/x", "youtu.be/x"):
        answer(text, Address_of_the_page_to_embed=refused)
        expect(text.page.get_by_role("dialog")).to_be_visible()
    answer(text, Address_of_the_page_to_embed="https://youtu.be/x")
    expect(text.locator("figure")).to_contain_text("YouTube")
    text.page.keyboard.type("A film.")
    assert saved(text, row) == (
        '<p>a</p><figure data-embed="https://youtu.be/x"><figcaption>A film.</figcaption></figure>'
    )


def test_a_picture_is_chosen_from_the_library_and_shown(text: Locator) -> None:
    image = a_picture()
    row = open_form(text, "<p>before</p><p>after</p>")
    text.locator("p").first.click()
    text.page.wait_for_timeout(200)
    text.page.keyboard.press("End")
    with text.page.expect_popup() as popup:
        press(text, "Picture")
    popup.value.locator("#result_list tbody a").first.click()
    expect(text.locator("figure img")).to_be_visible()
    text.page.wait_for_function("document.querySelector('.ProseMirror figure img').naturalWidth > 0")
    text.page.keyboard.type("Colours.")
    text.page.keyboard.press("Enter")
    text.page.keyboard.type("between")
    assert saved(text, row) == (
        f'<p>before</p><figure data-image="{image.pk}"><figcaption>Colours.</figcaption></figure>'
        "<p>between</p><p>after</p>"
    )


def test_deleting_back_into_a_figure_selects_it_first(text: Locator, problems: Problems) -> None:
    problems.allow("/thumbnail/")
    row = open_form(text, "<p>a</p><figure data-image='7'><figcaption>c</figcaption></figure><p>b</p>")
    text.locator("figcaption").click()
    text.page.wait_for_timeout(200)
    text.page.keyboard.press("Home")
    press(text, "Heading")  # no way to turn a caption into something else
    text.page.keyboard.press("Backspace")
    expect(text.locator("figure.ProseMirror-selectednode")).to_have_count(1)
    text.page.keyboard.press("Backspace")
    assert saved(text, row) == "<p>a</p><p>b</p>"


def test_a_table_is_made_with_a_header_row_and_a_caption(text: Locator) -> None:
    row = open_form(text, "")
    write(text, "")
    press(text, "Table")
    answer(text, Rows="2", Columns="2")
    text.page.wait_for_timeout(200)
    for words in ("a", "b", "c", "d"):
        text.page.keyboard.type(words)
        text.page.keyboard.press("Tab")
    press(text, "Delete the row")
    press(text, "Caption of the table")
    answer(text, Caption="Letters")
    assert saved(text, row) == (
        '<table><caption>Letters</caption><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Seizures, by decade", 'Seizures, <em>by </em><a href="/x/"><em>decade</em></a>'),
        ("Arrests, by year", 'Arrests, <em>by </em><a href="/x/"><em>year</em></a>'),
        ("Seizures, not by year", 'Seizures, not <em>by </em><a href="/x/"><em>year</em></a>'),
        ("Seizures", "Seizures"),
    ],
)
def test_a_caption_of_a_table_keeps_its_emphasis_when_it_is_reworded(text: Locator, words: str, kept: str) -> None:
    table = "<table><caption>{}</caption><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    row = open_form(text, table.format('Seizures, <em>by <a href="/x/">year</a></em>'))
    text.locator("td").first.click()
    text.page.wait_for_timeout(200)
    press(text, "Caption of the table")
    answer(text, Caption=words)
    assert saved(text, row) == table.format(kept)


def test_the_html_can_be_mended_by_hand(text: Locator) -> None:
    row = open_form(text, "<p>a</p>")
    press(text, "HTML")
    answer(text, The_HTML_of_the_text="<h1>Top</h1>\n<p>b <b>c</b></p>")
    assert saved(text, row) == "<h2>Top</h2><p>b <strong>c</strong></p>"


HOSTILE = """<meta charset="utf-8"><style>p{color:red}</style><script>document.title = "taken"</script>
<p style="color:red" onclick="document.title='taken'">safe <img src="x" onerror="document.title='taken'">
<a href="javascript:document.title='taken'">link</a><iframe src="https://evil.example/"></iframe>
<svg onload="document.title='taken'"><circle/></svg></p><form action="https://evil.example/"><input></form>
<figure data-embed="https://evil.example/"><figcaption>cap</figcaption></figure>"""


def test_a_hostile_paste_leaves_only_its_words(text: Locator) -> None:
    row = open_form(text, "")
    write(text, "")
    paste(text, HOSTILE)
    expect(text).to_contain_text("safe")
    assert text.locator("img, iframe, script, style, svg, form, a").count() == 0
    assert text.page.title() != "taken"
    body = saved(text, row)
    assert body.startswith("<p>safe link</p>")
    assert not any(part in body for part in ("javascript:", "onerror", "style", "iframe", "<figure"))


def test_the_draft_of_a_story_is_written_in_the_same_editor(text: Locator) -> None:
    before = "".join(markup.clean(CONSTRUCTS[name]) for name in ("headings", "a footnote", "a pull-quote", "a table"))
    story = draft(body=f"{before}<p>end</p>")
    text.page.goto(f"/admin/articles/article/{story.pk}/change/")
    expect(text).to_be_visible()
    write(text, "s")
    text.page.locator("[name=_save]").click()
    expect(text.page.locator(".messagelist .success")).to_be_visible()
    assert revising.head_snapshot(Article.objects.get(pk=story.pk)).body == f"{before}<p>ends</p>"


WORD_PROCESSOR = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p style="margin:0">
<span style="font-weight:700;color:#000">bold</span><span style="font-style:italic"> slanted</span><span style="font-size:11pt">
 plain x</span><span style="vertical-align:super">2</span></p></b>"""


def test_a_paste_from_a_word_processor_keeps_its_emphasis(text: Locator) -> None:
    row = open_form(text, "")
    write(text, "")
    paste(text, WORD_PROCESSOR)
    expect(text).to_contain_text("bold")
    assert saved(text, row) == "<p><strong>bold</strong> <em>slanted</em> plain x<sup>2</sup></p>"


def test_the_editor_is_named_and_speaks_the_language_of_the_desk(text: Locator) -> None:
    open_form(text, "<p>a</p>")
    expect(text.page.get_by_role("textbox", name="text")).to_be_visible()
    buttons: list[Any] = text.page.get_by_role("toolbar", name="Formatting").get_by_role("button").all()
    names = [button.get_attribute("aria-label") for button in buttons]
    assert len(names) > 15
    assert "undefined" not in names and None not in names
