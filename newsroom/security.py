"""What the site tells browsers to forbid, and which cross-site requests it refuses."""

from collections.abc import Callable
from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from articles import holding, pathwords
from articles.views import errors

DESK = "/admin/"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class PolicyMiddleware(CSPMiddleware):
    """The Content-Security-Policy of the public site or of the desk, and Cross-Origin-Resource-Policy everywhere."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path_info.startswith(DESK):
            response.setdefault(HEADER, _public_policy())
            return response
        # Only the desk's pages may frame one another (the related-object pop-ups and previews).
        response.setdefault("X-Frame-Options", "SAMEORIGIN")
        response._csp_config = settings.DESK_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]  # django-csp reads it
        response.setdefault("Cache-Control", "no-store")
        return super().process_response(request, response)


@cache
def _public_policy() -> str:
    """The policy of all public pages. Its parts come in another order in each process, and a page is the same from all."""
    return "; ".join(sorted((build_policy() or "").split("; ")))


class NoCookiesMiddleware:
    """Takes the cookies off every request but the desk's, before anything can look at them.

    So no public page can depend on one, and none is set in answer to one (a malformed CSRF cookie would be replaced).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(DESK):
            request.META.pop("HTTP_COOKIE", None)
            # Without cookies nobody's authority can be borrowed: the desk's token has no business here, and a page that
            # takes no POST answers 405 instead of speaking of tokens.
            request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        elif "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponse(status=400)  # PostgreSQL knows no NUL, and neither does any link of ours
        return self.get_response(request)


class CrossOriginMiddleware:
    """Refuses a POST that another site's page made.

    Public forms carry no token, because their pages are the same for everyone. Browsers say instead where a request
    comes from (Sec-Fetch-Site, else Origin); a request that says nothing is refused. The desk has its CSRF token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in _SAFE_METHODS or request.path_info.startswith(DESK) or holding.made_here(request):
            return self.get_response(request)
        response = errors.sent_from_elsewhere(request)
        # The language middleware comes later: what is refused here says itself what language it speaks.
        response.headers["Content-Language"] = pathwords.language_of(request.path_info)
        return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The desk's answer to a form without a valid token: the text is sent back, to be saved once more.

    A script gets JSON: it asks for a new token and sends the form again by itself.
    """
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"stale_token": True}, status=403)
    if holding.can_hold(request):
        return holding.stale_token(request)
    return render(request, "admin/csrf_failure.html", {"title": _("This form could not be checked")}, status=403)
