"""A serving process without its server: what stands before Django, and Django behind it, asked as a WSGI server asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.handlers.wsgi import WSGIHandler

from newsroom.pagecache.front import Front


@dataclass(frozen=True)
class Answer:
    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return dict(self.headers).get(name, "")


def ask(application: Any, path: str, method: str = "GET", *, query: str = "", **variables: str) -> Answer:
    """The answer, and nothing of the request is left open. `variables` are those of WSGI."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "127.0.0.1",
        "wsgi.input": BytesIO(),
        "CONTENT_LENGTH": "0",
    }
    environ |= variables
    setup_testing_defaults(environ)
    heard: list[Any] = []
    found: Iterable[bytes] = application(environ, lambda status, headers, fault=None: heard.append((status, headers)))
    body = b"".join(found)
    if close := getattr(found, "close", None):
        close()
    ((status, headers),) = heard
    return Answer(status, tuple(headers), body)


class Process:
    """One serving process. `rendered` are the addresses that reached Django."""

    def __init__(self) -> None:
        self.rendered: list[str] = []
        self._django = WSGIHandler()
        self.front = Front(self._counted)

    def _counted(self, environ: Any, start_response: Any) -> Any:
        self.rendered.append(environ["PATH_INFO"])
        return self._django(environ, start_response)

    def ask(self, path: str, method: str = "GET", **how: Any) -> Answer:
        return ask(self.front, path, method, **how)

    def django(self, path: str, method: str = "GET", **how: Any) -> Answer:
        """What Django says by itself."""
        return ask(self._django, path, method, **how)
