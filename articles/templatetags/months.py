"""Months and years in the page's language, as CLDR writes them."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_skeleton
from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles import pathwords
from articles.remembering import remembered
from articles.templatetags.public import LOCALES, number
from articles.timelines import Timeline, Year

register = template.Library()


@register.simple_tag(takes_context=True)
def month(context: Mapping[str, Any], first: date, skeleton: str = "yMMMM") -> str:
    """A month by its first day: "June 2011"; or as another skeleton of CLDR says it ("MMM" for "Jun", "y" for "2011")."""
    return _written(skeleton, first, LOCALES[context["language"]])


@lru_cache(maxsize=4096)
def _written(skeleton: str, first: date, locale: str) -> str:
    return format_skeleton(skeleton, first, locale=locale)


@register.simple_tag(takes_context=True)
def dated(context: Mapping[str, Any], when: date | datetime, whole_year: bool = False) -> str:
    """The address of the archive of the month, or of the year, that a day or a moment lies in."""
    there = timezone.localtime(when).date() if isinstance(when, datetime) else when
    return pathwords.dated(context["language"], there.year, 0 if whole_year else there.month)


@register.simple_tag(takes_context=True)
def bars(context: Mapping[str, Any], timeline: Timeline) -> SafeString:
    """The bars of a timeline, each named by its month or year. There are hundreds: a template would take milliseconds."""
    skeleton = "yMMMM" if timeline.by_month else "y"
    return format_html_join(
        "\n",
        '<rect x="{}" y="{}" width="{}" height="{}"><title>{}: {}</title></rect>',
        (
            (bar.x, bar.y, bar.width, bar.height, month(context, bar.first, skeleton), number(context, bar.stories))
            for bar in timeline.bars
            if bar.stories
        ),
    )


@register.simple_tag(takes_context=True)
def cells(context: Mapping[str, Any], line: Year, is_dated: bool = False) -> SafeString:
    """The months of a line of the calendar, each with its stories, and with a link to its archive if it `is_dated`."""
    return _cells(line, bool(is_dated), context["language"])


@remembered(2048)
def _cells(line: Year, is_dated: bool, language: str) -> SafeString:
    page = {"language": language}

    def cell(first: date, stories: int) -> str:
        told = number(page, stories) if stories else ""
        if not stories or not is_dated:
            return told
        return format_html('<a href="{}" title="{}">{}</a>', dated(page, first), month(page, first), told)

    return mark_safe("".join(f"<td>{cell(*one)}</td>" for one in line.months))  # noqa: S308 - numbers and links


@register.simple_tag(takes_context=True)
def explored(context: Mapping[str, Any], row: Any) -> str:
    """The address of the view of the archive by a section or topic."""
    return pathwords.explored(row.path_in(context["language"]), context["language"])
