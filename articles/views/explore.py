"""The archive at a glance: a map, a timeline, and countries against topics; all of it, or of one section or topic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import addressing, companions, coverage, maps, pathwords, structured, timelines, totals
from articles.coverage import Kind
from articles.metadata import Crumb, Metadata, breadcrumb
from articles.models import Section, Topic
from articles.totals import Counted
from articles.views import house, pages, ways
from articles.views.collation import key
from articles.views.listing import BeyondTheEnd

COLUMNS = 10  # topics of the table
FILTERS = 12  # topics to look at alone
LINES = 6  # topics over time

#: Shades of the map and of the table, from one story to the most.
SHADES = 5


@dataclass(frozen=True)
class Shaded:
    """How many stories are about something, where they are listed, and how dark that is on this page (0 for none)."""

    row: Any
    stories: int
    path: str
    shade: int


@dataclass(frozen=True)
class Spot:
    """A country's place on a map; `shaded` is None for one without stories, `linked` says where one gets to them."""

    place: maps.Place
    shaded: Shaded | None
    linked: bool


@require_safe
def explore(request: HttpRequest, language: str) -> HttpResponse:
    """The whole archive of one language."""
    shape = coverage.shape_of(coverage.ALL, language)
    mains = house.of(request).sections
    counted = totals.of_all(language)
    topics = totals.topics(counted[Kind.TOPIC][:FILTERS])
    countries = _countries(counted[Kind.COUNTRY], language)
    columns = topics[:COLUMNS]
    shown = _with_stories(mains, counted)
    by_section, by_topic = _series(language, shown, [topic.row for topic in topics[:LINES]])
    context = {
        "parts": shown,
        "countries": countries,
        "topics": topics,
        "by_section": by_section,
        "by_topic": by_topic,
        "columns": columns,
        "lines": _lines(language, [country.row for country in countries], [column.row for column in columns]),
    }
    path = pathwords.page("explore", language)
    crumbs = [ways.home(language), Crumb(_("Explore"))]
    return _shown(
        request, shape, context, title=_("Explore the archive"), path=path, crumbs=crumbs,
        alternates=pages.in_every_language("explore", language), feed=pathwords.PREFIXES[language],
    )  # fmt: skip


@require_safe
def explore_one(request: HttpRequest, language: str, filed: str) -> HttpResponse:
    """What is filed under the section or topic that lives at `/<filed>/`; 404 if nothing is. A former address leads to the
    present one."""
    row = _row_at(request, f"{pathwords.PREFIXES[language]}{filed}/")
    if row is None:
        raise Http404
    path = pathwords.explored(row.path_in(language), language)
    if path != request.path_info:
        return HttpResponsePermanentRedirect(path)
    shape = coverage.shape_of(coverage.shelf_of(row), language)
    if not shape.count:
        raise BeyondTheEnd
    mains = house.of(request).sections
    name = row.said_in(language, "name")
    title = _("Explore the archive: %(name)s") % {"name": name}
    crumbs = [ways.home(language), ways.to("explore", language), Crumb(name)]
    told = _of_topic(row, language) if isinstance(row, Topic) else _of_section(row, language, mains)
    counted = told.pop("counted")
    context = {"filter": row, "filter_name": name, "parts": _with_stories(mains, counted), **told}
    alternates = {code: pathwords.explored(row.path_in(code), code) for code in shape.elsewhere}
    return _shown(
        request, shape, context, title=title, path=path, crumbs=crumbs,
        alternates=alternates, feed=row.path_in(language),
    )  # fmt: skip


def _of_section(row: Section, language: str, mains: Sequence[Section]) -> dict[str, Any]:
    """Where a section's stories lie, the topics they are about, and its parts over time."""
    counted = totals.of_section(language, row.pk)
    parts: list[Section] = next((main.parts for main in mains if main.pk == row.pk), [])  # type: ignore[attr-defined]
    with_stories = _with_stories(parts, counted)
    return {
        "counted": counted,
        "countries": _countries(
            totals.others(counted["section_country"]),
            language,
            lambda country: pathwords.country_in(row.path_in(language), country.path_in(language), language),
        ),
        "topics": totals.topics(totals.others(counted["section_topic"])[:FILTERS]),
        "by_section": _series(language, with_stories, [])[0] if len(with_stories) > 1 else None,
    }


def _of_topic(row: Topic, language: str) -> dict[str, Any]:
    """Where a topic's stories lie, and the topics that they are about too."""
    counted = totals.of_topic(language, row.pk)
    slug = row.said_in(language, "slug")
    return {
        "counted": counted,
        "countries": _countries(
            [(country, 0, stories) for country, _topic, stories in counted[Kind.COUNTRY_TOPIC]],
            language,
            lambda country: pathwords.crossed(country.path_in(language), language, slug),
        ),
        "topics": companions.of(row, language).topics,
    }


