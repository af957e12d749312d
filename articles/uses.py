"""Where a picture or a row of a vocabulary is used: on stories, in their drafts, in the house's texts, on other rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from operator import itemgetter, or_
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model, Q, QuerySet, TextField, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import (
    Announcement,
    Article,
    Author,
    Country,
    Draft,
    HomeSlot,
    Image,
    Masthead,
    Page,
    Section,
    Tag,
    Topic,
)

#: How many rows are named of each way in which something is used.
MOST = 50

#: The parts of a snapshot that refer to other rows, by the number that `Draft.uses` knows them by.
PARTS = {
    "section": 1,
    "lead_image": 2,
    "body": 3,
    "kicker_topic": 4,
    "kicker_country": 5,
    "topics": 6,
    "countries": 7,
    "bylines": 8,
    "picks": 9,
    "tags": 10,
}

_LARGEST_KEY = 10**12


class Way(NamedTuple):
    """One way in which a story refers to a row: what it is called, the part of a snapshot, and the lookups of the live row."""

    name: str | Promise
    part: str
    live: Callable[[Any], dict[str, Any]]


@dataclass(frozen=True)
class Use:
    """One row that refers to another. `in_draft` says that only the newest or the approved revision does."""

    row: Model
    how: str | Promise
    in_draft: bool = False


def _figure(image: Image) -> str:
    """A picture as every cleaned body holds it."""
    return f'data-image="{image.pk}"'


#: All ways in which stories use something.
WAYS: dict[type[Model], tuple[Way, ...]] = {
    Image: (
        Way(_("lead picture"), "lead_image", lambda row: {"lead_image": row}),
        Way(_("picture in the text"), "body", lambda row: {"body__contains": _figure(row)}),
    ),
    Topic: (
        Way(_("filed under it"), "topics", lambda row: {"topics": row}),
        Way(_("kicker"), "kicker_topic", lambda row: {"kicker_topic": row}),
    ),
    Country: (
        Way(_("filed under it"), "countries", lambda row: {"countries": row}),
        Way(_("kicker"), "kicker_country", lambda row: {"kicker_country": row}),
    ),
    Author: (Way(_("byline"), "bylines", lambda row: {"authors": row}),),
    Section: (Way(_("in this section"), "section", lambda row: {"section": row}),),
    Article: (Way(_("related story"), "picks", lambda row: {"picks__picked": row}),),
    Tag: (Way(_("tagged"), "tags", lambda row: {"tagged__tag": row}),),
}

#: Rows with texts that may show pictures.
_TEXTS: tuple[type[Model], ...] = (Page, Announcement, Masthead, Section, Country, Topic, Author)


def of(row: Model) -> list[Use]:
    """Everything that uses a row, at most MOST of each kind; empty if it can go."""
    uses = []
    for way in WAYS[type(row)]:
        found = list(Article.objects.filter(by(way, row)).select_related("draft").defer("body").order_by("-pk")[:MOST])
        keys = [story.pk for story in found]
        live = set(Article.objects.filter(pk__in=keys, **way.live(row)).values_list("pk", flat=True)) if keys else set()
        uses += [Use(story, way.name, in_draft=story.pk not in live) for story in found]
    uses.sort(key=lambda use: use.in_draft)
    return uses + list(_beside_stories(row))


def stories(row: Model) -> QuerySet[Article]:
    """The stories that use a row, live or in their draft, newest first."""
    using = reduce(or_, (by(way, row) for way in WAYS[type(row)]))
    return Article.objects.filter(using).select_related("draft").order_by("-pk")


def by(way: Way, row: Model) -> Q:
    """The condition on a story that it uses a row in this way, live or in its draft."""
    number = PARTS[way.part] * _LARGEST_KEY + _key(row)
    if isinstance(row, Tag):
        # A revision knows a tag by the name that it had then; one that was renamed stays on the live story. Found apart, each in
        # its index: of "one or the other" the database would ask every story.
        drafts = Draft.objects.filter(uses__contains=[number])
        return Q(pk__in=drafts.values("pk").union(row.tagged.values("content_object")))
    return Q(draft__uses__contains=[number])


def _key(row: Model) -> int:
    if not isinstance(row, Tag):
        return row.pk or 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT articles_key_of_tag(%s)", [row.name])
        return cursor.fetchone()[0]


def _beside_stories(row: Model) -> Iterator[Use]:
    """What else refers to a row: a portrait, a text of the house that shows a picture, a section within a section."""
    if isinstance(row, Section):
        yield from (
            Use(child, _("section within it")) for child in row.children.select_related("parent").order_by("pk")[:MOST]
        )
    if isinstance(row, Article):
        yield from (Use(slot, _("place on the front page")) for slot in HomeSlot.objects.filter(story=row))
    if isinstance(row, Image):
        yield from (Use(author, _("portrait")) for author in Author.objects.filter(photo=row).order_by("pk")[:MOST])
        yield from (Use(found, _("picture in the text")) for found in _texts_showing(row))


def _texts_showing(image: Image) -> Iterator[Model]:
    """The rows whose texts show a picture. One query that finds them, and one more for each kind that was found."""
    # Not every text of the house was cleaned, so its quotation marks may differ.
    figure = rf"data-image\s*=\s*[\"']?{image.pk}(?!\d)"
    asked: list[QuerySet[Any, Any]] = []
    for place, model in enumerate(_TEXTS):
        names = [field.name for field in model._meta.concrete_fields if isinstance(field, TextField)]
        # Not by the model's manager: that of a row in two languages may put the columns of a union in another order.
        rows: QuerySet[Any] = QuerySet(model).filter(reduce(or_, (Q(**{f"{name}__iregex": figure}) for name in names)))
        asked.append(rows.order_by("pk").annotate(place=Value(place)).values_list("place", "pk")[:MOST])
    found = sorted(asked[0].union(*asked[1:], all=True))
    for place, same in groupby(found, key=itemgetter(0)):
        rows = _TEXTS[place]._default_manager.in_bulk([key for _place, key in same])
        yield from (rows[key] for key in sorted(rows))
