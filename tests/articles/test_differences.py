"""What two texts say differently is told word by word, block by block and row by row."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import markup
from articles.differences import Kind, blocks, relations, words

TEXTS = st.text(st.sampled_from("ab é.,’\n 12"), max_size=60)


def marked(one: str, other: str) -> str:
    brackets = {Kind.SAME: "{}", Kind.GONE: "[-{}]", Kind.NEW: "[+{}]"}
    return "".join(brackets[piece.kind].format(piece.text) for piece in words(one, other))


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("", "", ""),
        ("Same.", "Same.", "Same."),
        ("", "Brand new", "[+Brand new]"),
        ("All gone", "", "[-All gone]"),
        ("Police seized 10 boats.", "Police seized 12 boats.", "Police seized [-10 ][+12 ]boats."),
        ("A port", "A port in Guayaquil", "A port [+in Guayaquil]"),
        ("It was, they said, late.", "It was late.", "It was[-, they said, ] late."),
        ("U.S. officials", "US officials", "[-U.S. ][+US ]officials"),
    ],
)
def test_words_are_compared_as_people_read_them(one: str, other: str, told: str) -> None:
    # White space is the later text's, so it is told where the later text has it.
    assert marked(one, other).replace(" ", "") == told.replace(" ", "")


@given(TEXTS, TEXTS)
def test_the_pieces_put_both_texts_together_again(one: str, other: str) -> None:
    pieces = words(one, other)
    assert "".join(piece.text for piece in pieces if piece.kind != Kind.GONE) == other
    earlier = "".join(piece.text for piece in pieces if piece.kind != Kind.NEW)
    assert "".join(earlier.split()) == "".join(one.split())
    assert all(before.kind != after.kind for before, after in itertools.pairwise(pieces))


@pytest.mark.parametrize("many", [3_000, 60_000])
def test_pathological_texts_are_compared_all_the_same(many: int) -> None:
    """A word repeated without end would cost the square of its number; so would two texts with nothing in common."""
    chance = random.Random(7)
    one = " ".join(chance.choice(("a", "b.")) for _ in range(many))
    other = " ".join(chance.choice(("a", "b.")) for _ in range(many))
    pieces = words(one, other)
    assert "".join(piece.text for piece in pieces if piece.kind != Kind.GONE) == other


BODY = (
    '<h2>Title</h2><p>First, a line on the port.</p><p>Second, a line on the road.</p><figure data-image="7"></figure>'
)


def told(one: str, other: str) -> list[tuple[str, str, bool]]:
    return [(change.kind.value, change.one or change.other, change.moved) for change in blocks(one, other)]


def test_alike_bodies_have_nothing_but_same_blocks() -> None:
    changes = blocks(BODY, BODY)
    assert [change.kind for change in changes] == [Kind.SAME] * 4
    assert "".join(change.other for change in changes) == BODY


def test_a_heading_that_became_a_paragraph_is_one_change_of_form() -> None:
    change = blocks("<h2>Title here</h2>", "<p>Title here</p>")[0]
    assert (change.kind, [piece.kind for piece in change.pieces]) == (Kind.CHANGED, [Kind.SAME])
    assert [(note.what, str(note.one), str(note.other)) for note in change.notes] == [("form", "heading", "paragraph")]


def test_a_pull_quote_is_told_from_a_quotation() -> None:
    quote = "<blockquote><p>We saw it.</p></blockquote>"
    change = blocks(quote, quote.replace("<blockquote>", '<blockquote class="pull-quote">'))[0]
    assert [str(note.other) for note in change.notes] == ["pull-quote"]


def test_a_swapped_picture_is_told_by_the_names_of_both() -> None:
    one, other = '<figure data-image="7"></figure>', '<figure data-image="8"></figure>'
    (change,) = blocks(one, other, pictures={7: "A harbour", 8: "A road"})
    assert [(note.what, note.one, note.other) for note in change.notes] == [("picture", "A harbour", "A road")]
    assert change.picture == 8


def test_a_block_that_moved_is_marked_at_both_places() -> None:
    one = "<p>Alpha goes first.</p><p>Beta is second.</p><p>Gamma comes third.</p>"
    other = "<p>Beta is second.</p><p>Gamma comes third.</p><p>Alpha goes first.</p>"
    assert [(kind, moved) for kind, _html, moved in told(one, other)] == [
        ("gone", True), ("same", False), ("same", False), ("new", True),
    ]  # fmt: skip


def test_added_and_removed_blocks_are_told_where_they_stand() -> None:
    one = "<p>Kept line.</p><p>Words about rivers.</p>"
    other = "<p>Kept line.</p><ul><li>Nothing alike</li></ul>"
    assert [kind for kind, _html, _moved in told(one, other)] == ["same", "gone", "new"]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ('<p><a href="https://a.example/">Here</a></p>', '<p><a href="https://b.example/">Here</a></p>', "link"),
        ("<p>So <em>there</em>.</p>", "<p>So there.</p>", "emphasis"),
        ("<ul><li>One</li><li>Two</li></ul>", "<ul><li>One<ul><li>Two</li></ul></li></ul>", "arrangement"),
        ('<figure data-embed="https://vimeo.com/1"></figure>', '<figure data-embed="https://vimeo.com/2"></figure>', "embed"),
    ],
)  # fmt: skip
def test_what_words_do_not_show_gets_a_note(one: str, other: str, what: str) -> None:
    (change,) = blocks(one, other)
    assert change.kind == Kind.CHANGED
    assert [note.what for note in change.notes] == [what]


@pytest.mark.parametrize("seed", range(20))
def test_the_blocks_put_both_bodies_together_again(seed: int) -> None:
    chance = random.Random(seed)
    stock = [
        *markup.blocks(BODY),
        "<p>Second, a line on the roads.</p>",
        "<hr>",
        "<p>Fresh.</p>",
        "<ol><li>x</li></ol>",
    ]
    one = "".join(chance.choices(stock, k=chance.randrange(12)))
    other = "".join(chance.choices(stock, k=chance.randrange(12)))
    changes = blocks(one, other)
    assert "".join(change.other for change in changes if change.kind != Kind.GONE) == other
    assert "".join(change.one for change in changes if change.kind != Kind.NEW) == one


def test_rows_of_a_relation_are_new_gone_changed_or_moved() -> None:
    one = {1: "Ana", 2: "Beto (author)", 3: "Caro", 4: "Dina"}
    other = {3: "Caro", 1: "Ana", 2: "Beto (editor)", 5: "Eva"}
    kinds = {change.key: change.kind for change in relations(one, other, ordered=True)}
    assert kinds.pop(3) == Kind.MOVED
    assert kinds == {1: Kind.SAME, 2: Kind.CHANGED, 4: Kind.GONE, 5: Kind.NEW}
    assert Kind.MOVED not in {change.kind for change in relations(one, other)}
