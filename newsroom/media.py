"""Serving the image library without nginx. In production nginx serves the same files at the same addresses."""

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

#: A picture may be withdrawn: a day is the longest that a browser keeps it without asking. The same as in nginx.
_FOR_A_DAY = "public, max-age=86400"


@require_safe
def file(request: HttpRequest, path: str) -> HttpResponseBase:
    """One file of the library, or 404. Even a file that were not a picture could run nothing: it is sandboxed."""
    try:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    except SuspiciousFileOperation as error:  # a path that climbs out of the library
        raise Http404 from error
    response["Cache-Control"] = _FOR_A_DAY
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # Feed readers and those who republish a story show its pictures on pages of their own.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
