"""The editorial log in sentences: who did what to a story, and what it changed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.comparing import PARTS
from articles.models import Correction, EditorialEvent

#: What wrote a revision, as its line in the history says it.
ORIGINS: dict[str, str | Promise] = {
    "start": gettext_lazy("first version"),
    "save": gettext_lazy("saved"),
    "autosave": gettext_lazy("autosaved"),
    "merge": gettext_lazy("two versions merged"),
    "conflict": gettext_lazy("saved late, kept beside the draft"),
    "revert": gettext_lazy("earlier revision brought back"),
}

#: The sentence of each verb: the first whose details the event has. The last one asks for none.
SENTENCES: dict[str, tuple[tuple[tuple[str, ...], str | Promise], ...]] = {
    "start": (((), gettext_lazy("%(who)s started the story.")),),
    "save": (
        (("revision",), gettext_lazy("%(who)s saved the draft as revision %(revision)s.")),
        ((), gettext_lazy("%(who)s saved the draft.")),
    ),
    "autosave": (((), gettext_lazy("What %(who)s was writing was saved by itself.")),),
    "merge": (
        (("revision",), gettext_lazy("%(who)s merged two versions into revision %(revision)s.")),
        ((), gettext_lazy("%(who)s merged two versions.")),
    ),
    "conflict": (
        (("revision",), gettext_lazy("%(who)s saved late: the text was kept beside the draft as revision %(revision)s.")),
        ((), gettext_lazy("%(who)s saved late: the text was kept beside the draft.")),
    ),
    "revert": (
        (("to", "revision"), gettext_lazy("%(who)s went back to revision %(to)s, as revision %(revision)s.")),
        ((), gettext_lazy("%(who)s went back to an earlier revision.")),
    ),
    "assign": (
        (("to",), gettext_lazy("%(who)s gave the draft to %(to)s.")),
        ((), gettext_lazy("%(who)s gave the draft to nobody in particular.")),
    ),
    "submit": (
        (("revision",), gettext_lazy("%(who)s asked for a review of revision %(revision)s.")),
        ((), gettext_lazy("%(who)s asked for a review.")),
    ),
    "send_back": (((), gettext_lazy("%(who)s sent the draft back to its writer.")),),
    "approve": (
        (("revision",), gettext_lazy("%(who)s approved revision %(revision)s.")),
        ((), gettext_lazy("%(who)s approved the draft.")),
    ),
    "schedule": (
        (("revision", "due"), gettext_lazy("%(who)s scheduled revision %(revision)s for %(due)s.")),
        ((), gettext_lazy("%(who)s scheduled the draft.")),
    ),
    "unschedule": (((), gettext_lazy("%(who)s took the draft off the schedule.")),),
    "publish": (
        (("due", "revision"), gettext_lazy("Revision %(revision)s was published as %(who)s had scheduled it for %(due)s.")),
        (("first", "revision"), gettext_lazy("%(who)s published the story with revision %(revision)s.")),
        (("revision",), gettext_lazy("%(who)s published the changes up to revision %(revision)s.")),
        ((), gettext_lazy("%(who)s published the story.")),
    ),
    "publish_failed": (
        (("due",), gettext_lazy("The story was due at %(due)s, as %(who)s had scheduled it, and could not appear.")),
        ((), gettext_lazy("The story was due, as %(who)s had scheduled it, and could not appear.")),
    ),
    "unpublish": (((), gettext_lazy("%(who)s unpublished the story.")),),
    "withdraw": (((), gettext_lazy("%(who)s withdrew the story.")),),
    "reinstate": (((), gettext_lazy("%(who)s reinstated the story.")),),
    "bin": (((), gettext_lazy("%(who)s put the story in the bin.")),),
    "restore": (((), gettext_lazy("%(who)s took the story out of the bin.")),),
    "purge": (((), gettext_lazy("The story was deleted from the bin.")),),
    "correct": (
        (("kind", "text"), gettext_lazy("%(who)s told readers of a %(kind)s: “%(text)s”")),
        ((), gettext_lazy("%(who)s told readers of a correction.")),
    ),
    "note": (((), gettext_lazy("%(who)s wrote a note.")),),
    "resolve": (((), gettext_lazy("%(who)s resolved a note.")),),
    "reopen": (((), gettext_lazy("%(who)s reopened a note.")),),
    "translate": (((), gettext_lazy("%(who)s started the translation.")),),
    "follow": (
        (("revision",), gettext_lazy("%(who)s brought the translation up to date with revision %(revision)s of its source.")),
        ((), gettext_lazy("%(who)s brought the translation up to date.")),
    ),
    "share": (
        (("purpose", "until"), gettext_lazy("%(who)s made a preview link for %(purpose)s, open until %(until)s.")),
        ((), gettext_lazy("%(who)s made a preview link.")),
    ),
    "revoke": (
        (("purpose",), gettext_lazy("%(who)s closed the preview link for %(purpose)s.")),
        ((), gettext_lazy("%(who)s closed a preview link.")),
    ),
    "ban": (
        (("told",), gettext_lazy("%(who)s banned “%(told)s” from the related stories.")),
        ((), gettext_lazy("%(who)s banned a related story.")),
    ),
    "lift_ban": (
        (("told",), gettext_lazy("%(who)s lifted the ban of “%(told)s” from the related stories.")),
        ((), gettext_lazy("%(who)s lifted the ban of a related story.")),
    ),
    "protect": (((), gettext_lazy("%(who)s protected a byline.")),),
    "unprotect": (((), gettext_lazy("%(who)s lifted the protection of a byline.")),),
}  # fmt: skip

#: What is added to any sentence whose event has this detail.
CLAUSES: tuple[tuple[str, str | Promise], ...] = (
    ("changed", gettext_lazy("Changed: %(changed)s.")),
    ("corrections", gettext_lazy("Corrections told to readers: %(corrections)s.")),
    ("path", gettext_lazy("Address: %(path)s")),
    ("reason", gettext_lazy("Reason: “%(reason)s”")),
    ("withdrawal_note", gettext_lazy("Note to readers: “%(withdrawal_note)s”")),
)

_LABELS = {field: part.label for part in PARTS for field in part.fields}


def part_names(fields: Iterable[str]) -> list[str]:
    """The parts of a story that these fields of a snapshot belong to, in the order of the form, each once."""
    named = set(fields)
    return [str(part.label) for part in PARTS if named & set(part.fields)] + sorted(named - set(_LABELS))


def sentence(event: EditorialEvent) -> str:
    """One line of the log as a person would say it. An event that lacks a detail is told without it."""
    told = {"who": event.actor_name} | {name: _shown(name, value) for name, value in event.details.items() if value}
    told["verb"] = event.verb
    alternatives = SENTENCES.get(event.verb, (((), "%(who)s: %(verb)s."),))
    first = next(text for needed, text in alternatives if told.keys() >= set(needed))
    return " ".join(str(text) % told for text in (first, *(text for name, text in CLAUSES if name in told)))


def _shown(name: str, value: Any) -> str:
    shape = _SHAPES.get(name)
    return shape(value) if shape else str(value)


def _moment(value: str) -> str:
    return date_format(timezone.localtime(datetime.fromisoformat(value)), "DATETIME_FORMAT")


def _kind(value: str) -> str:
    return str(dict(Correction.Kind.choices).get(value, value)).lower()


def _names(value: list[str]) -> str:
    return joined(part_names(value))


def joined(names: Iterable[str]) -> str:
    """Names of parts within a sentence."""
    return ", ".join(name[:1].lower() + name[1:] for name in names)


_SHAPES: Mapping[str, Any] = {"due": _moment, "until": _moment, "kind": _kind, "changed": _names}
