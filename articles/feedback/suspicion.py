"""Why a message may be no letter to an editor: points, each with a reason that a person can weigh.

Nothing is refused or hidden by its points. They are for the order of a queue, and the reasons stand beside it in words.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

_LINK = re.compile(r"https?://|\bwww\.|\[url|<a\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")

#: The shortest text of capitals that is shouting and not an abbreviation.
_SHOUT = 30


class Reason(NamedTuple):
    """One reason: its code in the table, the number that goes with it, and its points."""

    code: str
    number: int
    points: int


#: What each code says, given its number.
SENTENCES: dict[str, Callable[[int], str]] = {
    "links": lambda n: ngettext("%(n)d link", "%(n)d links", n) % {"n": n},
    "repeated": lambda n: ngettext("same text sent %(n)d time", "same text sent %(n)d times", n) % {"n": n},
    "clockless": lambda n: _("not sent from our own form"),
    "capitals": lambda n: _("all in capitals"),
    "wordless": lambda n: _("hardly a word in it"),
}

#: What each code is called where no message is at hand, such as in a filter.
NAMES = {
    "links": gettext_lazy("with links"),
    "repeated": gettext_lazy("sent again and again"),
    "clockless": gettext_lazy("not sent from our own form"),
    "capitals": gettext_lazy("all in capitals"),
    "wordless": gettext_lazy("hardly a word in it"),
}


def judge(text: str, *, sent_before: int, clocked: bool) -> list[Reason]:
    """The reasons for suspicion. `sent_before` messages said the same; `clocked` if it came from a form that we drew."""
    reasons = []
    if links := len(_LINK.findall(text)):
        reasons.append(Reason("links", links, min(links, 5) * 2 - 1))
    if sent_before:
        reasons.append(Reason("repeated", sent_before + 1, min(sent_before, 10)))
    if not clocked:
        reasons.append(Reason("clockless", 0, 2))
    words = _WORD.findall(text)
    if sum(map(len, words)) >= _SHOUT and text.upper() == text:
        reasons.append(Reason("capitals", 0, 1))
    if not words or (len(text) > _SHOUT and sum(map(len, words)) < len(text) / 3):
        reasons.append(Reason("wordless", 0, 3))
    return reasons


def in_words(reasons: Sequence[Sequence[str | int]]) -> list[str]:
    """Stored reasons, as sentences for people; a code that this release doesn't know is left out."""
    return [SENTENCES[str(code)](int(number)) for code, number, *_points in reasons if code in SENTENCES]


def fingerprint(text: str) -> bytes:
    """Equal for texts that differ in accents, case, numbers, punctuation and spaces only."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(word for word in _WORD.findall(plain)) or "".join(plain.split())
    return blake2b(letters.encode(), digest_size=8).digest()
