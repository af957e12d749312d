"""Letters that the house owes: queued in the transaction that owes them, tried until they went or were given up.

A letter is a row first. A worker claims what is due by a conditional update, so that of two workers one sends it, and
hands it to the mail server outside of any transaction. What fails waits longer each time and is shown to staff with the
reason, who can have it tried again at once; after the last try it stays, as failed. No letter is ever dropped.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from articles import jobs
from articles.feedback import intake, mailing, triage
from articles.feedback.models import Letter, Message, TriageEvent
from articles.markup import single_line

State, Kind = Letter.State, Letter.Kind

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)

#: How long a letter waits after each try that failed. After the last of them it is given up: in all, nearly three days.
DELAYS = (
    *(_MINUTE, 5 * _MINUTE, 15 * _MINUTE, _HOUR, 3 * _HOUR, 6 * _HOUR),
    *(12 * _HOUR, 12 * _HOUR, 12 * _HOUR, 12 * _HOUR, 12 * _HOUR),
)

#: A worker that took a letter and was never heard of again: after this, another takes it. Longer than any conversation.
LEASE = 15 * _MINUTE

_AT_ONCE = 100  # letters of one look
_TO_STAFF = (Kind.DIGEST, Kind.ALARM)

FORGOTTEN = gettext_noop("The reader’s address was forgotten before the letter went.")
NO_ADDRESS = gettext_noop("This member of staff has no address, or has left.")


def owe(
    *,
    key: str,
    kind: str,
    language: str,
    subject: str,
    body: str,
    message: Message | None = None,
    to: Any = None,
    by: Any = None,
    at: datetime | None = None,
) -> Letter | None:
    """Queue a letter, in this transaction. None if there is one under this key: it is owed once."""
    at = at or timezone.now()
    values = {
        "kind": kind,
        "message": message,
        "to": to,
        "language": language,
        "subject": single_line(subject)[:200],
        "body": intake.readable(body),
        "next_try_at": at,
        "made_by": by,
        "made_at": at,
    }
    with transaction.atomic():
        letter, new = Letter.objects.get_or_create(key=key, defaults=values)
        if not new:
            return None
        jobs.enqueue("send_letter", letter_id=letter.pk)
    return letter


def send(number: int, *, at: datetime | None = None) -> mailing.Failure | None:
    """Try one letter, if it is due and nobody else has it in hand. Returns why it did not go, if it was tried and did not.

    Not to be called in a transaction: that the letter is in hand must be known to others before the server is.
    """
    now = at or timezone.now()
    due = Letter.objects.filter(pk=number, state=State.WAITING, next_try_at__lte=now)
    # Without the reason of the last failure it counts as in hand, see `again`.
    if not due.update(tries=F("tries") + 1, next_try_at=now + LEASE, failure=""):
        return None
    letter = Letter.objects.select_related("message", "to").get(pk=number)
    to = _address(letter)
    if not to:
        words = NO_ADDRESS if letter.kind in _TO_STAFF else FORGOTTEN
        _rest(letter, state=State.FAILED, failure=words)
        return mailing.Failure(words, away=False)
    failure = mailing.deliver(letter, to)
    now = at or timezone.now()
    if failure is None:
        _went(letter, now)
    elif letter.tries > len(DELAYS):
        _rest(letter, state=State.FAILED, failure=failure.words)
    else:
        _rest(letter, next_try_at=now + DELAYS[letter.tries - 1], failure=failure.words)
    return failure


def send_due(*, at: datetime | None = None) -> None:
    """Try what is due. When no server answers, the rest is left for the next look: it would wait in vain one by one."""
    now = at or timezone.now()
    due = Letter.objects.filter(state=State.WAITING, next_try_at__lte=now).order_by("next_try_at", "pk")
    for number in list(due.values_list("pk", flat=True)[:_AT_ONCE]):
        failure = send(number, at=at)
        if failure and failure.away:
            return


def again(letter: Letter, *, by: Any, at: datetime | None = None) -> bool:
    """Have a letter that did not go tried at once, with all its tries before it. False if it went or is in hand."""
    triage.require(by)
    at = at or timezone.now()
    with transaction.atomic():
        stuck = troubled().filter(pk=letter.pk)
        if not stuck.update(state=State.WAITING, tries=0, next_try_at=at):
            return False
        jobs.enqueue("send_letter", letter_id=letter.pk)
    return True


def troubled() -> QuerySet[Letter]:
    """The letters that did not go so far: given up, or waiting for another try."""
    return Letter.objects.exclude(state=State.SENT).exclude(failure="")


def _address(letter: Letter) -> str:
    """Where the letter goes: looked up at the moment of sending, so that what was forgotten is not written to."""
    if letter.message is not None:
        return letter.message.email if letter.body else ""
    person: Any = letter.to
    return person.email if person and person.is_active else ""


def _went(letter: Letter, at: datetime) -> None:
    # What staff were sent repeats what readers wrote: it is in the queue, and need not be here as well.
    body = "" if letter.kind in _TO_STAFF else letter.body
    with transaction.atomic():
        _rest(letter, state=State.SENT, sent_at=at, failure="", body=body)
        if letter.kind == Kind.TOLD and letter.message is not None:
            TriageEvent.write(letter.message, TriageEvent.Verb.TELL, by=None, at=at)


def _rest(letter: Letter, **values: Any) -> None:
    """Put down a letter that is in hand."""
    Letter.objects.filter(pk=letter.pk, state=State.WAITING, tries=letter.tries).update(**values)
