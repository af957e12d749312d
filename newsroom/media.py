"""Serving the image library without nginx. In production nginx serves the same files at the same addresses."""

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve

#: A file's name is the digest of its content: what is behind an address never changes.
_FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def file(request: HttpRequest, path: str) -> HttpResponseBase:
    """One file of the library, or 404. Even a file that were not a picture could run nothing: it is sandboxed."""
    try:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    except SuspiciousFileOperation as error:  # a path that climbs out of the library
        raise Http404 from error
    response["Cache-Control"] = _FOR_EVER
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
