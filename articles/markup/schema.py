"""What a stored body may contain: elements, their places, their attributes and the values of these."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .plaintext import visible

Check = Callable[[str], str | None]

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
# Hosts whose pages an editor may embed, with the name that the reader is shown before loading anything.
EMBED_HOSTS: Mapping[str, str] = {
    "www.youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "soundcloud.com": "SoundCloud",
    "open.spotify.com": "Spotify",
    "www.documentcloud.org": "DocumentCloud",
    "datawrapper.dwcdn.net": "Datawrapper",
    "public.flourish.studio": "Flourish",
    "x.com": "X",
    "twitter.com": "X",
    "www.instagram.com": "Instagram",
    "www.facebook.com": "Facebook",
    "www.tiktok.com": "TikTok",
    "t.me": "Telegram",
}


def safe_href(value: str) -> str | None:
    """The address if a reader may follow it, else None.

    Followed are http and https with a host and without a password, mailto, and addresses on this site. Refused is
    every other scheme, however disguised, and what only looks local (``//host``, anything with a backslash).
    """
    # Browsers drop these three inside an address before they look for its scheme.
    value = re.sub(r"\s", "%20", visible(re.sub(r"[\t\n\r]", "", value)).strip())
    if not value or "\\" in value or value.startswith("//"):
        return None
    scheme, colon, _ = re.split(r"[/?#]", value, maxsplit=1)[0].partition(":")
    if not colon:
        return value
    address = f"{scheme.lower()}:{value[len(scheme) + 1 :]}"
    if address.startswith("mailto:"):
        return address if "@" in address else None
    return address if address.startswith(("http://", "https://")) and _has_plain_host(address) else None


def _has_plain_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return False


def embed_url(value: str) -> str | None:
    """The address of an embed if it is https and on one of EMBED_HOSTS, else None."""
    href = safe_href(value)
    return href if href and href.startswith("https://") and urlsplit(href).netloc in EMBED_HOSTS else None


def _number(low: int, high: int) -> Check:
    def check(value: str) -> str | None:
        number = int(value) if re.fullmatch(r"[0-9]{1,19}", value) else -1
        return str(number) if low <= number <= high else None

    return check


def _word(*allowed: str) -> Check:
    return lambda value: next((word for word in value.lower().split() if word in allowed), None)


@dataclass(frozen=True)
class Element:
    """The elements that one may hold, whether it may hold text, and its attributes.

    Each attribute has a check: the value as it is stored, or None if the attribute must go.
    """

    children: frozenset[str] = frozenset()
    text: bool = False
    attributes: Mapping[str, Check] = field(default_factory=dict)


BODY = "body"  # not an element of a stored body: the name under which SCHEMA says what stands at its top
MARKS = ("span", "a", "strong", "em", "s", "sub", "sup", "code")  # from the outermost inwards
INLINE = frozenset({*MARKS, "br"})
NESTED = frozenset({"p", "ul", "ol", "blockquote", "figure"})
_SPANS: Mapping[str, Check] = {"colspan": _number(2, 50), "rowspan": _number(2, 50)}
_SCOPE: Mapping[str, Check] = {"scope": _word("row", "col", "rowgroup", "colgroup")}
_MARK_ATTRIBUTES: Mapping[str, Mapping[str, Check]] = {
    "span": {"class": _word("footnote")},
    "a": {"href": safe_href},
}
_FIGURE: Mapping[str, Check] = {"data-image": _number(1, 2**63 - 1), "data-embed": embed_url}

SCHEMA: Mapping[str, Element] = {
    BODY: Element(NESTED | {"h2", "h3", "h4", "hr", "table"}),
    **{block: Element(INLINE, text=True) for block in ("p", "h2", "h3", "h4", "caption", "figcaption")},
    "ul": Element(frozenset({"li"})),
    "ol": Element(frozenset({"li"}), attributes={"start": _number(0, 9999)}),
    "li": Element(INLINE | NESTED, text=True),
    "blockquote": Element(NESTED, attributes={"class": _word("pull-quote")}),
    "hr": Element(),
    "figure": Element(frozenset({"figcaption"}), attributes=_FIGURE),
    "table": Element(frozenset({"caption", "thead", "tbody"})),
    "thead": Element(frozenset({"tr"})),
    "tbody": Element(frozenset({"tr"})),
    "tr": Element(frozenset({"th", "td"})),
    "th": Element(INLINE | NESTED, text=True, attributes={**_SCOPE, **_SPANS}),
    "td": Element(INLINE | NESTED, text=True, attributes=_SPANS),
    # An inline element holds only those that come after it in MARKS, so there is one way to write any text.
    **{
        mark: Element(frozenset({*MARKS[place + 1 :], "br"}), text=True, attributes=_MARK_ATTRIBUTES.get(mark, {}))
        for place, mark in enumerate(MARKS)
    },
    "br": Element(),
}

ATTRIBUTES: Mapping[str, set[str]] = {tag: set(element.attributes) for tag, element in SCHEMA.items()}

# Other names for the same thing, as older pages and word processors write it.
RENAMED: Mapping[str, str] = {
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "b": "strong",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "strike": "s",
    "del": "s",
    "tt": "code",
    "kbd": "code",
    "samp": "code",
}
# Not stored, but each of them starts a new line, so their texts must not run into each other.
# fmt: off
LINES = frozenset({
    "address", "article", "aside", "center", "dd", "details", "div", "dl", "dt", "fieldset", "footer", "form",
    "header", "legend", "main", "nav", "option", "pre", "section", "summary", "tfoot",
})
DROPPED_WITH_CONTENT = frozenset({
    "applet", "audio", "canvas", "embed", "iframe", "math", "noembed", "noframes", "noscript", "object", "script",
    "style", "svg", "template", "title", "video",
})
# fmt: on
