"""What every page says of the house itself: its masthead, its sections, its latest news.

Within one edition they are the same on all pages, so a process reads them once in each edition. Only a request that knows
its edition may rely on that (`newsroom.pagecache` tells it, with the snapshot that it reads); any other reads them anew.
"""

from collections.abc import Hashable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from articles import asking
from articles.models import Announcement, Masthead, Page, Section
from articles.pathwords import LANGUAGES

#: How many announcements are kept at hand in each language.
NEWEST = 6


class House:
    """What is asked of it is read when it is first needed, each part by one query. Many requests share it: it is not changed."""

    def read_frame(self) -> None:
        """Read what every page shows, for pages that may have to be made when nothing can be read any more."""
        self.masthead, self.sections  # noqa: B018 - read once and kept

    @cached_property
    def masthead(self) -> Masthead:
        return Masthead.current()

    @cached_property
    def sections(self) -> list[Section]:
        """The main sections in their order; each holds its own sections in `parts`."""
        rows = list(Section.objects.order_by("position", "pk"))
        mains = {section.pk: section for section in rows if section.parent_id is None}
        for section in mains.values():
            section.parts = []  # type: ignore[attr-defined]
        for section in rows:
            if section.parent_id in mains:
                section.parent = mains[section.parent_id]
                section.parent.parts.append(section)  # type: ignore[attr-defined]
        return list(mains.values())

    def section(self, key: int) -> Section | None:
        """A section by its key, with the one that it is within."""
        return self._by_key.get(key)

    def may_hold(self, path: str) -> bool:
        """Whether a story may be at an address: right below that of a section, where `addressing.path_of` puts them."""
        above = path[: path.rstrip("/").rfind("/") + 1]
        return above in self._of_sections and path not in self._of_sections

    @cached_property
    def _by_key(self) -> dict[int, Section]:
        return {section.pk: section for section in self._every_section}

    @cached_property
    def _of_sections(self) -> frozenset[str]:
        return frozenset(section.path_in(language) for section in self._every_section for language in LANGUAGES)

    @cached_property
    def _every_section(self) -> list[Section]:
        return [section for main in self.sections for section in (main, *main.parts)]  # type: ignore[attr-defined]  # set above

    def announcements(self, language: str, count: int) -> list[Announcement]:
        """The latest news of the house in one language, NEWEST at most."""
        if language not in self._announcements:
            rows = Announcement.objects.filter(published=True, language=language).order_by("-date", "-pk")
            self._announcements[language] = list(rows[:NEWEST])
        return self._announcements[language][:count]

    def pages(self, language: str) -> list[Page]:
        """The pages of the house in one language, in their order."""
        if language not in self._pages:
            self._pages[language] = list(_pages(language))
        return self._pages[language]

    @cached_property
    def pieces(self) -> dict[Hashable, Any]:
        """Parts of the frame that were rendered already, and what they are made of: see `articles.templatetags.frame`."""
        return {}

    @cached_property
    def _pages(self) -> dict[str, list[Page]]:
        return {}

    @cached_property
    def _announcements(self) -> dict[str, list[Announcement]]:
        return {}


@asking.once()
def _pages(language: str) -> QuerySet[Page]:
    return Page.objects.filter(published=True, language=language).order_by("position", "pk")


#: The edition that was last asked for, and its house.
_latest: tuple[Hashable, House] | None = None


def of(request: HttpRequest) -> House:
    """The house as this request's pages show it."""
    global _latest
    house = getattr(request, "house", None)
    if house is None:
        edition = getattr(request, "edition", None)
        latest = _latest
        if edition is not None and latest and latest[0] == edition:
            house = latest[1]
        else:
            house = House()
            if edition is not None:
                _latest = (edition, house)
        request.house = house  # type: ignore[attr-defined]
    return house
