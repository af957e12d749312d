"""Telling one visitor of today from another without knowing who they are.

An address becomes a keyed hash. Half of the key is a secret of the day in an unlogged table, the other half the site's own
SECRET_KEY, so neither the database alone nor the settings alone can try addresses out; and after midnight (UTC) the day's
secret is gone and nobody can. Addresses behind one door (an office, a telephone company, Tor) are one visitor.
"""

import hmac
import ipaddress
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest

from articles.feedback.models import DayKey, Mark


@dataclass(frozen=True)
class Visitor:
    """Whoever sent a request. The address leaves this object only as a key; printing it shows nothing."""

    _address: str

    def __repr__(self) -> str:
        return "Visitor()"

    def key(self, purpose: str, *about: str, at: datetime) -> bytes:
        """Equal for the same visitor, purpose and matter on the same day (UTC)."""
        message = "\0".join((purpose, self._address, *about)).encode("utf-8", "backslashreplace")
        return _keyed(message, at)


def of(request: HttpRequest) -> Visitor:
    """The visitor behind a request. X-Real-IP is believed only if the site is behind its own proxy."""
    said = request.META.get("HTTP_X_REAL_IP" if settings.BEHIND_PROXY else "REMOTE_ADDR", "")
    return Visitor(_source(said))


def _source(address: str) -> str:
    """An IPv4 address, or the network of an IPv6 one: a household has 2**64 of those."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def page_key(purpose: str, page: str, *, at: datetime) -> bytes:
    """For what is counted for everybody together on a page."""
    return _keyed("\0".join((purpose, page)).encode(), at)


def midnight(at: datetime) -> datetime:
    """When the day of `at` ends (UTC)."""
    day = at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + timedelta(days=1)


def _keyed(message: bytes, at: datetime) -> bytes:
    secret = _secret(at) + settings.SECRET_KEY.encode()
    return hmac.digest(blake2b(secret).digest(), message, "sha256")[:16]


def _secret(at: datetime) -> bytes:
    """The secret of the day. The first to ask on a day draws it, and takes all earlier ones away with their marks."""
    day = at.astimezone(UTC).date()
    known = DayKey.objects.filter(day=day).values_list("secret", flat=True).first()
    if known is None:
        DayKey.objects.bulk_create([DayKey(day=day, secret=secrets.token_bytes(32))], ignore_conflicts=True)
        sweep(at)
        known = DayKey.objects.values_list("secret", flat=True).get(day=day)
    return bytes(known)


def sweep(at: datetime) -> int:
    """Take away what has outlived its day: secrets, and marks that are no longer in force. Returns how many marks."""
    DayKey.objects.filter(day__lt=at.astimezone(UTC).date()).delete()
    expired = Mark.objects.filter(until__lte=at).select_for_update(skip_locked=True)
    with transaction.atomic():
        gone, _by_model = Mark.objects.filter(pk__in=list(expired.values_list("pk", flat=True))).delete()
    return gone


_MARK = """
INSERT INTO feedback_mark AS m (key, count, until) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN m.until <= %s THEN 1 ELSE m.count + 1 END,
    until = CASE WHEN m.until <= %s THEN excluded.until ELSE m.until END
RETURNING count
"""


def mark(key: bytes, *, at: datetime, until: datetime) -> int:
    """Note that this was seen; returns how often it was until now, this time included.

    One statement: of two at once, the second waits until the first has committed or gone. A mark made in a transaction
    that is rolled back was never there.
    """
    with connection.cursor() as cursor:
        cursor.execute(_MARK, [key, until, at, at])
        (count,) = cursor.fetchone()
    return int(count)
