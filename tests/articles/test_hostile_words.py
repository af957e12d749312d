"""Whatever a text, a name or a question holds, a page of answers shows it as text: no element and no attribute comes of it."""

import json
import os
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.utils.html import escape

from articles import search
from articles.search.highlighting import Highlighter
from tests import factories

STRINGS = (Path(__file__).parent / "hostile_strings.txt").read_text(encoding="utf-8").splitlines()

#: Words that every hostile string is surrounded with, and found by.
WORDS = "okapi alert script"


class Elements(HTMLParser):
    """The elements of a page with the names of their attributes, and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[tuple[str, ...]] = set()
        self.links: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add((tag, *sorted(name for name, _value in attrs)))
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action")}

    def handle_data(self, data: str) -> None:
        self.text += data


def _collection() -> list[str]:
    """The strings of a public collection; none without SAMPLE_DATA."""
    file = Path(os.environ.get("SAMPLE_DATA") or "nowhere", "xss", "bleach_cases.json")
    return [case["payload"] for case in json.loads(file.read_text(encoding="utf-8"))] if file.is_file() else []


def _is_marked_text(html: str) -> bool:
    return Elements(html).elements <= {("mark",)}


@pytest.mark.parametrize("hostile", STRINGS)
def test_highlights_hold_marks_and_nothing_else(hostile: str) -> None:
    _assert_safe(hostile)


def test_highlights_of_a_public_collection_hold_marks_and_nothing_else() -> None:
    if not (cases := _collection()):
        pytest.skip("SAMPLE_DATA names no folder with xss/bleach_cases.json")
    for hostile in cases:
        _assert_safe(hostile)


def _assert_safe(hostile: str) -> None:
    plain = hostile.replace("\r\n", "\n").replace("\r", "\n")
    for forms in (WORDS.split(), ["<", "lt", "amp", "gt", "mark", "img", "x"], []):
        told = Highlighter(forms).found(f"okapi {plain}", f"Before. {plain} okapi {plain}")
        assert _is_marked_text(told.headline) and _is_marked_text(told.passage)
        assert Elements(told.headline).text == f"okapi {plain}"


@pytest.mark.django_db
def test_a_page_of_answers_shows_hostile_words_as_text(client: Any) -> None:
    def elements(question: str) -> Elements:
        page = client.get("/search/", {"q": question})
        assert page.status_code == 200
        return Elements(page.content.decode())

    def story(number: int, text: str) -> None:
        topic = factories.TopicFactory(name_en=f"okapi {text}"[:100], aliases=[f"alias {text}"[:100]])
        author = factories.AuthorFactory(name=f"okapi {text}"[:80])
        factories.story(
            headline=f"okapi {text}"[:190],
            slug=f"hostile-{number}",
            dek=f"okapi {text}"[:300],
            body=f"<p>okapi {escape(text)}</p>",
            topics=(topic.pk,),
            bylines=((author.pk, "author"),),
            tags=(f"okapi {text}"[:90],),
        )

    story(0, "harmless, in & out")
    known = elements(WORDS).elements | elements("okapi topic:nothing").elements | elements("okapy").elements
    story(1, "harmless too")
    for number, hostile in enumerate(STRINGS, start=2):
        story(number, hostile)
    known |= {
        ("li",),
        ("mark",),
        ("nav", "aria-label", "class"),
        ("a", "href", "rel"),
        ("p", "class"),
        ("span", "class"),
    }
    for question in (WORDS, *STRINGS):
        page = elements(f"okapi {question}")
        assert page.elements - known == set(), question
        assert not [link for link in page.links if link.lower().strip().startswith(("javascript:", "data:", "//"))]
    assert len(search.answer(WORDS, language="en").hits) == search.PAGE_LENGTH
