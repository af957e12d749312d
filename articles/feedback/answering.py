"""Answers to readers: written from saved replies or from nothing, sent only where the reader said that we may."""

import re
import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.feedback import intake, letters, told, triage
from articles.feedback.models import Letter, Message, SavedReply, TriageEvent
from articles.feedback.triage import Outcome, Refusal, Status, Verb
from articles.markup import single_line
from articles.models import Masthead

#: In characters.
LONGEST_SUBJECT, LONGEST_TEXT = 150, 10_000

#: What a saved reply may leave open, and what stands there in a letter.
PLACEHOLDERS = ("headline", "address", "publication")

_PLACE = re.compile(r"\{([^{}\s]*)\}")

#: What becomes of a message with its answer: its new status, and the outcome that goes with it.
AFTER = {
    Status.RESOLVED: Outcome.ANSWERED,
    Status.WAITING: "",
    Status.IN_PROGRESS: "",
}


def places(text: str) -> list[str]:
    """What stands in braces."""
    return _PLACE.findall(text)


def unknown_places(text: str) -> list[str]:
    """The places in braces that no letter fills in."""
    return [place for place in places(text) if place not in PLACEHOLDERS]


def filled(reply: SavedReply, message: Message) -> tuple[str, str]:
    """Subject and text of a saved reply in the language of the message, with its places filled in."""
    values = _values(message)

    def fill(text: str) -> str:
        return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)

    return fill(getattr(reply, f"subject_{message.language}")), fill(getattr(reply, f"body_{message.language}"))


def refusal(message: Message) -> str:
    """Why this message can't be answered by mail; empty if it can."""
    if not message.email:
        return _("The reader left no address, or it has been forgotten.")
    if not message.answer_welcome:
        return _("The reader left an address to be told of a correction, and did not say that we may write otherwise.")
    if message.status == Status.SPAM:
        return _("This message is marked as spam. Take that back first.")
    return ""


def as_sent(message: Message, text: str) -> str:
    """The whole text that leaves the house: the answer, and why the reader gets it."""
    with translation.override(message.language):
        return f"{intake.readable(text)}\n\n{told.closing(message)}"


def answer(
    message: Message,
    *,
    subject: str,
    text: str,
    by: Any,
    slip: uuid.UUID,
    then: str = Status.RESOLVED,
    seen: str | None = None,
    at: datetime | None = None,
) -> Letter | None:
    """Queue an answer to the reader, and move the message and its copies to the status `then`.

    `slip` names the form that it was written in: sent twice from there, it goes once; None then. Only this reader is written
    to: who sent a copy is answered from that copy. Raises Refusal with the reason, AlreadyMarked when somebody else was
    faster than what was `seen`; PermissionDenied.
    """
    triage.require(by)
    at = at or timezone.now()
    subject, text = single_line(subject), intake.readable(text)
    if why_not := refusal(message):
        raise Refusal(why_not)
    if not 0 < len(subject) <= LONGEST_SUBJECT or not 0 < len(text) <= LONGEST_TEXT:
        raise Refusal(_("An answer has a subject and a text."))
    with transaction.atomic():
        letter = letters.owe(
            key=f"answer:{message.pk}:{slip}",
            kind=Letter.Kind.ANSWER,
            message=message,
            language=message.language,
            subject=subject,
            body=as_sent(message, text),
            by=by,
            at=at,
        )
        if letter is None:
            return None
        to = Status(then) if then in AFTER else Status.RESOLVED
        if (seen or message.status, message.outcome) != (to, AFTER[to]):
            triage.mark(message, to=to, outcome=AFTER[to], by=by, seen=seen, at=at)
        TriageEvent.write(message, Verb.ANSWER, by=by, at=at, letter=letter.pk)
    return letter


def _values(message: Message) -> dict[str, str]:
    house = Masthead.current().name
    story = message.article
    page = (story and story.get_absolute_url()) or message.address
    return {
        "headline": story.headline if story else house,
        "address": settings.SITE_URL + page,
        "publication": house,
    }
