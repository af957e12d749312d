"""What is about a country and a topic, and what a section has about a country: lists without a row of `Address`."""

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import coverage, pathwords, timelines
from articles.metadata import Crumb
from articles.models import Address, Country, Section, Topic
from articles.views import addresses, archive
from articles.views.listing import BeyondTheEnd, page_of_shape


class Crossing(NamedTuple):
    """A country, and the topic or section that its stories are filed under too."""

    country: Country
    other: Topic | Section

    @property
    def shelf(self) -> coverage.Shelf:
        if isinstance(self.other, Topic):
            return coverage.shelf_of_both(self.country, self.other)
        return coverage.shelf_of_country_in(self.other, self.country)

    def path_in(self, language: str) -> str:
        """Where its stories are listed."""
        country = self.country.path_in(language)
        if isinstance(self.other, Topic):
            return pathwords.crossed(country, language, self.other.said_in(language, "slug"))
        return pathwords.country_in(self.other.path_in(language), country, language)

    def title_in(self, language: str) -> str:
        """What is said over the list; the active language is to be the same."""
        names = {"country": self.country.said_in(language, "name"), "topic": self.other.said_in(language, "name")}
        return _("%(country)s: %(topic)s") % names


def at(language: str, country: str, *, topic: str = "", section: str = "") -> Crossing | None:
    """What lives, or once lived, at these parts of an address: slugs, and for a section all of its path. One query."""
    place = pathwords.below("countries", language, country)
    other = pathwords.below("topics", language, topic) if topic else f"{pathwords.PREFIXES[language]}{section}/"
    rows = Address.objects.filter(path__in=[place, other]).select_related("country", "topic", "section__parent")
    found = {address.path: address for address in rows}
    if place not in found or other not in found:
        return None
    where, crossed = found[place].country, found[other].topic if topic else found[other].section
    return Crossing(where, crossed) if where and crossed else None


@require_safe
def show(
    request: HttpRequest, language: str, country: str, *, topic: str = "", section: str = "", page: str | None = None
) -> HttpResponse:
    """The stories about a country and a topic, or a country in a section; former addresses of any of them lead here.

    404 where there are none.
    """
    found = at(language, country, topic=topic, section=section)
    if found is None and section:  # anything may once have lived below a country
        return addresses.show(request, request.path_info.strip("/"))
    if found is None:
        raise Http404
    number = int(page or 1)
    path = found.path_in(language)
    if pathwords.numbered(path, number) != request.path_info:
        return HttpResponsePermanentRedirect(pathwords.numbered(path, number))
    masthead, shape = coverage.masthead_and_shape(found.shelf, language)
    if not shape.count:
        raise BeyondTheEnd(masthead)
    crumbs = [
        archive.home(language),
        Crumb(_("Countries"), pathwords.page("countries", language)),
        Crumb(found.country.said_in(language, "name"), found.country.path_in(language)),
        Crumb(found.other.said_in(language, "name"), path),
    ]
    kind = "topic" if topic else "section"
    context = {"country": found.country, kind: found.other, "timeline": timelines.of(shape)}
    return archive.shown(
        request, shape, masthead, context, title=found.title_in(language), crumbs=crumbs, path=path,
        alternates={code: found.path_in(code) for code in shape.elsewhere}, feed=path,
        template="articles/crossing.html", listing=page_of_shape(shape, number, path, masthead),
        elsewhere=found.country.path_in(archive.other(language)),
    )  # fmt: skip
