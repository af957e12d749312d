"""Lists that leave the house: who may take them, what is covered in them, and that it is written down."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy

from articles.feedback import owners, suspicion
from articles.feedback.masking import COVER, masked, masked_email
from articles.feedback.measured import Table
from articles.feedback.models import Export, Message, Vote
from articles.feedback.sheets import FORMS, Heading

PERMISSION = "feedback.export_message"

#: Rows that are fetched from the database at once; its cursor holds the rest.
_AT_ONCE = 1000

#: Characters of the filters in a file's name: some systems take no more than 255 bytes in all.
_NAME = 100


class Listing(NamedTuple):
    """What is to leave: a name, its filters in words, how many rows, and the rows themselves."""

    what: str
    filters: str
    number: int
    headings: list[Heading]
    rows: Callable[[], Iterable[Sequence[Any]]]


class File(NamedTuple):
    name: str
    type: str
    pieces: Iterator[bytes]


Field = tuple[str, Any, Callable[[Any], Any]]

MESSAGE_FIELDS: list[Field] = [
    ("number", gettext_lazy("number"), lambda one: one.pk),
    ("sent", gettext_lazy("sent"), lambda one: _moment(one.sent_at)),
    ("kind", gettext_lazy("kind"), lambda one: str(one.get_kind_display())),
    ("language", gettext_lazy("language"), lambda one: one.language),
    ("page", gettext_lazy("page"), lambda one: settings.SITE_URL + one.address),
    ("story", gettext_lazy("story"), lambda one: one.article.headline if one.article else ""),
    ("message", gettext_lazy("message"), lambda one: masked(one.text)),
    ("proof", gettext_lazy("where the proof is"), lambda one: masked(one.proof)),
    ("remedy", gettext_lazy("how to put it right"), lambda one: masked(one.remedy)),
    ("name", gettext_lazy("name"), lambda one: COVER if one.name else ""),
    ("email", gettext_lazy("e-mail"), lambda one: masked_email(one.email)),
    ("suspicion", gettext_lazy("reasons for suspicion"), lambda one: ", ".join(suspicion.in_words(one.suspicions))),
    ("status", gettext_lazy("status"), lambda one: str(one.get_status_display())),
    ("outcome", gettext_lazy("outcome"), lambda one: str(one.get_outcome_display())),
    ("owner", gettext_lazy("owner"), lambda one: owners.name_of(one.assignee) if one.assignee else ""),
    ("snoozed_until", gettext_lazy("snoozed until"), lambda one: _moment(one.snoozed_until)),
    ("opened", gettext_lazy("first opened"), lambda one: _moment(one.opened_at)),
    ("acted_upon", gettext_lazy("first acted upon"), lambda one: _moment(one.responded_at)),
    ("closed", gettext_lazy("closed"), lambda one: _moment(one.closed_at)),
]

VOTE_FIELDS: list[Field] = [
    ("number", gettext_lazy("number"), lambda one: one.pk),
    ("sent", gettext_lazy("sent"), lambda one: _moment(one.sent_at)),
    ("language", gettext_lazy("language"), lambda one: one.language),
    ("page", gettext_lazy("page"), lambda one: settings.SITE_URL + one.address),
    ("story", gettext_lazy("story"), lambda one: one.article.headline if one.article else ""),
    ("helpful", gettext_lazy("helpful"), lambda one: int(one.helpful)),
    ("reason", gettext_lazy("why not"), lambda one: str(one.get_reason_display()) if one.reason else ""),
]


def messages(found: QuerySet[Message], filters: str) -> Listing:
    """Messages with what identifies readers covered."""
    asked = found.select_related("article", "assignee").only(
        *("address", "article__headline", "language", "kind", "text", "proof", "remedy", "name", "email", "sent_at"),
        *("suspicions", "status", "outcome", "snoozed_until", "opened_at", "responded_at", "closed_at"),
        *("assignee__username", "assignee__first_name", "assignee__last_name"),
    )
    return _listing("messages", filters, asked, MESSAGE_FIELDS)


def votes(found: QuerySet[Vote], filters: str) -> Listing:
    asked = found.select_related("article").only(
        "address", "article__headline", "language", "helpful", "reason", "sent_at"
    )
    return _listing("votes", filters, asked, VOTE_FIELDS)


def measures(table: Table, filters: str) -> Listing:
    """One table of the measures, with its numbers as numbers."""
    headings = [
        Heading(str(words), f"{slugify(table.name)}_{place}")
        for place, words in enumerate(
            words for column in table.columns for words in column.headings or (column.heading,)
        )
    ]

    def rows() -> Iterator[list[Any]]:
        return ([value for column in table.columns for value in column.values(row)] for row in table.rows)

    return Listing(f"measures-{table.name}", filters, len(table.rows), headings, rows)


def export(listing: Listing, form: str, *, by: Any, at: datetime | None = None) -> File:
    """The file, of which nothing is made before it is asked for. That it was taken is in the log when this returns.

    Raises PermissionDenied for who may not take lists out, KeyError for a form that is not in FORMS.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied(f"{by} lacks {PERMISSION}.")
    at, kind = at or timezone.now(), FORMS[form]
    Export.objects.create(
        at=at, by=by, what=listing.what, form=form, filters=listing.filters[:1000], rows=listing.number
    )
    filters = slugify(listing.filters)[:_NAME].strip("-")
    name = "-".join(part for part in (listing.what, filters, f"{timezone.localtime(at):%Y-%m-%d}") if part)
    pieces = _speaking(translation.get_language() or "en", kind.pieces(listing.headings, listing.rows()))
    return File(f"{name}.{form}", kind.type, pieces)


def _listing(what: str, filters: str, found: QuerySet, fields: list[Field]) -> Listing:
    headings = [Heading(str(words), key) for key, words, _value in fields]

    def rows() -> Iterator[list[Any]]:
        # A cursor of the server: what is not asked for yet is not in memory here.
        return ([value(one) for _key, _words, value in fields] for one in found.iterator(chunk_size=_AT_ONCE))

    return Listing(what, filters, found.count(), headings, rows)


def _speaking(language: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, each made in that language: they are asked for when the request's own is no longer set."""
    while True:
        with translation.override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def _moment(at: datetime | None) -> str:
    """To the second, with its zone, which is the newsroom's."""
    return timezone.localtime(at).isoformat(timespec="seconds") if at else ""
