"""What stands before Django in a process that serves: pages of the current edition go out from memory."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from newsroom.pagecache import addresses
from newsroom.pagecache.folder import Folder
from newsroom.pagecache.memory import Memory
from newsroom.pagecache.middleware import PAGE
from newsroom.pagecache.pages import Page
from newsroom.pagecache.stripes import Stripes

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

#: How many spellings of the allowed hosts are remembered.
_SPELLINGS = 64


class Front:
    """A WSGI application around Django's. What it can't answer exactly as Django would, it leaves to Django."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.folder = Folder()
        self.memory = Memory(settings.PAGE_MEMORY * 1024 * 1024, self.folder.shown)
        self.stripes = Stripes(self.folder.path / "stripes")
        self._shown = self.folder.shown
        self._hosts: set[str] = set()
        self._encrypted = settings.SECURE_SSL_REDIRECT
        self._proxy = settings.SECURE_PROXY_SSL_HEADER

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        shelf = self.memory.shelf
        page = shelf.pages.get(environ["PATH_INFO"])
        # The link is asked each time: whoever saw a newer edition has moved it before anybody got to know.
        if page is None or not self._takes(environ) or shelf.place != self._shown():
            return self._missed(environ, start_response)
        page.asked = True
        return _send(page, environ, start_response)

    def _takes(self, environ: Environ) -> bool:
        """Whether the request is one that a page answers; the others are Django's: forms, strange hosts, redirects to HTTPS."""
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and environ.get("HTTP_HOST") in self._hosts
            and (not self._encrypted or self._is_encrypted(environ))
        )

    def _is_encrypted(self, environ: Environ) -> bool:
        """As Django says it of a request."""
        said = environ.get(self._proxy[0]) if self._proxy else None
        if said is None:
            return bool(environ["wsgi.url_scheme"] == "https")
        return bool(self._proxy and said.partition(",")[0].strip() == self._proxy[1])

    def _missed(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if not settings.PAGE_MEMORY or not addresses.is_page(path):
            return self.application(environ, start_response)
        self._learn(environ.get("HTTP_HOST") or "")
        if not self._takes(environ):
            return self.application(environ, start_response)
        with self.stripes.of(path) as stripe:
            # The second look: somebody may have made it while this request waited.
            place = self._shown()
            found = self._find(path, place) or (stripe.page(place, path) if place else None)
            if found:
                self.memory.keep(found)
                return _send(found, environ, start_response)
            answer = self.application(environ, start_response)
            page: Page | None = environ.pop(PAGE, None)
            if page and page.place == self._shown():
                self.memory.keep(page)
                if page.status in (200, 410):
                    stripe.leave(page)
            return answer

    def _find(self, path: str, place: str) -> Page | None:
        page = self.memory.find(path) if place == self.memory.shelf.place else None
        return page if page and page.place == place else None

    def _learn(self, host: str) -> None:
        if host not in self._hosts and len(self._hosts) < _SPELLINGS:
            domain, _port = split_domain_port(host)
            if domain and validate_host(domain, settings.ALLOWED_HOSTS):
                self._hosts.add(host)


def _send(page: Page, environ: Environ, start_response: Start) -> Iterable[bytes]:
    form = page.form(environ.get("HTTP_ACCEPT_ENCODING"), environ.get("HTTP_IF_NONE_MATCH"))
    start_response(form.status, form.headers.copy())
    return form.body if environ["REQUEST_METHOD"] == "GET" else [b""]
