"""What two plain texts say differently, word by word; a long text sentence by sentence."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, NamedTuple


class Kind(StrEnum):
    """How a part of one text relates to the other text."""

    SAME = "same"
    GONE = "gone"  # only in `one`
    NEW = "new"  # only in `other`
    CHANGED = "changed"  # in both, but not alike
    MOVED = "moved"  # alike, at another place


class Piece(NamedTuple):
    """A run of words that is in both texts (SAME), in `one` only (GONE) or in `other` only (NEW)."""

    kind: Kind
    text: str


#: A word, or a sign of punctuation, with the white space after it.
TOKEN = re.compile(r"(\w+(?:[-'’.,]\w+)*|[^\w\s])(\s*)")
_SENTENCE = re.compile(r"([^.!?\n]+[.!?\n]*[”’»\")]*)(\s*)")

#: Comparing costs about as many steps as there are pairs of equal words. Beyond this many pairs, sentences are compared
#: instead of words, and beyond it again the texts count as different as a whole.
MOST_PAIRS = 1_000_000
MOST_TOKENS = 40_000


class _Token(NamedTuple):
    word: str
    space: str


def words(one: str, other: str) -> list[Piece]:
    """Two plain texts as one run of pieces, word by word.

    SAME and NEW pieces together are `other`, SAME and GONE ones are `one` but for its white space. Adjacent pieces differ in
    kind. Very large texts are compared by sentences, and absurd ones as a whole.
    """
    if one == other:
        return [Piece(Kind.SAME, other)] if other else []
    for pattern in (TOKEN, _SENTENCE):
        tokens, others = _tokens(pattern, one), _tokens(pattern, other)
        before, after = [token.word for token in tokens], [token.word for token in others]
        if affordable(before, after):
            pieces = list(_pieces(tokens, others, opcodes(before, after)))
            return joined([Piece(Kind.SAME, _leading(other)), *pieces])
    return joined([Piece(Kind.GONE, one), Piece(Kind.NEW, other)])


def _tokens(pattern: re.Pattern[str], text: str) -> list[_Token]:
    return [_Token(*found.groups()) for found in pattern.finditer(text)]


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def affordable(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    """Whether comparing these item by item stays within the bounds above."""
    if len(one) + len(other) > MOST_TOKENS:
        return False
    counts, others = Counter(one), Counter(other)
    return sum(count * others[word] for word, count in counts.items()) <= MOST_PAIRS


def opcodes(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[str, int, int, int, int]]:
    """As difflib's, but what both begin and end with alike is taken off first: most edits are small."""
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one_end, other_end = len(one) - end, len(other) - end
    yield "equal", 0, start, 0, start
    matcher: SequenceMatcher[Any] = SequenceMatcher(None, one[start:one_end], other[start:other_end], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        yield tag, i + start, j + start, k + start, m + start
    yield "equal", one_end, len(one), other_end, len(other)


def _pieces(one: list[_Token], other: list[_Token], steps: Any) -> Iterator[Piece]:
    for tag, i, j, k, m in steps:
        if tag == "equal":
            yield Piece(Kind.SAME, _text(other[k:m]))
        else:
            yield Piece(Kind.GONE, _text(one[i:j]))
            yield Piece(Kind.NEW, _text(other[k:m]))


def _text(tokens: list[_Token]) -> str:
    return "".join(token.word + token.space for token in tokens)


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The same without empty pieces, neighbours of one kind made one."""
    runs: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if runs and runs[-1].kind == piece.kind:
            runs[-1] = Piece(piece.kind, runs[-1].text + piece.text)
        else:
            runs.append(piece)
    return runs
