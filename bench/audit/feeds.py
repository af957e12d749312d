"""Every feed that a page names: feedparser must be content with it, and it must keep the rules of RSS 2.0."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import feedparser

from bench.audit.pages import Page, feeds_of
from bench.audit.report import Finding, Section, counted
from bench.audit.site import Site

MANY = 10_000
_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _text(text: str) -> bool:
    return bool(text.strip())


def _address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and text == text.strip()


def _date(text: str) -> bool:
    try:
        return parsedate_to_datetime(text).tzinfo is not None
    except ValueError:
        return False


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _language(text: str) -> bool:
    return bool(_LANGUAGE.fullmatch(text))


class Rule(NamedTuple):
    """How often an element may stand in its parent, and what its text must be."""

    least: int
    most: int
    holds: Callable[[str], bool]


#: The RSS 2.0 specification as tables. Elements of other namespaces may stand anywhere; no others may.
CHANNEL: Mapping[str, Rule] = {
    "title": Rule(1, 1, _text),
    "link": Rule(1, 1, _address),
    "description": Rule(1, 1, _text),
    "language": Rule(0, 1, _language),
    "copyright": Rule(0, 1, _text),
    "managingEditor": Rule(0, 1, _text),
    "webMaster": Rule(0, 1, _text),
    "pubDate": Rule(0, 1, _date),
    "lastBuildDate": Rule(0, 1, _date),
    "category": Rule(0, MANY, _text),
    "generator": Rule(0, 1, _text),
    "docs": Rule(0, 1, _address),
    "ttl": Rule(0, 1, _number),
    "image": Rule(0, 1, lambda _: True),
    "item": Rule(0, MANY, lambda _: True),
}
ITEM: Mapping[str, Rule] = {
    "title": Rule(0, 1, _text),
    "link": Rule(0, 1, _address),
    "description": Rule(0, 1, _text),
    "author": Rule(0, 1, lambda text: "@" in text),
    "category": Rule(0, MANY, _text),
    "comments": Rule(0, 1, _address),
    "enclosure": Rule(0, 1, lambda _: True),
    "guid": Rule(0, 1, _text),
    "pubDate": Rule(0, 1, _date),
    "source": Rule(0, 1, _text),
}
#: Addresses in the HTML of a feed that lead nowhere outside the site.
_RELATIVE = re.compile(r'<[a-z][^>]*\s(?:href|src|srcset)="(?![a-z]+:)[^"]*"')
#: What the W3C's feed validator calls a danger in HTML.
_DANGEROUS = re.compile(r"<(script|iframe|object|embed|form|style)\b|\sstyle=|\son[a-z]+=", re.IGNORECASE)


def check(site: Site, pages: Sequence[Page]) -> Section:
    feeds = feeds_of(site, pages)
    of = f"{len(feeds)} feeds"
    parsed = [finding for feed in feeds for finding in _parsed(feed)]
    ruled = [Finding(feed.path, said) for feed in feeds for said in _broken_rules(feed, site.url)]
    return Section(
        [
            counted("feeds, every one that a page names", f"feedparser {version('feedparser')}", parsed, of=of),
            counted("feeds, the rules of RSS 2.0", "our table of the specification", ruled, of=of),
        ],
        [
            "The W3C's feed validator: neither PyPI nor npm has it. Its rules for the elements we send are in a table in"
            " `bench/audit/feeds.py`."
        ],
    )


def _parsed(feed: Page) -> Iterator[Finding]:
    result = feedparser.parse(feed.body.encode(), response_headers={"content-type": feed.headers["content-type"]})
    if result.bozo:
        yield Finding(feed.path, f"{type(result.bozo_exception).__name__}: {result.bozo_exception}")
    if result.version != "rss20":
        yield Finding(feed.path, f"taken for {result.version or 'nothing known'}")
    if not result.feed.get("title"):
        yield Finding(feed.path, "no title was found")
    for entry in result.entries:
        missing = [name for name in ("title", "link", "id", "published_parsed", "author") if not entry.get(name)]
        if missing:
            yield Finding(feed.path, f"an entry without {', '.join(missing)}")


def _broken_rules(feed: Page, site: str) -> Iterator[str]:
    if feed.headers["content-type"] != "application/rss+xml; charset=utf-8":
        yield f"served as {feed.headers['content-type']}"
    root = ElementTree.fromstring(feed.body.encode())  # noqa: S314  our own site's
    if (root.tag, root.get("version"), [child.tag for child in root]) != ("rss", "2.0", ["channel"]):
        yield "not one channel of RSS 2.0"
        return
    channel = root[0]
    yield from _against(channel, CHANNEL)
    itself = [link.get("href") for link in channel.iter(_ATOM_LINK) if link.get("rel") == "self"]
    if itself != [site + feed.path]:
        yield f"names {itself} as its own address"
    guids = [item.findtext("guid") for item in channel.iter("item")]
    if len(set(guids)) != len(guids):
        yield "two items with one guid"
    for item in channel.iter("item"):
        yield from _of_item(item)


def _of_item(item: Element) -> Iterator[str]:
    yield from _against(item, ITEM)
    if item.find("title") is None and item.find("description") is None:
        yield "an item with neither a title nor a description"
    for guid in item.findall("guid"):
        if guid.get("isPermaLink", "true") == "true" and not _address(guid.text or ""):
            yield "a guid that claims to be an address"
    for enclosure in item.findall("enclosure"):
        if not (_address(enclosure.get("url", "")) and _number(enclosure.get("length", "")) and enclosure.get("type")):
            yield "an enclosure without address, length or type"
    for child in item:
        if not len(child) and "<" in (child.text or ""):
            if found := _RELATIVE.search(child.text or ""):
                yield f"a relative address in {child.tag.rpartition('}')[2]}: `{found[0][:80]}`"
            if found := _DANGEROUS.search(child.text or ""):
                yield f"`{found[0].strip()}` in {child.tag.rpartition('}')[2]}"


def _against(parent: Element, rules: Mapping[str, Rule]) -> Iterator[str]:
    for child in parent:
        if child.tag[0] != "{" and child.tag not in rules:
            yield f"an element that RSS doesn't know in {parent.tag}: {child.tag}"
    for name, rule in rules.items():
        found = parent.findall(name)
        if not rule.least <= len(found) <= rule.most:
            yield f"{len(found)} times {name} in {parent.tag}"
        for element in found:
            if not rule.holds(element.text or ""):
                yield f"{name} in {parent.tag} holds `{element.text}`"
