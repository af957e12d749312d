"""The house about itself: who it is, its pages and its announcements."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import coverage, markup, pathwords, rendering
from articles.metadata import Crumb, Metadata, breadcrumb, described
from articles.models import Announcement, Page
from articles.views import house, pages, ways
from articles.views.listing import months_of, page_of

ANNOUNCEMENTS = 6


@require_safe
def about(request: HttpRequest, language: str) -> HttpResponse:
    """Who the house is, with the way to its pages and its news."""
    masthead = house.of(request).masthead
    path = pathwords.page("about", language)
    crumbs = [*_way(language)[:1], Crumb(_("About %(house)s") % {"house": masthead.name})]
    context = {
        "crumbs": crumbs,
        "pages": house.of(request).pages(language),
        "announcements": house.of(request).announcements(language, ANNOUNCEMENTS),
    }
    metadata = Metadata(
        title=crumbs[-1].name,
        path=path,
        language=language,
        description=described(masthead.said_in(language, "about")),
        alternates=pages.in_every_language("about", language),
        structured=[breadcrumb(crumbs, path)],
    )
    return pages.render(request, "articles/about.html", context, language=language, metadata=metadata)


def page(request: HttpRequest, row: Page, language: str, number: int) -> HttpResponse:
    """One page of the house."""
    context = {
        "page": row,
        "body": rendering.to_page(row.body, language=language),
        "pages": house.of(request).pages(language),
    }
    return _told(request, "articles/page.html", row, language, context, below="about")


def announcement(request: HttpRequest, row: Announcement, language: str, number: int) -> HttpResponse:
    """One piece of news of the house."""
    context = {"announcement": row, "body": rendering.to_page(row.body, language=language)}
    return _told(request, "articles/announcement.html", row, language, context, below="updates")


@require_safe
def updates(request: HttpRequest, language: str, page: int = 1) -> HttpResponse:
    """Every announcement, newest first."""
    path = pathwords.page("updates", language)
    rows = Announcement.objects.filter(published=True, language=language).order_by("-date", "-pk")
    crumbs = [*_way(language), Crumb(_("Announcements"))]
    metadata = Metadata(
        title=_("Announcements"),
        path=path,
        language=language,
        alternates=pages.in_every_language("updates", language),
        structured=[breadcrumb(crumbs, path)],
    )
    months = months_of(rows, "date")

    def read(place: coverage.Stretch) -> list[Announcement]:
        return list(rows.filter(date__lt=place.end)[place.skipped : place.skipped + place.length])

    return pages.render(
        request,
        "articles/announcements.html",
        {"crumbs": crumbs, "listing": page_of(months, page, path, read)},
        language=language,
        metadata=pages.later_page(metadata, page),
    )


def _told(
    request: HttpRequest, template: str, row: Page | Announcement, language: str, context: dict, *, below: str
) -> HttpResponse:
    """A page that exists in one language only; the switch leads to what is above it in the other."""
    path = row.path_in(language)
    crumbs = [
        *_way(language),
        *([Crumb(_("Announcements"), pathwords.page("updates", language))] * (below == "updates")),
    ]
    metadata = Metadata(
        title=row.title,
        path=path,
        language=language,
        description=markup.excerpt(row.body),
        structured=[breadcrumb([*crumbs, Crumb(row.title)], path)],
    )
    elsewhere = pages.in_every_language(below, language).popitem()[1]
    return pages.render(
        request, template, context | {"crumbs": crumbs}, language=language, metadata=metadata, elsewhere=elsewhere
    )


def _way(language: str) -> list[Crumb]:
    return [ways.home(language), ways.to("about", language)]
