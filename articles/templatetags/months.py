"""Months and years in the page's language, as CLDR writes them."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from html import escape
from typing import Any

from babel.dates import format_skeleton
from django import template
from django.utils import timezone
from django.utils.safestring import SafeString

from articles import pathwords
from articles.remembering import remembered
from articles.templatetags.public import LOCALES, separated
from articles.timelines import Bar, Timeline, Year

register = template.Library()


@register.simple_tag(takes_context=True)
def month(context: Mapping[str, Any], first: date, skeleton: str = "yMMMM") -> str:
    """A month by its first day: "June 2011"; or as another skeleton of CLDR says it ("MMM" for "Jun", "y" for "2011")."""
    return _written(skeleton, first, LOCALES[context["language"]])


@lru_cache(maxsize=4096)
def _written(skeleton: str, first: date, locale: str) -> str:
    return format_skeleton(skeleton, first, locale=locale)


@lru_cache(maxsize=4096)
def _escaped(skeleton: str, first: date, locale: str) -> str:
    return escape(_written(skeleton, first, locale))


@register.simple_tag(takes_context=True)
def dated(context: Mapping[str, Any], when: date | datetime, whole_year: bool = False) -> str:
    """The address of the archive of the month, or of the year, that a day or a moment lies in."""
    there = timezone.localtime(when).date() if isinstance(when, datetime) else when
    return pathwords.dated(context["language"], there.year, 0 if whole_year else there.month)


@register.simple_tag(takes_context=True)
def bars(context: Mapping[str, Any], timeline: Timeline) -> SafeString:
    """The bars of a timeline, each named by its month or year. There are hundreds: a template would take milliseconds."""
    locale = LOCALES[context["language"]]
    skeleton = "yMMMM" if timeline.by_month else "y"

    def drawn(bar: Bar) -> str:
        title = f"{_escaped(skeleton, bar.first, locale)}: {separated(bar.stories, locale)}"
        return f'<rect x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"><title>{title}</title></rect>'

    return SafeString("\n".join(drawn(bar) for bar in timeline.bars if bar.stories))


@register.simple_tag(takes_context=True)
def cells(context: Mapping[str, Any], line: Year, is_dated: bool = False) -> SafeString:
    """The months of a line of the calendar, each with its stories, and with a link to its archive if it `is_dated`."""
    return _cells(line, bool(is_dated), context["language"])


@remembered(2048)
def _cells(line: Year, is_dated: bool, language: str) -> SafeString:
    locale = LOCALES[language]

    def cell(first: date, stories: int) -> str:
        told = separated(stories, locale) if stories else ""
        if not stories or not is_dated:
            return told
        there = pathwords.dated(language, first.year, first.month)
        return f'<a href="{there}" title="{_escaped("yMMMM", first, locale)}">{told}</a>'

    return SafeString("".join([f"<td>{cell(*one)}</td>" for one in line.months]))


@register.simple_tag(takes_context=True)
def explored(context: Mapping[str, Any], row: Any) -> str:
    """The address of the view of the archive by a section or topic."""
    return pathwords.explored(row.path_in(context["language"]), context["language"])
