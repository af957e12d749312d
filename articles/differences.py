"""What two texts say differently: words of a plain text, blocks of a body, rows of a relation. Pure functions.

`one` is the earlier or the other's text, `other` the later or one's own. Everything is a value that a template can walk:
`templates/admin/articles/differences/` shows them with `ins` and `del`, so that nothing hangs on colour alone.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import markup
from articles.markup.parsing import Node, parse


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


# Words

_TOKEN = re.compile(r"(\w+(?:[-'’.,]\w+)*|[^\w\s])(\s*)")
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
    for pattern in (_TOKEN, _SENTENCE):
        tokens, others = _tokens(pattern, one), _tokens(pattern, other)
        before, after = [token.word for token in tokens], [token.word for token in others]
        if _affordable(before, after):
            pieces = list(_pieces(tokens, others, _opcodes(before, after)))
            return _joined([Piece(Kind.SAME, _leading(other)), *pieces])
    return _joined([Piece(Kind.GONE, one), Piece(Kind.NEW, other)])


def _tokens(pattern: re.Pattern[str], text: str) -> list[_Token]:
    return [_Token(*found.groups()) for found in pattern.finditer(text)]


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _affordable(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    if len(one) + len(other) > MOST_TOKENS:
        return False
    counts, others = Counter(one), Counter(other)
    return sum(count * others[word] for word, count in counts.items()) <= MOST_PAIRS


def _opcodes(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[str, int, int, int, int]]:
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


def _pieces(one: list[_Token], other: list[_Token], opcodes: Any) -> Iterator[Piece]:
    for tag, i, j, k, m in opcodes:
        if tag == "equal":
            yield Piece(Kind.SAME, _text(other[k:m]))
        else:
            yield Piece(Kind.GONE, _text(one[i:j]))
            yield Piece(Kind.NEW, _text(other[k:m]))


def _text(tokens: list[_Token]) -> str:
    return "".join(token.word + token.space for token in tokens)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined


# Bodies

#: What a block is called where its form has changed.
FORMS: dict[str, str | Promise] = {
    "p": _("paragraph"),
    "h2": _("heading"),
    "h3": _("second-level heading"),
    "h4": _("third-level heading"),
    "ul": _("bulleted list"),
    "ol": _("numbered list"),
    "blockquote": _("quotation"),
    "pull-quote": _("pull-quote"),
    "hr": _("dividing line"),
    "image": _("picture"),
    "embed": _("embed"),
    "table": _("table"),
}


class Note(NamedTuple):
    """A change of a block that its words don't show: `what` is form, picture, embed, link, emphasis or arrangement."""

    what: str
    label: str | Promise
    one: str | Promise
    other: str | Promise


@dataclass(frozen=True)
class BlockChange:
    """One block of a body (a paragraph, a list, a figure) in `one`, in `other`, or in both.

    `one` and `other` are its HTML, "" where it is missing. A block that moved is GONE at its old place and NEW at its new
    one, and says so by `moved`. `pieces` are its words, `notes` what its words don't show.
    """

    kind: Kind
    one: str = ""
    other: str = ""
    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    moved: bool = False

    @property
    def form(self) -> str | Promise:
        """What kind of block it is, in words."""
        return FORMS.get(_read(self.other or self.one).form, "")

    @property
    def picture(self) -> int | None:
        """The library image of a figure."""
        found = markup.image_ids(self.other or self.one)
        return found[0] if found else None


class _Block(NamedTuple):
    html: str
    text: str
    form: str
    value: str  # what a figure shows


def blocks(one: str, other: str, *, pictures: Mapping[int, str] | None = None) -> list[BlockChange]:
    """Two bodies as one run of blocks, in the order of reading; blocks that are alike are there too, as SAME.

    The `other` of all that are not GONE make up the other body, the `one` of all that are not NEW the first. `pictures` are
    the names of library images, for the notes.
    """
    before = [_read(html) for html in markup.blocks(one)]
    after = [_read(html) for html in markup.blocks(other)]
    keys, others = [block.html for block in before], [block.html for block in after]
    if not _affordable(keys, others):
        aligned: list[tuple[_Block | None, _Block | None]] = [(block, None) for block in before]
        aligned += [(None, block) for block in after]
    else:
        aligned = []
        for tag, i, j, k, m in _opcodes(keys, others):
            if tag == "equal":
                aligned += zip(before[i:j], after[k:m], strict=True)
            else:
                aligned += _paired(before[i:j], after[k:m])
    return _with_moves([_compared(*pair, pictures or {}) for pair in aligned])


def _read(html: str) -> _Block:
    tree = parse(html)
    first = next((child for child in tree.children if isinstance(child, Node)), tree)
    attributes = first.checked()
    form = attributes.get("class", first.tag)
    value = ""
    for name in ("data-image", "data-embed"):
        if name in attributes:
            form, value = name.removeprefix("data-"), attributes[name]
    return _Block(html, markup.to_text(html), form, value)


#: From this share of common words on, two blocks are taken for the same one, edited.
ALIKE = 0.4
#: More pairs of blocks than this are not looked at one by one.
MOST_BLOCK_PAIRS = 10_000


