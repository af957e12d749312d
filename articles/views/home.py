"""The front page: the newest stories, those before them with their hours, the sections, and news of the house."""

from itertools import groupby
from typing import Any

from django.db.models import Value
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import pathwords
from articles.metadata import Metadata, described
from articles.models import Article, Masthead, Section
from articles.views import pages
from articles.views.articles import newest_announcements

SECONDS = 4  # stories below the one that leads
RIVER_LENGTH = 10  # stories after those
SECTION_LENGTH = 4  # stories of each main section
ANNOUNCEMENTS = 3

_LATEST = 0  # stands for the newest stories where others name a section
_NEWEST = 1 + SECONDS + RIVER_LENGTH


@require_safe
def home(request: HttpRequest, language: str) -> HttpResponse:
    """The front page. A story stands on it once."""
    masthead = Masthead.current()
    sections = pages.main_sections()
    latest, by_section = _stories(language, sections)
    context = {
        "lead": latest[0] if latest else None,
        "seconds": latest[1 : 1 + SECONDS],
        "river": _by_day(latest[1 + SECONDS :]),
        "blocks": [(section, by_section[section.pk]) for section in sections if by_section[section.pk]],
        "is_home": True,
        "announcements": newest_announcements(language, ANNOUNCEMENTS),
    }
    metadata = Metadata(
        title="",
        path=pathwords.PREFIXES[language],
        language=language,
        description=described(masthead.said_in(language, "tagline")),
        alternates={code: path for code, path in pathwords.PREFIXES.items() if code != language},
    )
    return pages.render(
        request,
        "articles/home.html",
        context,
        language=language,
        metadata=metadata,
        masthead=masthead,
        sections=sections,
    )


def _stories(language: str, sections: list[Section]) -> tuple[list[Article], dict[int, list[Article]]]:
    """The newest stories, and for each main section the newest that are not among those. Two queries and the bylines."""
    live = Article.objects.published().in_language(language).newest_first()
    lists = [(_LATEST, live, _NEWEST)]
    # Enough of each section that SECTION_LENGTH are left, even if all of the newest stories are its own.
    lists += [(section.pk, live.in_section(section), _NEWEST + SECTION_LENGTH) for section in sections]
    found = [rows.annotate(part=Value(part)).values_list("part", "pk")[:length] for part, rows, length in lists]
    keys: dict[int, list[int]] = {part: [] for part, _rows, _length in lists}
    for part, pk in found[0].union(*found[1:], all=True):
        keys[part].append(pk)
    latest = keys.pop(_LATEST)
    chosen = {part: [pk for pk in pks if pk not in latest] for part, pks in keys.items()}
    cards = live.for_cards().in_bulk([*latest, *(pk for pks in chosen.values() for pk in pks)])
    newest_first = sorted(cards.values(), key=lambda story: (story.published_at, story.pk), reverse=True)
    by_section = {
        part: [story for story in newest_first if story.pk in pks][:SECTION_LENGTH] for part, pks in chosen.items()
    }
    return [story for story in newest_first if story.pk in latest], by_section


def _by_day(stories: list[Article]) -> list[tuple[Any, list[Article]]]:
    """The stories of each day of the newsroom's time zone."""
    days = groupby(stories, lambda story: timezone.localtime(story.published_at).date())
    return [(day, list(same)) for day, same in days]
