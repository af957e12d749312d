"""What public templates say in the page's language. Nothing here asks the database.

Every tag takes the language from the context's `language`, which `articles.views.pages.render` puts there.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import quote

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from django import template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles import maps, rendering
from articles.cards import Card
from articles.folding.filling import filled
from articles.markup import excerpt as body_excerpt
from articles.models import Article
from articles.remembering import remembered

register = template.Library()

#: CLDR locales of the site's languages.
LOCALES = {"en": "en", "es": "es_419"}

#: How wide the picture of a card is shown, for the browser's choice of a file.
CARD_SIZES = "(min-width: 40rem) 20rem, 30vw"

#: How wide the picture of the story is shown that leads the front page.
FRONT_SIZES = "(min-width: 75rem) 46rem, 100vw"

#: Where readers pass a story on: the site's name, its icon, and its address with the story's address and headline in it.
NETWORKS = (
    ("X", "x", "https://x.com/intent/post?url={url}&text={text}"),
    ("Facebook", "facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    ("WhatsApp", "whatsapp", "https://wa.me/?text={text}%20{url}"),
    ("Telegram", "telegram", "https://t.me/share/url?url={url}&text={text}"),
)


@register.simple_tag(takes_context=True)
def path_to(context: Mapping[str, Any], key: str) -> str:
    """The address of a fixed page in the page's language; empty if this site does not have that page."""
    return _path_to(key, context["language"])


@lru_cache(maxsize=256)
def _path_to(key: str, language: str) -> str:
    try:
        return reverse(f"{key}-{language}")
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def told_to_machines(context: Mapping[str, Any]) -> SafeString:
    """What machines read of this page."""
    masthead = context.get("masthead")
    return context["metadata"].elements(masthead.name if masthead else "")


@register.simple_tag(takes_context=True)
def address_of(context: Mapping[str, Any], row: Any) -> str:
    """The address of a section, country, topic or author in the page's language."""
    return row.path_in(context["language"])


@register.simple_tag(takes_context=True)
def said(context: Mapping[str, Any], row: Any, field: str) -> str:
    """A text of a row that carries both languages."""
    return row.said_in(context["language"], field)


@register.simple_tag(takes_context=True)
def prose(context: Mapping[str, Any], text: str) -> SafeString:
    """A standing text as paragraphs: plain text by its line breaks, HTML by the schema of bodies."""
    if text.lstrip().startswith("<"):
        return rendering.to_page(text, language=context["language"])
    return mark_safe(linebreaks(text.replace("\n", "\n\n"), autoescape=True))  # noqa: S308 - escaped


@register.simple_tag(takes_context=True)
def day(context: Mapping[str, Any], moment: date | datetime, length: str = "long") -> str:
    """A date in the newsroom's time zone, as CLDR writes it."""
    return _written(_local(moment), length, LOCALES[context["language"]])


@register.simple_tag(takes_context=True)
def hour(context: Mapping[str, Any], moment: datetime) -> str:
    """The time of day in the newsroom's time zone."""
    there = _here(moment)
    return _clock(there.hour, there.minute, LOCALES[context["language"]])


@lru_cache(maxsize=4096)
def _clock(hour: int, minute: int, locale: str) -> str:
    return format_time(time(hour, minute), "short", locale=locale)


@register.simple_tag
def machine_day(moment: date | datetime) -> str:
    """The same date for the attribute of `<time>`: with hour and offset if there is an hour."""
    if isinstance(moment, datetime):
        return _here(moment).isoformat(timespec="minutes")
    return moment.isoformat()


@register.simple_tag(takes_context=True)
def number(context: Mapping[str, Any], value: int) -> str:
    """A number with the separators of the page's language."""
    return separated(value, LOCALES[context["language"]])


@lru_cache(maxsize=4096)
def separated(value: int, locale: str) -> str:
    """A number with the separators of a CLDR locale."""
    return format_decimal(value, locale=locale)


@register.simple_tag(takes_context=True)
def names(context: Mapping[str, Any], people: Iterable[tuple[str, str]]) -> SafeString:
    """Names, each linked to its page if it has one, as a list in a sentence: "A, B and C"."""
    return _names(tuple(people), LOCALES[context["language"]])


@remembered(2048)
def _names(people: tuple[tuple[str, str], ...], locale: str) -> SafeString:
    written = [
        format_html('<a href="{}" rel="author">{}</a>', path, name) if path else escape(name) for name, path in people
    ]
    return mark_safe(format_list(written, locale=locale))  # noqa: S308 - each part is escaped


@register.simple_tag(takes_context=True)
def picture(context: Mapping[str, Any], image: Any, sizes: str = rendering.BODY_SIZES) -> rendering.Shown:
    """A picture of the library, ready for `components/picture.html`."""
    return rendering.picture(image, language=context["language"], sizes=sizes)


