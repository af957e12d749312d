"""The front page: what editors arranged, the newest stories with their hours, the sections, the countries, the house."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import asking, cards, coverage, pathwords, structured
from articles.cards import Card
from articles.coverage import Kind, Shelf
from articles.gathering import NAMED, CountryRow
from articles.metadata import Metadata, described
from articles.models import Country, HomeSlot, Section
from articles.views import house, pages
from articles.views.collation import key

SECONDS = 4  # stories below the one that leads, if editors chose no more
RIVER_LENGTH = 10  # stories after those
SECTION_LENGTH = 4  # stories of each main section
STRIP_LENGTH = 24  # countries
ANNOUNCEMENTS = 3

_LATEST = 0  # stands for the newest stories where others name a section


@dataclass(frozen=True)
class Front:
    """The stories of the page, each in one place."""

    lead: Card | None
    seconds: list[Card]
    river: list[Card]
    by_section: dict[int, list[Card]]


@require_safe
def home(request: HttpRequest, language: str) -> HttpResponse:
    """The front page. A story stands on it once."""
    about = house.of(request)
    masthead, sections = about.masthead, about.sections
    front = _front(language, sections)
    context = {
        "lead": front.lead,
        "seconds": front.seconds,
        "river": _by_day(front.river),
        "blocks": [(section, stories) for section in sections if (stories := front.by_section[section.pk])],
        "countries": _countries(language),
        "is_home": True,
        "announcements": about.announcements(language, ANNOUNCEMENTS),
    }
    metadata = Metadata(
        title="",
        path=pathwords.PREFIXES[language],
        language=language,
        description=described(masthead.said_in(language, "tagline")),
        alternates={code: path for code, path in pathwords.PREFIXES.items() if code != language},
        feed=pathwords.aspect(pathwords.PREFIXES[language], "feed", language),
        structured=structured.of_house(masthead, language),
    )
    return pages.render(
        request,
        "articles/home.html",
        context,
        language=language,
        metadata=metadata,
    )


def _front(language: str, sections: list[Section]) -> Front:
    """The stories of the page: the editors' places first, free ones to the newest. Three queries."""
    places = dict(_places(language=language))
    leads = places.pop(0, None)
    arranged = list(places.values())
    free = max(0, SECONDS - len(arranged))
    # The newest take the free places at the top, then run in the river.
    newest = (0 if leads else 1) + free + RIVER_LENGTH
    keys = _newest(language, [leads or 0, *arranged], newest, sections)
    latest = keys.pop(_LATEST)
    chosen = {part: [pk for pk in pks if pk not in latest][:SECTION_LENGTH] for part, pks in keys.items()}
    wanted = [leads or 0, *arranged, *latest, *(pk for pks in chosen.values() for pk in pks)]
    found = cards.of_stories(wanted, language)

    def told(pks: list[int]) -> list[Card]:
        return [found[pk] for pk in pks if pk in found]

    top = [leads] if leads else latest[:1]
    rest = latest if leads else latest[1:]
    return Front(
        lead=next(iter(told(top)), None),
        seconds=told([*arranged, *rest[:free]]),
        river=told(rest[free:]),
        by_section={part: told(pks) for part, pks in chosen.items()},
    )


@asking.once(language=str)
def _places(*, language: str) -> QuerySet[Any, Any]:
    return HomeSlot.objects.standing().filter(language=language).values_list("position", "story")


def _newest(language: str, but: list[int], count: int, sections: list[Section]) -> dict[int, list[int]]:
    """The keys of the newest stories, and for each main section enough that SECTION_LENGTH are left. One query."""
    lists = ((_LATEST, count), *((section.pk, count + SECTION_LENGTH) for section in sections))
    keys: dict[int, list[int]] = {part: [] for part, _length in lists}
    rows = _newest_of(lists, language=language, but=asking.keys_of(but))
    for part, pk, _at in sorted(rows, key=lambda row: (row[2], row[1]), reverse=True):
        keys[part].append(pk)
    return keys


@asking.once(language=str, but=str)
def _newest_of(lists: tuple[tuple[int, int], ...], *, language: str, but: str) -> QuerySet[Any, Any]:
    found = [
        coverage.newest_keys(Shelf(Kind.SECTION, part) if part else coverage.ALL, language, length, but=but)
        .annotate(part=Value(part))
        .values_list("part", "article_id", "published_at")
        for part, length in lists
    ]
    return found[0].union(*found[1:], all=True)


def _countries(language: str) -> list[CountryRow]:
    """The countries with the most live stories in a language, each with their number in `stories`, by name. One query."""
    order = key(language)
    rows = map(CountryRow, _most_told(language=language))
    return sorted(rows, key=lambda country: order(country.said_in(language, "name")))


@asking.once(language=str)
def _most_told(*, language: str) -> QuerySet[Any, Any]:
    stories = coverage.totals(language, coverage.Kind.COUNTRY, key=OuterRef("pk")).order_by().values("stories")
    counted = Country.objects.annotate(stories=Subquery(stories)).filter(stories__isnull=False)
    return counted.order_by("-stories", "pk").values(*NAMED, "stories")[:STRIP_LENGTH]


def _by_day(stories: list[Card]) -> list[tuple[Any, list[Card]]]:
    """The stories of each day of the newsroom's time zone."""
    days = groupby(stories, lambda story: timezone.localtime(story.published_at).date())
    return [(day, list(same)) for day, same in days]
