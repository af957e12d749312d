"""Which paragraphs of a story a message is about."""

import pytest

from articles.feedback.passages import MOST, Passage, passages

STORY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The port of Colón moved 4.3 million containers in 2023, more than in any year before.",
        "Inspectors open few of them. “We look at papers,” one of them said.",
        "In August the prosecutor asked for the records of the customs house.",
        "The records had been burned, the customs house answered.",
        "Nothing more came of it, and the case was closed in the spring.",
    )
)


def numbers(*texts: str, body: str = STORY) -> list[int]:
    return [passage.number for passage in passages(body, *texts)]


def marked(passage: Passage) -> list[str]:
    return [piece.text for piece in passage.pieces if piece.marked]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who burned those records in the customs house?", [3, 4]),
        ("¿El puerto de COLON movió 4.3 millones de contenedores? Falta la fuente.", [1]),
        ("It says “look at papers”, which is unfair.", [2]),
        ("Thank you for your work.", []),
        ("The and of with that.", []),
        ("", []),
    ],
    ids=["shared words", "other accents", "a short quotation", "nothing in common", "words that say nothing", "empty"],
)
def test_the_paragraphs_with_most_in_common_are_found(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


def test_what_is_quoted_outweighs_words_in_common() -> None:
    found = passages(STORY, "“the case was closed in the spring” is wrong.")
    assert [marked(passage) for passage in found] == [["the case was closed in the spring"]]


def test_proof_and_remedy_are_looked_at_too() -> None:
    assert numbers("It is wrong.", "", "Say that the case was closed in the spring of 2022.") == [5]


def test_few_paragraphs_are_shown_in_the_order_of_the_story() -> None:
    body = "".join(f"<p>Paragraph {number} of the customs records of Colón.</p>" for number in range(30))
    found = numbers("customs records of Colón, 3 and 17 and 28", body=body)
    assert found == [4, 18, 29]
    assert len(found) == MOST


def test_a_paragraph_is_shown_whole_and_its_address_finds_it_on_the_page() -> None:
    (passage,) = passages(
        "<p>A non-stop <em>claim</em>, of “harbours” & customs</p>", "harbours and customs, the non-stop claim"
    )
    assert "".join(piece.text for piece in passage.pieces) == "A non-stop claim, of “harbours” & customs"
    assert passage.fragment == "#:~:text=A%20non%2Dstop%20claim%2C%20of%20%E2%80%9Charbours%E2%80%9D%20%26%20customs"


@pytest.mark.parametrize("body", ["", "<p></p>", "<table><tr><td>", "x" * 300_000, "<p>" * 5000])
def test_no_body_is_too_strange(body: str) -> None:
    passages(body, "Anything at all, “quoted or not”, 2023.")
