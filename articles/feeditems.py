"""Items of feeds, written once: a feed is some thirty whole texts, and a new edition changes one of them at most.

An item is kept in the database with digests of all that it was written from. A feed shows it while the story, the names and the
pictures are still those; else it writes the item anew, and leaves it to the press to be kept. So nothing has to be taken
back when something changes, whoever changes it, and an empty table costs time and nothing else.
"""

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import BigIntegerField, Case, Exists, Func, OuterRef, QuerySet, When
from django.utils.feedgenerator import rfc2822_date

from articles import asking, coverage, markup, syndicating
from articles.coverage import Shelf
from articles.models import Article, Byline, FeedItem, Image
from articles.rendering import absolute
from articles.syndicating import Told
from articles.views.articles import credits_of

LENGTH = 30  # stories in a feed

#: How many items may wait to be kept.
MOST_WAITING = 256

# What XML 1.0 can't hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: Items that this process has written and nobody has kept yet, by their stories.
_waiting: dict[int, FeedItem] = {}

_KEPT = ("made_for", "made_from", "pictures_made_from", "written")


class Item(NamedTuple):
    """A story in a feed, as XML, and when it last changed."""

    updateddate: datetime
    written: str


class _Unnest(Func):
    function, arity, set_returning = "UNNEST", 1, True
    output_field = BigIntegerField()


def newest(shelf: Shelf, language: str, *, byline: str, release: str) -> list[Item]:
    """The newest stories of a list. `byline` is that of the house, `release` names what writes items: while it is empty, none
    is kept. One query, and two more for items that are not there."""
    made_for = _made_for(release, language, byline) if release else ""
    found: dict[int, Item | None] = {}
    for pk, changed_at, made_from, pictures, *kept in _newest(
        language, kind=shelf.kind, key=shelf.key, other=shelf.other
    ):
        *made, written = kept
        found[pk] = Item(changed_at, written) if made_for and made == [made_for, made_from, pictures or []] else None
    missing = [pk for pk, item in found.items() if item is None]
    anew = {told.pk: told for told in syndicating.named(missing, language)} if missing else {}
    return [
        item or _written_anew(anew[pk], language, byline, made_for) for pk, item in found.items() if item or pk in anew
    ]


def of(stories: Iterable[Told], language: str, *, byline: str) -> list[Item]:
    """These stories as items, none of them kept."""
    return [Item(story.changed_at, _written(story, language, byline)) for story in stories]


def keep_written() -> None:
    """Keep what this process has written, and let go of items whose stories nobody sees any more. Three statements, or none."""
    if not _waiting:
        return
    items = [_waiting.pop(pk) for pk in sorted(_waiting)]  # in one order, for several processes may do so at once
    changeable = ["pictures", *_KEPT]
    FeedItem.objects.bulk_create(items, update_conflicts=True, unique_fields=["article"], update_fields=changeable)
    unseen = FeedItem.objects.filter(~Exists(Article.objects.published().filter(pk=OuterRef("pk"))))
    with transaction.atomic():
        gone = unseen.select_for_update(skip_locked=True).order_by("pk").values_list("pk", flat=True)
        FeedItem.objects.filter(pk__in=list(gone)).delete()


@asking.once(kind=str, key=int, other=int)
def _newest(language: str, *, kind: str, key: int, other: int) -> QuerySet[Any, Any]:
    stories = coverage.newest(Shelf(kind, key, other), language, LENGTH)
    keys = FeedItem.objects.filter(pk=OuterRef(OuterRef("pk"))).values(key=_Unnest("pictures"))
    pictures = Image.objects.filter(pk__in=keys).order_by("pk").annotate(made_from=syndicating.picture_made_from())
    pictured = When(feed_item__pictures__len__gt=0, then=ArraySubquery(pictures.values("made_from")))
    found = stories.annotate(made_from=syndicating.made_from(language), pictures_now=Case(pictured))
    return found.values_list("pk", "changed_at", "made_from", "pictures_now", *(f"feed_item__{name}" for name in _KEPT))


def _made_for(release: str, language: str, byline: str) -> str:
    """A digest of all that an item is made from and that does not hang on its story."""
    # A storage that signs addresses for an hour has another one each time: what was kept then is not shown.
    media = absolute(default_storage.url("picture"))
    parts = (release, language, byline, absolute("/"), media, str(settings.FEED_FULL_TEXT))
    return hashlib.md5("\0".join(parts).encode(), usedforsecurity=False).hexdigest()


def _written_anew(story: Told, language: str, byline: str, made_for: str) -> Item:
    written = _written(story, language, byline)
    if made_for and len(_waiting) < MOST_WAITING:
        _waiting[story.pk] = FeedItem(
            article_id=story.pk,
            made_for=made_for,
            made_from=story.made_from,
            pictures=list(story.pictures),
            pictures_made_from=list(filter(None, story.pictures.values())),
            written=written,
        )
    return Item(story.changed_at, written)


def _written(story: Told, language: str, byline: str) -> str:
    """The item of a story: RSS 2.0 with the full text and any number of names. `byline` is that of the house."""
    credits = credits_of(story.signed, language, byline)
    named = {credit.role: [name for name, _path in credit.people] for credit in credits}
    creators = named.pop(Byline.Role.AUTHOR, [byline])
    told = [
        ("title", story.headline),
        ("link", absolute(story.path)),
        ("description", story.dek or markup.excerpt(story.body)),
        ("pubDate", rfc2822_date(story.published_at)),
        ('guid isPermaLink="false"', identity(story)),
        *(("category", name) for name in story.filed),
        *(("dc:creator", name) for name in creators),
        *(("dc:contributor", name) for names in named.values() for name in names),
        *([("content:encoded", story.text)] if story.text else []),
    ]
    return legal(f"<item>{''.join(_element(*one) for one in told)}</item>")


def identity(story: Told) -> str:
    """The name of a story that feed readers know it by: a tag URI (RFC 4151) that no new slug, section or text changes.

    It holds the day of the first publication, which is never rewritten.
    """
    host = urlsplit(settings.SITE_URL).hostname
    return f"tag:{host},{story.published_at.astimezone(UTC):%Y-%m-%d}:story/{story.pk}"


def legal(text: str) -> str:
    """A text without what XML can't hold."""
    return _NOT_XML.sub("", text)


def _element(opened: str, text: str) -> str:
    return f"<{opened}>{escape(text, quote=False)}</{opened.partition(' ')[0]}>" if text else f"<{opened}/>"
