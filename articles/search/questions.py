"""The language of the search box: any text at all is a question, and none is an error.

    extortion -police "port of call" (words that should stand there, one that must not, a phrase that must)
    extortion OR kidnapping · hondur*
    country:honduras topic:"organised crime" author:prieto section:briefs kind:brief,news year:2012
    after:2011 before:2013-06 (from the first day of 2011 to the last of May 2013)

The names of the fields are understood in every language of the site.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from articles import markup

#: Longer questions are cut here: nobody types them, and each word costs.
QUESTION_LENGTH = 1000  # characters

#: What is longer than this is no question at all.
LONGEST = 4000  # characters

MOST_WORDS = 64
MOST_FILTERS = 12

FIELD_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("country", "pais", "país"), "country"),
    **dict.fromkeys(("topic", "tema"), "topic"),
    **dict.fromkeys(("author", "autor", "autora"), "author"),
    **dict.fromkeys(("section", "seccion", "sección"), "section"),
    **dict.fromkeys(("kind", "tipo"), "kind"),
    **dict.fromkeys(("year", "año", "ano"), "year"),
    **dict.fromkeys(("after", "desde"), "after"),
    **dict.fromkeys(("before", "hasta"), "before"),
}

#: How each field is called in each language, where a link of ours writes it.
FIELD_NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {name: name for name in ("country", "topic", "author", "section", "kind", "year", "after", "before")},
    "es": {
        "country": "pais",
        "topic": "tema",
        "author": "autor",
        "section": "seccion",
        "kind": "tipo",
        "year": "año",
        "after": "desde",
        "before": "hasta",
    },
}

_DATES = ("after", "before")

_PART = re.compile(
    r'(?P<minus>-)?(?:(?P<field>[^\W\d_]{2,10}):(?=[^\s]))?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]+))', re.UNICODE
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True)
class Word:
    """A word or a phrase as it was typed. `partial`: it is the beginning of a word."""

    text: str
    phrase: bool = False
    partial: bool = False


@dataclass(frozen=True)
class Filter:
    """A field and what it has to be: one of these values. `part` is the place in the question."""

    field: str
    values: tuple[str, ...]
    part: int


@dataclass(frozen=True)
class Question:
    """A question taken apart. Each of `wanted` holds the alternatives of one thing that is asked for."""

    text: str
    parts: tuple[str, ...] = ()
    wanted: tuple[tuple[Word, ...], ...] = ()
    excluded: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()
    after: datetime | None = None
    before: datetime | None = None
    dated: tuple[Filter, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked: no word and no filter."""
        return not (self.wanted or self.filters or self.after or self.before)

    def without(self, part: int) -> str:
        """The question without one of its parts."""
        return " ".join(text for number, text in enumerate(self.parts) if number != part)

    def narrowed(self, field: str, value: str, language: str) -> str:
        """The question with one more filter, in the words of a language."""
        told = f'"{value}"' if re.search(r"[\s,]", value) else value
        return " ".join([*self.parts, f"{FIELD_NAMES[language][field]}:{told}"])

    def corrected(self, corrections: Mapping[str, str]) -> str:
        """The question with other words in the place of some."""
        return " ".join(corrections.get(part, part) for part in self.parts)


def parse(asked: str) -> Question:
    """Take a question apart."""
    text = markup.single_line(asked)[:QUESTION_LENGTH].strip()
    parts: list[str] = []
    wanted: list[tuple[Word, ...]] = []
    excluded: list[Word] = []
    filters: list[Filter] = []
    dates: dict[str, datetime] = {}
    dated: dict[str, Filter] = {}
    joined = False
    for found in _PART.finditer(text.translate(_QUOTES)):
        place = len(parts)
        parts.append(found[0])
        if found[0] == "OR":
            joined = bool(wanted)
            continue
        name = FIELD_WORDS.get((found["field"] or "").lower(), "")
        value = (found["quoted"] if found["quoted"] is not None else found["plain"]).strip()
        if name in _DATES and (day := _day(value)):
            dates[name], dated[name] = day, Filter(name, (value,), place)
        elif name and name not in _DATES and not found["minus"] and len(filters) < MOST_FILTERS:
            values = (value,) if found["quoted"] is not None else tuple(filter(None, value.split(",")))
            filters.append(Filter(name, values, place))
        elif (word := _word(found)) and len(wanted) + len(excluded) < MOST_WORDS:
            if found["minus"]:
                excluded.append(word)
            elif joined:
                wanted[-1] = (*wanted[-1], word)
            else:
                wanted.append((word,))
        joined = False
    return Question(
        text, tuple(parts), tuple(wanted), tuple(excluded), tuple(filters), **dates, dated=tuple(dated.values())
    )


def _word(found: re.Match[str]) -> Word | None:
    if found["quoted"] is not None:
        text = f"{found['field']} {found['quoted']}" if found["field"] else found["quoted"]
        return Word(text.strip(), phrase=True) if text.strip() else None
    text = f"{found['field']}:{found['plain']}" if found["field"] else found["plain"]
    stripped = text.rstrip("*")
    if not any(character.isalnum() for character in stripped):
        return None
    return Word(stripped, partial=stripped != text)


def _day(value: str) -> datetime | None:
    """The first moment of a day, a month or a year; None for what is none of them."""
    found = _DAY.fullmatch(value)
    if not found:
        return None
    try:
        return datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=UTC)
    except ValueError:
        return None
