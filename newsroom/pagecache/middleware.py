"""From a request to a page that can be kept: the outer part finishes and marks it, the inner one takes the snapshot."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from psycopg import Error as DriverError

from articles.views import errors
from newsroom.pagecache import addresses, editions, outage
from newsroom.pagecache.editions import Edition
from newsroom.pagecache.folder import Folder
from newsroom.pagecache.pages import Page, SentHeaders
from newsroom.security import DESK

Answer = Callable[[HttpRequest], HttpResponseBase]

#: Where the finished page waits for `newsroom.pagecache.front`, among the variables of the request.
PAGE = "newsroom.page"

_READING = frozenset({"GET", "HEAD"})

#: What a request for a page may not say to those who make it: they would answer something else than the page.
_UNHEARD = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_RANGE")


class PageMiddleware:
    """Outside all others, so that it sees answers as they go out.

    A page is made from its address alone: by GET, without a query, unconditionally. Then it is sent as the reader asked.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in _READING and addresses.is_page(request.path_info):
            return self._page(request)
        response = self.get_response(request)
        if request.method not in _READING and request.path_info.startswith(DESK):
            _tell_the_newest()
        return response

    def _page(self, request: HttpRequest) -> HttpResponseBase:
        accepts, method = request.META.get("HTTP_ACCEPT_ENCODING"), request.method
        knows = request.META.get("HTTP_IF_NONE_MATCH")
        for name in _UNHEARD:
            request.META.pop(name, None)
        request.META["QUERY_STRING"] = ""
        request.method = "GET"
        response = self.get_response(request)
        request.method = method
        edition: Edition | None = getattr(request, "edition", None)
        page = Page.of(response, request.META["PATH_INFO"], edition)
        if page is None:
            return response
        if edition:
            _folder(settings.EDITION_DIR).show(edition, confirm=editions.now)
            request.META[PAGE] = page
        form = page.form(accepts, knows)
        response.status_code = int(form.status.split(" ", 1)[0])
        response.content = form.body[0] if method == "GET" else b""  # type: ignore[attr-defined]
        response.headers = SentHeaders(form.headers)
        return response


class SnapshotMiddleware:
    """Inside all others: whatever makes a page, or an answer to a search, reads one snapshot, and the edition with it."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method != "GET" or not addresses.is_read_from_a_snapshot(request.path_info):
            return self.get_response(request)
        if outage.away.is_set():
            return errors.database_away(request)
        # Pages of a developer's change without an edition; a transaction around a test has its own snapshot.
        if settings.DEBUG or connection.in_atomic_block:
            return self.get_response(request)
        with editions.snapshot() as edition:
            request.edition = edition  # type: ignore[attr-defined]
            return self.get_response(request)


@cache
def _folder(path: Path) -> Folder:
    """To take a path apart costs more than to read the link in it."""
    return Folder(Path(path))


def _tell_the_newest() -> None:
    """Whoever changed something at the desk sees it on every page from now on: the edition is shown before the answer."""
    if connection.in_atomic_block:
        return
    try:
        edition = editions.now()
        if edition:
            Folder().show(edition, confirm=editions.now)
    except (Error, DriverError):
        return  # the press does it when the database is back
