"""Locator maps: where a country is, drawn from Natural Earth's data as SVG that takes its colours from the page."""

from functools import lru_cache
from html import escape

from babel import Locale
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.maps.drawing import closed_lines
from articles.maps.region import MIDDLE, Place, Region, region
from articles.maps.sheet import AMERICAS, Sheet, lay_out

__all__ = [
    "AMERICAS",
    "CARD",
    "MIDDLE",
    "PAGE",
    "STAMP",
    "Place",
    "Region",
    "Sheet",
    "lay_out",
    "locator",
    "region",
]

#: Width and height of the sheet. Lines are simplified to suit, so a smaller sheet is a shorter text.
PAGE = (960, 540)
CARD = (320, 180)
STAMP = (160, 90)


@lru_cache(maxsize=256)
def locator(code: str, language: str, size: tuple[int, int] = PAGE, *, decorative: bool = False) -> SafeString:
    """The map of a country by its ISO code, with its name in `language`; empty for one outside the Americas.

    A decorative map stands beside words that name the country, and assistive technology passes over it.
    """
    sheet = lay_out(code, *size)
    if not sheet:
        return SafeString("")
    if decorative:
        opening = 'aria-hidden="true">'
    else:
        with translation.override(language):
            title = _("Map: %(country)s and what lies around it") % {"country": Locale(language).territories[code]}
        opening = f'role="img"><title>{escape(title)}</title>'
    circle = (
        '<circle class="locator__ring" cx="{:.0f}" cy="{:.0f}" r="{:.0f}"/>'.format(*sheet.ring) if sheet.ring else ""
    )
    return mark_safe(  # noqa: S308 - numbers of ours and an escaped name
        f'<svg class="locator" width="{sheet.width}" height="{sheet.height}" '
        f'viewBox="0 0 {sheet.width} {sheet.height}" preserveAspectRatio="xMidYMid slice" {opening}'
        f'<path class="locator__land" d="{closed_lines(sheet.neighbours)}"/>'
        f'<path class="locator__country" d="{closed_lines(sheet.country)}"/>{circle}</svg>'
    )
