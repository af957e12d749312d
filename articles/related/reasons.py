"""Why a story is related to another one: what both are filed under, as data in the list and as words on the page."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles import gathering
from articles.models import Article, Topic
from articles.related.scoring import Shared

#: No more names are said.
NAMED = 3

#: How the first of the names is introduced.
SAME: Mapping[str, str | Promise] = {
    "series": _("Same investigation: %(names)s"),
    Topic.Kind.ACTOR.value: _("Same actor: %(names)s"),
    Topic.Kind.INSTITUTION.value: _("Same institution: %(names)s"),
    Topic.Kind.THEME.value: _("Same topic: %(names)s"),
    "tag": _("Same tag: %(names)s"),
    "country": _("Same country: %(names)s"),
}

#: What is said of a story that has words in common, and no subject; and of one that an editor chose.
ALIKE, CHOSEN = _("On a similar matter"), _("Chosen by the editors")


def of(shared: Shared) -> dict[str, Any]:
    """The reasons as they are stored: the keys of what both are filed under, the rarest first. What is empty is left out."""
    told = {"topics": shared.topics, "countries": shared.countries, "tags": shared.tags}
    found: dict[str, Any] = {name: list(keys) for name, keys in told.items() if keys}
    return found | ({"series": True} if shared.series else {})


class Subject(NamedTuple):
    """What a story is filed under: its kind, a key of `SAME`, and its name in the language of the story."""

    kind: str
    name: str


Known = Mapping[str, Mapping[int, Subject]]


def known(article: Article) -> Known:
    """What a story is filed under, from its caches: of each kind by the keys of the rows."""
    language = article.language
    return {
        "topics": {
            row.pk: Subject(row.kind, row.said_in(language, "name")) for row in gathering.rows(article, "topics")
        },
        "countries": {
            row.pk: Subject("country", row.said_in(language, "name")) for row in gathering.rows(article, "countries")
        },
        "tags": {row.pk: Subject("tag", row.name) for row in gathering.rows(article, "tags")},
    }


class Words(NamedTuple):
    """What is said in one language."""

    same: Mapping[str, str]
    alike: str
    chosen: str


def words() -> Words:
    """The words of the active language; a page needs them for each story of its list."""
    return _words(get_language())


@lru_cache(maxsize=8)
def _words(_language: str | None) -> Words:
    return Words({kind: str(sentence) for kind, sentence in SAME.items()}, str(ALIKE), str(CHOSEN))


def said(reasons: Mapping[str, Any], filed: Known, spoken: Words) -> tuple[str, str]:
    """What the reasons are called on the page of a story that is `known` to be filed so: in short (of a group), and in full.

    "Same actor: MS13", "Same actor: MS13 · Honduras". A subject that the story is not filed under any more is left out.
    """
    series = bool(reasons.get("series"))
    order = ("tags", "topics", "countries") if series else ("topics", "tags", "countries")
    subjects = [filed[name][key] for name in order for key in reasons.get(name, ()) if key in filed[name]]
    if not subjects:
        return spoken.alike, spoken.alike
    kind = subjects[0].kind
    sentence = spoken.same["series" if series and kind == "tag" else kind]
    names = [subject.name for subject in subjects[:NAMED]]
    return sentence % {"names": names[0]}, sentence % {"names": " · ".join(names)}
