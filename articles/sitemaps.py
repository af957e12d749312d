"""Sitemaps: an index, its parts by kind and language, and the news of the last two days.

`lastmod` is when readers last saw something change: a story's own last publication, for a list that of its newest
member. Where nothing can be said honestly, nothing is said.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from django.db.models import BigIntegerField, ExpressionWrapper, F, Max, OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import pathwords
from articles.models import (
    Announcement,
    Article,
    Author,
    Country,
    Edition,
    FilingCount,
    Masthead,
    Page,
    Section,
    Tag,
    Topic,
)
from articles.querysets import in_sight
from articles.rendering import absolute

#: The protocol allows 50,000.
PART_LENGTH = 10_000  # addresses at most

NEWS_AGE = timedelta(days=2)
NEWS_LENGTH = 1_000  # stories at most

_FIXED_PAGES = ("countries", "topics", "authors", "about", "updates", "corrections", "explore", "archive")

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@dataclass(frozen=True)
class Entry:
    """A page that search engines may list. `versions` are its addresses by language if there is more than one."""

    path: str
    changed_at: datetime | None = None
    versions: Mapping[str, str] = field(default_factory=dict)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every part that has something in it."""
    lines = []
    for language in pathwords.LANGUAGES:
        for kind, parts_of in _PARTS.items():
            for number, changed_at in parts_of(language).items():
                address = absolute(f"/sitemap-{kind}-{language}-{number}.xml")
                lines.append(f"<sitemap><loc>{escape(address)}</loc>{_lastmod(changed_at)}</sitemap>")
    return _xml("sitemapindex", {"xmlns": _SITEMAP}, lines)