def _likeness(one: _Block, other: _Block) -> float:
    if one.form == other.form and one.value and (one.value == other.value or not (one.text and other.text)):
        return 1.0
    first, second = set(_TOKEN.findall(one.text)), set(_TOKEN.findall(other.text))
    if not first or not second:
        return 0.5 if one.form == other.form else 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def _paired(one: list[_Block], other: list[_Block]) -> list[tuple[_Block | None, _Block | None]]:
    """The blocks in reading order, those that are the same one edited side by side: the pairing with most in common."""
    if len(one) * len(other) > MOST_BLOCK_PAIRS:
        return [*((block, None) for block in one), *((None, block) for block in other)]
    likeness = [[_likeness(a, b) for b in other] for a in one]
    best = [[0.0] * (len(other) + 1) for _row in range(len(one) + 1)]
    for i in reversed(range(len(one))):
        for j in reversed(range(len(other))):
            joined = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(joined, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[_Block | None, _Block | None]] = []
    i = j = 0
    while i < len(one) and j < len(other):
        if likeness[i][j] >= ALIKE and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((one[i], other[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            pairs.append((one[i], None))
            i += 1
        else:
            pairs.append((None, other[j]))
            j += 1
    return [*pairs, *((block, None) for block in one[i:]), *((None, block) for block in other[j:])]


def _compared(one: _Block | None, other: _Block | None, pictures: Mapping[int, str]) -> BlockChange:
    if one is None or other is None:
        block = one or other
        assert block is not None
        kind = Kind.NEW if one is None else Kind.GONE
        pieces = (Piece(kind, block.text),) if block.text else ()
        return BlockChange(kind, "" if one is None else block.html, block.html if one is None else "", pieces)
    kind = Kind.SAME if one.html == other.html else Kind.CHANGED
    notes = () if kind == Kind.SAME else tuple(_notes(one, other, pictures))
    return BlockChange(kind, one.html, other.html, tuple(words(one.text, other.text)), notes)


def _notes(one: _Block, other: _Block, pictures: Mapping[int, str]) -> Iterator[Note]:
    def named(block: _Block) -> str:
        return pictures.get(int(block.value), block.value) if block.form == "image" else block.value

    if one.form != other.form:
        yield Note("form", _("Form"), FORMS.get(one.form, one.form), FORMS.get(other.form, other.form))
    elif one.value != other.value:
        what, label = ("picture", _("Picture")) if one.form == "image" else ("embed", _("Embed"))
        yield Note(what, label, named(one), named(other))
    trees = parse(one.html), parse(other.html)
    hidden = (
        ("link", _("Links"), lambda node: node.checked().get("href") if node.tag == "a" else None),
        ("emphasis", _("Emphasis"), lambda node: _lines_of(node) if node.tag in _EMPHASIS else None),
    )
    for what, label, look in hidden:
        first, second = (list(filter(None, map(look, tree.descendants()))) for tree in trees)
        if first != second:
            yield Note(what, label, ", ".join(first), ", ".join(second))
    if one.text == other.text and one.form == other.form and _outline(trees[0]) != _outline(trees[1]):
        yield Note("arrangement", _("Arrangement"), _outline(trees[0]), _outline(trees[1]))


_EMPHASIS = ("strong", "em", "s", "sub", "sup", "code")
#: Elements that change how a block is arranged: a nested list, a cell.
_ARRANGING = frozenset({"ul", "ol", "li", "p", "th", "td", "tr", "thead", "blockquote", "figure", "caption", "br"})


def _lines_of(node: Node) -> str:
    text = "".join(child if isinstance(child, str) else _lines_of(child) for child in node.children)
    return text.strip()


def _outline(tree: Node) -> str:
    return " ".join(node.tag for node in tree.descendants() if node.tag in _ARRANGING)


def _with_moves(changes: list[BlockChange]) -> list[BlockChange]:
    """The same, with those that left one place and came back word for word at another marked as moved."""
    gone = Counter(change.one for change in changes if change.kind == Kind.GONE)
    new = Counter(change.other for change in changes if change.kind == Kind.NEW)
    moved = gone & new
    left: dict[Kind, Counter[str]] = {Kind.GONE: Counter(moved), Kind.NEW: Counter(moved)}
    marked = []
    for change in changes:
        html = change.one or change.other
        if change.kind in left and left[change.kind][html]:
            left[change.kind][html] -= 1
            change = replace(change, moved=True)
        marked.append(change)
    return marked


# Relations


class RelationChange(NamedTuple):
    """One row that a relation has in `one`, in `other`, or in both. The labels are "" where it is missing."""

    kind: Kind
    key: Hashable
    one: str
    other: str


def relations(one: Mapping[Any, str], other: Mapping[Any, str], *, ordered: bool = False) -> list[RelationChange]:
    """The rows of a relation (a mapping from key to label, in order), first those of `other`, then those that are GONE.

    A row with another label (a byline in another role) is CHANGED; of an ordered relation, rows that no longer stand in the
    same order among those that both have are MOVED.
    """
    common = [key for key in one if key in other]
    stayed = set(common)
    if ordered:
        now = [key for key in other if key in one]
        matcher: SequenceMatcher[Any] = SequenceMatcher(None, common, now, autojunk=False)
        stayed = {key for place, _there, size in matcher.get_matching_blocks() for key in common[place : place + size]}
    changes = []
    for key, label in other.items():
        if key not in one:
            changes.append(RelationChange(Kind.NEW, key, "", label))
        elif one[key] != label:
            changes.append(RelationChange(Kind.CHANGED, key, one[key], label))
        else:
            changes.append(RelationChange(Kind.SAME if key in stayed else Kind.MOVED, key, label, label))
    return changes + [RelationChange(Kind.GONE, key, label, "") for key, label in one.items() if key not in other]
