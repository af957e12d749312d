"""The pages that are audited: every address of the sitemaps, what hangs on them, and the pages that say what is wrong."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from articles import pathwords
from bench.audit.site import Site

#: What is asked of the search page: words that find something, words that find nothing, and no words at all.
SEARCHES = {"en": ("?q=border", "?q=xyzzy", ""), "es": ("?q=frontera", "?q=xyzzy", "")}
#: Fixed pages that no sitemap names.
_UNLISTED = ("feedback", "feedback-thanks")
#: Folders with one page for each row of a table.
_FOLDERS = {"countries": "country", "topics": "topic", "authors": "author", "tags": "tag"}
#: What hangs on the address of a story.
_STORY_ASPECTS = ("related", "republish")

_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_FEED = re.compile(r'<link rel="alternate"\s+type="application/rss\+xml"[^>]*?href="([^"]*)"')
_STORY_ID = re.compile(r'/\?article=(\d+)"')


@dataclass(frozen=True)
class Page:
    """What the site answered to one request. `kind` is the page's kind in the contract, `path` names it for people; the
    names of the headers are in small letters."""

    kind: str
    language: str
    path: str
    status: int
    headers: Mapping[str, str]
    body: str


class WrongAnswerError(Exception):
    """The site answered something other than it should."""


def every_page(site: Site) -> list[Page]:
    """All pages of the running site but those of a site that is broken; two announcements are taken away for it."""
    gone = site.take_away()
    pages = [ask(site, kind, path) for kind, path in _listed(site)]
    return [*pages, *_hanging_on(site, pages), *_unlisted(site), *_refused(site, gone)]


def broken_pages(site: Site) -> list[Page]:
    """What readers see when the database is lost, of a page that nginx has no copy of. Nothing else works after this."""
    site.lose_database()
    return [ask(site, "error 503", f"{path}never-read/", expect=503) for path in pathwords.PREFIXES.values()]


def feeds_of(site: Site, pages: Sequence[Page]) -> list[Page]:
    """Every feed that a page names."""
    addresses = sorted({address for page in pages for address in _FEED.findall(page.body)})
    return [ask(site, "feed", address.removeprefix(site.url)) for address in addresses]


def ask(site: Site, kind: str, path: str, *, expect: int = 200, method: str = "GET", **headers: str) -> Page:
    """Ask for `path`. Raises WrongAnswerError for another status than the expected one."""
    answer = site.place.ask(path, method, body=b"" if method == "POST" else None, headers=headers)
    if answer.status != expect:
        raise WrongAnswerError(f"{method} {path} was answered with {answer.status}, not {expect}.")
    said = {name.lower(): value for name, value in answer.headers.items()}
    return Page(kind, pathwords.language_of(path), path, answer.status, said, answer.body.decode())


def _listed(site: Site) -> Iterator[tuple[str, str]]:
    for part in _addresses(site, "/sitemap.xml"):
        stories = part.startswith("/sitemap-stories-")
        for path in _addresses(site, part):
            yield "story" if stories else kind_of(path), path


def _addresses(site: Site, path: str) -> list[str]:
    tree = ElementTree.fromstring(ask(site, "sitemap", path).body)  # noqa: S314  our own site's
    return [(loc.text or "").removeprefix(site.url) for loc in tree.iter(_LOC)]


def kind_of(path: str) -> str:
    """The kind of a page that is no story."""
    language = pathwords.language_of(path)
    if path in pathwords.PREFIXES.values():
        return "home"
    fixed = {pathwords.page(key, language): key for key in pathwords.PAGES}
    if path in fixed:
        return fixed[path]
    for key in ("explore", "archive"):
        if path.startswith(pathwords.page(key, language)):
            return f"{key}, part of it"
    if (
        path.startswith(countries := pathwords.page("countries", language))
        and path.count("/") > countries.count("/") + 1
    ):
        return "country and topic"
    parent = f"{path.rstrip('/').rpartition('/')[0]}/"
    within = fixed.get(parent, "")
    return _FOLDERS.get(within) or {"about": "page", "updates": "announcement"}.get(within, "section")


def _hanging_on(site: Site, pages: Sequence[Page]) -> Iterator[Page]:
    for page in pages:
        if page.kind == "story":
            for aspect in _STORY_ASPECTS:
                yield from _if_linked(site, page, aspect, pathwords.aspect(page.path, aspect, page.language))
        yield from _if_linked(site, page, f"{page.kind}, later page", pathwords.numbered(page.path, 2))


def _if_linked(site: Site, page: Page, kind: str, path: str) -> Iterator[Page]:
    if f'href="{path}"' in page.body:
        yield ask(site, kind, path)


def _unlisted(site: Site) -> Iterator[Page]:
    for language in pathwords.LANGUAGES:
        for key in _UNLISTED:
            yield ask(site, key, pathwords.page(key, language))
        for words in SEARCHES[language]:
            yield ask(site, "search" if words else "search, empty", pathwords.page("search", language) + words)
        story = next(
            path for kind, path in _listed(site) if kind == "story" and pathwords.language_of(path) == language
        )
        if found := _STORY_ID.search(ask(site, "story", story).body):
            yield ask(site, "feedback on a story", f"{pathwords.page('feedback', language)}?article={found[1]}")


def _refused(site: Site, gone: Sequence[str]) -> Iterator[Page]:
    for path in gone:
        yield ask(site, "error 410", path, expect=410)
    for language, prefix in pathwords.PREFIXES.items():
        yield ask(site, "error 404", f"{prefix}no-such-page/", expect=404)
        elsewhere = {"Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded"}
        sent = pathwords.page("feedback", language)
        yield ask(site, "error 403", sent, method="POST", expect=403, **elsewhere)
