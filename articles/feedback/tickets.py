"""Signed slips of paper that travel with a freshly drawn form: when it was opened, or which vote a reason belongs to.

They name nobody: a slip is a random word or the number of a vote. Pages that are stored for all readers carry none.
"""

import secrets
from hashlib import blake2b

from django.core.signing import BadSignature, TimestampSigner

_FORM = TimestampSigner(salt="feedback.form")
_VOTE = TimestampSigner(salt="feedback.vote")

_HOUR = 3600  # seconds


def for_form() -> str:
    """A slip for a form that is drawn now."""
    return _FORM.sign(secrets.token_urlsafe(9))


def is_genuine(ticket: str) -> bool:
    """Whether we made this slip for a form, whenever that was."""
    return _read(_FORM, ticket) is not None


def is_younger(ticket: str, seconds: int) -> bool:
    """Whether a genuine slip was made less than so many seconds ago."""
    return _read(_FORM, ticket, max_age=seconds) is not None if seconds else False


def sending(ticket: str, *texts: str) -> bytes | None:
    """What one form with these texts is known by; None for a form without a genuine slip."""
    word = _read(_FORM, ticket)
    if word is None:
        return None
    return blake2b("\0".join((word, *texts)).encode(), digest_size=16).digest()


def for_vote(number: int) -> str:
    """A slip to give a reason for this vote with."""
    return _VOTE.sign(str(number))


def vote_of(ticket: str) -> int | None:
    """The number of the vote, for an hour."""
    number = _read(_VOTE, ticket, max_age=_HOUR)
    return None if number is None else int(number)


def _read(signer: TimestampSigner, ticket: str, max_age: int | None = None) -> str | None:
    try:
        return signer.unsign(ticket, max_age=max_age)
    except (BadSignature, ValueError, OverflowError, UnicodeError):
        return None
