"""Stories as lists show them: each as one small value, read without the rows that its names and its picture come from."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.db.models import Case, OuterRef, QuerySet, Subquery, When

from articles import asking, coverage, pathwords
from articles.coverage import Shape, Shelf
from articles.models import Article, ArticleCountry

#: What is read of the row over the headline, and of the picture.
_NAMED = tuple(f"{field}_{code}" for field in ("name", "slug") for code in pathwords.LANGUAGES)
_PICTURE = ("file", "width", "height", "has_avif")


class Kicker(NamedTuple):
    """The topic or country over a headline, in the language of the story."""

    name: str
    path: str

    @classmethod
    def of(cls, article: Article) -> Self | None:
        """That of a story, from its caches."""
        row, language = article.kicker, article.language
        return cls(row.said_in(language, "name"), row.path_in(language)) if row else None


class Picture(NamedTuple):
    """The picture of a card: its stored name, its size in pixels, and whether there is an AVIF of it."""

    name: str
    width: int
    height: int
    has_avif: bool


class Card(NamedTuple):
    """What a list shows of a story. `country` is the ISO code of the country whose map stands for a missing picture."""

    pk: int
    language: str
    path: str
    headline: str
    dek: str
    published_at: datetime
    kicker: Kicker | None
    picture: Picture | None
    country: str
    found: Any = None  # what a search found in it

    def __str__(self) -> str:
        return self.headline

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.path.rstrip("/").rpartition("/")[2]

    @classmethod
    def of(cls, article: Article) -> Self:
        """The card of a story that was read with `for_cards`."""
        image = article.lead_image
        assert article.published_at is not None
        return cls(
            article.pk,
            article.language,
            article.path or "",
            article.headline,
            article.dek,
            article.published_at,
            Kicker.of(article),
            Picture(image.name, image.width, image.height, image.has_avif) if image else None,
            article.kicker_country.code if article.kicker_country else getattr(article, "first_country", "") or "",
            getattr(article, "found", None),
        )


def of_page(shape: Shape, number: int) -> list[Card]:
    """The cards of page `number` of a list, newest first; none beyond the end. One query."""
    place = coverage.stretch(shape.months, number)
    if place is None:
        return []
    (kind, key, other), language = shape.shelf, shape.language
    end = coverage.midnight(place.end)
    rows = _page(place.length, language, kind=str(kind), key=key, other=other, before=end, skipped=place.skipped)
    return [of_row(language, *row) for row in rows]


@asking.once(kind=str, key=int, other=int, before=datetime, skipped=int)
def _page(
    length: int, language: str, *, kind: str, key: int, other: int, before: datetime, skipped: int
) -> QuerySet[Any, Any]:
    filings = coverage.filings(Shelf(kind, key, other), language).filter(published_at__lt=before)
    return values(coverage.stories(filings[skipped : skipped + length]), language)


def of_stories(keys: Iterable[int], language: str) -> dict[int, Card]:
    """The cards of the stories with these keys that readers see in a language, by their keys. One query."""
    told = asking.keys_of(keys)
    return {row[0]: of_row(language, *row) for row in _stories(language, keys=told)} if told else {}


@asking.once(keys=str)
def _stories(language: str, *, keys: str) -> QuerySet[Any, Any]:
    return values(Article.objects.published().in_language(language).filter(pk__in=asking.among(keys)), language)


def values(rows: QuerySet[Any], language: str, *more: str, story: str = "") -> QuerySet[Any, Any]:
    """The rows as what `of_row` makes cards of, followed by `more` of their columns. One query.

    `story` is the way from a row to its story, if it is none itself.
    """
    way = f"{story}__" if story else ""
    filed = ArticleCountry.objects.filter(article=OuterRef(story or "pk")).order_by(f"country__slug_{language}")
    columns = (
        *("pk", "path", "headline", "dek", "published_at"),
        *(f"kicker_topic__{name}" for name in _NAMED),
        *(f"kicker_country__{name}" for name in (*_NAMED, "code")),
        *(f"lead_image__{name}" for name in _PICTURE),
    )
    bare = {f"{way}{name}__isnull": True for name in ("lead_image", "kicker_country")}  # else nobody would look at it
    first = Case(When(**bare, then=Subquery(filed.values("country__code")[:1])))
    shown = rows.annotate(first_country=first)
    return shown.values_list(*(f"{way}{column}" for column in columns), "first_country", *more)


#: Where the names of the topic and of the country stand among the values that follow the moment, and the country's code.
_TOPIC, _COUNTRY = slice(len(_NAMED)), slice(len(_NAMED), 2 * len(_NAMED))
_CODE = 2 * len(_NAMED)
_NOTHING = (None,) * len(_NAMED)

#: How many values of a row make a card.
WIDTH = 5 + 2 * len(_NAMED) + 1 + len(_PICTURE) + 1


def of_row(language: str, pk: int, path: str, headline: str, dek: str, published_at: datetime, *rest: Any) -> Card:
    """The card of a row of `values`."""
    code, first_country, picture = rest[_CODE], rest[-1], rest[_CODE + 1 : -1]
    topic, country = rest[_TOPIC], rest[_COUNTRY]
    kicker = _kicker("topics", language, topic) if topic != _NOTHING else None
    if not kicker and country != _NOTHING:
        kicker = _kicker("countries", language, country)
    shown = Picture(*picture) if picture[0] else None
    return Card(pk, language, path, headline, dek, published_at, kicker, shown, code or first_country or "")


def _kicker(folder: str, language: str, named: Sequence[str | None]) -> Kicker | None:
    """What stands over a headline, from the names and slugs of a row in each language; None for no row."""
    here = _PLACES[language]
    slug = named[_SLUGS + here] or next(filter(None, named[_SLUGS:]), "")
    if not slug:
        return None
    name = named[here] or next(filter(None, named[:_SLUGS]), "")
    return Kicker(name, pathwords.below(folder, language, slug))


#: Where the text of a language stands among those of all, and where the slugs follow the names.
_PLACES = {language: place for place, language in enumerate(pathwords.LANGUAGES)}
_SLUGS = len(pathwords.LANGUAGES)
