"""Why a story is related to another one: what both are filed under, as data in the list and as words on the page."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Country, Tag, Topic
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

#: What is said of a story that has words in common, and no subject.
ALIKE = _("On a similar matter")


def of(shared: Shared) -> dict[str, Any]:
    """The reasons as they are stored: the keys of what both are filed under, the rarest first. What is empty is left out."""
    told = {"topics": shared.topics, "countries": shared.countries, "tags": shared.tags}
    found: dict[str, Any] = {name: list(keys) for name, keys in told.items() if keys}
    return found | ({"series": True} if shared.series else {})


Known = Mapping[str, Mapping[int, Any]]


def known(article: Article) -> Known:
    """What a story is filed under, from its caches: the rows of each kind by their keys."""
    return {
        "topics": {topic.pk: topic for topic in article.topics.all()},
        "countries": {country.pk: country for country in article.countries.all()},
        "tags": {tag.pk: tag for tag in article.tags.all()},
    }


def said(reasons: Mapping[str, Any], filed: Known, language: str) -> tuple[str, str]:
    """What the reasons are called on the page of a story that is `known` to be filed so: in short (of a group), and in full.

    "Same actor: MS13", "Same actor: MS13 · Honduras". A subject that the story is not filed under any more is left out.
    """
    order = ("tags", "topics", "countries") if reasons.get("series") else ("topics", "tags", "countries")
    rows = [filed[name][key] for name in order for key in reasons.get(name, ()) if key in filed[name]]
    if not rows:
        return str(ALIKE), str(ALIKE)
    names = [row.name if isinstance(row, Tag) else row.said_in(language, "name") for row in rows]
    words = SAME[_kind(rows[0], bool(reasons.get("series")))]
    return _filled(words, names[:1]), _filled(words, names[:NAMED])


def _kind(row: Topic | Country | Tag, series: bool) -> str:
    if isinstance(row, Topic):
        return row.kind
    if isinstance(row, Country):
        return "country"
    return "series" if series else "tag"


def _filled(words: str | Promise, names: list[str]) -> str:
    return str(words) % {"names": " · ".join(names)}
