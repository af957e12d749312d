"""Months and years in the page's language, as CLDR writes them."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_skeleton
from django import template
from django.utils import timezone

from articles import pathwords
from articles.templatetags.public import LOCALES

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
def explored(context: Mapping[str, Any], row: Any) -> str:
    """The address of the view of the archive by a section or topic."""
    return pathwords.explored(row.path_in(context["language"]), context["language"])
