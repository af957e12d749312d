"""The archive by date, and what is about one country and one topic."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel.dates import format_skeleton
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import coverage, pathwords, structured, timelines
from articles.metadata import Crumb, Metadata, breadcrumb
from articles.models import Address, Country, Masthead, Topic
from articles.templatetags.public import LOCALES
from articles.views import pages
from articles.views.listing import BeyondTheEnd, Listing, page_of_shape


@require_safe
def archive(request: HttpRequest, language: str) -> HttpResponse:
    """Every year and month that has stories."""
    masthead, shape = coverage.masthead_and_shape(coverage.ALL, language)
    crumbs = [_home(language), Crumb(_("Archive"))]
    context = {"timeline": timelines.of(shape, by_month=True)}
    return _shown(
        request, shape, masthead, context, title=_("Archive"), crumbs=crumbs,
        path=pathwords.page("archive", language), alternates=pages.in_every_language("archive", language),
        feed=pathwords.PREFIXES[language],
    )  # fmt: skip


@require_safe
def of_year(request: HttpRequest, language: str, year: str, page: str | None = None) -> HttpResponse:
    """The stories of a year, and its months. 404 for a year without stories."""
    masthead, whole = coverage.masthead_and_shape(coverage.ALL, language)
    shape = whole.within(int(year))
    crumbs = [_home(language), Crumb(_("Archive"), pathwords.page("archive", language)), Crumb(year)]
    context = {"timeline": timelines.of(shape, by_month=True), "is_year": True, **_around(whole, int(year))}
    return _dated(
        request, shape, masthead, context, int(page or 1), _("Archive: %(when)s") % {"when": year}, crumbs, int(year)
    )


@require_safe
def of_month(request: HttpRequest, language: str, year: str, month: str, page: str | None = None) -> HttpResponse:
    """The stories of a month. 404 for a month without stories."""
    masthead, whole = coverage.masthead_and_shape(coverage.ALL, language)
    shape = whole.within(int(year), int(month))
    first = date(int(year), int(month), 1)
    name = format_skeleton("yMMMM", first, locale=LOCALES[language])
    crumbs = [
        _home(language),
        Crumb(_("Archive"), pathwords.page("archive", language)),
        Crumb(year, pathwords.dated(language, first.year)),
        Crumb(name),
    ]
    context = _around(whole, first.year, first.month)
    title = _("Archive: %(when)s") % {"when": name}
    return _dated(request, shape, masthead, context, int(page or 1), title, crumbs, first.year, first.month)


@require_safe
def crossing(request: HttpRequest, language: str, country: str, topic: str, page: str | None = None) -> HttpResponse:
    """The stories about a country and a topic. 404 where there are none; former addresses of either lead here."""
    rows = rows_at(language, country, topic)
    if rows is None:
        raise Http404
    number = int(page or 1)
    path = address_of_both(*rows, language)
    if pathwords.numbered(path, number) != request.path_info:
        return HttpResponsePermanentRedirect(pathwords.numbered(path, number))
    masthead, shape = coverage.masthead_and_shape(coverage.shelf_of_both(*rows), language)
    if not shape.count:
        raise BeyondTheEnd(masthead)
    place, subject = (row.said_in(language, "name") for row in rows)
    crumbs = [
        _home(language),
        Crumb(_("Countries"), pathwords.page("countries", language)),
        Crumb(place, rows[0].path_in(language)),
        Crumb(subject, path),
    ]
    context: dict[str, Any] = {"country": rows[0], "topic": rows[1], "timeline": timelines.of(shape)}
    return _shown(
        request, shape, masthead, context, title=title_of_both(*rows, language), crumbs=crumbs, path=path,
        alternates={code: address_of_both(*rows, code) for code in shape.elsewhere}, feed=path,
        template="articles/crossing.html", listing=page_of_shape(shape, number, path, masthead),
        elsewhere=rows[0].path_in(_other(language)),
    )  # fmt: skip


def rows_at(language: str, country: str, topic: str) -> tuple[Country, Topic] | None:
    """The country and the topic that live, or once lived, at these slugs. One query."""
    paths = [pathwords.below("countries", language, country), pathwords.below("topics", language, topic)]
    found = {
        address.path: address for address in Address.objects.filter(path__in=paths).select_related("country", "topic")
    }
    place, subject = (found.get(path) for path in paths)
    if not place or not subject or not place.country or not subject.topic:
        return None
    return place.country, subject.topic


def address_of_both(country: Country, topic: Topic, language: str) -> str:
    """Where the stories about a country and a topic are listed."""
    return pathwords.crossed(country.path_in(language), language, topic.said_in(language, "slug"))


def title_of_both(country: Country, topic: Topic, language: str) -> str:
    """What is said over such a list, in the active language."""
    names = {"country": country.said_in(language, "name"), "topic": topic.said_in(language, "name")}
    return _("%(country)s: %(topic)s") % names


def _dated(
    request: HttpRequest,
    shape: coverage.Shape,
    masthead: Masthead,
    context: Mapping[str, Any],
    page: int,
    title: str,
    crumbs: list[Crumb],
    year: int,
    month: int = 0,
) -> HttpResponse:
    if not shape.count:
        raise BeyondTheEnd(masthead)
    path = pathwords.dated(shape.language, year, month)
    return _shown(
        request, shape, masthead, context, title=title, path=path, crumbs=crumbs,
        alternates={code: pathwords.dated(code, year, month) for code in shape.elsewhere},
        feed=pathwords.PREFIXES[shape.language], listing=page_of_shape(shape, page, path, masthead),
        elsewhere=pathwords.page("archive", _other(shape.language)),
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


def _shown(
    request: HttpRequest,
    shape: coverage.Shape,
    masthead: Masthead,
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
        masthead=masthead,
        elsewhere=elsewhere,
    )


def _home(language: str) -> Crumb:
    return Crumb(_("Home"), pathwords.PREFIXES[language])


def _other(language: str) -> str:
    return next(code for code in pathwords.LANGUAGES if code != language)
