"""What readers see when a page can't be shown, in the site's language and with a way on.

An address that was never any costs two queries: the one that found it missing, and the masthead. The answer to a broken server
asks the database for nothing: it may be the database that is broken.
"""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from psycopg import OperationalError as DriverError

from articles import pathwords
from articles.metadata import Metadata
from articles.models import Masthead
from articles.views import house, pages

_NO_DATABASE = (OperationalError, InterfaceError, DriverError)
_RETRY_AFTER = "30"  # seconds


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: a request that no link of ours makes; whatever is wrong with it, nothing of it is used."""
    return _told(request, 400, Masthead())


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _told(request, 403, _masthead(request))


def sent_from_elsewhere(request: HttpRequest) -> HttpResponse:
    """403: a form of ours that came from another site's page; the reader may send it again from here."""
    return _told(request, 403, _masthead(request), elsewhere=True)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _told(request, 404, _masthead(request))


def gone(request: HttpRequest, note: str = "") -> HttpResponse:
    """410: it was public once and will not come back; `note` is what the newsroom tells readers about it."""
    return _told(request, 410, _masthead(request), note=note)


def broken(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database is away."""
    if not isinstance(sys.exc_info()[1], _NO_DATABASE):
        return _told(request, 500, Masthead())
    return database_away(request)


def database_away(request: HttpRequest) -> HttpResponse:
    """503: what is asked for can't be known now."""
    response = _told(request, 503, Masthead())
    response["Retry-After"] = _RETRY_AFTER
    return response


def _masthead(request: HttpRequest) -> Masthead:
    try:
        return house.of(request).masthead
    except _NO_DATABASE:
        return Masthead()


def _told(
    request: HttpRequest, status: int, masthead: Masthead, *, elsewhere: bool = False, note: str = ""
) -> HttpResponse:
    language = pathwords.language_of(request.path_info)
    return pages.render(
        request,
        "articles/error.html",
        {"status": status, "sent_from_elsewhere": elsewhere, "note": note},
        language=language,
        metadata=Metadata(title="", path="", language=language, noindex=True),
        masthead=masthead,
        main_sections=False,
        status=status,
    )
