"""The archive by date."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_skeleton
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import coverage, pathwords, structured, timelines
from articles.metadata import Crumb, Metadata, breadcrumb
from articles.templatetags.public import LOCALES
from articles.views import pages, ways
from articles.views.listing import BeyondTheEnd, Listing, page_of_shape


@require_safe
def archive(request: HttpRequest, language: str) -> HttpResponse:
    """Every year and month that has stories."""
    shape = coverage.shape_of(coverage.ALL, language)
    crumbs = [ways.home(language), Crumb(_("Archive"))]
    context = {"timeline": timelines.of(shape, by_month=True)}
    return shown(
        request, shape, context, title=_("Archive"), crumbs=crumbs,
        path=pathwords.page("archive", language), alternates=pages.in_every_language("archive", language),
        feed=pathwords.PREFIXES[language],
    )  # fmt: skip


@require_safe
def of_year(request: HttpRequest, language: str, year: str, page: str | None = None) -> HttpResponse:
    """The stories of a year, and its months. 404 for a year without stories."""
    whole = coverage.shape_of(coverage.ALL, language)
    shape = whole.within(int(year))
    crumbs = [ways.home(language), ways.to("archive", language), Crumb(year)]
    context = {"timeline": timelines.of(shape, by_month=True), "is_year": True, **_around(whole, int(year))}
    return _dated(request, shape, context, int(page or 1), _("Archive: %(when)s") % {"when": year}, crumbs, int(year))


@require_safe
def of_month(request: HttpRequest, language: str, year: str, month: str, page: str | None = None) -> HttpResponse:
    """The stories of a month. 404 for a month without stories."""
    whole = coverage.shape_of(coverage.ALL, language)
    shape = whole.within(int(year), int(month))
    first = date(int(year), int(month), 1)
    name = format_skeleton("yMMMM", first, locale=LOCALES[language])
    crumbs = [
        ways.home(language),
        ways.to("archive", language),
        Crumb(year, pathwords.dated(language, first.year)),
        Crumb(name),
    ]
    context = _around(whole, first.year, first.month)
    title = _("Archive: %(when)s") % {"when": name}
    return _dated(request, shape, context, int(page or 1), title, crumbs, first.year, first.month)


def _dated(
    request: HttpRequest,
    shape: coverage.Shape,
    context: Mapping[str, Any],
    page: int,
    title: str,
    crumbs: list[Crumb],
    year: int,
    month: int = 0,
) -> HttpResponse:
    if not shape.count:
        raise BeyondTheEnd
    path = pathwords.dated(shape.language, year, month)
    others = [coverage.shape_of(shape.shelf, code) for code in pathwords.LANGUAGES if code != shape.language]
    return shown(
        request, shape, context, title=title, path=path, crumbs=crumbs,
        alternates={
            one.language: pathwords.dated(one.language, year, month) for one in others if one.within(year, month).count
        },
        feed=pathwords.PREFIXES[shape.language], listing=page_of_shape(shape, page, path),
        elsewhere=pathwords.page("archive", other(shape.language)),
    )  # fmt: skip


def _around(whole: coverage.Shape, year: int, month: int = 0) -> dict[str, Any]:
    """The nearest year (or month) with stories before this one and after it."""
    here = date(year, month or 1, 1)
    known = sorted({m.first if month else date(m.first.year, 1, 1) for m in whole.months})
    return {
        "earlier": max((first for first in known if first < here), default=None),
        "later": min((first for first in known if first > here), default=None),
        "by_month": bool(month),
    }


def shown(
    request: HttpRequest,
    shape: coverage.Shape,
    context: Mapping[str, Any],
    *,
    title: str,
    path: str,
    crumbs: list[Crumb],
    alternates: Mapping[str, str],
    feed: str,
    template: str = "articles/archive.html",
    listing: Listing | None = None,
    elsewhere: str = "",
) -> HttpResponse:
    """A page of the archive, with a list or without."""
    language = shape.language
    metadata = Metadata(
        title=title,
        path=path,
        language=language,
        alternates=alternates,
        feed=pathwords.aspect(feed, "feed", language),
        structured=[structured.of_collection(title, path, language), breadcrumb(crumbs, path)],
    )
    shown = {"title": title, "crumbs": crumbs, "count": shape.count, "listing": listing}
    return pages.render(
        request,
        template,
        {**shown, **context},
        language=language,
        metadata=pages.later_page(metadata, listing.number) if listing else metadata,
        elsewhere=elsewhere,
    )


def other(language: str) -> str:
    """The other language."""
    return next(code for code in pathwords.LANGUAGES if code != language)
