"""What stands on every page of an edition: rendered once, then taken as it is.

A part of the frame sees the house and what is named as its own, and nothing else of the page it stands on. So it is the same
for all pages that name the same, and the house (`articles.views.house`) keeps it for as long as it is the house of its edition.
"""

from collections.abc import Callable, Hashable, Mapping, MutableMapping
from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.folding.loader import render_part
from articles.templatetags.public import path_to

register = template.Library()

#: As many parts are kept, then it begins anew: the feeds of lists make as many footers.
LENGTH = 200

#: What a part of the frame sees of the house.
_HOUSE = ("language", "masthead", "main_sections", "home_path", "announcements")


@register.simple_tag(takes_context=True)
def kept(context: Mapping[str, Any], part: str, **own: Hashable) -> SafeString:
    """A part of the frame that shows the house and these values."""
    return _once(context, (part, context["language"], *own.values()), part, lambda: own)


@register.simple_tag(takes_context=True)
def navigation(context: Mapping[str, Any]) -> SafeString:
    """The main navigation. The link is marked that leads to this page, or to what it is part of by its breadcrumb."""
    language, sections, metadata = context["language"], context.get("main_sections", ()), context.get("metadata")
    pieces = context.get("pieces", {})
    paths = pieces.get(("paths", language))
    if paths is None:
        paths = [section.path_in(language) for section in sections] + [path_to(context, key) for key in _FIXED]
        pieces["paths", language] = paths
    here = metadata.path if metadata else ""
    way = {crumb.path for crumb in context.get("crumbs", ())}
    marks = tuple(["page" if path == here else "true" if path in way else "" for path in paths])

    def own() -> dict[str, Any]:
        fixed = (_("Countries"), _("Topics"), _("Explore"), _("About us"))
        return {
            "links": list(
                zip(paths, [*(section.said_in(language, "name") for section in sections), *fixed], marks, strict=True)
            )
        }

    return _once(context, ("navigation", language, marks), "components/navigation.html", own)


#: The fixed pages that follow the sections.
_FIXED = ("countries", "topics", "explore", "about")


def _once(context: Mapping[str, Any], key: Hashable, part: str, own: Callable[[], Mapping[str, Any]]) -> SafeString:
    pieces: MutableMapping[Hashable, Any] = context.get("pieces", {})
    piece = pieces.get(key)
    if piece is None:
        if len(pieces) >= LENGTH:
            pieces.clear()
        shown = {name: context.get(name) for name in _HOUSE}
        pieces[key] = piece = render_part(part, {**shown, **own()})
    return piece