def _with_stories(sections: Sequence[Section], counted: Mapping[str, Any]) -> list[Section]:
    """The sections that were counted, in their order: the others have no view of their own."""
    filled = {section for section, _other, _stories in counted[Kind.SECTION]}
    return [section for section in sections if section.pk in filled]


def _series(language: str, sections: Sequence[Section], topics: Sequence[Any]) -> list[timelines.Lines | None]:
    """Sections over time, and topics. One query."""
    months = coverage.months_of(language, sections=[row.pk for row in sections], topics=[row.pk for row in topics])
    return [
        timelines.of_several([(row, months.get(coverage.Shelf(kind, row.pk), ())) for row in rows])
        for kind, rows in ((Kind.SECTION, sections), (Kind.TOPIC, topics))
    ]


def _countries(counted: Counted, language: str, path_of: Any = None) -> list[Shaded]:
    """The countries that were counted, by name. One query."""
    found = totals.countries(counted)
    most = max((stories for _row, stories in found), default=0)
    order = key(language)
    shaded = [
        Shaded(row, stories, path_of(row) if path_of else row.path_in(language), _shade(stories, most))
        for row, stories in found
    ]
    return sorted(shaded, key=lambda country: order(country.row.said_in(language, "name")))


def _lines(language: str, countries: list[Any], topics: list[Any]) -> list[tuple[Any, list[Shaded | None]]]:
    """Countries against topics: for each country what it has of each topic, None for nothing. One query."""
    keys, others = ([row.pk for row in rows] for rows in (countries, topics))
    counted = totals.of_both(language, keys, others)
    cells = {(country, topic): stories for country, topic, stories in counted}
    most = max(cells.values(), default=0)
    slugs = [(topic, topic.said_in(language, "slug")) for topic in topics]
    shades = {stories: _shade(stories, most) for stories in set(cells.values())}
    lines = []
    for country in countries:
        above = country.path_in(language)
        told = [(topic, cells.get((country.pk, topic.pk), 0), slug) for topic, slug in slugs]
        if any(stories for _topic, stories, _slug in told):
            shaded = [
                Shaded(topic, stories, pathwords.crossed(above, language, slug), shades[stories]) if stories else None
                for topic, stories, slug in told
            ]
            lines.append((country, shaded))
    return lines


def _shade(stories: int, most: int) -> int:
    """One to SHADES by the order of magnitude: few countries have most stories, and the others are to differ too."""
    if not stories:
        return 0
    return max(1, min(SHADES, round(SHADES * (stories / most) ** 0.5)))


def spots(name: str, countries: Sequence[Shaded]) -> dict[str, Any]:
    """A map with its spots, those with stories on top. A country is a link on one of the maps, where it is easily hit."""
    region = maps.region(name)
    by_code = {country.row.code: country for country in countries}
    found = [
        Spot(place, by_code.get(code), code in by_code and (code in maps.MIDDLE) == (name == "middle"))
        for code, place in region.places.items()
    ]
    return {"width": region.width, "height": region.height, "spots": sorted(found, key=lambda spot: spot.linked)}


def _row_at(request: HttpRequest, path: str) -> Section | Topic | None:
    address = addressing.lookup(path)
    if address and address.section_id:
        return house.of(request).section(address.section_id)
    return address.topic if address else None


def _shown(
    request: HttpRequest,
    shape: coverage.Shape,
    context: Mapping[str, Any],
    *,
    title: str,
    path: str,
    crumbs: list[Crumb],
    alternates: Mapping[str, str],
    feed: str,
) -> HttpResponse:
    language = shape.language
    description = _("Our stories on a map, along a timeline, and by country and topic.")
    metadata = Metadata(
        title=title,
        path=path,
        language=language,
        description=description,
        alternates=alternates,
        feed=pathwords.aspect(feed, "feed", language),
        structured=[structured.of_collection(title, path, language, description), breadcrumb(crumbs, path)],
    )
    shown = {
        "title": title,
        "crumbs": crumbs,
        "count": shape.count,
        "timeline": timelines.of(shape, by_month=True),
        "is_dated": "filter" not in context,
        "map_of_the_whole": spots("americas", context["countries"]),
        "map_of_the_middle": spots("middle", context["countries"]),
    }
    return pages.render(
        request,
        "articles/explore.html",
        {**shown, **context},
        language=language,
        metadata=metadata,
        elsewhere=pages.in_every_language("explore", language).popitem()[1],
    )
