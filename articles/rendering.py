"""Stored body → the HTML of a page: figures from the image library, numbered notes, embeds as plain links.

The page is written from the parsed tree, element by element, with only the attributes that the schema allows: nothing
that the schema does not know can reach a reader, whatever the database holds.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles import asking, maps, markup, renditions
from articles.folding.filling import filled
from articles.folding.loader import render_part
from articles.folding.steps import escaped
from articles.markup.parsing import Node, parse
from articles.models import Article, Image
from articles.remembering import remembered

#: How wide pictures are shown, for the browser's choice of a file.
BODY_SIZES = "(min-width: 42rem) 40rem, 100vw"

_VOID = frozenset({"br", "hr"})
_SPECIAL_CHARACTER = re.compile("[&<>]").search
_PICTURED = re.compile(r'data-image="([0-9]{1,18})"').findall


@dataclass(frozen=True)
class Shown:
    """A picture of the library as one page shows it, in the page's language."""

    sources: tuple[tuple[str, str], ...]  # media type and srcset, in the order of preference
    srcset: str
    src: str
    sizes: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str

    @property
    def alternatives(self) -> SafeString:
        """The formats that some browsers prefer, as elements: there may be twenty pictures on a page."""
        sizes = escaped(self.sizes)
        return SafeString(
            "\n".join(
                [f'<source type="{kind}" srcset="{escaped(srcset)}" sizes="{sizes}">' for kind, srcset in self.sources]
            )
        )

    @property
    def size(self) -> SafeString:
        """How large it is, as attributes."""
        return SafeString(f'width="{self.width}" height="{self.height}"')


def picture(image: Any, *, language: str, sizes: str = BODY_SIZES) -> Shown:
    """What a page needs to show a picture of the library: a row, or what has the same attributes. Asks nothing of the database
    or the disk."""
    texts = (image.said_in(language, "alt"), image.said_in(language, "caption"), image.credit)
    return _shown(image.name, image.width, image.height, image.has_avif, sizes, *texts)


def _shown(
    name: str, width: int, height: int, has_avif: bool, sizes: str, alt: str = "", caption: str = "", credit: str = ""
) -> Shown:
    formats = (*renditions.AT_ONCE, *(renditions.LATER if has_avif else ()))
    found = renditions.sources(name, width, height, formats, sizes=sizes)
    url = _urls()
    return Shown(
        sources=tuple([(source.media_type, source.srcset(url)) for source in found.sources]),
        srcset=found.fallback.srcset(url),
        src=url(found.src),
        sizes=sizes,
        width=found.width,
        height=found.height,
        alt=alt,
        caption=caption,
        credit=credit,
    )


def _urls() -> Callable[[str], str]:
    """How stored names become addresses: beneath that of a folder, or as a storage says, which may sign them."""
    return partial(_beneath, getattr(default_storage, "base_url", "")) if _lie_in_a_folder() else default_storage.url


def _lie_in_a_folder() -> bool:
    """Whether the address of a file is that of its folder and its name, and nothing more."""
    return default_storage.__class__.url is FileSystemStorage.url


def _beneath(folder: str, name: str) -> str:
    return f"{folder}{name}" if _PLAIN(name) else default_storage.url(name)


#: Names that stand in an address as they are, as those of all stored pictures do.
_PLAIN = re.compile(r"\w+(?:[/.-]\w+)*", re.ASCII).fullmatch


@remembered(2048)
def drawn(name: str, width: int, height: int, has_avif: bool, sizes: str, lazy: bool = True) -> SafeString:
    """The HTML of a picture that decorates a card, by what is stored of it. Asks nothing of the database or the disk."""
    stem, dot, extension = name.rpartition(".")
    if dot and _PLAIN(stem):
        below = _drawn_below(extension, width, height, has_avif, sizes, lazy)
        if below:
            return SafeString(below.replace(_STEM, stem))
    return _drawn(name, width, height, has_avif, sizes, lazy)


#: Stands for the name of a picture without its extension.
_STEM = "__stem__"


@remembered(256)
def _drawn_below(extension: str, width: int, height: int, has_avif: bool, sizes: str, lazy: bool) -> str:
    """What is drawn of all pictures of a size, with a place for their name; empty if the addresses of names have to be asked for
    one by one."""
    if not _lie_in_a_folder():
        return ""
    return _drawn(f"{_STEM}.{extension}", width, height, has_avif, sizes, lazy)


def _drawn(name: str, width: int, height: int, has_avif: bool, sizes: str, lazy: bool) -> SafeString:
    shown = _shown(name, width, height, has_avif, sizes)
    texts = {
        "picture.alternatives": shown.alternatives,
        "picture.src": shown.src,
        "picture.srcset": shown.srcset,
        "picture.sizes": shown.sizes,
        "picture.size": shown.size,
    }
    return filled("components/picture.html", texts, "decorative", *(("lazy",) if lazy else ()))


def country_shown(article: Article) -> str:
    """The ISO code of the country that stands for a story: the one over its headline, else its first by name, if any.

    The countries are taken from the story's cache.
    """
    if article.kicker_country:
        return article.kicker_country.code
    by_name = sorted(article.countries.all(), key=lambda country: country.said_in(article.language, "slug"))
    return by_name[0].code if by_name else ""


def locator(article: Article) -> SafeString:
    """The map that a story without a picture shows in its place; empty if it has a picture, or no country on our maps."""
    if article.lead_image:
        return SafeString("")
    return maps.locator(country_shown(article), article.language, maps.PAGE)


