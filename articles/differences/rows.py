"""What two versions of a relation say differently, row by row."""

from collections.abc import Hashable, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from articles.differences.texts import Kind


class RelationChange(NamedTuple):
    """One row that a relation has in `one`, in `other`, or in both. The labels are "" where it is missing."""

    kind: Kind
    key: Hashable
    one: str
    other: str


def relations(one: Mapping[Any, str], other: Mapping[Any, str], *, ordered: bool = False) -> list[RelationChange]:
    """The rows of a relation (a mapping from key to label, in order), first those of `other`, then those that are GONE.

    A row with another label (a byline in another role) is CHANGED; of an ordered relation, rows that no longer stand in the
    same order among those that both have are MOVED.
    """
    common = [key for key in one if key in other]
    stayed = set(common)
    if ordered:
        now = [key for key in other if key in one]
        matcher: SequenceMatcher[Any] = SequenceMatcher(None, common, now, autojunk=False)
        stayed = {key for place, _there, size in matcher.get_matching_blocks() for key in common[place : place + size]}
    changes = []
    for key, label in other.items():
        if key not in one:
            changes.append(RelationChange(Kind.NEW, key, "", label))
        elif one[key] != label:
            changes.append(RelationChange(Kind.CHANGED, key, one[key], label))
        else:
            changes.append(RelationChange(Kind.SAME if key in stayed else Kind.MOVED, key, label, label))
    return changes + [RelationChange(Kind.GONE, key, label, "") for key, label in one.items() if key not in other]
