"""Where the words of a question stand in a text: marked, and safe as HTML.

The words are known beforehand in every form that the archive holds, so a text need not be parsed and stemmed again: that
costs fourteen times as much.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

#: A passage is about this long, and there are at most two of them.
PASSAGE_LENGTH = 170  # characters
PASSAGES = 2

#: More forms of words than this are not looked for.
MOST_FORMS = 400

_LETTERS = [chr(code) for code in range(0xC0, 0x250)]
_PLAIN = {
    ord(letter): folded[0].lower()
    for letter in _LETTERS
    if len(folded := unicodedata.normalize("NFD", letter)) > 1 or letter.lower() != letter
}


class Found(NamedTuple):
    """How something answers a question: its headline, and the passages of its text that hold the words ("" if none does).

    Both are HTML in which the words stand in `<mark>`.
    """

    headline: SafeString
    passage: SafeString


class Highlighter:
    """Marks these words, given in lower case and without accents, wherever they stand as whole words."""

    def __init__(self, forms: Iterable[str]) -> None:
        wanted = sorted({form for form in forms if form}, key=len, reverse=True)[:MOST_FORMS]
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)") if wanted else None

    def found(self, headline: str, text: str) -> Found:
        """A headline as a whole, and the best passages of a text."""
        return Found(_marked(headline, self._spans(fold(headline))), self._passages(text))

    def _spans(self, folded: str) -> list[tuple[int, int]]:
        return [match.span() for match in self._pattern.finditer(folded)] if self._pattern else []

    def _passages(self, text: str) -> SafeString:
        folded = fold(text)
        spans = self._spans(folded)
        chosen: list[tuple[int, int]] = []
        seen: set[str] = set()
        while spans and len(chosen) < PASSAGES:
            told = [(len(_words(folded, spans, at) - seen), -at) for at in range(len(spans))]
            news, place = max(told)
            if chosen and not news:
                break
            start = spans[-place][0]
            seen |= _words(folded, spans, -place)
            chosen.append(_around(text, start, _last(spans, -place)))
            spans = [span for span in spans if all(span[1] <= a or span[0] >= b for a, b in chosen)]
        if not chosen:
            return SafeString("")
        pieces = [_marked(text[a:b], self._spans(fold(text[a:b]))) for a, b in sorted(chosen)]
        return mark_safe(" … ".join(piece.strip() for piece in pieces) + " …")  # noqa: S308 - each piece is escaped


def fold(text: str) -> str:
    """Lower case without accents, letter for letter: places in it are places in the text."""
    plain = text.translate(_PLAIN).lower()
    return plain if len(plain) == len(text) else text.translate(_PLAIN)


def _last(spans: list[tuple[int, int]], first: int) -> int:
    """The end of the last word in the passage that begins with this one."""
    limit = spans[first][0] + PASSAGE_LENGTH
    return max(end for start, end in spans[first : first + 12] if start == spans[first][0] or end <= limit)


def _words(folded: str, spans: list[tuple[int, int]], first: int) -> set[str]:
    limit = spans[first][0] + PASSAGE_LENGTH
    return {folded[start:end] for start, end in spans[first : first + 12] if end <= limit}


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage around these places, cut between words."""
    room = max(PASSAGE_LENGTH - (end - start), 40)
    left, right = max(start - room // 2, 0), min(end + room - room // 2, len(text))
    while left > 0 and not text[left - 1].isspace() and left < start:
        left += 1
    while right < len(text) and not text[right].isspace() and right > end:
        right -= 1
    return left, right


def _marked(text: str, spans: list[tuple[int, int]]) -> SafeString:
    pieces, place = [], 0
    for start, end in spans:
        pieces += [escape(text[place:start]), "<mark>", escape(text[start:end]), "</mark>"]
        place = end
    return mark_safe("".join([*pieces, escape(text[place:])]))  # noqa: S308 - escaped, but for our own elements
