"""Reading the body of a public form: small, UTF-8, each field once. Anything else is refused in words."""

from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.utils.translation import gettext as _

#: Bytes. The longest message that can be set, with every character written in twelve bytes (%F0%9F%98%80), has room.
LARGEST_BODY = 256 * 1024

_URL_ENCODED = "application/x-www-form-urlencoded"
_FORM_TYPES = frozenset({_URL_ENCODED, "multipart/form-data"})
_UTF8 = frozenset({"utf-8", "utf8"})


class Unusable(Exception):
    """A body that no form of ours sends: the HTTP status to answer with, and a sentence for a person."""

    def __init__(self, status: int, sentence: str) -> None:
        self.status = status
        self.sentence = sentence
        super().__init__(f"{status}: {sentence}")


def fields(request: HttpRequest) -> dict[str, str]:
    """The fields of a posted form by name. Raises Unusable (400, 413 or 415)."""
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if request.content_type not in _FORM_TYPES or charset not in _UTF8:
        raise Unusable(415, _("This page takes what its own form sends, and nothing else."))
    size = request.headers.get("Content-Length") or "0"
    if not (size.isascii() and size.isdigit()):
        raise _broken()
    if len(size) > 12 or int(size) > LARGEST_BODY:
        raise Unusable(413, _("That is more than we can take at once. Shorten your comment."))
    try:
        _require_utf8(request)
        posted, files = request.POST, request.FILES
    except (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError, UnicodeDecodeError) as error:
        raise _broken() from error
    if files or any(len(values) > 1 for _name, values in posted.lists()):
        raise _broken()
    return {name: str(value) for name, value in posted.items()}


def _require_utf8(request: HttpRequest) -> None:
    """Django would read other bytes as if they were Latin-1; a text that nobody wrote must not be stored."""
    body = unquote_to_bytes(request.body) if request.content_type == _URL_ENCODED else request.body
    body.decode()


def _broken() -> Unusable:
    return Unusable(400, _("What arrived here is damaged or incomplete, so nothing was stored."))
