"""The first steps of the way to a page: those that lead to fixed pages, and are the same on every page of a language."""

from functools import cache

from django.utils.translation import gettext, gettext_noop

from articles import pathwords
from articles.metadata import Crumb
from articles.views.speaking import speaking

_NAMES = {
    "about": gettext_noop("About us"),
    "archive": gettext_noop("Archive"),
    "authors": gettext_noop("Authors"),
    "countries": gettext_noop("Countries"),
    "explore": gettext_noop("Explore"),
    "topics": gettext_noop("Topics"),
}


@cache
def home(language: str) -> Crumb:
    """The step that every way begins with."""
    with speaking(language):
        return Crumb(gettext("Home"), pathwords.PREFIXES[language])


@cache
def to(page: str, language: str) -> Crumb:
    """The step to a page by its key in `pathwords.PAGES`; raises KeyError for one that is on no way."""
    with speaking(language):
        return Crumb(gettext(_NAMES[page]), pathwords.page(page, language))
