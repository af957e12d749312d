"""What answers are counted and narrowed by, as small numbers that a document holds."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles import pathwords
from articles.models import Article

#: The kinds of things that are found, in the order in which they are numbered: never reorder, only add.
KINDS = (*Article.Kind.values, "page", "country", "topic", "author")

#: What kinds that are no kinds of story are called.
KIND_NAMES: Mapping[str, Any] = {
    **{kind.value: kind.label for kind in Article.Kind},
    "page": _("about us"),
    "country": _("country"),
    "topic": _("topic"),
    "author": _("author"),
}

#: The fields, in the order in which they are shown; the place of each is the last digit of its codes.
FIELDS = ("country", "topic", "section", "kind", "author", "year")

#: A code that no document holds.
NOTHING = -1


def code(field: str, key: int) -> int:
    """The number that says "this country", "this year"."""
    return key * 10 + FIELDS.index(field)


def decoded(number: int) -> tuple[str, int]:
    """The field of a code, and the key in it."""
    return FIELDS[number % 10], number // 10


def kind(name: str) -> int:
    """The code of a kind."""
    return code("kind", KINDS.index(name))


def kind_named(text: str) -> str:
    """The kind that somebody names, in any of the site's languages; "" for what is none."""
    plain = slugify(text)
    for name in KINDS:
        if plain == name:
            return name
    for language in pathwords.LANGUAGES:
        with translation.override(language):
            for name in KINDS:
                if plain == slugify(str(KIND_NAMES[name])):
                    return name
    return ""


def of_story(article: Article) -> list[int]:
    """The codes of a live story; its relations are taken from its caches."""
    found = {kind(article.kind)}
    found |= {code("country", country.pk) for country in article.countries.all()}
    found |= {code("topic", topic.pk) for topic in article.topics.all()}
    found |= {code("author", byline.author_id) for byline in article.bylines.all() if not byline.author.protected}
    if article.section_id:
        found.add(code("section", article.section_id))
    if article.published_at:
        found.add(code("year", article.published_at.year))
    return sorted(found)


def keys(codes: Iterable[int], field: str) -> set[int]:
    """The keys that these codes hold of one field."""
    return {key for name, key in map(decoded, codes) if name == field}
