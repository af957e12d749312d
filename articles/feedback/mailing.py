"""One letter handed to the mail server: plain text, on one subject line, from the house."""

import re
import smtplib
from email.utils import formataddr
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac

from articles.feedback import masking
from articles.feedback.models import Letter
from articles.markup import single_line
from articles.models import Masthead

_LONGEST = 300  # characters of a failure


class Failure(NamedTuple):
    """Why a letter did not go, in words without an address. `away`: there was no server that could say anything of it."""

    words: str
    away: bool


def deliver(letter: Letter, to: str) -> Failure | None:
    """Give the letter to the mail server; None if it was taken.

    What was taken may still come back by mail, to the address it is from. A letter keeps its Message-ID, so that whoever
    gets it twice, because a connection broke after the server had taken it, can tell that it is the same.
    """
    try:
        mail(letter, to).send()
    except Exception as fault:  # whatever it is, the letter has to be tried again and somebody has to read why
        return failure_of(fault, to)
    return None


def mail(letter: Letter, to: str) -> EmailMessage:
    """The letter as it leaves the house."""
    house = Masthead.current()
    name, answers = single_line(house.name), single_line(house.contact_email)
    headers = {"Message-ID": message_id(letter), "Content-Language": letter.language}
    if letter.kind != Letter.Kind.ANSWER:
        headers["Auto-Submitted"] = "auto-generated"  # so that no holiday notice answers it
    return EmailMessage(
        subject=single_line(letter.subject),
        body=letter.body,
        from_email=formataddr((name, settings.DEFAULT_FROM_EMAIL)) if name else settings.DEFAULT_FROM_EMAIL,
        to=[to],
        reply_to=[answers] if answers else None,
        headers=headers,
    )


def message_id(letter: Letter) -> str:
    """The same at every try."""
    mark = salted_hmac("feedback.letter", f"{letter.key} {letter.made_at.isoformat()}").hexdigest()[:32]
    return f"<{mark}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


def failure_of(fault: Exception, to: str) -> Failure:
    """What went wrong as staff may read it: what the server said, with every address covered."""
    said = _said(fault)
    words = re.sub(re.escape(to), masking.COVER, said, flags=re.IGNORECASE) if to else said
    words = single_line(masking.masked(words))[:_LONGEST]
    answered = isinstance(fault, (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused))
    return Failure(words or type(fault).__name__, away=isinstance(fault, OSError) and not answered)


def _said(fault: Exception) -> str:
    match fault:
        case smtplib.SMTPRecipientsRefused():
            refusals: dict[str, tuple[int, Any]] = dict(fault.recipients)
            return "; ".join(_answer(code, text) for code, text in refusals.values())
        case smtplib.SMTPResponseException():
            return _answer(fault.smtp_code, fault.smtp_error)
    return f"{type(fault).__name__}: {fault}"


def _answer(code: int, text: Any) -> str:
    return f"{code} {text.decode(errors='replace') if isinstance(text, bytes) else text}"
