"""The words of the site's addresses, in each language, as one table.

Everything that builds or reads an address asks here: URL patterns, the rows of `Address`, templates, the language
middleware. English lives at `/`, every other language under its own prefix.
"""

from functools import cache
from typing import NamedTuple

LANGUAGES = ("en", "es")

PREFIXES = {"en": "/", "es": "/es/"}

#: Pages that exist once in each language, and the folders that hold one page for each row of a table.
PAGES = {
    "countries": {"en": "countries", "es": "paises"},
    "topics": {"en": "topics", "es": "temas"},
    "authors": {"en": "authors", "es": "autores"},
    "tags": {"en": "tags", "es": "etiquetas"},
    "about": {"en": "about", "es": "acerca-de"},
    "updates": {"en": "about/updates", "es": "acerca-de/novedades"},
    "search": {"en": "search", "es": "buscar"},
    "search-suggestions": {"en": "search/suggestions", "es": "buscar/sugerencias"},
    "explore": {"en": "explore", "es": "explorar"},
    "archive": {"en": "archive", "es": "archivo"},
    "corrections": {"en": "corrections", "es": "correcciones"},
    "feedback": {"en": "feedback", "es": "comentarios"},
    "feedback-thanks": {"en": "feedback/thanks", "es": "comentarios/gracias"},
    "feedback-helpful": {"en": "feedback/helpful", "es": "comentarios/util"},
}

#: What may follow the address of a story or of a list: `<address>related/`, `<address>page/2/`.
ASPECTS = {
    "related": {"en": "related", "es": "relacionados"},
    "republish": {"en": "republish", "es": "republicar"},
    "download": {"en": "download", "es": "descargar"},
    "feed": {"en": "feed", "es": "feed"},
    "page": {"en": "page", "es": "page"},
}

#: What may follow the address of a country in place of a section: aspects, and the word that a topic stands behind.
ENDINGS = frozenset(word for words in (*ASPECTS.values(), PAGES["topics"]) for word in words.values())

#: First words that belong to machines or to staff.
_SYSTEM = (
    "admin",
    "static",
    "media",
    "healthz",
    "readyz",
    ".well-known",
    "robots.txt",
    "sitemap.xml",
    "news-sitemap.xml",
)

#: No section, story, page, topic, country or author may take one of these as its slug, in any language.
RESERVED = frozenset(
    [*_SYSTEM, *LANGUAGES, "updates", "novedades", "preview"]
    + [words[language].split("/")[-1] for words in (*PAGES.values(), *ASPECTS.values()) for language in LANGUAGES]
)


class Parts(NamedTuple):
    """An address taken apart: the address of a row, what is asked of it ("" for the page itself), and the list page."""

    base: str
    aspect: str
    page: int


@cache
def page(key: str, language: str) -> str:
    """The address of the page `key` in `language`; raises KeyError for a page or language that is not in the table."""
    return f"{PREFIXES[language]}{PAGES[key][language]}/"


def below(key: str, language: str, slug: str) -> str:
    """The address of the row with this slug in the folder `key`."""
    return f"{page(key, language)}{slug}/"


def crossed(country: str, language: str, topic: str) -> str:
    """The address of what is about a country and a topic: `country` is the country's own address, `topic` a slug."""
    return f"{country}{PAGES['topics'][language]}/{topic}/"


def country_in(section: str, country: str, language: str) -> str:
    """The address of what a section has about a country, both told by their own addresses."""
    return country + section.removeprefix(PREFIXES[language])


def dated(language: str, year: int, month: int = 0) -> str:
    """The address of the archive of a year, or of a month of it."""
    return f"{page('archive', language)}{year}/{f'{month:02}/' if month else ''}"


def explored(path: str, language: str) -> str:
    """The address of the view of the archive that shows only what is filed under the row at `path`."""
    return page("explore", language) + path.removeprefix(PREFIXES[language])


def aspect(base: str, key: str, language: str) -> str:
    """The address of an aspect (related content, feed, …) of the row that lives at `base`."""
    return f"{base}{ASPECTS[key][language]}/"


def numbered(base: str, number: int) -> str:
    """The address of page `number` of the list at `base`; page 1 is the list itself."""
    return base if number == 1 else f"{base}page/{number}/"


def language_of(path: str) -> str:
    """The language that an address belongs to."""
    return next((code for code in LANGUAGES if PREFIXES[code] != "/" and path.startswith(PREFIXES[code])), "en")


def split(path: str) -> Parts:
    """Take an address apart. Unknown endings are left in `base`: they are slugs, or nothing at all."""
    language = language_of(path)
    words = path.strip("/").split("/")
    number = 1
    # "page/1" is not split: page 1 has one address only, that of the list itself.
    if len(words) > 2 and words[-2] == ASPECTS["page"][language] and _is_later_page(words[-1]):
        number = int(words[-1])
        words = words[:-2]
    asked = next((key for key in ASPECTS if key != "page" and words[-1] == ASPECTS[key][language]), "")
    if asked and len(words) > 1:
        words = words[:-1]
    else:
        asked = ""
    return Parts(f"/{'/'.join(words)}/", asked, number)


def _is_later_page(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 6 and word[0] != "0" and word != "1"
