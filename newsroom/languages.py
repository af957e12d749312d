"""The language of a request: said by the address on the public site, by the staff profile in the desk.

Never by a header or a cookie, so that an address is the same page for everyone and no page needs `Vary`.
"""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from articles import pathwords
from newsroom.security import DESK


class LanguageMiddleware:
    """Activates the language for the time of the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = _language_of(request)
        with translation.override(language):
            response = self.get_response(request)
        response.setdefault("Content-Language", language)
        return response


def _language_of(request: HttpRequest) -> str:
    if request.path_info.startswith(DESK):
        return getattr(request.user, "language", "") or "en"
    return pathwords.language_of(request.path_info)
