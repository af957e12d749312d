"""Any two revisions of a story side by side: what is shown as different reads as both, and nothing hangs on colour."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from articles import differences, markup, revising
from articles.admin.stories.comparison import Pictures, block_pair, folded, sides
from articles.comparing import PARTS
from articles.snapshots import ProposedCorrection
from tests import factories
from tests.articles.reading import base, part, signed_in, spaced, squeezed, tree, words

pytestmark = pytest.mark.django_db

HIDDEN = ("visually-hidden", "difference__sign", "comparison__which", "comparison__fact", "comparison__nothing")


@pytest.fixture
def editor(roles: None) -> Client:
    return signed_in("Editor")


def test_any_two_revisions_are_compared_at_an_address_of_their_own(editor: Client) -> None:
    article = factories.draft(headline="Police seize 10 boats", dek="Same.")
    article = factories.rewritten(article, headline="Police seize 12 boats")
    article = factories.rewritten(article, headline="Navy seizes 12 boats")
    answer = editor.get(f"{base(article)}/compare/", {"one": "3", "other": "1"})
    assert answer["Location"] == f"{base(article)}/compare/1/3/"
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    assert part(page, "headline") == {"one": "Police seize −10 boats", "other": "Police seize +12 boats"}
    assert 'data-part="dek"' not in page
    swapped = editor.get(f"{base(article)}/compare/2/1/").content.decode()
    assert part(swapped, "headline") == {"one": "Police seize −12 boats", "other": "Police seize +10 boats"}


@pytest.mark.parametrize("asked", [{}, {"one": "1"}, {"one": "1", "other": "1"}, {"one": "x", "other": "²"}])
def test_a_choice_that_is_no_pair_is_explained(editor: Client, asked: dict[str, str]) -> None:
    page = editor.get(f"{base(factories.draft())}/compare/", asked, follow=True)
    assert page.redirect_chain[-1][0].endswith("/history/")
    assert "Choose two different revisions" in page.content.decode()


def test_a_revision_of_another_story_or_of_none_is_not_found(editor: Client) -> None:
    article = factories.draft()
    factories.rewritten(factories.draft(), headline="Other")
    for address in ("compare/1/2/", "compare/1/9999999999/", "revisions/2/revert/"):
        assert editor.get(f"{base(article)}/{address}").status_code == 404
    assert editor.post(f"{base(article)}/revisions/2/revert/", {"version": 1}).status_code == 404


def test_the_structure_of_the_text_is_compared(editor: Client) -> None:
    article = factories.draft(
        body="<p>The harbour at night</p><p>First words on ships.</p><p>Second words on roads.</p><p>Gone for good.</p>"
    )
    article = factories.rewritten(
        article,
        body="<h2>The harbour at night</h2><p>Second words on roads.</p><p>First words on ships.</p><ul><li>A list</li></ul>",
    )
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    told = part(page, "body")
    assert "Form: −paragraph" in told["one"]
    assert "Form: +heading" in told["other"]
    kinds = [spaced(words(kind)) for kind in tree(page).iterfind(".//p[@class='comparison__kind']")]
    assert kinds[0] == "Changed: heading"
    assert {"Moved away from here: paragraph", "Moved to here: paragraph"} <= set(kinds)
    assert {"Taken out: paragraph", "Added: bulleted list"} <= set(kinds)
    # What moved is told by its place: not a word of it is marked.
    assert "At another place in this revision." in told["one"]
    assert not re.search("[+−](First|Second)", told["one"] + told["other"])


def test_swapped_pictures_are_shown_side_by_side_with_their_words(editor: Client) -> None:
    harbour = factories.ImageFactory(alt_en="A harbour at dawn")
    road = factories.ImageFactory(alt_en="A road in the hills")
    figure = '<p>Before.</p><figure data-image="{}"></figure>'
    article = factories.draft(body=figure.format(harbour.pk), lead_image=harbour.pk)
    article = factories.rewritten(article, body=figure.format(road.pk), lead_image=road.pk)
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    assert part(page, "lead_image") == {"one": "−A harbour at dawn", "other": "+A road in the hills"}
    told = part(page, "body")
    assert "Alternative text: −A harbour at dawn" in told["one"]
    assert "Alternative text: +A road in the hills" in told["other"]
    pictures = tree(page).findall(".//img[@class='comparison__picture']")
    assert len(pictures) == 4
    assert len({picture.get("src") for picture in pictures}) == 2


def test_relations_are_compared_row_by_row(editor: Client) -> None:
    peru, chile = factories.CountryFactory(name_en="Peru"), factories.CountryFactory(name_en="Chile")
    mining, ports = factories.TopicFactory(name_en="Mining"), factories.TopicFactory(name_en="Ports")
    ana, beto, caro = (factories.AuthorFactory(name=name) for name in ("Ana", "Beto", "Caro"))
    near, far = factories.story(headline="Near"), factories.story(headline="Far")
    article = factories.draft(
        countries=(peru.pk,), topics=(mining.pk,), kicker_topic=mining.pk, tags=("gold",), picks=(near.pk, far.pk),
        bylines=((ana.pk, "author"), (beto.pk, "author"), (caro.pk, "author")),
    )  # fmt: skip
    told = ProposedCorrection("7b0a3c1e-4d5f-4a6b-8c7d-9e0f1a2b3c4d", "correction", "It was May.")
    article = factories.rewritten(
        article,
        countries=(peru.pk, chile.pk), topics=(ports.pk,), kicker_topic=None, kicker_country=chile.pk,
        tags=("silver",), picks=(far.pk, near.pk), sensitive=True, corrections=(told,),
        embargo_until="2030-01-01T12:00:00+00:00",
        bylines=((beto.pk, "author"), (ana.pk, "photographer"), ),
    )  # fmt: skip
    page = editor.get(f"{base(article)}/compare/1/2/").content.decode()
    assert part(page, "countries") == {"one": "Peru", "other": "Peru +Chile"}
    assert part(page, "topics") == {"one": "−Mining", "other": "+Ports"}
    assert part(page, "kicker") == {"one": "−Mining", "other": "+Chile"}
    assert part(page, "tags") == {"one": "−gold", "other": "+silver"}
    assert part(page, "sensitive") == {"one": "−no", "other": "+yes"}
    assert part(page, "corrections") == {"one": "Nothing.", "other": "+It was May."}
    assert part(page, "embargo_until")["one"] == "Nothing."
    assert re.match(r"\+.*2030", part(page, "embargo_until")["other"])
    picks = part(page, "picks")
    assert picks["other"].startswith("↕Far (moved)") or picks["other"].endswith("↕Near (moved)")
    bylines = part(page, "bylines")
    assert "−Caro" in bylines["one"]
    assert re.search(r"−Ana \(.*\) ↕?Beto", bylines["one"])
    assert re.search(r"Beto .* \+Ana \(", bylines["other"])


def test_every_part_of_a_story_has_its_place_in_the_comparison() -> None:
    named = {field for part in PARTS for field in part.fields}
    assert named == set(revising.Snapshot().as_json())


TEXT = st.text(st.sampled_from('ab é.,<&"[]+−\n'), max_size=40)
BLOCK = st.builds(
    str.format,
    st.sampled_from(
        [
            "<p>{}</p>",
            "<h2>{}</h2>",
            "<ul><li>{}</li><li>x</li></ul>",
            "<blockquote><p>{}</p></blockquote>",
            "<p><em>{}</em></p>",
        ]
    ),
    TEXT.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
)
BODY = st.lists(BLOCK, max_size=6).map(lambda blocks: markup.clean("".join(blocks)))


def shown_body(one: str, other: str) -> dict[str, str]:
    pairs = [block_pair(change, Pictures({}, "en")) for change in differences.blocks(one, other)]
    html = "".join(
        render_to_string("admin/articles/history/pair.html", {"pair": pair, "in_body": True})
        for run in folded(pairs)
        for pair in run.pairs
    )
    return read(html)


def read(html: str) -> dict[str, str]:
    page = tree(html)
    return {
        side: squeezed("".join(words(cell, without=HIDDEN) for cell in page.iterfind(f".//div[@data-side='{side}']")))
        for side in ("one", "other")
    }


@settings(deadline=None)
@given(BODY, BODY)
def test_the_shown_difference_of_two_texts_reads_as_both(one: str, other: str) -> None:
    assert shown_body(one, other) == {
        "one": squeezed(markup.to_text(one)),
        "other": squeezed(markup.to_text(other)),
    }


@settings(deadline=None)
@given(TEXT, TEXT)
def test_the_shown_difference_of_two_headlines_reads_as_both(one: str, other: str) -> None:
    cells = sides(differences.words(one, other))
    html = "".join(
        render_to_string("admin/articles/history/cell.html", {"cell": cell, "side": side, "number": 1})
        for cell, side in zip(cells, ("one", "other"), strict=True)
    )
    assert read(html) == {"one": squeezed(one), "other": squeezed(other)}


def test_unchanged_blocks_far_from_a_change_are_folded() -> None:
    body = "".join(f"<p>Paragraph {count} of the text.</p>" for count in range(9))
    pairs = [
        block_pair(change, Pictures({}, "en")) for change in differences.blocks(body, body.replace("h 4 of", "h 44 of"))
    ]
    assert [(run.folded, len(run.pairs)) for run in folded(pairs)] == [(True, 3), (False, 3), (True, 3)]
