"""What two bodies say differently, block by block: words, form, pictures, links, emphasis, and what was moved."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import markup
from articles.differences.texts import TOKEN, Kind, Piece, affordable, opcodes, words
from articles.markup.parsing import Node, parse

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
    if not affordable(keys, others):
        aligned: list[tuple[_Block | None, _Block | None]] = [(block, None) for block in before]
        aligned += [(None, block) for block in after]
    else:
        aligned = []
        for tag, i, j, k, m in opcodes(keys, others):
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
    first, second = set(TOKEN.findall(one.text)), set(TOKEN.findall(other.text))
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
