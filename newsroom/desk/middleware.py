"""Who is signed in, and what was said to them: known under the desk's addresses and nowhere else.

No public page can depend on it, and none pays for it.
"""

from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

from newsroom.security import DESK


class _AtTheDesk(MiddlewareMixin):
    def __call__(self, request: HttpRequest) -> HttpResponseBase | Any:
        if request.path_info.startswith(DESK):
            return super().__call__(request)
        return self.get_response(request)


class DeskSessionMiddleware(_AtTheDesk, SessionMiddleware):
    """The sessions of staff."""


class DeskAuthenticationMiddleware(_AtTheDesk, AuthenticationMiddleware):
    """Who is signed in at the desk."""


class DeskMessageMiddleware(_AtTheDesk, MessageMiddleware):
    """What the desk says once."""
