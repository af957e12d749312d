"""Two states of a story side by side, part by part, and one state made of both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import differences, markup
from articles.differences import BlockChange, Kind, Piece, RelationChange
from articles.models import Article, Author, Byline, Country, Image, Section, Topic
from articles.snapshots import Snapshot

Shape = Literal["words", "body", "rows", "value"]


@dataclass(frozen=True)
class Part:
    """One thing that an editor decides about a story, and the fields of the snapshot that hold it."""

    name: str
    label: str | Promise
    shape: Shape
    fields: tuple[str, ...]
    ordered: bool = False


def _part(name: str, label: str | Promise, shape: Shape = "value", *fields: str, ordered: bool = False) -> Part:
    return Part(name, label, shape, fields or (name,), ordered)


#: In the order of the form.
PARTS = (
    _part("headline", gettext_lazy("headline"), "words"),
    _part("dek", gettext_lazy("dek"), "words"),
    _part("body", gettext_lazy("Text"), "body"),
    _part("section", gettext_lazy("section")),
    _part("kind", gettext_lazy("kind of work")),
    _part("slug", gettext_lazy("slug")),
    _part("translation", gettext_lazy("Translation of"), "value", "translation_key"),
    _part("lead_image", gettext_lazy("lead image")),
    _part("countries", gettext_lazy("Countries"), "rows"),
    _part("topics", gettext_lazy("Topics"), "rows"),
    _part("kicker", gettext_lazy("kicker"), "value", "kicker_topic", "kicker_country"),
    _part("tags", gettext_lazy("Tags"), "rows"),
    _part("republishable", gettext_lazy("others may republish it")),
    _part("sensitive", gettext_lazy("sensitive")),
    _part("translation_required", gettext_lazy("Wait for the translation")),
    _part("embargo_until", gettext_lazy("Embargo until")),
    _part("bylines", gettext_lazy("Who signs"), "rows", ordered=True),
    _part("picks", gettext_lazy("Related stories you pick"), "rows", ordered=True),
    _part("corrections", gettext_lazy("Corrections"), "rows", ordered=True),
)

_MODELS: Mapping[str, type[Model]] = {
    "section": Section,
    "lead_image": Image,
    "kicker_topic": Topic,
    "kicker_country": Country,
    "countries": Country,
    "topics": Topic,
    "bylines": Author,
    "picks": Article,
}


@dataclass(frozen=True)
class PartChange:
    """A part that two states of a story say differently: as plain text in `one` and `other`, and in its own shape."""

    part: Part
    one: str
    other: str
    pieces: tuple[Piece, ...] = ()
    blocks: tuple[BlockChange, ...] = ()
    rows: tuple[RelationChange, ...] = ()


class Comparison:
    """The names of everything that the given states refer to, fetched together; and the differences between them."""

    def __init__(self, *snapshots: Snapshot) -> None:
        self._names = {model: self._named(model, snapshots) for model in set(_MODELS.values())}
        keys = {snapshot.translation_key for snapshot in snapshots}
        linked = Article.objects.filter(translation_key__in=keys).select_related("draft").defer("body")
        self._linked: dict[str, list[str]] = {}
        if len(keys) > 1:
            for story in linked.order_by("language", "pk"):
                self._linked.setdefault(str(story.translation_key), []).append(f"{story} ({story.language})")

    @staticmethod
    def _named(model: type[Model], snapshots: tuple[Snapshot, ...]) -> dict[int, str]:
        wanted = {key for snapshot in snapshots for name in _MODELS for key in _keys(snapshot, name, model)}
        if model is Image:
            wanted |= {key for snapshot in snapshots for key in markup.image_ids(snapshot.body)}
        if not wanted:
            return {}
        rows = model._default_manager.filter(pk__in=wanted)
        if model is Article:
            rows = rows.select_related("draft")
        return {row.pk: str(row) for row in rows}

    def changes(self, one: Snapshot, other: Snapshot) -> list[PartChange]:
        """The parts that differ, in the order of the form."""
        return [self._change(part, one, other) for part in PARTS if not same(part, one, other)]

    def _change(self, part: Part, one: Snapshot, other: Snapshot) -> PartChange:
        if part.shape == "body":
            changes = differences.blocks(one.body, other.body, pictures=self._names[Image])
            return PartChange(part, markup.to_text(one.body), markup.to_text(other.body), blocks=tuple(changes))
        if part.shape == "rows":
            rows = [dict(self._rows(part.name, snapshot)) for snapshot in (one, other)]
            told = differences.relations(*rows, ordered=part.ordered)
            before, after = (", ".join(row.values()) for row in rows)
            return PartChange(part, before, after, rows=tuple(told))
        texts = before, after = self._value(part, one), self._value(part, other)
        pieces = differences.words(*texts)
        if part.shape == "value":
            pieces = [Piece(kind, text) for kind, text in zip((Kind.GONE, Kind.NEW), texts, strict=True) if text]
        return PartChange(part, before, after, pieces=tuple(pieces))

    def _value(self, part: Part, snapshot: Snapshot) -> str:
        if part.name == "translation":
            return ", ".join(self._linked.get(snapshot.translation_key, []))
        shown = []
        for name in part.fields:
            value = getattr(snapshot, name)
            if name in _MODELS:
                shown.append(self._name(_MODELS[name], value) if value else "")
            elif isinstance(value, bool):
                shown.append(_("yes") if value else _("no"))
            elif name == "kind":
                shown.append(str(dict(Article.Kind.choices).get(value, value)))
            elif name == "embargo_until" and value:
                shown.append(date_format(timezone.localtime(datetime.fromisoformat(value)), "DATETIME_FORMAT"))
            else:
                shown.append(str(value))
        return ", ".join(filter(None, shown))

    def _name(self, model: type[Model], key: int) -> str:
        return self._names[model].get(key) or _("deleted since (%(key)s)") % {"key": key}

    def _rows(self, name: str, snapshot: Snapshot) -> Iterator[tuple[Any, str]]:
        roles = dict(Byline.Role.choices)
        for row in getattr(snapshot, name):
            if name == "bylines":
                author, role = row
                yield author, f"{self._name(Author, author)} ({roles.get(role, role)})"
            elif name == "corrections":
                yield row.key, row.text
            else:
                yield row, self._name(_MODELS[name], row) if name in _MODELS else str(row)


def _keys(snapshot: Snapshot, name: str, model: type[Model]) -> list[int]:
    if _MODELS[name] is not model:
        return []
    value = getattr(snapshot, name)
    if name == "bylines":
        return [author for author, _role in value]
    return list(value) if isinstance(value, tuple) else [value] if value else []


def same(part: Part, one: Snapshot, other: Snapshot) -> bool:
    """Whether two states say this part alike."""
    return all(getattr(one, name) == getattr(other, name) for name in part.fields)


# One state made of both

THEIRS, MINE, BOTH = "theirs", "mine", "both"


def changed_by(part: Part, theirs: Snapshot, mine: Snapshot, base: Snapshot | None) -> str:
    """Who changed a part since both set out from `base`: THEIRS, MINE or BOTH; "" if that isn't known."""
    if base is None:
        return ""
    if same(part, mine, base):
        return THEIRS
    return MINE if same(part, theirs, base) else BOTH


