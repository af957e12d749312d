"""What is about a country and a topic, and what a section has about a country."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from articles import coverage, crossings, pathwords, timelines
from articles.metadata import Crumb
from articles.views import addresses, archive, ways
from articles.views.listing import BeyondTheEnd, page_of_shape


@require_safe
def show(
    request: HttpRequest, language: str, country: str, *, topic: str = "", section: str = "", page: str | None = None
) -> HttpResponse:
    """The stories about a country and a topic, or a country in a section; former addresses of any of them lead here.

    404 where there are none.
    """
    found = crossings.at(language, country, topic=topic, section=section)
    if found is None and section:  # anything may once have lived below a country
        return addresses.show(request, request.path_info.strip("/"))
    if found is None:
        raise Http404
    number = int(page or 1)
    path = found.path_in(language)
    if pathwords.numbered(path, number) != request.path_info:
        return HttpResponsePermanentRedirect(pathwords.numbered(path, number))
    shape = coverage.shape_of(found.shelf, language)
    if not shape.count:
        raise BeyondTheEnd
    crumbs = [
        ways.home(language),
        ways.to("countries", language),
        Crumb(found.country.said_in(language, "name"), found.country.path_in(language)),
        Crumb(found.other.said_in(language, "name"), path),
    ]
    kind = "topic" if topic else "section"
    context = {"country": found.country, kind: found.other, "timeline": timelines.of(shape)}
    return archive.shown(
        request, shape, context, title=found.title_in(language), crumbs=crumbs, path=path,
        alternates={code: found.path_in(code) for code in shape.elsewhere}, feed=path,
        template="articles/crossing.html", listing=page_of_shape(shape, number, path),
        elsewhere=found.country.path_in(archive.other(language)),
    )  # fmt: skip
