"""Months and years in the page's language, as CLDR writes them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from html import escape
from typing import Any

from babel.dates import format_skeleton
from django import template
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from articles import pathwords
from articles.folding.filling import filled, filled_rows
from articles.remembering import remembered
from articles.templatetags.public import LOCALES, separated
from articles.timelines import Timeline, Year

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
    drawn = [
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}">'
        f"<title>{_escaped(skeleton, first, locale)}: {separated(stories, locale)}</title></rect>"
        for first, stories, x, y, width, height in timeline.bars
        if stories
    ]
    return SafeString("\n".join(drawn))


@register.simple_tag(takes_context=True)
def most(context: Mapping[str, Any], timeline: Timeline) -> str:
    """In which month or year a timeline is highest, and how high."""
    locale, highest = LOCALES[context["language"]], timeline.highest
    words = ngettext(
        "The most: %(stories)s story in %(when)s.", "The most: %(stories)s stories in %(when)s.", highest.stories
    )
    when = _written("yMMMM" if timeline.by_month else "y", highest.first, locale)
    return words % {"stories": separated(highest.stories, locale), "when": when}


@register.simple_tag(takes_context=True)
def names_of_months(context: Mapping[str, Any]) -> SafeString:
    """The months of any year by their short names, as heads of columns."""
    return _heads(LOCALES[context["language"]])


@lru_cache(maxsize=8)
def _heads(locale: str) -> SafeString:
    names = (_escaped("MMM", date(2000, month, 1), locale) for month in range(1, 13))
    return SafeString("".join(f'<th scope="col">{name}</th>' for name in names))


@register.simple_tag(takes_context=True)
def lines(context: Mapping[str, Any], years: Iterable[Year], is_dated: bool = False) -> SafeString:
    """The lines of a calendar: the months of each year with their stories, and with links to their archives if they are dated."""
    language = context["language"]
    if is_dated:
        return SafeString("\n".join([_dated_line(year, language) for year in years]))
    locale = LOCALES[language]
    rows = [
        (str(year), _in_cells(_told(months, locale)), separated(stories, locale)) for year, stories, months in years
    ]
    return filled_rows("components/rows/year.html", ("year", "cells", "stories"), rows)


@remembered(2048)
def _dated_line(line: Year, language: str) -> SafeString:
    locale, year = LOCALES[language], line.year
    cells = [
        f'<a href="{pathwords.dated(language, year, month)}" title="{_escaped("yMMMM", date(year, month, 1), locale)}">'
        f"{told}</a>"
        if told
        else ""
        for month, told in enumerate(_told(line.months, locale), 1)
    ]
    texts = {
        "year": str(year),
        "path": pathwords.dated(language, year),
        "cells": _in_cells(cells),
        "stories": separated(line.stories, locale),
    }
    return filled("components/rows/year.html", texts)


@register.simple_tag(takes_context=True)
def counts(context: Mapping[str, Any], stories: Iterable[int]) -> SafeString:
    """Numbers of stories as cells of a table, empty ones for none."""
    return _in_cells(_told(stories, LOCALES[context["language"]]))


def _told(numbers: Iterable[int], locale: str) -> list[str]:
    written = _numbers(locale)
    return [written[number] for number in numbers]


@lru_cache(maxsize=8)
def _numbers(locale: str) -> "_Numbers":
    return _Numbers(locale)


class _Numbers(dict[int, str]):
    """Numbers as a locale writes them, and nothing for none. A table has hundreds of small ones."""

    def __init__(self, locale: str) -> None:
        super().__init__({0: ""})
        self._locale = locale

    def __missing__(self, number: int) -> str:
        written = separated(number, self._locale)
        if number < 10_000:
            self[number] = written
        return written


def _in_cells(told: Iterable[str]) -> SafeString:
    return SafeString(f"<td>{'</td><td>'.join(told)}</td>")


@register.simple_tag(takes_context=True)
def explored(context: Mapping[str, Any], row: Any) -> str:
    """The address of the view of the archive by a section or topic."""
    return pathwords.explored(row.path_in(context["language"]), context["language"])