def to_page(body: str, *, language: str, images: Mapping[int, Any] | None = None) -> SafeString:
    """A stored body as a page shows it. One query if the body holds pictures that aren't given in `images`, else none.

    Pictures that are no longer in the library are left out, captions and all. The active language names the notes.
    """
    if images is None:
        keys = asking.keys_of(pictured(body))
        images = {image.pk: image for image in _library(keys=keys)} if keys else {}
    pictures = tuple((key, picture(image, language=language)) for key, image in sorted(images.items()))
    return _written(body, pictures, get_language())


@asking.once(keys=str)
def _library(*, keys: str) -> QuerySet[Image]:
    return Image.objects.filter(pk__in=asking.among(keys))


def pictured(body: str) -> tuple[int, ...]:
    """The keys of the pictures that a stored body may show, each once."""
    return tuple(dict.fromkeys(map(int, _PICTURED(body)))) if "data-image" in body else ()


@remembered(256)
def _written(body: str, pictures: tuple[tuple[int, Shown], ...], _language: str | None) -> SafeString:
    """A body with what is shown of its pictures, in the active language. In the next edition most are what they were."""
    writer = _Writer(dict(pictures))
    written = writer.inside(parse(body))
    return mark_safe(written + writer.notes_list())  # noqa: S308 - written from checked elements only


@dataclass
class _Writer:
    """Writes one page; counts its notes."""

    pictures: Mapping[int, Shown]
    notes: list[str] = field(default_factory=list)

    def inside(self, node: Node) -> str:
        written = []
        for part in node.children:
            if not isinstance(part, str):
                written.append(self.element(part))
            elif _SPECIAL_CHARACTER(part):
                written.append(escape(part, quote=False))
            else:
                written.append(part)
        return "".join(written)

    def element(self, node: Node) -> str:
        tag = node.tag
        if tag not in markup.SCHEMA:
            return self.inside(node)
        special = _SPECIAL.get(tag)
        written = special(self, node) if special else None
        return self.plain(node, node.checked() if node.attributes else {}) if written is None else written

    def plain(self, node: Node, attributes: Mapping[str, str]) -> str:
        opened = f"<{node.tag}{_attributes(attributes) if attributes else ''}>"
        return opened if node.tag in _VOID else f"{opened}{self.inside(node)}</{node.tag}>"

    def link(self, node: Node) -> str:
        attributes = node.checked()
        if not attributes:
            return self.inside(node)
        return self.plain(node, attributes | ({"rel": "external noopener"} if _leads_out(attributes["href"]) else {}))

    def note(self, node: Node) -> str | None:
        if "class" not in node.checked():
            return self.inside(node)
        if any(inner.tag == "span" and inner.checked() for inner in node.descendants()):
            return self.inside(node)  # only cleaning keeps notes out of notes; an uncleaned text stays a text
        number = len(self.notes) + 1
        self.notes.append(self.inside(node))
        label = escape(_("Note %(number)d") % {"number": number})
        return f'<sup class="note-mark"><a href="#note-{number}" id="note-mark-{number}" aria-label="{label}">{number}</a></sup>'

    def notes_list(self) -> str:
        if not self.notes:
            return ""
        back = escape(_("Back to the text"))
        items = "".join(
            f'<li id="note-{number}">{text} <a class="note-back" href="#note-mark-{number}" aria-label="{back}">↩</a></li>'
            for number, text in enumerate(self.notes, start=1)
        )
        title = escape(_("Notes"))
        return f'<section class="notes" aria-labelledby="notes"><h2 id="notes">{title}</h2><ol>{items}</ol></section>'

    def quote(self, node: Node) -> str:
        attributes = node.checked()
        if "class" not in attributes:
            return self.plain(node, attributes)
        return f'<blockquote class="pull-quote">{self.inside(node)}</blockquote>'

    def table(self, node: Node) -> str:
        # A wide table scrolls by itself; the keyboard reaches it there.
        label = escape(_("Table"))
        return f'<section class="table" aria-label="{label}" tabindex="0">{self.plain(node, {})}</section>'

    def figure(self, node: Node) -> str:
        attributes = node.checked()
        caption = mark_safe("".join(self.inside(part) for part in node.elements("figcaption")))  # noqa: S308 - as above
        if "data-image" in attributes:
            shown = self.pictures.get(int(attributes["data-image"]))
            return self._pictured(shown, caption) if shown else ""
        if "data-embed" in attributes:
            url = attributes["data-embed"]
            place = markup.EMBED_HOSTS[urlsplit(url).netloc]
            return render_part("components/embed.html", {"url": url, "place": place, "caption": caption})
        return ""

    def _pictured(self, shown: Shown, caption: SafeString) -> str:
        context = {"picture": shown, "caption": caption or shown.caption, "lazy": True}
        return render_part("components/figure.html", context)


_SPECIAL: Mapping[str, Callable[[_Writer, Node], str | None]] = {
    "a": _Writer.link,
    "blockquote": _Writer.quote,
    "figure": _Writer.figure,
    "span": _Writer.note,
    "table": _Writer.table,
}


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())


def _leads_out(href: str) -> bool:
    return href.startswith(("http://", "https://")) and not f"{href}/".startswith(f"{settings.SITE_URL}/")


def absolute(address: str) -> str:
    """An address of this site with its host, as other sites need it."""
    return address if address.startswith(("http://", "https://")) else f"{settings.SITE_URL}{address}"
