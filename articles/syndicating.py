"""Stories as feeds tell them: each as one value with its names and its whole text, read together by one query."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from html import escape, unescape
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.utils import translation

from articles import asking, coverage, pathwords, rendering
from articles.coverage import Shelf
from articles.folding.loader import render_part
from articles.models import ArticleCountry, ArticleTag, ArticleTopic, Byline, Image
from articles.models.translated import Translated
from articles.querysets import ArticleQuerySet
from articles.remembering import remembered

_OF_A_PICTURE = ("id", "file", "width", "height", "has_avif", "alt_en", "alt_es", "caption_en", "caption_es", "credit")

_PLAIN = ("pk", "path", "headline", "dek", "body", "published_at", "changed_at", "section__name_en", "section__name_es")


# Pages escape < and > wherever they are not markup, so this finds tags only.
_TAG = re.compile(r"<[a-z]\w* [^>]*>")
# An address on this host in which nothing has to be resolved.
_FROM_ROOT = re.compile(r"/(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?").fullmatch
_ADDRESS = re.compile(r'(?<=\s)(href|src|srcset)="([^"]*)"')


class Pictured(NamedTuple):
    """A picture of the library as it was read, in the order of `_OF_A_PICTURE`: a row would be made in many times the time."""

    pk: int
    name: str
    width: int
    height: int
    has_avif: bool
    alt_en: str
    alt_es: str
    caption_en: str
    caption_es: str
    credit: str

    def said_in(self, language: str, field: str) -> str:
        """A text in a language, or in the other one when it has none in this one."""
        return Translated.said_in(self, language, field)  # type: ignore[arg-type]  # it asks for nothing but the texts


class Signatory(NamedTuple):
    """An author, as far as a feed may have to name one."""

    name: str
    slug: str
    protected: bool

    def path_in(self, language: str) -> str:
        """The address of the author's page."""
        return pathwords.below("authors", language, self.slug)


class Signature(NamedTuple):
    """Who did what on a story."""

    role: str
    author: Signatory


class Told(NamedTuple):
    """A story with what a feed says of it: the names that it is filed under, who signs, and the text as HTML ("" if feeds
    carry none)."""

    pk: int
    path: str
    headline: str
    dek: str
    body: str
    published_at: datetime
    changed_at: datetime
    filed: tuple[str, ...]
    signed: tuple[Signature, ...]
    text: str


def with_hosts(html: str, base: str) -> str:
    """Rendered HTML whose addresses are absolute, those within the page too: `base` is the page's own address."""

    parts = urlsplit(base)
    host = f"{parts.scheme}://{parts.netloc}"

    def joined(address: str) -> str:
        if _FROM_ROOT(address):  # there may be sixty to a picture, and the library takes its time
            return host + address
        return urljoin(base, address)

    def whole(found: re.Match[str]) -> str:
        name, value = found[1], unescape(found[2])
        if name == "srcset":
            candidates = (part.strip().partition(" ") for part in value.split(", "))
            value = ", ".join(f"{joined(address)}{space}{width}" for address, space, width in candidates)
        else:
            value = joined(value)
        return f'{name}="{escape(value)}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(whole, tag[0]), html)


def newest(shelf: Shelf, language: str, length: int) -> list[Told]:
    """The newest stories of a list. One query, and one for the pictures in their texts."""
    rows = _newest(language, length, kind=str(shelf.kind), key=shelf.key, other=shelf.other)
    return _told(rows, language)


def of(stories: ArticleQuerySet, language: str) -> list[Told]:
    """These stories, all of one language, in their order. One query, and one for the pictures in their texts."""
    return _told(_with_names(stories), language)


@asking.once(kind=str, key=int, other=int)
def _newest(language: str, length: int, *, kind: str, key: int, other: int) -> QuerySet[Any, Any]:
    return _with_names(coverage.newest(Shelf(kind, key, other), language, length))


def _with_names(stories: ArticleQuerySet) -> QuerySet[Any, Any]:
    signed = JSONObject(role="role", name="author__name", slug="author__slug", protected="author__protected")
    return stories.annotate(
        told_topics=_names(ArticleTopic, "article", "topic"),
        told_countries=_names(ArticleCountry, "article", "country"),
        told_tags=ArraySubquery(
            ArticleTag.objects.filter(content_object=OuterRef("pk")).order_by("tag__name").values("tag__name")
        ),
        signed=ArraySubquery(Byline.objects.filter(article=OuterRef("pk")).order_by("position").values(told=signed)),
    ).values_list(
        *_PLAIN,
        *("told_topics", "told_countries", "told_tags", "signed"),
        *(f"lead_image__{name}" for name in _OF_A_PICTURE),
    )


def _names(through: Any, story: str, link: str) -> ArraySubquery:
    named = JSONObject(**{code: F(f"{link}__name_{code}") for code in pathwords.LANGUAGES})
    return ArraySubquery(through.objects.filter(**{story: OuterRef("pk")}).order_by(f"{link}_id").values(told=named))


def _told(rows: Iterable[Sequence[Any]], language: str) -> list[Told]:
    rows = list(rows)
    full = settings.FEED_FULL_TEXT
    pictures = _pictures({key for row in rows for key in rendering.pictured(row[_PLAIN.index("body")])}) if full else {}
    told = []
    with translation.override(language):
        for row in rows:
            (pk, path, headline, dek, body, first, last, *section), rest = row[: len(_PLAIN)], row[len(_PLAIN) :]
            topics, countries, tags, signed, *lead = rest
            subjects = [dict(zip(pathwords.LANGUAGES, section, strict=True)), *topics, *countries]
            filed = dict.fromkeys([*(_said(language, names) for names in subjects), *tags])
            text = ""
            if full:
                shown = tuple(pictures[key] for key in rendering.pictured(body) if key in pictures)
                text = _text(body, language, path, Pictured(*lead) if lead[0] else None, shown)
            told.append(
                Told(pk, path, headline, dek, body, first, last, tuple(filed), tuple(map(_signature, signed)), text)
            )
    return told


def _signature(told: dict[str, Any]) -> Signature:
    return Signature(told.pop("role"), Signatory(**told))


def _said(language: str, names: Mapping[str, str | None]) -> str:
    """The name in a language, or in another one when it has none in this one."""
    return names[language] or next(filter(None, names.values()), "")


def _pictures(keys: set[int]) -> dict[int, Pictured]:
    return {row[0]: Pictured(*row) for row in _library(keys=asking.keys_of(sorted(keys)))} if keys else {}


@asking.once(keys=str)
def _library(*, keys: str) -> QuerySet[Any, Any]:
    return Image.objects.filter(pk__in=asking.among(keys)).values_list(*_OF_A_PICTURE)


@remembered(256)
def _text(body: str, language: str, path: str, lead: Pictured | None, pictures: tuple[Pictured, ...]) -> str:
    """A text with its lead image, every address with its host, in the active language. Many feeds tell the newest stories,
    and in each edition."""
    context = {
        "lead": rendering.picture(lead, language=language) if lead else None,
        "body": rendering.to_page(body, language=language, images={picture.pk: picture for picture in pictures}),
    }
    return with_hosts(render_part("feeds/story.html", context), rendering.absolute(path))
