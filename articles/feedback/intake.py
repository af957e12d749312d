"""The rules for what readers send. Nothing here knows of a request, so nothing about the visitor can be kept."""

import re
import unicodedata
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from articles import pathwords
from articles.feedback.models import Message, Vote
from articles.markup import plaintext
from articles.models import Address, Article

_PATH = re.compile(r"/(?:[A-Za-z0-9_-]+/)*")
_LONGEST_PATH = 400
_LONGEST_NUMBER = 18  # digits: every number of that length fits the database's keys

_FIXED_PAGES = frozenset(pathwords.PREFIXES.values()) | {
    pathwords.page(key, language) for key in pathwords.PAGES for language in pathwords.LANGUAGES
}


def readable(text: str) -> str:
    """A reader's text as people see it, and as it is counted and stored.

    Each line break is one "\\n" and any other white space a plain (or no-break) space; control characters and those
    that turn the direction of reading are left out; letters are composed (NFC); nothing blank stands around it. A text
    that went through once stays as it is.
    """
    lines = "\n".join(plaintext.visible(line) for line in text.splitlines())
    return unicodedata.normalize("NFC", lines).strip()


def longest_message() -> int:
    """How many characters a message may have, counted in its readable form."""
    return int(settings.FEEDBACK_MESSAGE_LENGTH)


def is_number(number: str) -> bool:
    """Whether this could be the number of a story at all."""
    return number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER


def live_story(number: str) -> Article | None:
    """The story with this number if readers can see it; None for anything else that was sent in its place."""
    if not is_number(number):
        return None
    return Article.objects.published().only("headline", "path", "language", "state").filter(pk=int(number)).first()


def own_page(address: str) -> str:
    """The address if it is one of this site's public pages, else an empty string: never a host, a query or a guess."""
    if len(address) > _LONGEST_PATH or not _PATH.fullmatch(address):
        return ""
    base = pathwords.split(address).base if address != "/" else address
    known = base in _FIXED_PAGES or Address.objects.filter(path=base).exists()
    return address if known else ""


def receive_vote(
    *, article: Article | None, address: str = "", language: str, helpful: bool, at: datetime | None = None
) -> Vote:
    """Store one answer to “Was this content helpful?”. It is in the database when this returns."""
    return Vote.objects.create(
        article=article,
        address=_page_of(article, address, language),
        language=language,
        helpful=helpful,
        sent_at=at or timezone.now(),
    )


def receive_message(
    *,
    article: Article | None,
    address: str = "",
    language: str,
    text: str,
    name: str = "",
    email: str = "",
    bait: str = "",
    at: datetime | None = None,
) -> Message | None:
    """Store a reader's comment. It is in the database when this returns.

    `bait` is what stood in the field that people can't see: if anything does, a machine filled the form in, and nothing
    is stored (None). Raises ValueError for a text that is empty or too long: the form explains that before.
    """
    if bait:
        return None
    text = readable(text)
    if not 0 < len(text) <= longest_message():
        raise ValueError(f"A message has 1 to {longest_message()} characters, not {len(text)}.")
    return Message.objects.create(
        article=article,
        address=_page_of(article, address, language),
        language=language,
        text=text,
        name=name,
        email=email,
        sent_at=at or timezone.now(),
    )


def _page_of(article: Article | None, address: str, language: str) -> str:
    """Where it was sent from, as far as we can vouch for it: the story's own address, a page of ours, or the form."""
    return (article and article.path) or own_page(address) or pathwords.page("feedback", language)
