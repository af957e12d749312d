"""The style guide of the public site, for staff: every component in its states and both languages, as readers get it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from articles.models import Image
from articles.pathwords import LANGUAGES
from newsroom.desk import specimens

#: The style sheets and scripts of the public site that the components need.
STYLES = (
    "card",
    "corrections",
    "explore",
    "feedback",
    "home",
    "map",
    "profile",
    "prose",
    "republish",
    "search",
    "story",
    "timeline",
)
SCRIPTS = ("copy-link", "copy-text", "reader-feedback", "search-box")

#: Tokens as the page names them; the values are in static/css/tokens.css alone.
COLOURS = ("paper", "shade", "ink", "muted", "rule", "accent")
SIZES = ("name", "1", "2", "3", "lede", "text", "note", "label", "small")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The whole guide on one page. One query, for a picture to show."""
    image = Image.objects.order_by("-pk").first()
    context = {
        "components": _components(image),
        "has_picture": image is not None,
        "styles": [f"css/components/{name}.css" for name in STYLES],
        "scripts": [f"js/{name}.js" for name in SCRIPTS],
        "colours": COLOURS,
        "sizes": SIZES,
    }
    return render(request, "admin/styleguide.html", context)


def _components(image: Image | None) -> list[dict[str, Any]]:
    """Each component with its states, each state rendered in every language."""
    cast = {language: specimens.states(specimens.Cast(language, image)) for language in LANGUAGES}
    return [
        {
            "name": name,
            "states": [
                {
                    "name": state,
                    "versions": [(language, _rendered(name, cast, language, place)) for language in LANGUAGES],
                }
                for place, (state, _context) in enumerate(states)
            ],
        }
        for name, states in sorted(cast[LANGUAGES[0]].items())
    ]


def _rendered(name: str, cast: dict[str, dict[str, specimens.States]], language: str, place: int) -> str:
    _state, context = cast[language][name][place]
    with translation.override(language):
        return render_to_string(f"components/{name}.html", {"language": language, **context})
