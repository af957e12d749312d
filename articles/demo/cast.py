"""The vocabularies and pictures that the demonstration's stories refer to, as rows."""

from io import BytesIO
from typing import Any, TypeVar

from babel import Locale

from articles import addressing, library
from articles.demo import drawings, house, shapes
from articles.demo.house import facts
from articles.models import Author, Country, Image, Section, Topic

_Row = TypeVar("_Row", Section, Country, Topic, Author)


class Cast:
    """Every row of the vocabularies by the key that stories use; a picture is painted when it is first asked for."""

    def __init__(self) -> None:
        self.sections: dict[str, Section] = {}
        for position, told in enumerate(house.SECTIONS):
            parent = self.sections[told.parent] if told.parent else None
            self.sections[told.key] = _there(_section(told, parent, position))
        self.countries = {told.code: _there(_country(told)) for told in house.COUNTRIES}
        self.topics = {told.key: _there(_topic(told)) for told in house.TOPICS}
        self.authors = {told.key: _there(_author(told)) for told in house.AUTHORS}
        self._images: dict[str, Image] = {}

    def image(self, key: str) -> Image:
        """The drawing `key` as a picture of the library."""
        if key not in self._images:
            told = drawings.DRAWINGS[key]
            described = Image(
                credit=told.credit,
                republishable=True,
                cleared=True,
                **both("alt", told.alt),
                **both("caption", told.caption),
            )
            try:
                self._images[key] = library.add(described, library.read(BytesIO(drawings.paint(key))))
            except library.AlreadyThere as there:
                self._images[key] = there.image
        return self._images[key]


def both(name: str, text: shapes.Both) -> dict[str, Any]:
    """The columns that hold one text in both languages."""
    return {f"{name}_en": text.en, f"{name}_es": text.es}


def _there(row: _Row) -> _Row:
    """The row that has or had this row's address, as editors have left it; else this row, saved."""
    address = addressing.lookup(row.path_in("en"))
    kept: _Row | None = getattr(address, row._meta.model_name or "") if address else None
    if kept is None:
        row.save()
    return kept or row


def _section(told: shapes.Section, parent: Section | None, position: int) -> Section:
    return Section(
        parent=parent,
        position=position,
        **both("slug", told.slug),
        **both("name", told.name),
        **both("description", told.description),
    )


def _country(told: shapes.Country) -> Country:
    names = {language: Locale(language).territories[told.code] for language in ("en", "es")}
    return Country(
        code=told.code,
        name_en=names["en"],
        name_es=names["es"],
        reviewed_on=told.reviewed,
        **both("slug", told.slug),
        **both("facts", facts.of_country(told.code)),
        **both("profile", told.profile),
    )


def _topic(told: shapes.Topic) -> Topic:
    return Topic(
        kind=told.kind,
        aliases=list(told.aliases),
        reviewed_on=told.reviewed,
        **both("slug", told.slug),
        **both("name", told.name),
        **both("profile", told.profile),
    )


def _author(told: shapes.Author) -> Author:
    return Author(name=told.name, slug=told.slug, languages=list(told.languages), **both("bio", told.bio))
