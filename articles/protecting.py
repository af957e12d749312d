"""The one switch of a protected byline: the house byline takes the name's place everywhere readers and machines look."""

import re
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Q, QuerySet

from articles import clock
from articles.models import Article, Author, EditorialEvent, FeedItem, Image, Masthead, Page
from articles.workflow import require

PERMISSION = "articles.change_author"


class StillNamed(NamedTuple):
    """Where the name stands in words that somebody wrote: a person has to look at these."""

    stories: QuerySet[Article]
    pages: QuerySet[Page]


def protect(author: Author, *, by: Any, at: datetime | None = None) -> StillNamed:
    """Take a name out of public sight: bylines, feeds, JSON-LD, search, the author's page, and credits of pictures.

    One transaction, and so one edition. Returns where the name is left in texts. Raises PermissionDenied.
    """
    require(by, PERMISSION)
    at = at or clock.now()
    with transaction.atomic():
        author = Author.objects.select_for_update(no_key=True).get(pk=author.pk)
        if not author.protected:
            author.protected = True
            author.save()  # search follows, see articles.receivers
            # They are shown no more, and name the author still.
            FeedItem.objects.filter(article__bylines__author=author).delete()
            EditorialEvent.objects.record(
                "protect", by=by, at=at, headline=author.name, author=author.pk, credits=_house_credits(author)
            )
    return still_named(author)


def unprotect(author: Author, *, by: Any, at: datetime | None = None) -> None:
    """Let a name be seen again. Credits of pictures stay with the house. Raises PermissionDenied."""
    require(by, PERMISSION)
    at = at or clock.now()
    with transaction.atomic():
        author = Author.objects.select_for_update(no_key=True).get(pk=author.pk)
        if author.protected:
            author.protected = False
            author.save()
            EditorialEvent.objects.record("unprotect", by=by, at=at, headline=author.name, author=author.pk)


def still_named(author: Author) -> StillNamed:
    """Public texts in which the author's name is written out."""
    words = ("headline", "dek", "body", "corrections__text")
    named = reduce(or_, (Q(**{f"{part}__icontains": author.name}) for part in words))
    stories = Article.objects.filter(pk__in=Article.objects.published().filter(named).values("pk"))
    pages = Page.objects.filter(published=True, body__icontains=author.name)
    return StillNamed(stories.order_by("-pk"), pages.order_by("-pk"))


def _house_credits(author: Author) -> list[int]:
    """Put the house in the credits that name the author; the keys of these pictures."""
    masthead = Masthead.current()
    house = masthead.said_in("en", "house_byline") or masthead.name
    # As a whole name: that of somebody else may begin like it.
    name = re.compile(rf"(?<!\w){re.escape(author.name)}(?!\w)", re.IGNORECASE)
    found = Image.objects.select_for_update(no_key=True).filter(credit__icontains=author.name).order_by("pk")
    named = [image for image in found if name.search(image.credit)]
    for image in named:
        image.credit = name.sub(lambda _found: house, image.credit)[:200]
    Image.objects.bulk_update(named, ["credit"])
    return [image.pk for image in named]
