"""What machines read of a page: one value → title, description, canonical, Open Graph, hreflang and JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any, NamedTuple

from django.utils.safestring import SafeString
from django.utils.timezone import get_default_timezone

from articles import markup, pathwords
from articles.folding.steps import has_special
from articles.models import Article, Correction, Masthead
from articles.rendering import Shown, absolute
from articles.structured import DESCRIPTION_LENGTH, Crumb, breadcrumb, described, image_of, news_article, size_of

__all__ = ["Crumb", "Metadata", "PageImage", "breadcrumb", "described", "of_story", "page_image"]

_LOCALES = {"en": "en_US", "es": "es_419"}


class PageImage(NamedTuple):
    """The picture that stands for a page where others link to it: an absolute address, its size in pixels, its text."""

    url: str
    width: int
    height: int
    alt: str


def page_image(shown: Shown) -> PageImage:
    """A picture of the library as the image of a page."""
    return PageImage(absolute(shown.src), shown.width, shown.height, shown.alt)


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """One page in one language. `alternates` holds the same page in the other languages, each of them public; `feed` is
    the path of the feed of what the page lists, if it has one.

    Without a `path` the page has no address of its own: it says that something is wrong.
    """

    title: str
    path: str
    language: str
    description: str = ""
    kind: str = "website"
    image: PageImage | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)
    feed: str = ""
    published_at: datetime | None = None
    changed_at: datetime | None = None
    noindex: bool = False
    structured: Sequence[Mapping[str, Any]] = ()

    @property
    def canonical(self) -> str:
        return absolute(self.path)

    @property
    def locale(self) -> str:
        return _LOCALES[self.language]

    @property
    def feed_url(self) -> str:
        return absolute(self.feed) if self.feed else ""

    @property
    def versions(self) -> list[tuple[str, str]]:
        """Language and address of this page and its counterparts; empty when there is no counterpart."""
        if not self.alternates:
            return []
        return [(code, absolute(path)) for code, path in sorted({self.language: self.path, **self.alternates}.items())]

    def elements(self, house: str) -> SafeString:
        """All of it as elements of the head; `house` is the name of the publication. There are up to twenty on each page."""
        canonical, zone = self.canonical, get_default_timezone()
        moments = (("published_time", self.published_at), ("modified_time", self.changed_at))
        told = [
            ("name", "description", self.description),
            ("name", "robots", "noindex" if self.noindex else ""),
            ("property", "og:url", canonical if self.path else ""),
            *self._shared(house),
            ("name", "twitter:card", "summary_large_image" if self.image else "summary"),
            *[("property", f"article:{key}", at.astimezone(zone).isoformat()) for key, at in moments if at],
        ]
        links = [f'<link rel="canonical" href="{_escaped(canonical)}">'] if self.path else []
        links += [f'<link rel="alternate" hreflang="{code}" href="{_escaped(url)}">' for code, url in self.versions]
        if self.feed:
            title = _escaped(" | ".join(filter(None, (self.title, house))))
            feed = _escaped(self.feed_url)
            links.append(f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{feed}">')
        metas = [f'<meta {kind}="{name}" content="{_escaped(text)}">' for kind, name, text in told if text]
        scripts = [f'<script type="application/ld+json">{_script_text(one)}</script>' for one in self.structured]
        return SafeString("\n".join([*metas, *links, *scripts]))

    def _shared(self, house: str) -> list[tuple[str, str, str]]:
        """What Open Graph says; what is empty is left out."""
        told = [
            ("property", "og:type", self.kind),
            ("property", "og:title", self.title or house),
            ("property", "og:locale", self.locale),
            ("property", "og:site_name", house),
            ("property", "og:description", self.description),
        ]
        if self.image:
            url, width, height, alt = self.image
            told += [
                ("property", "og:image", url),
                ("property", "og:image:width", str(width)),
                ("property", "og:image:height", str(height)),
                ("property", "og:image:alt", alt),
            ]
        return told


def _escaped(text: str) -> str:
    """As `html.escape` does it, which looks through a text five times; most have nothing that it looks for."""
    return escape(text) if has_special(text) else text


def _script_text(value: Mapping[str, Any]) -> str:
    """JSON without any character that could end the element."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def of_story(
    article: Article,
    *,
    masthead: Masthead,
    crumbs: Sequence[Crumb],
    image: Shown | None,
    alternates: Mapping[str, str],
    share: PageImage | None = None,
    corrections: Sequence[Correction] = (),
    noindex: bool = False,
) -> Metadata:
    """The metadata of a story; its bylines, subjects and tags are taken from the caches.

    `image` is its picture. `share` takes the picture's place where others link to the story.
    """
    path = article.path or pathwords.PREFIXES[article.language]
    description = described(article.dek) or markup.excerpt(article.body, DESCRIPTION_LENGTH)
    pictures = [image_of(image)] if image else []
    if share:
        pictures.append({"@type": "ImageObject", "url": share.url, **size_of(share.width, share.height)})
    return Metadata(
        title=article.headline,
        path=path,
        language=article.language,
        description=description,
        kind="article",
        image=share or (page_image(image) if image else None),
        alternates=alternates,
        published_at=article.published_at,
        changed_at=article.changed_at,
        noindex=noindex,
        structured=[]
        if noindex
        else [
            news_article(
                article,
                masthead=masthead,
                path=path,
                description=description,
                pictures=pictures,
                corrections=corrections,
            ),
            breadcrumb(crumbs, path),
        ],
    )
