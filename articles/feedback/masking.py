"""Personal details in a text: found by their formats, named in words, and covered where many eyes pass.

Formats only, no check digits: a mistyped number betrays its owner as well as a right one. So some harmless numbers are
covered too. Lists and exports call `masked`; whoever opens one message sees it whole.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

COVER = "•••"


class Format(NamedTuple):
    """How one kind of detail is written. `kind` is what people call it (a text of the catalogue)."""

    kind: str
    pattern: re.Pattern[str]


def _format(kind: str, pattern: str) -> Format:
    return Format(kind, re.compile(pattern, re.IGNORECASE | re.VERBOSE))


_EMAIL = gettext_noop("an e-mail address")
_NUMBER = gettext_noop("a national identity number")
_TAX = gettext_noop("a tax number")
_PHONE = gettext_noop("a telephone number")
_CARD = gettext_noop("a bank card or account number")
_NAME = gettext_noop("an account name")

# A digit or letter just before or after would make it a part of something longer.
_B, _E = r"(?<![\w.@-])", r"(?![\w@])(?!-\w)"

#: From the most particular to the most general: the first that fits names the detail.
FORMATS = (
    _format(_EMAIL, r"[\w.+%'-]{1,64} \s? (?:@|\(at\)|\[at\]|\(arroba\)|\[arroba\]) \s? [\w-]+ (?:\.[\w-]+)+"),
    # Mexico: CURP, then RFC
    _format(_NUMBER, _B + r"[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z\d]\d" + _E),
    _format(_TAX, _B + r"[A-ZÑ&]{3,4}[\s-]?\d{6}[\s-]?[A-Z\d]{3}" + _E),
    # Brazil: CNPJ (with letters from 2026 on), CPF
    _format(_TAX, _B + r"[A-Z\d]{2}\.[A-Z\d]{3}\.[A-Z\d]{3}/[A-Z\d]{4}-\d{2}" + _E),
    _format(_NUMBER, _B + r"\d{3}\.\d{3}\.\d{3}-\d{2}" + _E),
    # Chile: RUT; Argentina: CUIT and CUIL; Paraguay: RUC
    _format(_NUMBER, _B + r"\d{1,2}\.?\d{3}\.?\d{3}-[\dK]" + _E),
    _format(_TAX, _B + r"(?:20|23|24|25|26|27|30|33|34)-?\d{8}-?\d" + _E),
    # Dominican Republic, Honduras, Guatemala (CUI), Nicaragua, Panama, El Salvador (DUI, NIT), Costa Rica
    _format(_NUMBER, _B + r"\d{3}-\d{7}-\d" + _E),
    _format(_NUMBER, _B + r"\d{4}-\d{4}-\d{5}" + _E),
    _format(_NUMBER, _B + r"\d{4}\s\d{5}\s\d{4}" + _E),
    _format(_NUMBER, _B + r"\d{3}-\d{6}-\d{4}[A-Z]" + _E),
    _format(_NUMBER, _B + r"(?:\d{1,2}|PE|E|N|[1-9]AV|[1-9]PI)-\d{1,4}-\d{1,6}" + r"(?![\w@-])"),
    _format(_NUMBER, _B + r"\d{8}-\d" + _E),
    _format(_TAX, _B + r"\d{4}-\d{6}-\d{3}-\d" + _E),
    # Venezuela: cédula and RIF; United States: SSN; Canada: SIN
    _format(_NUMBER, _B + r"[VEJPG]-?\s?\d{1,2}\.?\d{3}\.?\d{3}(?:-?\d)?" + _E),
    _format(_NUMBER, _B + r"\d{3}-\d{2}-\d{4}" + _E),
    _format(_NUMBER, _B + r"\d{3}[\s-]\d{3}[\s-]\d{3}" + _E),
    # Any of these by its name: "DNI 30123456", "C.I. 4.567.890", "passport AB123456"
    _format(
        _NUMBER,
        r"\b(?:DNI|CURP|RFC|CPF|CNPJ|RUT|RUN|RUC|NIT|CUI|DPI|DUI|NUIP|SSN|SIN|C\.?\s?[CI]\.?|c[ée]dula|passport|pasaporte|RG|INE)"
        r"[\s:#.nNº°-]{0,6} (?=[A-Z\d.-]{0,12}\d{3}) [A-Z\d][A-Z\d.-]{4,19}",
    ),
    _format(_CARD, _B + r"(?:\d{4}[\s-]?){3}\d{1,7}" + _E),
    _format(_CARD, _B + r"\d{18,22}" + _E),
    # With its country: +57 300 123 4567; then as it is dialled at home
    _format(_PHONE, r"(?<![\w+])(?:\+|00)\d{1,3}(?:[\s().-]{0,2}\d){6,12}(?!\d)"),
    _format(_PHONE, _B + r"\(?\d{2,4}\)?[\s.-]\d{3,5}[\s.-]\d{3,4}" + _E),
    _format(_PHONE, _B + r"\(\d{2,4}\)\s?\d{6,8}" + _E),
    _format(_PHONE, _B + r"\d{4}[\s-]\d{4}(?<!(?:19|20)\d\d[\s-](?:19|20)\d\d)" + _E),
    # Numbers with the points of thousands are how many cédulas are written
    _format(_NUMBER, _B + r"\d{1,3}(?:\.\d{3}){2,3}" + _E),
    _format(_NUMBER, _B + r"\d{7,13}" + _E),
    _format(_NAME, r"(?<![\w@/.])@[A-Z_][\w.]{2,30}"),
)

#: A day or a pair of years looks like a number of something, and is none.
_DAYS = re.compile(
    r"(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:19|20)\d\d"
)


class Detail(NamedTuple):
    kind: str
    start: int
    end: int


def details(text: str) -> list[Detail]:
    """The details that the text seems to hold, in their order, none over another."""
    taken: list[Detail] = []
    covered = bytearray(len(text))
    for detail in _candidates(text):
        if not any(covered[detail.start : detail.end]):
            covered[detail.start : detail.end] = b"\1" * (detail.end - detail.start)
            taken.append(detail)
    return sorted(taken, key=lambda detail: detail.start)


#: What every format needs: one of these signs for addresses and names, three digits for all others. Most texts have neither.
_SIGN = re.compile(r"@|[(\[](?:at|arroba)[)\]]", re.IGNORECASE)
_DIGITS = re.compile(r"\d\D*\d\D*\d")


def _candidates(text: str) -> Iterator[Detail]:
    signed, numbered = _SIGN.search(text), _DIGITS.search(text)
    for kind, pattern in FORMATS:
        if not (signed if kind in (_EMAIL, _NAME) else numbered):
            continue
        for match in pattern.finditer(text):
            if not _DAYS.fullmatch(match[0]):
                yield Detail(kind, *match.span())


def masked(text: str) -> str:
    """The text with every such detail covered."""
    parts, place = [], 0
    for detail in details(text):
        parts += [text[place : detail.start], COVER]
        place = detail.end
    return "".join([*parts, text[place:]])


#: So many times the length of an excerpt are looked at, and so much at their end may be half of something.
_ENOUGH = 4
_LONGEST_DETAIL = 80  # characters


def excerpt(text: str, length: int) -> str:
    """The beginning of a text on one line, for lists. Covered before it is cut: half of a number is still somebody's."""
    # Covering costs time for every letter of a text.
    beginning = text[: length * _ENOUGH]
    shown = " ".join(masked(beginning).split())
    if len(beginning) < len(text):
        shown = shown[:-_LONGEST_DETAIL] + "…"
    return Truncator(shown).chars(length)


def masked_email(address: str) -> str:
    """An address of which nothing is left but that there is one."""
    return f"{COVER}@{COVER}" if address else ""


def kinds(*texts: str) -> list[str]:
    """What people call the details in these texts, each once, in the language that is active."""
    return list(dict.fromkeys(_(detail.kind) for text in texts for detail in details(text)))
