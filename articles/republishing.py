"""Which stories others may publish, and the copy they are given, as plain HTML and as plain text.

Our name and a link to the original stand at its top and at its bottom. It holds no classes, scripts, styles or counters,
every address in it is absolute, and pictures whose licence does not let them travel stay behind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urljoin, urlsplit

from babel.lists import format_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles import markup, rendering
from articles.markup.parsing import Node, parse
from articles.models import Article, Byline, Image, Masthead
from articles.querysets import ArticleQuerySet
from articles.rendering import Shown, absolute

#: CLDR locales, for lists of names.
_LOCALES = {"en": "en", "es": "es_419"}

_SIGNED = {
    "author": gettext_noop("By %(people)s"),
    "contributor": gettext_noop("With reporting by %(people)s"),
    "photographer": gettext_noop("Photographs by %(people)s"),
    "data": gettext_noop("Data by %(people)s"),
    "editor": gettext_noop("Edited by %(people)s"),
    "translator": gettext_noop("Translated by %(people)s"),
}

_VOID = frozenset({"br", "hr"})


@dataclass(frozen=True)
class Copy:
    """What a republisher is given: a fragment of HTML, the same as a whole document, and as text; and the pictures."""

    html: str
    document: str
    text: str
    travelling: list[Shown]
    staying: list[Shown]


def stories() -> ArticleQuerySet:
    """The live stories that their editors let others publish."""
    return Article.objects.published().filter(republishable=True)


def is_offered(article: Article, masthead: Masthead) -> bool:
    """Whether a story may be republished: its editors allow it, and the house says on what terms."""
    return article.republishable and bool(masthead.said_in(article.language, "licence_notice"))


def copy_of(article: Article, masthead: Masthead) -> Copy:
    """The copy of a story, in the active language. One query if the body holds pictures; bylines come from the caches."""
    images = _images_of(article)
    shown = {key: rendering.picture(image, language=article.language) for key, image in images.items()}
    travelling = {key: shown[key] for key, image in images.items() if image.republishable}
    html = _as_html(article, masthead, travelling)
    return Copy(
        html=html,
        document=_as_document(article, html),
        text=_as_text(article, masthead),
        travelling=list(travelling.values()),
        staying=[shown[key] for key, image in images.items() if not image.republishable],
    )


def _images_of(article: Article) -> dict[int, Image]:
    """The pictures of a story: the lead, then those of the body in their order."""
    lead = {article.lead_image.pk: article.lead_image} if article.lead_image else {}
    keys = markup.image_ids(article.body)
    found = Image.objects.in_bulk(keys) if keys else {}
    return lead | {key: found[key] for key in keys if key in found}


def _as_html(article: Article, masthead: Masthead, travelling: Mapping[int, Shown]) -> str:
    lead = travelling.get(article.lead_image_id or 0)
    top, bottom = _attribution(article, masthead, _HTML)
    blocks = [
        f"<h1>{escape(article.headline)}</h1>",
        *(f"<p>{line}</p>" for line in top),
        f"<p><strong>{escape(article.dek)}</strong></p>" if article.dek else "",
        _figure(lead, escape(lead.caption)) if lead else "",
        _Writer(absolute(article.path or ""), travelling).body(article.body),
        "<hr>",
        f"<p>{bottom}</p>",
    ]
    return "\n".join(block for block in blocks if block)


def _as_document(article: Article, html: str) -> str:
    original = escape(absolute(article.path or ""))
    return (
        f'<!DOCTYPE html>\n<html lang="{article.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{escape(article.headline)}</title>\n<link rel="canonical" href="{original}">\n'
        f"</head>\n<body>\n{html}\n</body>\n</html>\n"
    )


def _as_text(article: Article, masthead: Masthead) -> str:
    """Paragraphs with an empty line between them. Pictures and their captions are left out."""
    top, bottom = _attribution(article, masthead, _TEXT)
    body = markup.to_text(_Writer(absolute(article.path or ""), {}).body(article.body))
    return "\n\n".join(part for part in [article.headline, *top, article.dek, *body.split("\n"), bottom] if part)


@dataclass(frozen=True)
class _Style:
    """How words and links are written."""

    words: Callable[[str], str]
    link: Callable[[str, str], str]


_HTML = _Style(escape, lambda name, url: f'<a href="{escape(url)}">{escape(name)}</a>')
_TEXT = _Style(str, lambda name, url: f"{name} ({url})")


def _attribution(article: Article, masthead: Masthead, style: _Style) -> tuple[list[str], str]:
    """The lines under the headline, the first of them with the way to the original, and the closing line."""
    house = style.link(masthead.name, absolute(article.path or ""))
    signed = _signed(article, masthead, style)
    top = [f"{signed[0]} | {house}", *signed[1:]] if signed else [house]
    bottom = style.words(_("This story was first published by %(house)s.")) % {"house": house}
    url = masthead.said_in(article.language, "licence_url")
    name = masthead.licence_name or url
    if name:
        licence = style.link(name, url) if url else style.words(name)
        bottom += " " + style.words(_("It is republished under the licence %(licence)s.")) % {"licence": licence}
    return top, bottom


def _signed(article: Article, masthead: Masthead, style: _Style) -> list[str]:
    """Who did what, a line for each kind of work. The house byline stands once for all who are protected."""
    house = masthead.said_in(article.language, "house_byline")
    roles: dict[str, list[str]] = {}
    named: set[str] = set()
    for byline in article.bylines.all():
        name = house if byline.author.protected else byline.author.name
        if not (byline.author.protected and name in named):
            roles.setdefault(byline.role, []).append(style.words(name))
        named.add(name)
    locale = _LOCALES[article.language]
    return [
        style.words(_(_SIGNED[role])) % {"people": format_list(roles[role], locale=locale)}
        for role in Byline.Role.values
        if role in roles
    ]


def _figure(picture: Shown, caption: str) -> str:
    """A picture that travels, with its credit. `caption` is HTML."""
    image = (
        f'<img src="{escape(absolute(picture.src))}" alt="{escape(picture.alt)}"'
        f' width="{picture.width}" height="{picture.height}">'
    )
    told = f"{caption} ({escape(picture.credit)})" if caption else escape(picture.credit)
    return f"<figure>{image}<figcaption>{told}</figcaption></figure>"


@dataclass
class _Writer:
    """Writes the body of one copy from the parsed tree, with the elements that the schema allows and nothing of ours."""

    original: str
    pictures: Mapping[int, Shown]
    notes: list[str] = field(default_factory=list)

    def body(self, html: str) -> str:
        blocks = [escape(part) if isinstance(part, str) else self.element(part) for part in parse(html).children]
        notes = [f"<p>[{number}] {text}</p>" for number, text in enumerate(self.notes, start=1)]
        if notes:
            notes.insert(0, f"<h2>{escape(_('Notes'))}</h2>")
        return "\n".join(block for block in [*blocks, *notes] if block.strip())

    def inside(self, node: Node) -> str:
        return "".join(
            escape(part, quote=False) if isinstance(part, str) else self.element(part) for part in node.children
        )

    def element(self, node: Node) -> str:
        if node.tag not in markup.SCHEMA:
            return self.inside(node)
        special = _SPECIAL.get(node.tag)
        return special(self, node) if special else self.plain(node, node.checked())

    def plain(self, node: Node, attributes: Mapping[str, str]) -> str:
        opened = node.tag + "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        return f"<{opened}>" if node.tag in _VOID else f"<{opened}>{self.inside(node)}</{node.tag}>"

    def link(self, node: Node) -> str:
        href = node.checked().get("href")
        return self.plain(node, {"href": urljoin(self.original, href)}) if href else self.inside(node)

    def note(self, node: Node) -> str:
        if "class" not in node.checked():
            return self.inside(node)
        self.notes.append("")  # takes its number before any note within it
        number = len(self.notes)
        self.notes[number - 1] = self.inside(node)
        return f"<sup>[{number}]</sup>"

    def quote(self, node: Node) -> str:
        return self.plain(node, {})

    def figure(self, node: Node) -> str:
        attributes = node.checked()
        caption = "".join(self.inside(part) for part in node.elements("figcaption"))
        if "data-image" in attributes:
            picture = self.pictures.get(int(attributes["data-image"]))
            return _figure(picture, caption or escape(picture.caption)) if picture else ""
        if "data-embed" in attributes:
            url = attributes["data-embed"]
            told = caption or escape(markup.EMBED_HOSTS[urlsplit(url).netloc])
            return f'<p>{told}: <a href="{escape(url)}">{escape(url)}</a></p>'
        return ""


_SPECIAL: Mapping[str, Callable[[_Writer, Node], str]] = {
    "a": _Writer.link,
    "blockquote": _Writer.quote,
    "figure": _Writer.figure,
    "span": _Writer.note,
}
