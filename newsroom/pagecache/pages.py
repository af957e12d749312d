"""A finished page: what every reader of an address gets for as long as an edition lasts, and the forms it is sent in.

A fresh answer of Django's and one from memory are both made here, so they can't differ.
"""

import gzip
import hashlib
import json
from collections.abc import Collection, Iterable
from http.client import responses
from typing import Any, NamedTuple

import brotli
from django.conf import settings
from django.http.response import ResponseHeaders
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from newsroom.pagecache.editions import Edition

Headers = list[tuple[str, str]]

#: What is the same for everybody: pages, ways to pages, and the news that there is none.
_STATUSES = frozenset({200, 301, 404, 410})

#: Below this many bytes, compressing saves nothing that matters.
_WORTH_IT = 512

#: Said of the body alone, so not with 304.
_OF_THE_BODY = frozenset({"Content-Type", "Content-Length", "Content-Encoding", "Content-Language"})

#: What a page weighs beside its bodies: names, headers, objects.
_OVERHEAD = 4096

#: Stands where others name a coding: nothing is sent but the news that the reader has the page already.
_UNCHANGED = "unchanged"

#: Few browsers say what they accept in more characters, or in more ways.
_LONGEST_HEADER = 200
_KNOWN: dict[str, str] = {}


class Form(NamedTuple):
    """What is sent to one kind of reader."""

    status: str
    headers: Headers
    body: list[bytes]


class Page:
    """What an address answers in an edition. `place` is the name that the folder's link has while the page is current."""

    __slots__ = ("_forms", "asked", "body", "etag", "headers", "path", "place", "status")

    def __init__(self, place: str, path: str, status: int, headers: Headers, body: bytes) -> None:
        self.place, self.path, self.status, self.headers, self.body = place, path, status, headers, body
        self.etag = next((value for name, value in headers if name == "ETag"), "")
        self.asked = False
        self._forms: dict[str, Form] = {}

    @classmethod
    def of(cls, response: Any, path: str, edition: Edition | None) -> "Page | None":
        """The page in an answer of Django's; None for what is made for one reader, or is no page.

        Without an edition it is not marked with one, and will not be kept.
        """
        if response.status_code not in _STATUSES or response.streaming or response.cookies:
            return None
        if "Cache-Control" in response:
            return None
        body: bytes = response.content
        patch_vary_headers(response, ["Accept-Encoding"])
        del response["ETag"]
        headers = [pair for pair in _pairs(response.headers) if pair[0] != "Content-Length"]
        headers.append(("Cache-Control", _freshness()))
        if response.status_code == 200:
            # Weak, because the page is the same page however it is compressed.
            headers.append(("ETag", f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'))
        if edition:
            headers.append(("X-Edition", edition.key))
        place = f"{edition.key}.{edition.floor}" if edition else ""
        return cls(place, path, response.status_code, headers, body)

    @property
    def weight(self) -> int:
        """How many bytes of memory it takes at most: a compressed form is kept only if it saves half."""
        return 2 * len(self.body) + _OVERHEAD

    def form(self, accepts: str | None, knows: str | None) -> Form:
        """What to send to a reader with these Accept-Encoding and If-None-Match headers."""
        coding = _coding(accepts) if accepts else ""
        if knows and self.etag and self._is_known(knows):
            coding = _UNCHANGED
        return self._forms.get(coding) or self._make(coding)

    def _is_known(self, knows: str) -> bool:
        return knows == self.etag or knows.strip() == "*" or _opaque(self.etag) in map(_opaque, parse_etags(knows))

    def _make(self, coding: str) -> Form:
        if coding == _UNCHANGED:
            form = Form("304 Not Modified", [pair for pair in self.headers if pair[0] not in _OF_THE_BODY], [b""])
        else:
            body = _compressed(self.body, coding)
            said = [("Content-Encoding", coding)] if body is not self.body else []
            headers = [*self.headers, *said, ("Content-Length", str(len(body)))]
            form = Form(f"{self.status} {responses[self.status]}", headers, [body])
        self._forms[coding] = form
        return form

    def to_bytes(self) -> bytes:
        """The page as another process of this host can read it."""
        head = json.dumps([self.place, self.path, self.status, self.headers, len(self.body)])
        return head.encode() + b"\n" + self.body

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Page | None":
        """The page that `to_bytes` wrote; None if it isn't there in full."""
        head, _, body = kept.partition(b"\n")
        try:
            place, path, status, headers, length = json.loads(head)
        except ValueError:
            return None
        return (
            cls(place, path, status, [(name, value) for name, value in headers], body) if len(body) == length else None
        )


class SentHeaders(ResponseHeaders):
    """The headers of a form. All of them were checked when the page was made, so they are not checked one by one again."""

    def __init__(self, headers: Headers) -> None:
        self._store = {pair[0].lower(): pair for pair in headers}

    def items(self) -> Any:
        return _pairs(self)


def _pairs(headers: Any) -> Collection[tuple[str, str]]:
    """Names with their values; the own `items` of headers looks up each name again."""
    pairs: Collection[tuple[str, str]] = headers._store.values()
    return pairs


def _freshness() -> str:
    """Readers ask again each time, and mostly hear 304; a CDN in front of the site may be allowed some seconds."""
    if not settings.CDN_SECONDS:
        return "public, max-age=0, must-revalidate"
    return f"public, max-age=0, s-maxage={settings.CDN_SECONDS}, stale-while-revalidate=30, stale-if-error=86400"


def _compressed(body: bytes, coding: str) -> bytes:
    """The body in this coding, or the very same body if that would not save half of it."""
    if not coding or len(body) < _WORTH_IT:
        return body
    smaller: Any = brotli.compress(body, quality=5) if coding == "br" else gzip.compress(body, 6, mtime=0)
    return smaller if len(smaller) * 2 < len(body) else body


def _opaque(etag: str) -> str:
    return etag.removeprefix("W/")


def _coding(accepts: str) -> str:
    """The coding to answer an Accept-Encoding header with; browsers send few different ones, which are remembered."""
    known = _KNOWN.get(accepts)
    if known is None:
        known = _best(_accepted(accepts))
        if len(accepts) <= _LONGEST_HEADER and len(_KNOWN) < _LONGEST_HEADER:
            _KNOWN[accepts] = known
    return known


def _best(accepted: Iterable[str]) -> str:
    offered = set(accepted)
    return next((coding for coding in ("br", "gzip") if coding in offered), "")


def _accepted(accepts: str) -> Iterable[str]:
    for word in accepts.lower().split(","):
        coding, _, weight = word.partition(";")
        if weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            yield coding.strip()
