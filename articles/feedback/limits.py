"""How much is taken in an hour from one visitor and about one page, counted in the database for all processes together."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from articles.feedback import visitors
from articles.feedback.visitors import Visitor

WINDOW = timedelta(hours=1)


class Refused(Exception):
    """Too much was sent; the sentence says so to the reader, who keeps the text."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(sentence)


def seen(visitor: Visitor, purpose: str, *about: str, at: datetime, until: datetime) -> bool:
    """Whether this visitor sent just this before; if not, it is noted in this transaction, and holds `until` then."""
    return visitors.mark(visitor.key(purpose, *about, at=at), at=at, until=until) > 1


def admit(what: str, visitor: Visitor, page: str, *, at: datetime) -> None:
    """Count one more of `what` ("votes" or "messages"). Raises Refused if that is over a limit of the settings."""
    until = at + WINDOW
    # Always in this order, so that no two ever wait for one another.
    counts = (
        ("VISITOR", visitor.key(f"{what} in an hour", at=at), _of_visitor),
        ("PAGE", visitors.page_key(f"{what} in an hour", page, at=at), _on_page),
    )
    for scope, key, sentence in counts:
        limit = getattr(settings, f"FEEDBACK_{what.upper()}_PER_{scope}")
        if limit and visitors.mark(key, at=at, until=until) > limit:
            raise Refused(sentence())


def _of_visitor() -> str:
    return _(
        "A lot has come from your network within an hour, perhaps from others who share it with you."
        " Nothing was stored. Try again in an hour."
    )


def _on_page() -> str:
    return _("A lot has come about this page within an hour. Nothing was stored. Try again in an hour.")
