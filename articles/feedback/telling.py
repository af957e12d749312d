"""The history of a message in words: each step as a sentence after the name of who took it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.feedback.models import Message, TriageEvent

Verb = TriageEvent.Verb


def _marked(step: TriageEvent) -> str:
    names = {"before": step.get_from_status_display(), "after": step.get_to_status_display()}
    outcome = dict(Message.Outcome.choices).get(step.details.get("outcome", ""))
    if not outcome:
        return _("from “%(before)s” to “%(after)s”") % names
    return _("from “%(before)s” to “%(after)s”: %(outcome)s") % (names | {"outcome": outcome})


def _assigned(step: TriageEvent) -> str:
    name = step.details.get("name")
    return _("given to %(name)s") % {"name": name} if name else _("given to nobody")


def _snoozed(step: TriageEvent) -> str:
    until = step.details.get("until")
    if not until:
        return _("brought back into the queue")
    moment = timezone.localtime(datetime.fromisoformat(until))
    return _("put off until %(moment)s") % {"moment": date_format(moment, "DATETIME_FORMAT")}


#: What each step is in words.
SENTENCES: dict[str, Callable[[TriageEvent], Any]] = {
    Verb.OPEN: lambda step: _("opened it"),
    Verb.MARK: _marked,
    Verb.ASSIGN: _assigned,
    Verb.SNOOZE: _snoozed,
    Verb.NOTE: lambda step: _("wrote a note"),
    Verb.CORRECT: lambda step: _("began a correction"),
    Verb.ANSWER: lambda step: _("answered the reader"),
    Verb.TELL: lambda step: _("told the reader of the correction"),
}


def in_words(step: TriageEvent) -> str:
    """One step, for the history on the message's page."""
    return str(SENTENCES[step.verb](step))


def who(step: TriageEvent) -> str:
    """Who took a step; the house itself has a name too."""
    return step.by.get_username() if step.by else _("the newsroom")
