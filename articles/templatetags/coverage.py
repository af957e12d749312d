"""What the pages of countries and topics say of their coverage. It is what it was until a story of theirs comes or goes, so it
is written once and remembered, whatever else a new edition changes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from articles import timelines
from articles.companions import Links
from articles.coverage import Month
from articles.folding.filling import filled, filled_rows
from articles.folding.loader import render_part
from articles.remembering import remembered
from articles.templatetags.public import LOCALES, separated

register = template.Library()


@register.simple_tag(takes_context=True)
def timeline(context: Mapping[str, Any], months: Sequence[Month]) -> SafeString:
    """The timeline of a list with these months, the newest first."""
    return _timeline(tuple(months), context["language"])


@remembered(256)
def _timeline(months: tuple[Month, ...], language: str) -> SafeString:
    context = {"timeline": timelines.of_months(months), "language": language}
    return render_part("components/timeline.html", context)


@register.simple_tag(takes_context=True)
def companions(context: Mapping[str, Any], links: Links, of_country: bool = False) -> SafeString:
    """What a country or a topic is covered together with."""
    return _companions(links, of_country, context["language"])


@register.simple_tag(takes_context=True)
def companion_links(context: Mapping[str, Any], links: Iterable[tuple[str, str, int]]) -> SafeString:
    """What is covered together with it, each as an item of a list with the number of stories."""
    locale = LOCALES[context["language"]]
    rows = [(name, path, separated(stories, locale)) for name, path, stories in links]
    return filled_rows("components/rows/companion.html", ("name", "path", "stories"), rows)


@register.simple_tag(takes_context=True)
def told_of_country(context: Mapping[str, Any], country: str, stories: int) -> str:
    """How many stories a country has, for those who can't see its shade on a map."""
    words = ngettext("%(country)s: %(stories)s story", "%(country)s: %(stories)s stories", stories)
    return words % {"country": country, "stories": separated(stories, LOCALES[context["language"]])}


@register.simple_tag(takes_context=True)
def crossed_cells(context: Mapping[str, Any], country: str, cells: Iterable[Any]) -> SafeString:
    """What a country (by its name) has of each topic, as cells of a table; there may be hundreds in it."""
    language = context["language"]
    locale = LOCALES[language]
    return SafeString("".join([_cell(country, cell, language, locale) if cell else "<td></td>" for cell in cells]))


def _cell(country: str, cell: Any, language: str, locale: str) -> str:
    stories = separated(cell.stories, locale)
    label = f"{country}, {cell.row.said_in(language, 'name')}: {stories}"
    texts = {"shade": str(cell.shade), "path": cell.path, "label": label, "stories": stories}
    return filled("components/rows/cell.html", texts)


@remembered(256)
def _companions(links: Links, of_country: bool, language: str) -> SafeString:
    context = {"companions": links, "country": of_country, "language": language}
    return render_part("components/companions.html", context)
