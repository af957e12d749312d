"""How much two stories have in common, as a number: likeness of their words and rarity of their subjects, times nearness in time.

docs/related.md tells where the numbers come from. None of them is fitted to one collection.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import log

#: What it is worth, beside the likeness of all words, that a story says what the headline of the other one says.
HEADLINE = 0.15

#: What one subject is worth that no other two stories share, beside the likeness of two equal texts.
SUBJECTS = 0.15

#: What kinds of subjects are worth beside each other. A tag that an investigation carries holds its parts together.
TOPIC, TAG, INVESTIGATION, COUNTRY = 1.0, 0.7, 1.5, 0.3

#: Stories of the same day gain this share; half of that is left after AGEING days, a quarter after three times as many.
NEAR, AGEING = 0.6, 90

#: No story is related that has less in common than this: of the links that editors made by hand, 19 of 20 have more.
ENOUGH = 0.12
#: Or that shares subjects worth this much: a topic of no more than about 3 stories in a hundred, a country of far fewer.
ENOUGH_SUBJECTS = 0.09

#: Texts that are so alike, and share so many words, are one story told again.
SAME, SAME_WORDS = 0.85, 20

#: A few words that both say prove little: below so many, likeness counts by the square of their share.
PROOF = 10


@dataclass(frozen=True)
class Subjects:
    """What a story is filed under, by kind and key, with the rarity of each: from 0 to 1, which no other story shares."""

    topics: Mapping[int, float] = field(default_factory=dict)
    countries: Mapping[int, float] = field(default_factory=dict)
    tags: Mapping[int, float] = field(default_factory=dict)
    investigation: bool = False

    def worth(self, topics: Sequence[int], countries: Sequence[int], tags: Sequence[int], *, series: bool) -> float:
        """What it is worth to share these of them; `series`: tags are those of an investigation."""
        return (
            TOPIC * _squared(self.topics, topics)
            + COUNTRY * _squared(self.countries, countries)
            + (INVESTIGATION if series else TAG) * _squared(self.tags, tags)
        )


def rarity(stories: int, among: int) -> float:
    """How rare a subject is that `stories` of `among` stories have, from 0 to 1."""
    among = max(among, 1)
    return log(1 + among / min(max(stories, 1), among)) / log(1 + among)


@dataclass(frozen=True)
class Shared:
    """What one story has in common with another: `likeness` of their words (the cosine), how much of the headline of each the
    other one says, how many words both say, and the subjects that both are filed under, the rarest first."""

    article: int
    published_at: datetime
    likeness: float = 0.0
    says_its_headline: float = 0.0
    headline_said_by_it: float = 0.0
    words: int = 0
    topics: tuple[int, ...] = ()
    countries: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    series: bool = False
    subjects: float = 0.0

    def is_the_same_story(self) -> bool:
        """Whether the one is the other, told again."""
        return self.likeness >= SAME and self.words >= SAME_WORDS

    def score(self, at: datetime, *, turned: bool = False) -> float:
        """What they have in common, for a story of `at`; `turned`: as the other one sees it."""
        said = self.headline_said_by_it if turned else self.says_its_headline
        days = abs((self.published_at - at).total_seconds()) / 86_400
        nearness = 1 + NEAR / (1 + days / AGEING)
        words = (self.likeness + HEADLINE * said) * min(1, self.words / PROOF) ** 2
        return round((words + SUBJECTS * self.subjects) * nearness, 5)

    def is_enough(self, score: float) -> bool:
        """Whether a reader of the one would want the other: a short list is better than one with filler."""
        return score >= ENOUGH or self.subjects >= ENOUGH_SUBJECTS


def _squared(rarities: Mapping[int, float], keys: Sequence[int]) -> float:
    return sum(rarities.get(key, 0.0) ** 2 for key in keys)