@register.simple_tag
def card(
    article: Article | Card, pictured: bool = False, sizes: str = "", level: str = "", reason: str = ""
) -> SafeString:
    """A story as lists show it: with its picture or the small map in its place if it is pictured, and why it is there."""
    shown = article if isinstance(article, Card) else Card.of(article)
    draw = _card if shown.found else _card_again  # what a search found stands in one answer only
    return draw(shown, (sizes or CARD_SIZES) if pictured else "", level or "3", reason)


@register.simple_tag
def listed(stories: Iterable[Article | Card], level: str = "", sizes_of_first: str = "") -> SafeString:
    """Stories with their pictures as the items of a list, each under a headline of a level; the first may be shown larger."""
    level, sizes = level or "2", sizes_of_first
    items = []
    for story in stories:
        items.append(f"<li>{card(story, True, sizes, level)}</li>")
        sizes = ""
    return SafeString("\n".join(items))


def _card(card: Card, sizes: str, level: str, reason: str) -> SafeString:
    return filled("components/card.html", told(card, sizes, level, reason))


def told(card: Card, sizes: str = "", level: str = "3", reason: str = "") -> dict[str, str]:
    """What `components/card.html` says of a story. With `sizes`, for the browser's choice of a file, it has its picture."""
    found, kicker = card.found, card.kicker
    moment = _here(card.published_at)
    return {
        "path": card.path,
        "kicker.path": kicker.path if kicker else "",
        "kicker.name": kicker.name if kicker else "",
        "moment": moment.isoformat(timespec="minutes"),
        "day": _written(moment.date(), "medium", LOCALES[card.language]),
        "headline": found.headline if found else card.headline,
        "dek": (found.passage if found else "") or card.dek,
        "picture": _picture_of(card, sizes) if sizes else "",
        "level": level,
        "reason": reason,
    }


@remembered(2048)
def _card_again(card: Card, sizes: str, level: str, reason: str) -> SafeString:
    """The card of a story is what is told of it and nothing else, and it stands in many lists, in each edition."""
    return _card(card, sizes, level, reason)


def _picture_of(card: Card, sizes: str, *, lazy: bool = True) -> SafeString:
    if card.picture:
        return rendering.drawn(*card.picture, sizes, lazy)
    return maps.locator(card.country, card.language, maps.CARD, decorative=True)


@register.simple_tag
def lead_picture(card: Card) -> SafeString:
    """The picture of the story that leads the front page, or the map in its place; empty if it has neither."""
    return _picture_of(card, FRONT_SIZES, lazy=False)


@register.simple_tag(takes_context=True)
def country_stamp(context: Mapping[str, Any], country: Any) -> SafeString:
    """A country's shape as small as a stamp, beside its name; empty for one that is not on our maps."""
    return maps.locator(country.code, context["language"], maps.STAMP, decorative=True)


@register.simple_tag(takes_context=True)
def networks(context: Mapping[str, Any], url: str, headline: str) -> SafeString:
    """The plain links that pass a story on, by networks and by e-mail: each an item of a list."""
    # What is quoted for an address needs nothing more in HTML, and holds no braces.
    items = _networks(context["language"]).replace("{url}", url.translate(_QUOTED))
    return SafeString(items.replace("{text}", headline.translate(_QUOTED)))


class _Quoted(dict[int, str]):
    """Each character as an address has it in a value: `quote` does them one by one, too, and begins anew each time."""

    def __missing__(self, character: int) -> str:
        self[character] = quoted = quote(chr(character), "")
        return quoted


_QUOTED = _Quoted()


@lru_cache(maxsize=8)
def _networks(_language: str) -> str:
    """The items, with places for the address of a story and for its headline."""
    leaving = SafeString(' rel="noopener external nofollow"')
    told = [(_("Share on %(network)s") % {"network": name}, icon, address, leaving) for name, icon, address in NETWORKS]
    told.append((_("Send by e-mail"), "mail", "mailto:?subject={text}&body={url}", SafeString("")))
    item = '<li><a href="{}"{} aria-label="{}" title="{}">{}</a></li>'
    return format_html_join(
        "\n",
        item,
        (
            (address, rel, label, label, render_to_string(f"components/icons/{icon}.svg"))
            for label, icon, address, rel in told
        ),
    )


@lru_cache(maxsize=8192)
def _written(day: date, length: Literal["full", "long", "medium", "short"], locale: str) -> str:
    """A date as CLDR writes it. Lists write the same dates again and again."""
    return format_date(day, length, locale=locale)


@register.filter
def excerpt(body: str) -> str:
    """The beginning of a body's running text."""
    return _excerpt(body)


@remembered(256)
def _excerpt(body: str) -> str:
    return body_excerpt(body)


def _local(moment: date | datetime) -> date:
    return _here(moment).date() if isinstance(moment, datetime) else moment


def _here(moment: datetime) -> datetime:
    return moment.astimezone(timezone.get_default_timezone())
