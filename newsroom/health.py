"""Is the process alive; can it reach its database. Asked by machines, before anything else looks at the request."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from psycopg_pool import PoolTimeout


class HealthMiddleware:
    """Answers /healthz and /readyz first, so that neither a host name nor a redirect stands in the way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = {"/healthz": _alive, "/readyz": _ready}.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        return answer() if request.method in ("GET", "HEAD") else _plain("", 405)


def _alive() -> HttpResponse:
    return _plain("ok", 200)


def _ready() -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, PoolTimeout):
        return _plain("the database can't be reached", 503)
    finally:
        connection.close()
    return _plain("ready", 200)


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(
        text,
        status=status,
        content_type="text/plain",
        headers={
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )
