"""One state of a story with its relations, as a value: what a revision stores and what publishing applies."""

import uuid
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, NamedTuple, Self

from django.db.models import Model, QuerySet, Value

from articles import asking, connections, gathering
from articles.models import Article, Author, Byline, Country, Image, RelatedPick, Section, Tag, Topic

#: The form that `Snapshot.as_json` writes. Raise it with every change of form and teach `from_json` the older one.
#: 2 added the embargo, the required translation and the corrections that come with the next publication.
SCHEMA = 2

_COLUMNS = ("kind", "headline", "slug", "dek", "body", "republishable", "sensitive")
_LISTS = ("countries", "topics", "tags", "picks")
_RELATIONS = ("bylines", *_LISTS)
_LINKS = {
    "section": Section,
    "lead_image": Image,
    "kicker_topic": Topic,
    "kicker_country": Country,
}


class ProposedCorrection(NamedTuple):
    """A dated note that readers get with the publication of the revision that proposes it. `key` is a UUID."""

    key: str
    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The words of a story and the keys of all that it refers to. Missing parts are empty: a draft may be half-done."""

    kind: str = "brief"
    section: int | None = None
    headline: str = ""
    slug: str = ""
    dek: str = ""
    body: str = ""
    lead_image: int | None = None
    kicker_topic: int | None = None
    kicker_country: int | None = None
    republishable: bool = True
    sensitive: bool = False
    translation_key: str = field(default_factory=lambda: str(uuid.uuid4()))
    bylines: tuple[tuple[int, str], ...] = ()
    countries: tuple[int, ...] = ()
    topics: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    picks: tuple[int, ...] = ()
    corrections: tuple[ProposedCorrection, ...] = ()
    #: The story waits for its counterpart in the other language.
    translation_required: bool = False
    #: Nothing of the story may appear before this moment: ISO 8601 with its offset, or empty.
    embargo_until: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any], schema: int) -> Self:
        """Read a stored snapshot of this form or an older one, whose missing parts are empty.

        Raises ValueError for a form that this release does not know.
        """
        if not 1 <= schema <= SCHEMA:
            raise ValueError(f"Revision of schema {schema}; this release reads schemas 1 to {SCHEMA}.")
        known = {item.name for item in fields(cls)}
        values = {name: value for name, value in data.items() if name in known}
        for name in _LISTS:
            values[name] = tuple(values.get(name, ()))
        values["corrections"] = tuple(ProposedCorrection(*told) for told in values.get("corrections", ()))
        values["bylines"] = tuple((author, role) for author, role in values.get("bylines", ()))
        return cls(**values)

    def changed(self, **values: Any) -> Self:
        """The same snapshot with some parts replaced."""
        return replace(self, **values)


def missing(snapshot: Snapshot) -> list[str]:
    """The parts of a snapshot that refer to rows which no longer exist, by field name. One query."""
    named = {name: {key for key in [getattr(snapshot, name)] if key} for name in _LINKS}
    named["bylines"] = {author for author, _role in snapshot.bylines}
    named |= {name: set(getattr(snapshot, name)) for name in ("countries", "topics", "picks")}
    if not any(named.values()):
        return []
    found = list(_there(**{name: asking.keys_of(sorted(keys)) for name, keys in named.items()}))
    return [name for name, keys in named.items() if sum(name == part for part, _key in found) < len(keys)]


#: What the parts of a snapshot refer to.
_REFERRED: dict[str, type[Model]] = {
    **_LINKS, "bylines": Author, "countries": Country, "topics": Topic, "picks": Article,
}  # fmt: skip


@asking.once(**dict.fromkeys(_REFERRED, str))
def _there(**keys: str) -> QuerySet[Any, Any]:
    # Plain querysets: those of translated models put the columns in an order of their own.
    rows = [
        QuerySet(model)
        .order_by()
        .filter(pk__in=asking.among(keys[name]))
        .annotate(part=Value(name))
        .values_list("part", "pk")
        for name, model in _REFERRED.items()
    ]
    return rows[0].union(*rows[1:], all=True)


def in_memory(article: Article, snapshot: Snapshot) -> Article:
    """The story as it would be with this snapshot: an unsaved Article whose relations are already in its caches.

    Views and templates read it like a live row. Never save it. References to rows that are gone are left out. Six queries.
    """
    draft = Article(pk=article.pk, language=article.language, state=article.state, path=article.path)
    draft.published_at, draft.changed_at = article.published_at, article.changed_at
    draft.translation_key = uuid.UUID(snapshot.translation_key)
    for name in _COLUMNS:
        setattr(draft, name, getattr(snapshot, name))
    draft.section = Section.objects.select_related("parent").filter(pk=snapshot.section or 0).first()
    draft.lead_image = Image.objects.filter(pk=snapshot.lead_image).first() if snapshot.lead_image else None
    topics = Topic.objects.in_bulk([*snapshot.topics, *([snapshot.kicker_topic] if snapshot.kicker_topic else [])])
    countries = Country.objects.in_bulk(
        [*snapshot.countries, *([snapshot.kicker_country] if snapshot.kicker_country else [])]
    )
    draft.kicker_topic = topics.get(snapshot.kicker_topic or 0)
    draft.kicker_country = countries.get(snapshot.kicker_country or 0)
    authors = Author.objects.in_bulk([author for author, _role in snapshot.bylines])
    tags = {tag.name: tag for tag in Tag.objects.filter(name__in=snapshot.tags)}
    gathering.fill(
        draft,
        bylines=[
            Byline(article=draft, author=authors[author], role=role, position=position)
            for position, (author, role) in enumerate(snapshot.bylines)
            if author in authors
        ],
        countries=[countries[key] for key in snapshot.countries if key in countries],
        topics=[topics[key] for key in snapshot.topics if key in topics],
        tags=[tags.get(name) or Tag(name=name) for name in snapshot.tags],
        picks=[
            RelatedPick(article=draft, picked_id=picked, position=position)
            for position, picked in enumerate(snapshot.picks)
        ],
    )
    return draft


def apply(article: Article, snapshot: Snapshot) -> None:
    """Write a snapshot's words to the article in memory and its relations to the database; the caller saves the row.

    Only what differs is written, so that a relation which did not change starts no edition.
    """
    for name in _COLUMNS:
        setattr(article, name, getattr(snapshot, name))
    for name in _LINKS:
        setattr(article, f"{name}_id", getattr(snapshot, name))
    article.translation_key = uuid.UUID(snapshot.translation_key)
    connections.write(article, **{name: getattr(snapshot, name) for name in _RELATIONS})
