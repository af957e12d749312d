"""The shapes of the demonstration edition: plain values that say nothing about how they are stored."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "es")
Kind = Literal["brief", "news", "analysis", "investigation", "profile", "interview"]
TopicKind = Literal["theme", "actor", "institution"]
CorrectionKind = Literal["correction", "clarification", "update"]
LetterStatus = Literal["new", "in_progress", "resolved", "spam"]
Went = Literal["sent", "waiting", "failed"]
Role = Literal["author", "contributor", "editor", "data", "translator"]


#: The space inside one number, as Spanish groups digits (13 000) and sets percentages (20 %): no line may end there.
_WITHIN_A_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|%)")


def flow(text: str) -> str:
    """Text without the wrapping of its source: blank lines part blocks, other white space is one space.

    The space inside a number does not break.
    """
    unwrapped = "\n".join(" ".join(block.split()) for block in text.strip().split("\n\n"))
    return _WITHIN_A_NUMBER.sub("\N{NO-BREAK SPACE}", unwrapped)


@dataclass(frozen=True)
class Both:
    """One text in each language of the house; `flow` has undone the wrapping of the source."""

    en: str
    es: str

    def __post_init__(self) -> None:
        for language in ("en", "es"):
            object.__setattr__(self, language, flow(getattr(self, language)))

    def in_(self, language: Language) -> str:
        return self.en if language == "en" else self.es


@dataclass(frozen=True)
class House:
    """What the masthead holds, all of it plain text. `demonstration` is the mark that every page shows."""

    name: str
    tagline: Both
    byline: Both
    donation: Both
    donation_label: Both
    invitation: Both
    licence: Both
    licence_name: str
    licence_url: str
    email: str
    about: Both
    demonstration: Both


@dataclass(frozen=True)
class Section:
    """`parent` is the key of the section above, or None on the first of the two levels."""

    key: str
    parent: str | None
    name: Both
    slug: Both
    description: Both


@dataclass(frozen=True)
class Country:
    """`code` is ISO 3166-1 alpha-2; the names come from CLDR.

    `profile` is HTML in the schema of article bodies; `reviewed` is the day on which it was last checked.
    """

    code: str
    slug: Both
    profile: Both
    reviewed: date


@dataclass(frozen=True)
class Topic:
    """`profile` is HTML in the schema of article bodies; `reviewed` is the day on which it was last checked."""

    key: str
    kind: TopicKind
    name: Both
    slug: Both
    profile: Both
    reviewed: date
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Author:
    key: str
    name: str
    slug: str
    bio: Both
    languages: tuple[Language, ...] = ("en", "es")


@dataclass(frozen=True)
class Announcement:
    """A dated entry of the house's own news; `body` is HTML in the schema of article bodies."""

    key: str
    day: date
    title: Both
    slug: Both
    summary: Both
    body: Both


@dataclass(frozen=True)
class Page:
    """A page under About, in menu order; `body` is HTML in the schema of article bodies."""

    key: str
    title: Both
    slug: Both
    body: Both


@dataclass(frozen=True)
class Drawing:
    """A picture painted by the program itself; `paint` answers an encoded JPEG of 1600 by 900 pixels."""

    key: str
    alt: Both
    caption: Both
    credit: str
    paint: Callable[[], bytes]


@dataclass(frozen=True)
class Story:
    """A story of the demonstration edition, in one language.

    Stories that share `key` are translations of each other. `kicker` is "topic:<key>" or "country:<code>",
    one of the story's own. `body` is HTML in the schema of article bodies, where `<figure data-drawing="KEY">`
    stands for a drawing. `picks` are keys of other stories in the same language.
    """

    key: str
    language: Language
    kind: Kind
    section: str
    headline: str
    slug: str
    dek: str
    body: str
    bylines: tuple[tuple[str, Role], ...]
    countries: tuple[str, ...]
    topics: tuple[str, ...]
    kicker: str
    tags: tuple[str, ...]
    published: datetime
    lead_image: str | None = None
    picks: tuple[str, ...] = ()
    demonstration: bool = True

    def __post_init__(self) -> None:
        for name in ("headline", "dek", "body"):
            object.__setattr__(self, name, flow(getattr(self, name)))


@dataclass(frozen=True)
class Correction:
    """A dated note on a story, in each language that the story is published in."""

    story: str
    kind: CorrectionKind
    at: datetime
    text: Both


@dataclass(frozen=True)
class Letter:
    """What a reader sent, about the story `story` in its language or else from the page at `address`.

    `status` is how far the staff have come with it. `corrected`: it led to the story's correction. `answer` is the title of
    the saved reply that it was answered with, and `went` what became of that letter.
    """

    language: Language
    at: datetime
    text: str
    story: str = ""
    address: str = ""
    name: str = ""
    email: str = ""
    status: LetterStatus = "new"
    corrected: bool = False
    answer: str = ""
    went: Went = "sent"

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "text", "\n\n".join(" ".join(part.split()) for part in self.text.split("\n\n")).strip()
        )


@dataclass(frozen=True)
class Votes:
    """How many readers of a story answered that it was helpful, and how many that it was not."""

    yes: int
    no: int


def noon(year: int, month: int, day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A moment in UTC; stories of the demonstration came out around midday."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
