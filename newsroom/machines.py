"""What machines look for at fixed addresses: where they are welcome, and whom to tell about a weakness."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles import pathwords
from articles.models import Edition, Masthead

_TEXT = "text/plain; charset=utf-8"
_SECURITY = "/.well-known/security.txt"
_MAPS = ("/sitemap.xml", "/news-sitemap.xml")

#: How long /.well-known/security.txt holds at least; RFC 9116 advises less than a year.
_HOLDS = 6  # months


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the desk, answers to searches, and what readers send."""
    closed = ["/admin/"]
    for language in pathwords.LANGUAGES:
        closed += [f"{pathwords.page('search', language)}?", pathwords.page("feedback", language)]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), ""]
    lines += [f"Sitemap: {settings.SITE_URL}{path}" for path in _MAPS]
    return _text(lines)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116. Without a contact address on the masthead there is nothing to say, and no file."""
    masthead = Masthead.current(edition_started=Edition.moment())
    contact = masthead.contact_email
    if not contact:
        raise Http404
    expires = expiry(masthead.edition_started)  # type: ignore[attr-defined]
    return _text(
        [
            f"Contact: mailto:{contact}",
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            f"Preferred-Languages: {', '.join(pathwords.LANGUAGES)}",
            f"Canonical: {settings.SITE_URL}{_SECURITY}",
        ]
    )


def expiry(now: datetime) -> datetime:
    """The first of a month, in UTC, at least `_HOLDS` months from now: the file changes once a month.

    A copy that somebody keeps is good for half a year. When the month changes, the press starts an edition.
    """
    now = now.astimezone(UTC)
    month = now.month + _HOLDS  # counted from zero: one later than that many months ahead
    return datetime(now.year + month // 12, month % 12 + 1, 1, tzinfo=UTC)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type=_TEXT)
