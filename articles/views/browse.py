"""Lists of stories by what they are filed under, and the indexes of countries, topics and authors."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import companions, coverage, maps, pathwords, rendering, structured
from articles.metadata import Crumb, Metadata, breadcrumb, described
from articles.models import Author, Country, Section, Tag, Topic
from articles.querysets import in_sight
from articles.remembering import remembered
from articles.views import pages, ways
from articles.views.collation import key
from articles.views.listing import BeyondTheEnd, page_of_shape


def section(request: HttpRequest, row: Section, language: str, page: int) -> HttpResponse:
    """The stories of a section and of the sections within it."""
    way = [Crumb(row.parent.said_in(language, "name"), row.parent.path_in(language))] if row.parent else []
    parts = getattr(row, "parts", [])  # a main section of the house has them at hand
    context = {"section": row, "parts": parts, "text": row.said_in(language, "description")}
    return _list(request, "articles/section.html", row, language, page, way, context)


def country(request: HttpRequest, row: Country, language: str, page: int) -> HttpResponse:
    """A country's profile and its coverage."""
    way = [ways.to("countries", language)]
    context = {"country": row, "map": maps.locator(row.code, language), **_profiled(row, language, page)}
    return _list(request, "articles/country.html", row, language, page, way, context)


def topic(request: HttpRequest, row: Topic, language: str, page: int) -> HttpResponse:
    """A topic's profile and its coverage."""
    way = [ways.to("topics", language)]
    context = {"topic": row, "kind": _kind(language, row.kind), **_profiled(row, language, page)}
    return _list(request, "articles/topic.html", row, language, page, way, context)


@remembered(16)
def _kind(_language: str, kind: str) -> str:
    """What kind of topic it is, in the active language."""
    return str(dict(Topic.Kind.choices).get(kind, kind))


def _profiled(row: Country | Topic, language: str, page: int) -> dict[str, Any]:
    """The profile of a row with what it is covered together with, on the first page of its coverage.

    The coverage has a heading of its own, so headlines stand a level lower.
    """
    text = row.said_in(language, "profile")
    told: dict[str, Any] = {"text": text, "level_of_stories": "3"}
    if page == 1:
        told |= {
            "profile": rendering.to_page(text, language=language),
            "facts": row.facts_in(language),
            "companions": companions.of(row, language).links(row, language),
        }
    return told


def author(request: HttpRequest, row: Author, language: str, page: int) -> HttpResponse:
    """An author's biography and stories."""
    way = [ways.to("authors", language)]
    context = {"author": row, "text": row.said_in(language, "bio")}
    return _list(request, "articles/author.html", row, language, page, way, context)


@require_safe
def tag(request: HttpRequest, language: str, slug: str, page: int = 1) -> HttpResponse:
    """The stories that carry a tag."""
    row = get_object_or_404(Tag, slug=slug)
    path = pathwords.below("tags", language, slug)
    shape = coverage.shape_of(coverage.shelf_of(row), language)
    if not shape.count:
        raise BeyondTheEnd
    listing = page_of_shape(shape, page, path)
    crumbs = [ways.home(language), Crumb(row.name, path)]
    metadata = Metadata(
        title=row.name,
        path=path,
        language=language,
        alternates={code: pathwords.below("tags", code, slug) for code in shape.elsewhere},
        feed=pathwords.aspect(path, "feed", language),
        structured=[structured.of_collection(row.name, path, language), breadcrumb(crumbs, path)],
    )
    context = {"tag": row, "title": row.name, "listing": listing, "crumbs": crumbs}
    return pages.render(
        request,
        "articles/tag.html",
        context,
        language=language,
        metadata=pages.later_page(metadata, page),
    )


@require_safe
def countries(request: HttpRequest, language: str) -> HttpResponse:
    """Every country of the coverage."""
    return _index(request, "countries", _("Countries"), _sorted(Country.objects.order_by("pk"), language), language)


@require_safe
def topics(request: HttpRequest, language: str) -> HttpResponse:
    """Every topic, by kind."""
    rows = _sorted(in_sight(Topic.objects.order_by("pk")), language)
    kinds = [
        (Topic.Kind.THEME, _("Themes")),
        (Topic.Kind.ACTOR, _("Criminal actors")),
        (Topic.Kind.INSTITUTION, _("Institutions")),
    ]
    groups = [(kind, title, [row for row in rows if row.kind == kind]) for kind, title in kinds]
    context = {"groups": [group for group in groups if group[2]]}
    return _index(request, "topics", _("Topics"), rows, language, context)


@require_safe
def authors(request: HttpRequest, language: str) -> HttpResponse:
    """Everybody who signs with their own name."""
    rows = _sorted(in_sight(Author.objects.order_by("pk")), language)
    return _index(request, "authors", _("Authors"), rows, language)


def _index(
    request: HttpRequest, word: str, title: str, rows: list[Any], language: str, context: dict[str, Any] | None = None
) -> HttpResponse:
    path = pathwords.page(word, language)
    crumbs = [ways.home(language), Crumb(title)]
    metadata = Metadata(
        title=title,
        path=path,
        language=language,
        alternates=pages.in_every_language(word, language),
        structured=[breadcrumb(crumbs, path)],
    )
    context = {"title": title, "rows": rows, "crumbs": crumbs, **(context or {})}
    return pages.render(request, f"articles/{word}.html", context, language=language, metadata=metadata)


def _list(
    request: HttpRequest,
    template: str,
    row: Any,
    language: str,
    page: int,
    way: list[Crumb],
    context: dict[str, Any],
) -> HttpResponse:
    """A page about one row of a vocabulary with the stories filed under it."""
    title = _name(row, language)
    path, counterparts = row.path_in(language), pages.counterparts(row, language)
    crumbs = [ways.home(language), *way, Crumb(title, path)]
    description = described(context["text"])
    metadata = Metadata(
        title=title,
        path=path,
        language=language,
        description=description,
        alternates=counterparts,
        feed=pathwords.aspect(path, "feed", language),
        structured=[_told_to_machines(row, title, path, language, description), breadcrumb(crumbs, path)],
    )
    shape = coverage.shape_with(row, language)
    if not shape.count and not shape.elsewhere and isinstance(row, Topic | Author):
        raise BeyondTheEnd  # nobody knows of it yet
    listing = page_of_shape(shape, page, path)
    shown = {"title": title, "crumbs": crumbs, "listing": listing}
    if page == 1 and isinstance(row, Country | Topic):
        shown["months"] = shape.months
    return pages.render(
        request,
        template,
        context | shown,
        language=language,
        metadata=pages.later_page(metadata, page),
        elsewhere=next(reversed(counterparts.values())),
    )


def _told_to_machines(row: Any, title: str, path: str, language: str, description: str) -> dict[str, Any]:
    if isinstance(row, Author):
        photo = rendering.picture(row.photo, language=language) if row.photo else None
        return structured.of_author(row, language=language, image=photo)
    return structured.of_collection(title, path, language, description)


def _sorted(rows: Iterable[Any], language: str) -> list[Any]:
    order = key(language)
    return sorted(rows, key=lambda row: order(_name(row, language)))


def _name(row: Any, language: str) -> str:
    return row.name if isinstance(row, Author) else row.said_in(language, "name")
