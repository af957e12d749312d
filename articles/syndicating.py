"""Stories as feeds tell them: each as one value with its names and its whole text, read together by one query."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape, unescape
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, F, Func, OuterRef, QuerySet, Value
from django.db.models.functions import MD5, Coalesce, JSONObject, NullIf
from django.utils import translation

from articles import asking, pathwords, rendering
from articles.folding.loader import render_part
from articles.models import Article, ArticleCountry, ArticleTag, ArticleTopic, Byline, Country, Image
from articles.models.translated import Translated
from articles.querysets import ArticleQuerySet

_OF_A_PICTURE = ("id", "file", "width", "height", "has_avif", "alt_en", "alt_es", "caption_en", "caption_es", "credit")

_PLAIN = ("pk", "path", "headline", "dek", "body", "published_at", "changed_at")

_NAMES = ("told_section", "told_topics", "told_countries", "told_tags", "told_signed")


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
    carry none).

    `made_from` is a digest of the words and names, `pictures` has one of each picture that the text names, by its key: "" for
    one that is not there.
    """

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
    made_from: str
    pictures: dict[int, str]


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


def of(stories: ArticleQuerySet, language: str) -> list[Told]:
    """These stories, all of one language, in their order. One query, and one for the pictures in their texts."""
    return _told(_whole(stories, language), language)


def named(keys: Iterable[int], language: str) -> list[Told]:
    """The live ones among these stories, in any order. As many queries."""
    return _told(_named(language, keys=asking.keys_of(keys)), language)


@asking.once(keys=str)
def _named(language: str, *, keys: str) -> QuerySet[Any, Any]:
    return _whole(Article.objects.published().filter(pk__in=asking.among(keys)), language)


class Digest(Func):
    """An expression: a digest of some values, the same exactly while all of them are."""

    template = "MD5(ROW(%(expressions)s)::text)"
    output_field = CharField()


class _Once(Digest):
    """An expression: a digest of what is the same for each row of a query, made once."""

    template = f"(SELECT {Digest.template})"


def made_from(language: str) -> Digest:
    """An expression: what a feed says of a story in its language, but for the pictures in its text, as a digest."""
    plain = [MD5(name) if name == "body" else F(name) for name in _PLAIN]
    lead = [F(f"lead_image__{name}") for name in _OF_A_PICTURE]
    # The table of countries is so short that the database reads all of it to find one: once for all stories, then.
    about = ArticleCountry.objects.filter(article=OuterRef("pk")).order_by("country_id").values("country_id")
    called = Country.objects.order_by("pk").annotate(told=_said("name", language))
    every = _Once(ArraySubquery(called.values("pk")), ArraySubquery(called.values("told")))
    names = _names_of(language) | {"told_countries": ArraySubquery(about), "countries": every}
    return Digest(*plain, *names.values(), *lead)


def picture_made_from() -> Digest:
    """An expression: what a page shows of a picture, as a digest."""
    return Digest(*_OF_A_PICTURE)


def _whole(stories: ArticleQuerySet, language: str) -> QuerySet[Any, Any]:
    lead = (f"lead_image__{name}" for name in _OF_A_PICTURE)
    told = stories.annotate(**_names_of(language), made_from=made_from(language))
    return told.values_list("made_from", *_PLAIN, *_NAMES, *lead)


def _names_of(language: str) -> dict[str, Any]:
    """Expressions: what a story is filed under and who signs it."""
    signed = JSONObject(role="role", name="author__name", slug="author__slug", protected="author__protected")
    named = (
        _said("section__name", language),
        _names(ArticleTopic, "topic", language),
        _names(ArticleCountry, "country", language),
        ArraySubquery(ArticleTag.objects.filter(content_object=OuterRef("pk")).order_by("tag_id").values("tag__name")),
        ArraySubquery(Byline.objects.filter(article=OuterRef("pk")).order_by("position").values(told=signed)),
    )
    return dict(zip(_NAMES, named, strict=True))


def _names(through: Any, link: str, language: str) -> ArraySubquery:
    rows = through.objects.filter(article=OuterRef("pk")).order_by(f"{link}_id")
    return ArraySubquery(rows.values(told=_said(f"{link}__name", language)))


def _said(field: str, language: str) -> Coalesce:
    """The name in a language, or in another one when it has none in this one."""
    codes = (language, *(code for code in pathwords.LANGUAGES if code != language))
    return Coalesce(*(NullIf(F(f"{field}_{code}"), Value("")) for code in codes), Value(""), output_field=CharField())


def _told(rows: Iterable[Sequence[Any]], language: str) -> list[Told]:
    rows = list(rows)
    full = settings.FEED_FULL_TEXT
    pictures = _pictures({key for row in rows for key in rendering.pictured(row[_BODY])}) if full else {}
    with translation.override(language):
        return [_told_of(row, language, full, pictures) for row in rows]


_BODY = 1 + _PLAIN.index("body")


def _told_of(row: Sequence[Any], language: str, full: bool, pictures: dict[int, tuple[str, Pictured]]) -> Told:
    digest, pk, path, headline, dek, body, first, last, section, topics, countries, tags, signed, *lead = row
    filed = dict.fromkeys(filter(None, [section, *topics, *countries, *sorted(tags)]))
    shown = {key: pictures[key] for key in rendering.pictured(body) if key in pictures}
    text = ""
    if full:
        among = [one for _made, one in shown.values()]
        text = _text(body, language, path, Pictured(*lead) if lead[0] else None, among)
    return Told(
        pk, path, headline, dek, body, first, last, tuple(filed), tuple(map(_signature, signed)), text, digest,
        {key: shown[key][0] if key in shown else "" for key in sorted(rendering.pictured(body))} if full else {},
    )  # fmt: skip


def _signature(told: dict[str, Any]) -> Signature:
    return Signature(told.pop("role"), Signatory(**told))


def _pictures(keys: set[int]) -> dict[int, tuple[str, Pictured]]:
    """Pictures by their keys, each with its digest."""
    if not keys:
        return {}
    return {row[1]: (row[0], Pictured(*row[1:])) for row in _library(keys=asking.keys_of(sorted(keys)))}


@asking.once(keys=str)
def _library(*, keys: str) -> QuerySet[Any, Any]:
    rows = Image.objects.filter(pk__in=asking.among(keys)).annotate(made_from=picture_made_from())
    return rows.values_list("made_from", *_OF_A_PICTURE)


def _text(body: str, language: str, path: str, lead: Pictured | None, pictures: Iterable[Pictured]) -> str:
    """A text with its lead image, every address with its host, in the active language."""
    context = {
        "lead": rendering.picture(lead, language=language) if lead else None,
        "body": rendering.to_page(body, language=language, images={picture.pk: picture for picture in pictures}),
    }
    return with_hosts(render_part("feeds/story.html", context), rendering.absolute(path))
