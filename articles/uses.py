"""Where a picture or a row of a vocabulary is used: on stories, in their drafts, in the house's texts, on other rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from json import dumps
from operator import itemgetter, or_
from typing import Any, NamedTuple

from django.db.models import F, Model, Q, QuerySet, TextField, Value
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import (
    Announcement,
    Article,
    Author,
    Country,
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

_Lookups = Callable[[Any], dict[str, Any]]


class Way(NamedTuple):
    """One way in which a story refers to a row: what it is called, and the lookups that find such stories.

    `live` are lookups of the story's own row; `draft` are lookups of the JSON that a revision stores.
    """

    name: str | Promise
    live: _Lookups
    draft: _Lookups


@dataclass(frozen=True)
class Use:
    """One row that refers to another. `in_draft` says that only the newest or the approved revision does."""

    row: Model
    how: str | Promise
    in_draft: bool = False


def _figure(image: Image) -> str:
    """A picture as every cleaned body holds it."""
    return f'data-image="{image.pk}"'


#: All ways in which stories use something. A story that carries a tag only in its draft knows it by its name.
WAYS: dict[type[Model], tuple[Way, ...]] = {
    Image: (
        Way(_("lead picture"), lambda row: {"lead_image": row}, lambda row: {"contains": {"lead_image": row.pk}}),
        # "body__contains" of a revision would mean containment of JSON.
        Way(
            _("picture in the text"),
            lambda row: {"body__contains": _figure(row)},
            lambda row: {"body__icontains": _figure(row)},
        ),
    ),
    Topic: (
        Way(_("filed under it"), lambda row: {"topics": row}, lambda row: {"contains": {"topics": [row.pk]}}),
        Way(_("kicker"), lambda row: {"kicker_topic": row}, lambda row: {"contains": {"kicker_topic": row.pk}}),
    ),
    Country: (
        Way(_("filed under it"), lambda row: {"countries": row}, lambda row: {"contains": {"countries": [row.pk]}}),
        Way(_("kicker"), lambda row: {"kicker_country": row}, lambda row: {"contains": {"kicker_country": row.pk}}),
    ),
    Author: (
        Way(_("byline"), lambda row: {"authors": row}, lambda row: {"contains": {"bylines": [[row.pk]]}}),
    ),
    Section: (
        Way(_("in this section"), lambda row: {"section": row}, lambda row: {"contains": {"section": row.pk}}),
    ),
    Article: (
        Way(_("related story"), lambda row: {"picks__picked": row}, lambda row: {"contains": {"picks": [row.pk]}}),
    ),
    Tag: (
        Way(
            _("tagged"),
            lambda row: {"tagged__tag": row},
            lambda row: {"tags__icontains": dumps(row.name, ensure_ascii=False)},
        ),
    ),
}  # fmt: skip

#: Rows with texts that may show pictures.
_TEXTS: tuple[type[Model], ...] = (Page, Announcement, Masthead, Section, Country, Topic, Author)

#: The revisions that may say something else than the live row, and when they do. Almost no story of an archive is ahead of
#: what readers see, so only of those few are the snapshots opened.
_REVISIONS = {
    "draft__head__snapshot": Q(published_revision=None) | ~Q(published_revision=F("draft__head")),
    "draft__approved_revision__snapshot": Q(draft__approved_revision__isnull=False),
}


def of(row: Model) -> list[Use]:
    """Everything that uses a row, at most MOST of each kind; empty if it can go."""
    uses = []
    for way in WAYS[type(row)]:
        live = _newest(Q(**way.live(row)))
        uses += [Use(story, way.name) for story in live]
        drafted = {story for condition in _drafted(way, row) for story in _newest(condition)} - set(live)
        uses += [Use(story, way.name, in_draft=True) for story in sorted(drafted, key=lambda story: -story.pk)]
    return uses + list(_beside_stories(row))


def stories(row: Model) -> QuerySet[Article]:
    """The stories that use a row, live or in their draft, newest first."""
    return Article.objects.filter(pk__in=keys_of_stories(row)).select_related("draft").order_by("-pk")


def keys_of_stories(row: Model, ways: tuple[Way, ...] = ()) -> QuerySet[Any, Any]:
    """The keys of the stories that use a row, live or in their draft, in any way or in these, to filter by."""
    ways = ways or WAYS[type(row)]
    asked = [Q(**way.live(row)) for way in ways] + [condition for way in ways for condition in _drafted(way, row)]
    # Asked one by one: the database has a quick way to each answer, but none to all of them at once.
    first, *others = (Article.objects.filter(condition).order_by().values("pk") for condition in asked)
    return first.union(*others)


def _newest(condition: Q) -> list[Article]:
    return list(Article.objects.filter(condition).select_related("draft").order_by("-pk")[:MOST])


def _drafted(way: Way, row: Model) -> list[Q]:
    """The conditions under which a draft refers to a row, one for each of its revisions that count."""
    return [
        differs & Q(**{f"{revision}__{name}": value})
        for revision, differs in _REVISIONS.items()
        for name, value in way.draft(row).items()
    ]


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
