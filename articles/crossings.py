"""Where two kinds of filing meet: a country and a topic, or a country and a section. Their lists have no row of `Address`."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from articles import coverage, pathwords
from articles.models import Address, Country, Section, Topic


class Crossing(NamedTuple):
    """A country, and the topic or section that its stories are filed under too."""

    country: Country
    other: Topic | Section

    @property
    def shelf(self) -> coverage.Shelf:
        if isinstance(self.other, Topic):
            return coverage.shelf_of_both(self.country, self.other)
        return coverage.shelf_of_country_in(self.other, self.country)

    def path_in(self, language: str) -> str:
        """Where its stories are listed."""
        country = self.country.path_in(language)
        if isinstance(self.other, Topic):
            return pathwords.crossed(country, language, self.other.said_in(language, "slug"))
        return pathwords.country_in(self.other.path_in(language), country, language)

    def title_in(self, language: str) -> str:
        """What is said over the list; the active language is to be the same."""
        names = {"country": self.country.said_in(language, "name"), "topic": self.other.said_in(language, "name")}
        return _("%(country)s: %(topic)s") % names


def at(language: str, country: str, *, topic: str = "", section: str = "") -> Crossing | None:
    """What lives, or once lived, at these parts of an address: slugs, and for a section all of its path. One query."""
    place = pathwords.below("countries", language, country)
    other = pathwords.below("topics", language, topic) if topic else f"{pathwords.PREFIXES[language]}{section}/"
    rows = Address.objects.filter(path__in=[place, other]).select_related("country", "topic", "section__parent")
    found = {address.path: address for address in rows}
    if place not in found or other not in found:
        return None
    where, crossed = found[place].country, found[other].topic if topic else found[other].section
    return Crossing(where, crossed) if where and crossed else None