def block_changed_by(change: BlockChange, base: Snapshot | None) -> str:
    """The same for one block of the text, where `change.one` is theirs and `change.other` mine."""
    if base is None:
        return ""
    old = markup.blocks(base.body)
    if change.one and change.other:
        return THEIRS if change.other in old else MINE if change.one in old else BOTH
    # A block on one side only was either added there or taken out on the other.
    on_my_side, was_there = bool(change.other), (change.one or change.other) in old
    return THEIRS if on_my_side == was_there else MINE


def wanted(theirs: Snapshot, mine: Snapshot) -> list[str]:
    """The names of the choices that making one state of both asks for: a part each, and each changed block of the text."""
    names = [part.name for part in PARTS if part.shape != "body" and not same(part, theirs, mine)]
    changes = differences.blocks(theirs.body, mine.body) if theirs.body != mine.body else []
    return names + [f"body-{place}" for place, change in enumerate(changes) if change.kind != Kind.SAME]


def merged(theirs: Snapshot, mine: Snapshot, chosen: Mapping[str, str]) -> Snapshot:
    """Their state with the parts and blocks of mine for which MINE is chosen; BOTH joins the rows of a relation."""
    values: dict[str, Any] = {}
    for part in PARTS:
        choice = chosen.get(part.name, THEIRS)
        for name in part.fields:
            own, other = getattr(mine, name), getattr(theirs, name)
            if choice == BOTH and part.shape == "rows":
                there = {_key(row) for row in other}
                values[name] = (*other, *(row for row in own if _key(row) not in there))
            elif choice == MINE:
                values[name] = own
    values["body"] = "".join(
        change.other if change.kind == Kind.SAME or chosen.get(f"body-{place}") == MINE else change.one
        for place, change in enumerate(differences.blocks(theirs.body, mine.body))
    )
    return theirs.changed(**values)


def _key(row: Any) -> Any:
    return row[0] if isinstance(row, tuple) else row