@require_safe
def part(request: HttpRequest, kind: str, language: str, number: str) -> HttpResponse:
    """One part of the index; 404 for a part that has nothing in it."""
    lines = [_url(entry) for entry in _ENTRIES[kind](language, int(number))]
    if not lines:
        raise Http404
    return _xml("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML}, lines)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The stories first published in the two days before the edition started, newest first.

    When one grows too old the press starts an edition, so the page is right by the clock and the same within an edition.
    """
    name = Masthead.current().name
    stories = Article.objects.published().filter(published_at__gt=Edition.moment() - NEWS_AGE).newest_first()
    rows = stories.values_list("path", "language", "published_at", "headline")[:NEWS_LENGTH]
    lines = [
        f"<url><loc>{escape(absolute(path or ''))}</loc><news:news><news:publication><news:name>{_text(name)}</news:name>"
        f"<news:language>{language}</news:language></news:publication>"
        f"<news:publication_date>{_moment(published_at)}</news:publication_date>"
        f"<news:title>{_text(headline)}</news:title></news:news></url>"
        for path, language, published_at, headline in rows
        if published_at
    ]
    return _xml("urlset", {"xmlns": _SITEMAP, "xmlns:news": _NEWS}, lines)


# Stories. A story's part follows from its number: it never moves to another part, and no part holds more than PART_LENGTH.


def _story_parts(language: str) -> dict[int, datetime | None]:
    stories = Article.objects.published().in_language(language).order_by()
    number = ExpressionWrapper(F("pk") / PART_LENGTH + 1, output_field=BigIntegerField())
    rows = stories.annotate(number=number).values("number").annotate(newest=Max("changed_at")).order_by("number")
    return dict(rows.values_list("number", "newest"))


def _stories(language: str, number: int) -> Iterator[Entry]:
    first = (number - 1) * PART_LENGTH
    translated = Article.objects.published().exclude(language=OuterRef("language"))
    translated = translated.filter(translation_key=OuterRef("translation_key"))
    stories = Article.objects.published().in_language(language).filter(pk__gte=first, pk__lt=first + PART_LENGTH)
    rows = stories.annotate(other=Subquery(translated.values("path")[:1])).order_by("pk")
    for path, changed_at, other in rows.values_list("path", "changed_at", "other").iterator():
        versions = {language: path, pathwords.language_of(other): other} if other and path else {}
        yield Entry(path or "", changed_at, versions)


# Lists: few enough to be cut into parts in memory.


def _every_list(language: str) -> list[Entry]:
    """The front page, the fixed pages, and every list that the site shows in this language."""
    stories = Article.objects.published().in_language(language).order_by()
    newest = stories.aggregate(newest=Max("changed_at"))["newest"]
    found = [Entry(pathwords.PREFIXES[language], newest, dict(pathwords.PREFIXES))]
    found += [_everywhere(partial(pathwords.page, key), language) for key in _pages(language)]
    by_section = _newest(stories, "section")
    for section in Section.objects.select_related("parent").order_by("pk").prefetch_related("children"):
        members = [section.pk, *(child.pk for child in section.children.all())]
        dates = [moment for pk in members if (moment := by_section.get(pk))]
        found.append(_everywhere(section.path_in, language, max(dates, default=None)))
    vocabularies: list[tuple[str, QuerySet[Any]]] = [
        ("countries", Country.objects.all()),
        ("topics", in_sight(Topic.objects.all())),
        ("bylines__author", in_sight(Author.objects.all())),
    ]
    for relation, rows in vocabularies:
        dates_of = _newest(stories, relation)
        found += [_everywhere(row.path_in, language, dates_of.get(row.pk)) for row in rows.order_by("pk")]
    return found + _tags(language) + _of_the_archive(language)


def _pages(language: str) -> Iterator[str]:
    """The fixed pages that this site has."""
    for key in _FIXED_PAGES:
        try:
            reverse(f"{key}-{language}")
        except NoReverseMatch:
            continue
        yield key


def _tags(language: str) -> list[Entry]:
    """A tag has a page in each language that has a story with it."""
    dates = {
        code: _newest(Article.objects.published().in_language(code), "tagged__tag") for code in pathwords.LANGUAGES
    }
    found = []
    for pk, slug in Tag.objects.filter(pk__in=dates[language]).order_by("pk").values_list("pk", "slug"):
        versions = {code: pathwords.below("tags", code, slug) for code in pathwords.LANGUAGES if pk in dates[code]}
        found.append(Entry(versions[language], dates[language][pk], versions if len(versions) > 1 else {}))
    return found


def _of_the_archive(language: str) -> list[Entry]:
    """Its years and months, its views by section and topic, and every country with every topic that it shares stories with.

    Each is there in the languages that have such stories. Four queries.
    """
    filed: dict[str, dict[tuple[Any, ...], dict[str, str]]] = {"date": {}, "row": {}, "both": {}}

    def there(kind: str, code: str, path: str, *keys: Any) -> None:
        filed[kind].setdefault(keys, {})[code] = path

    rows: dict[str, dict[int, Any]] = {
        "section": {row.pk: row for row in Section.objects.select_related("parent")},
        "topic": Topic.objects.defer("profile_en", "profile_es").in_bulk(),
        "country": Country.objects.defer("profile_en", "profile_es").in_bulk(),
    }
    counted = FilingCount.objects.filter(
        Q(kind="all", month__isnull=False) | Q(kind__in=("section", "topic", "country_topic"), month__isnull=True)
    )
    for code, kind, key, other, month in counted.order_by("kind", "key", "other", "month").values_list(
        "language", "kind", "key", "other", "month"
    ):
        if month:
            there("date", code, pathwords.dated(code, month.year), month.year)
            there("date", code, pathwords.dated(code, month.year, month.month), month.year, month.month)
        elif kind == "country_topic":
            topic = rows["topic"][other].said_in(code, "slug")
            there("both", code, pathwords.crossed(rows["country"][key].path_in(code), code, topic), key, other)
        else:
            there("row", code, pathwords.explored(rows[kind][key].path_in(code), code), kind, key)
    every = [versions for same in filed.values() for versions in same.values() if language in versions]
    return [Entry(versions[language], None, versions if len(versions) > 1 else {}) for versions in every]


def _newest(stories: QuerySet[Article], relation: str) -> dict[int, datetime | None]:
    """When the newest story under each row was last published, by the row's key. One query."""
    rows = stories.order_by().filter(**{f"{relation}__isnull": False}).values(relation)
    return dict(rows.annotate(newest=Max("changed_at")).values_list(relation, "newest"))


def _everywhere(path_in: Callable[[str], str], language: str, changed_at: datetime | None = None) -> Entry:
    """A page that is there in every language."""
    versions = {code: path_in(code) for code in pathwords.LANGUAGES}
    return Entry(versions[language], changed_at, versions)


# What the house says about itself: each page in one language.


def _about(language: str) -> list[Entry]:
    pages = Page.objects.filter(published=True, language=language).order_by("pk")
    announcements = Announcement.objects.filter(published=True, language=language).order_by("pk")
    return [
        *(Entry(page.path_in(language), page.updated_at) for page in pages.defer("body")),
        *(Entry(row.path_in(language), _midnight(row)) for row in announcements.defer("body")),
    ]


def _midnight(announcement: Announcement) -> datetime:
    return timezone.make_aware(datetime.combine(announcement.date, time.min))


def _in_parts(entries_of: Callable[[str], list[Entry]]) -> Callable[[str], dict[int, datetime | None]]:
    def parts_of(language: str) -> dict[int, datetime | None]:
        entries = entries_of(language)
        slices = (entries[first : first + PART_LENGTH] for first in range(0, len(entries), PART_LENGTH))
        return {
            number: max((entry.changed_at for entry in same if entry.changed_at), default=None)
            for number, same in enumerate(slices, start=1)
        }

    return parts_of


def _sliced(entries_of: Callable[[str], list[Entry]]) -> Callable[[str, int], Iterable[Entry]]:
    return lambda language, number: entries_of(language)[(number - 1) * PART_LENGTH : number * PART_LENGTH]


#: By kind of part: the numbers of a language's parts with their newest change, and what is in one of them.
_PARTS: Mapping[str, Callable[[str], dict[int, datetime | None]]] = {
    "stories": _story_parts,
    "lists": _in_parts(_every_list),
    "about": _in_parts(_about),
}
_ENTRIES: Mapping[str, Callable[[str, int], Iterable[Entry]]] = {
    "stories": _stories,
    "lists": _sliced(_every_list),
    "about": _sliced(_about),
}
#: For the address of a part.
KINDS = tuple(_PARTS)


def _url(entry: Entry) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(absolute(path))}/>'
        for code, path in sorted(entry.versions.items())
    )
    return f"<url><loc>{escape(absolute(entry.path))}</loc>{_lastmod(entry.changed_at)}{links}</url>"


def _lastmod(moment: datetime | None) -> str:
    return f"<lastmod>{_moment(moment)}</lastmod>" if moment else ""


def _moment(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _text(text: str) -> str:
    # Controls, which XML can't hold, can stand in a name that was typed at the desk.
    return escape("".join(character for character in text if character.isprintable()))


def _xml(root: str, namespaces: Mapping[str, str], lines: list[str]) -> HttpResponse:
    attributes = "".join(f" {name}={quoteattr(address)}" for name, address in namespaces.items())
    body = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<{root}{attributes}>", *lines, f"</{root}>", ""])
    return HttpResponse(body, content_type="application/xml; charset=utf-8")
