"""What stories are filed under and signed with: written by the models, so that addresses follow as at the desk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import product
from typing import Any

from babel import Locale
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.text import slugify

from articles.models import Announcement, Author, Country, Image, Masthead, Page, Section, Tag, Topic
from bench.corpus import phrases

#: Main sections with those in them, as "English/Spanish".
_SECTIONS = {
    "News/Noticias": ("Briefs/Breves", "Courts/Tribunales", "Borders/Fronteras"),
    "Investigations/Investigaciones": ("Series/Series", "Data/Datos"),
    "Analysis/Análisis": ("Economy/Economía", "Politics/Política", "Environment/Ambiente"),
    "Interviews/Entrevistas": (),
    "Profiles/Perfiles": ("Institutions/Instituciones", "Places/Lugares"),
}
_COUNTRIES = (
    *("US", "CA", "MX", "GT", "BZ", "SV", "HN", "NI", "CR", "PA", "CU", "DO", "HT", "JM", "TT", "BS", "BB", "PR"),
    *("CO", "VE", "EC", "PE", "BO", "BR", "PY", "UY", "AR", "CL", "GY", "SR", "GB", "FR", "DE", "BE", "NL", "IT"),
    *("ES", "PT", "CH", "SE", "NO", "DK", "FI", "GR", "TR", "RU", "IL", "IR", "IQ", "SA", "KW", "EG", "NG", "ZA"),
    *("JP", "CN", "TW", "KR", "HK", "PH", "ID", "IN", "TH", "MY", "SG", "AU", "NZ"),
)
#: Places of the newswire whose name is not that of the country today.
_FORMER = {"usa": "US", "uk": "GB", "west-germany": "DE", "ussr": "RU", "hong-kong": "HK", "trinidad-tobago": "TT"}
_GIVEN = (
    "Ana",
    "Bruno",
    "Carla",
    "Darío",
    "Elena",
    "Fabio",
    "Gloria",
    "Hugo",
    "Irene",
    "Jaime",
    "Karen",
    "Luis",
    "Nadia",
)
_FAMILY = (
    "Arce",
    "Bilbao",
    "Cerda",
    "Duarte",
    "Elías",
    "Fajardo",
    "Galarza",
    "Hinojosa",
    "Ibarra",
    "Jurado",
    "Larrea",
    "Mena",
    "Nájera",
    "Ocaña",
    "Paredes",
    "Quiroga",
)
_ROLES = ("Reporter", "Editor", "Publisher", "Audience")


@dataclass(frozen=True)
class Vocabulary:
    """The keys of all rows that stories refer to, with the words of them that search reads."""

    sections: tuple[tuple[int, dict[str, str]], ...]  # with the address in each language
    countries: tuple[tuple[int, dict[str, str]], ...]  # with the name in each language
    topics: tuple[tuple[int, dict[str, str]], ...]
    authors: tuple[tuple[int, str], ...]
    tags: tuple[tuple[int, str], ...]
    images: tuple[int, ...]
    places: dict[str, int]  # a country by what the newswire calls it
    staff: tuple[tuple[int, str], ...]


def write(stories: int) -> Vocabulary:
    """Write the house for an archive of this many stories."""
    Masthead.objects.get_or_create(id=1, defaults={"name": "The Corpus"})
    images = _images(min(max(stories // 50, 40), 5_000))
    sections, countries, topics = _sections(), _countries(), _topics(min(max(stories // 300, 40), 300))
    authors, tags = _authors(min(max(stories // 500, 40), 200)), _tags(min(max(stories // 50, 60), 3_000))
    _pages()
    return Vocabulary(
        sections=tuple((row.pk, {code: row.path_in(code) for code in ("en", "es")}) for row in sections),
        countries=tuple((row.pk, _names(row)) for row in countries),
        topics=tuple((row.pk, _names(row)) for row in topics),
        authors=tuple((row.pk, row.name) for row in authors),
        tags=tuple((row.pk, row.name) for row in tags),
        images=tuple(image.pk for image in images),
        places=_places(countries),
        staff=tuple((user.pk, user.get_username()) for user in _staff()),
    )


def _names(row: Any) -> dict[str, str]:
    return {"en": row.name_en, "es": row.name_es}


def _named(english: str, spanish: str) -> dict[str, str]:
    return {"name_en": english, "name_es": spanish, "slug_en": slugify(english), "slug_es": slugify(spanish)}


def _sections() -> list[Section]:
    rows = []
    for position, (main, parts) in enumerate(_SECTIONS.items()):
        above = Section.objects.create(**_named(*main.split("/")), position=position)
        rows.append(above)
        for place, part in enumerate(parts):
            rows.append(Section.objects.create(parent=above, **_named(*part.split("/")), position=place))
    return rows


def _countries() -> list[Country]:
    english, spanish = (Locale.parse(code).territories for code in ("en", "es_419"))
    return [Country.objects.create(code=code, **_named(english[code], spanish[code])) for code in _COUNTRIES]


def _places(countries: list[Country]) -> dict[str, int]:
    by_code = {country.code: country.pk for country in countries}
    return {country.slug_en: country.pk for country in countries} | {
        place: by_code[code] for place, code in _FORMER.items()
    }


def _topics(count: int) -> list[Topic]:
    kinds = list(Topic.Kind)
    subjects = {code: phrases.subjects(code) for code in ("en", "es")}
    rows = []
    for number in range(count):
        english, spanish = (f"{subjects[code][number % 400]} {number}" for code in ("en", "es"))
        kind = kinds[number % len(kinds)]
        rows.append(Topic.objects.create(**_named(english, spanish), kind=kind, aliases=[f"T-{number}"]))
    return rows


def _authors(count: int) -> list[Author]:
    names = [" ".join(name) for name in product(_GIVEN, _FAMILY)][:count]
    return [
        Author.objects.create(name=name, slug=slugify(name), protected=number % 40 == 39, languages=["en", "es"])
        for number, name in enumerate(names)
    ]


def _tags(count: int) -> list[Tag]:
    words = [f"{subject.lower()} {number}" for number, subject in zip(range(count), _endless("en"), strict=False)]
    return Tag.objects.bulk_create(Tag(name=word, slug=slugify(word)) for word in words)


def _endless(language: str) -> Any:
    while True:
        yield from phrases.subjects(language)


def _images(count: int) -> list[Image]:
    def image(number: int) -> Image:
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        return Image(
            file=f"images/{digest[:2]}/{digest}.jpg",
            width=1600,
            height=(1067, 900, 2000)[number % 3],
            alt_en=f"A harbour with {number} boats",
            alt_es=f"Un puerto con {number} botes",
            credit="The Corpus",
        )

    return Image.objects.bulk_create(image(number) for number in range(count))


def _pages() -> None:
    for language, number in product(("en", "es"), range(20)):
        words = {"language": language, "published": number % 5 > 0, "body": "<p>What the house says.</p>"}
        Page.objects.create(title=f"Page {number}", slug=f"page-{number}", position=number, **words)
        day = f"2025-{number % 12 + 1:02}-{number + 1:02}"
        Announcement.objects.create(title=f"News {number}", slug=f"news-{number}", date=day, **words)


def _staff() -> list[Any]:
    """One account for each role and a few more reporters; nobody can sign in with a password."""
    users = []
    for name, role in [(role.lower(), role) for role in _ROLES] + [(f"reporter{n}", "Reporter") for n in range(20)]:
        user = get_user_model().objects.create_user(name, f"{name}@corpus.example", None, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        users.append(user)
    return users
