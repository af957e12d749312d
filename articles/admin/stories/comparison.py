"""A comparison of two revisions as its page shows it: part by part, each as pairs of cells that stand side by side."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import rendering
from articles.comparing import Part, PartChange
from articles.differences import BlockChange, Kind, Piece, RelationChange
from articles.models import Image
from articles.snapshots import Snapshot

#: How wide a thumbnail is shown, for the browser's choice of a file.
THUMBNAIL = "12rem"
#: So many unchanged blocks on either side of a change are shown; those further away are folded.
CONTEXT = 1
#: What stands close to the word before it.
CLOSING = frozenset(".,;:!?)]”’»…")


@dataclass(frozen=True)
class Row:
    """One row of a relation as one side has it."""

    kind: Kind
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Fact:
    """What the words of a block don't show, as one side has it."""

    label: str | Promise
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Cell:
    """What one side says at this place."""

    pieces: tuple[Piece, ...] = ()
    facts: tuple[Fact, ...] = ()
    rows: tuple[Row, ...] = ()
    picture: rendering.Shown | None = None


@dataclass(frozen=True)
class Pair:
    """Two cells side by side; None where a side has nothing here."""

    kind: Kind
    one: Cell | None
    other: Cell | None
    form: str | Promise = ""
    moved: bool = False


@dataclass(frozen=True)
class Run:
    """Pairs in a row, folded if all of them are alike and far from any change."""

    pairs: tuple[Pair, ...]
    folded: bool = False


@dataclass(frozen=True)
class ShownPart:
    part: Part
    runs: tuple[Run, ...]


class Pictures:
    """The library's pictures that two states show, in the language of the story."""

    def __init__(self, images: Mapping[int, Image], language: str) -> None:
        self.images, self.language = images, language

    def __call__(self, key: int | None) -> rendering.Shown | None:
        image = self.images.get(key or 0)
        return rendering.picture(image, language=self.language, sizes=THUMBNAIL) if image else None


def shown(changes: Iterable[PartChange], one: Snapshot, other: Snapshot, pictures: Pictures) -> list[ShownPart]:
    """The parts that two states say differently, ready for the page."""
    return [ShownPart(change.part, tuple(_runs(change, one, other, pictures))) for change in changes]


def _runs(change: PartChange, one: Snapshot, other: Snapshot, pictures: Pictures) -> Iterator[Run]:
    if change.part.shape == "body":
        yield from folded([block_pair(block, pictures) for block in change.blocks])
        return
    if change.part.shape == "rows":
        before = Cell(rows=tuple(_rows(change.rows, _order(change.part, one), 0)))
        after = Cell(rows=tuple(_rows(change.rows, _order(change.part, other), 1)))
    else:
        before, after = sides(change.pieces)
    if change.part.name == "lead_image":
        before = replace(before, picture=pictures(one.lead_image))
        after = replace(after, picture=pictures(other.lead_image))
    yield Run((Pair(Kind.CHANGED, before, after),))


def sides(pieces: Iterable[Piece]) -> tuple[Cell, Cell]:
    """One run of pieces as what each side says of it."""
    pieces = tuple(pieces)
    one = tuple(_closed(piece for piece in pieces if piece.kind != Kind.NEW))
    return Cell(pieces=one), Cell(pieces=tuple(piece for piece in pieces if piece.kind != Kind.GONE))


def _closed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without the space that stood before a word of the other side and now stands before a full stop."""
    before: Piece | None = None
    for piece in pieces:
        if before:
            yield Piece(before.kind, before.text.rstrip()) if piece.text[0] in CLOSING else before
        before = piece
    if before:
        yield before


def block_pair(change: BlockChange, pictures: Pictures) -> Pair:
    """One block of the text on both sides."""
    pieces = change.pieces
    if change.moved:  # its words are the same, so none of them is marked
        pieces = tuple(Piece(Kind.SAME, piece.text) for piece in pieces)
    one, other = sides(pieces)
    # Without its other side, a change speaks of one side alone.
    one = _pictured(one, replace(change, other=""), Kind.GONE, pictures)
    other = _pictured(other, replace(change, one=""), Kind.NEW, pictures)
    notes = [note for note in change.notes if note.what != "picture"]  # the pictures stand there
    one = replace(one, facts=(*one.facts, *(_fact(Kind.GONE, note.label, note.one) for note in notes)))
    other = replace(other, facts=(*other.facts, *(_fact(Kind.NEW, note.label, note.other) for note in notes)))
    return Pair(
        change.kind,
        None if change.kind == Kind.NEW else one,
        None if change.kind == Kind.GONE else other,
        change.form,
        change.moved,
    )


def _pictured(cell: Cell, side: BlockChange, kind: Kind, pictures: Pictures) -> Cell:
    """The cell with the picture of a figure and the words for those who can't see it."""
    picture = pictures(side.picture) if side.one or side.other else None
    if picture is None:
        return cell
    swapped = any(note.what == "picture" for note in side.notes)
    fact = _fact(kind if swapped else Kind.SAME, _("Alternative text"), picture.alt)
    return replace(cell, picture=picture, facts=(fact,))


def _fact(kind: Kind, label: str | Promise, text: str | Promise) -> Fact:
    return Fact(label, (Piece(kind, str(text) or "–"),))


def folded(pairs: Sequence[Pair]) -> Iterator[Run]:
    """The pairs in runs: unchanged ones that are further than CONTEXT from any change are folded, if they are several."""
    changed = [place for place, pair in enumerate(pairs) if pair.kind != Kind.SAME]
    near = {place + step for place in changed for step in range(-CONTEXT, CONTEXT + 1)}
    start = 0
    while start < len(pairs):
        end = start
        while end < len(pairs) and (end in near) == (start in near):
            end += 1
        yield Run(tuple(pairs[start:end]), folded=start not in near and end - start > 1)
        start = end


def _order(part: Part, snapshot: Snapshot) -> dict[Hashable, int]:
    """Where each row stands, by the key that tells it from others."""
    rows = getattr(snapshot, part.fields[0])
    return {row[0] if isinstance(row, tuple) else row: place for place, row in enumerate(rows)}


def _rows(changes: Iterable[RelationChange], order: Mapping[Hashable, int], side: int) -> list[Row]:
    here = [change for change in changes if change.key in order]
    here.sort(key=lambda change: order[change.key])
    marked = {Kind.CHANGED: (Kind.GONE, Kind.NEW)[side]}
    labels = [(change.kind, (change.one, change.other)[side]) for change in here]
    return [Row(kind, label, (Piece(marked.get(kind, kind), label),)) for kind, label in labels]
