"""What readers who asked for it are told when their message led to a correction. No word in it is a reader's."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.feedback import letters
from articles.feedback.models import Letter, Message
from articles.models import Correction, Masthead

_LED_TO = {
    Correction.Kind.CORRECTION: gettext_noop("Your message led to a correction. Readers of the story see it now:"),
    Correction.Kind.CLARIFICATION: gettext_noop(
        "Your message led to a clarification. Readers of the story see it now:"
    ),
    Correction.Kind.UPDATE: gettext_noop("Your message led to an update. Readers of the story see it now:"),
}


def owe(messages: Iterable[Message], correction: Correction, *, at: datetime) -> list[Letter]:
    """Queue a letter for each message with an address, once for each; who wrote twice about the same gets one letter."""
    written = set()
    owed = []
    for message in messages:
        address = message.email.casefold()
        if address and address not in written:
            written.add(address)
            with translation.override(message.language):
                subject, body = _wording(message, correction)
            letter = letters.owe(
                key=f"told:{message.pk}",
                kind=Letter.Kind.TOLD,
                message=message,
                language=message.language,
                subject=subject,
                body=body,
                at=at,
            )
            owed += [letter] if letter else []
    return owed


def _wording(message: Message, correction: Correction) -> tuple[str, str]:
    story = correction.article
    headline = story.headline
    parts = [
        _("Hello,"),
        _("You wrote to us about “%(headline)s”.") % {"headline": headline}
        + " "
        + _(_LED_TO[Correction.Kind(correction.kind)]),
        correction.text,
        settings.SITE_URL + story.get_absolute_url(),
        _("Thank you for telling us.") + "\n" + Masthead.current().name,
        closing(message),
    ]
    return _("What you reported has been put right: %(headline)s") % {"headline": headline}, "\n\n".join(parts)


def closing(message: Message) -> str:
    """Why this mail came, and for how long the address is known: under every letter to a reader."""
    if message.answer_welcome:
        used = _("You left this address to be told of a correction, and ticked that we may answer you.")
    else:
        used = _("You left this address to be told of a correction, and it is used for that alone.")
    kept = _("We forget it %(days)d days after your message.") % {"days": settings.FEEDBACK_CONTACT_DAYS}
    return f"-- \n{used} {kept}"
