"""How every public page is rendered: the frame around it, the same for all of them and for all readers.

Pages are rendered without the request: no template can see who asks, so a page is the same for everyone.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from articles import pathwords
from articles.metadata import Metadata
from articles.models import Masthead, Section
from articles.views import house
from articles.views.speaking import speaking

#: Each language in its own words.
LANGUAGE_NAMES = {"en": "English", "es": "Español"}


def render(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    language: str,
    metadata: Metadata | None = None,
    elsewhere: str = "",
    status: int = 200,
    masthead: Masthead | None = None,
    main_sections: bool = True,
) -> HttpResponse:
    """A page in one language, with masthead, main sections and the way to the other language.

    The switch leads to the counterpart named in `metadata.alternates`; without one it says so and leads to `elsewhere`
    (an address in the other language), or to that language's home page. `masthead` takes the place of the house's own.
    """
    with speaking(language):
        metadata = metadata or Metadata(title="", path=request.path_info, language=language, noindex=True)
        frame = {
            "language": language,
            "masthead": masthead or house.of(request).masthead,
            "main_sections": house.of(request).sections if main_sections else [],
            "metadata": metadata,
            "switches": switches(metadata, elsewhere),
            # What is not of the house as it is now must not be kept for pages that are.
            "pieces": house.of(request).pieces if masthead is None and main_sections else {},
            "home_path": pathwords.PREFIXES[language],
        }
        return HttpResponse(render_to_string(template, {**frame, **context}), status=status)


def switches(metadata: Metadata, elsewhere: str) -> list[dict[str, Any]]:
    """The ways to the site's other languages, and whether they lead to this same page.

    A later page of a list counts as the same: lists differ in length, and the way leads to the list itself.
    """
    later = pathwords.split(metadata.path).page > 1
    return [
        {
            "code": code,
            "name": LANGUAGE_NAMES[code],
            "same": later or code in metadata.alternates,
            "path": metadata.alternates.get(code) or elsewhere or pathwords.PREFIXES[code],
        }
        for code in pathwords.LANGUAGES
        if code != metadata.language
    ]


def in_every_language(key: str, language: str) -> dict[str, str]:
    """The counterparts of a fixed page."""
    return {code: pathwords.page(key, code) for code in pathwords.LANGUAGES if code != language}


def counterparts(row: Section | Any, language: str) -> dict[str, str]:
    """The counterparts of the page of a vocabulary's row."""
    return {code: row.path_in(code) for code in pathwords.LANGUAGES if code != language}


def later_page(metadata: Metadata, number: int) -> Metadata:
    """The metadata of page `number` of a list: its own address, the same way to it, and no counterparts, because lists
    differ in length."""
    if number == 1:
        return metadata
    way = [value for value in metadata.structured if value["@type"] == "BreadcrumbList"]
    return replace(metadata, path=pathwords.numbered(metadata.path, number), alternates={}, structured=way)
