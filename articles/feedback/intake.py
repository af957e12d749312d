"""The rules for what readers send. Nothing here knows of a request; a visitor is an object that gives keys only."""

import re
import unicodedata
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import pathwords
from articles.feedback import counting, limits, suspicion, tickets, visitors
from articles.feedback.models import Message, Vote
from articles.feedback.visitors import Visitor
from articles.markup import plaintext
from articles.models import Address, Article

_PATH = re.compile(r"/(?:[A-Za-z0-9_-]+/)*")
_LONGEST_PATH = 400
_LONGEST_NUMBER = 18  # digits: every number of that length fits the database's keys

_SAME_AGAIN = timedelta(minutes=5)
_REMEMBERED = timedelta(days=30)  # in which the same text counts as sent again
_ENOUGH = 99  # times: more are not counted

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
    *,
    article: Article | None,
    address: str = "",
    language: str,
    helpful: bool,
    visitor: Visitor | None = None,
    at: datetime | None = None,
) -> Vote | None:
    """Store one answer to “Was this content helpful?”. It is in the database when this returns.

    None if this visitor has voted on this page today: then the first answer stands, and is not known to be theirs.
    Raises limits.Refused when there is too much of it. Without a visitor nothing is limited: that is for our own programs.
    """
    at = at or timezone.now()
    page = _page_of(article, address, language)
    with transaction.atomic():
        if visitor:
            subject = _subject(article, page)
            if limits.seen(visitor, "vote", subject, at=at, until=visitors.midnight(at)):
                return None
            limits.admit("votes", visitor, subject, at=at)
        return Vote.objects.create(article=article, address=page, language=language, helpful=helpful, sent_at=at)


def give_reason(ticket: str, reason: str) -> bool:
    """Add to a no what it lacked. `ticket` came with the thanks for that vote; true if it was taken.

    A reason is given once, and within the hour.
    """
    vote = tickets.vote_of(ticket)
    if vote is None or reason not in Vote.Reason.values:
        return False
    return bool(Vote.objects.filter(pk=vote, helpful=False, reason="").update(reason=reason))


def receive_message(
    *,
    article: Article | None,
    address: str = "",
    language: str,
    text: str,
    kind: str = Message.Kind.COMMENT,
    proof: str = "",
    remedy: str = "",
    name: str = "",
    email: str = "",
    answer_welcome: bool = False,
    visitor: Visitor | None = None,
    ticket: str = "",
    at: datetime | None = None,
) -> Message | None:
    """Store what a reader wrote. It is in the database when this returns.

    None if it is there already: the same form was sent with the same text before, or the same visitor sent the same within
    five minutes. Raises limits.Refused when there is too much of it; ValueError for a text that is empty or too long,
    which the form explains before.
    """
    at = at or timezone.now()
    texts = {"text": readable(text), "proof": readable(proof), "remedy": readable(remedy)}
    if not texts["text"] or any(counting.characters(part) > longest_message() for part in texts.values()):
        raise ValueError(f"A message has 1 to {longest_message()} characters.")
    page = _page_of(article, address, language)
    sending = tickets.sending(ticket, *texts.values())
    whole = "\n".join(texts.values())
    # Who sends one form twice at once finds the first by its unique mark, whichever came first.
    with suppress(_SentBefore), transaction.atomic():
        if sending and Message.objects.filter(sending=sending).exists():
            return None
        if visitor:
            subject = _subject(article, page)
            if limits.seen(visitor, "message", subject, kind, whole, at=at, until=at + _SAME_AGAIN):
                return None
            limits.admit("messages", visitor, subject, at=at)
        mark = suspicion.fingerprint(whole)
        before = Message.objects.filter(fingerprint=mark, sent_at__gte=at - _REMEMBERED)[:_ENOUGH].count()
        reasons = suspicion.judge(whole, sent_before=before, clocked=visitor is None or sending is not None)
        try:
            return Message.objects.create(
                **texts,
                article=article,
                address=page,
                language=language,
                kind=kind,
                name=name,
                email=email,
                answer_welcome=answer_welcome,
                sent_at=at,
                fingerprint=mark,
                sending=sending,
                score=sum(reason.points for reason in reasons),
                suspicions=[[reason.code, reason.number] for reason in reasons],
            )
        except IntegrityError as error:
            if "sending" in str(error):
                raise _SentBefore from error
            raise
    return None


class _SentBefore(Exception):
    """The same form was sent at the same moment and was first."""


def _page_of(article: Article | None, address: str, language: str) -> str:
    """Where it was sent from, as far as we can vouch for it: the story's own address, a page of ours, or the form."""
    return (article and article.path) or own_page(address) or pathwords.page("feedback", language)


def _subject(article: Article | None, page: str) -> str:
    """What is counted together: a story through all its addresses, or a page."""
    return str(article.pk) if article else page
