"""What machines read of a page: one value → title, description, canonical, Open Graph, hreflang and JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles import markup, pathwords
from articles.models import Article, Masthead
from articles.rendering import Shown, absolute

#: Search engines show about this much of a description.
_DESCRIPTION = 200  # characters

_LOCALES = {"en": "en_US", "es": "es_419"}


class Crumb(NamedTuple):
    """A step on the way from the home page to where the reader is; without a path it is the page itself."""

    name: str
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """One page in one language. `alternates` holds the same page in the other languages, each of them public.

    Without a `path` the page has no address of its own: it says that something is wrong.
    """

    title: str
    path: str
    language: str
    description: str = ""
    kind: str = "website"
    image: Shown | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)
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
    def image_url(self) -> str:
        return absolute(self.image.src) if self.image else ""

    @property
    def versions(self) -> list[tuple[str, str]]:
        """Language and address of this page and its counterparts; empty when there is no counterpart."""
        if not self.alternates:
            return []
        return [(code, absolute(path)) for code, path in sorted({self.language: self.path, **self.alternates}.items())]

    @property
    def structured_data(self) -> list[SafeString]:
        """Each JSON-LD object as text that is safe inside a script element."""
        return [_script_text(value) for value in self.structured]


def _script_text(value: Mapping[str, Any]) -> SafeString:
    text = json.dumps(value, ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return mark_safe(text)  # noqa: S308 - no character is left that could end the element


def described(text: str) -> str:
    """A text as a description: one line, not too long."""
    line = markup.single_line(text)
    return line if len(line) <= _DESCRIPTION else line[:_DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def breadcrumb(crumbs: Sequence[Crumb], path: str) -> dict[str, Any]:
    """The way to a page as a BreadcrumbList."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": crumb.name, "item": absolute(crumb.path or path)}
            for place, crumb in enumerate(crumbs, start=1)
        ],
    }


def of_story(
    article: Article,
    *,
    masthead: Masthead,
    crumbs: Sequence[Crumb],
    image: Shown | None,
    alternates: Mapping[str, str],
    noindex: bool = False,
) -> Metadata:
    """The metadata of a story; its bylines are taken from the caches."""
    path = article.path or pathwords.PREFIXES[article.language]
    description = described(article.dek) or markup.excerpt(article.body, _DESCRIPTION)
    return Metadata(
        title=article.headline,
        path=path,
        language=article.language,
        description=description,
        kind="article",
        image=image,
        alternates=alternates,
        published_at=article.published_at,
        changed_at=article.changed_at,
        noindex=noindex,
        structured=[]
        if noindex
        else [_news_article(article, masthead, path, description, image), breadcrumb(crumbs, path)],
    )


def _news_article(
    article: Article, masthead: Masthead, path: str, description: str, image: Shown | None
) -> dict[str, Any]:
    house = {
        "@type": "NewsMediaOrganization",
        "name": masthead.name,
        "url": absolute(pathwords.PREFIXES[article.language]),
    }
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "description": description,
        "inLanguage": article.language,
        "mainEntityOfPage": absolute(path),
        "url": absolute(path),
        "datePublished": _moment(article.published_at),
        "dateModified": _moment(article.changed_at),
        "author": _authors(article, house),
        "publisher": house,
        "isAccessibleForFree": True,
        "image": [absolute(image.src)] if image else None,
        "articleSection": article.section.said_in(article.language, "name") if article.section else None,
        "license": masthead.said_in(article.language, "licence_url") if article.republishable else None,
    }
    return {name: value for name, value in data.items() if value}


def _authors(article: Article, house: dict[str, Any]) -> list[dict[str, Any]]:
    signed = [byline.author for byline in article.bylines.all() if byline.role == "author"]
    people = [
        {"@type": "Person", "name": author.name, "url": absolute(author.path_in(article.language))}
        for author in signed
        if not author.protected
    ]
    return people + ([house] if len(people) < len(signed) or not signed else [])


def _moment(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
