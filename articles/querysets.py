"""Reads that chain: who may see what, and how much of it a page needs."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, OuterRef, Prefetch, Q, Subquery, When

if TYPE_CHECKING:
    from articles.models import Article, Author, Country, Section, Topic  # noqa: F401  "Article" is named in a base class


class ArticleQuerySet(models.QuerySet["Article"]):
    """Every page, feed, search and export starts at `published()`: "public" is said here and nowhere else."""

    def published(self) -> Self:
        """Stories that readers can see."""
        return self.filter(state="live")

    def in_language(self, language: str) -> Self:
        """Stories written in this language."""
        return self.filter(language=language)

    def in_section(self, section: "Section") -> Self:
        """Stories of a section and of the sections within it."""
        return self.filter(Q(section=section) | Q(section__parent=section))

    def about(self, subject: "Country | Topic") -> Self:
        """Stories filed under a country or a topic."""
        return self.filter(**{{"country": "countries", "topic": "topics"}[subject._meta.model_name or ""]: subject})

    def by_author(self, author: "Author") -> Self:
        """Stories signed by this author. A protected author signs none in public."""
        return self.none() if author.protected else self.filter(bylines__author=author)

    def newest_first(self) -> Self:
        """The one order of every list."""
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> Self:
        """With what a card shows: kicker, date, headline, dek, image or country for a map, and bylines; no body."""
        return (
            self.select_related("kicker_topic", "kicker_country", "lead_image", "section__parent")
            .prefetch_related(_signed())
            .annotate(first_country=_first_country())
            .defer("body")
        )

    def for_page(self) -> Self:
        """With all that a story's own page shows."""
        return self.select_related("section__parent", "lead_image", "kicker_topic", "kicker_country").prefetch_related(
            _signed(), "countries", "topics", "tags"
        )


#: By which relation stories are filed under the rows that come into sight with their first live story.
_FILED_UNDER = {"topic": "topics", "author": "authors"}


def in_sight(rows: models.QuerySet) -> models.QuerySet:
    """The topics or authors that readers may know of: at least one live story names them.

    A new topic could give an investigation away, a new author a reporter. A protected author is never in sight.
    """
    name = rows.model._meta.model_name or ""
    stories = apps.get_model("articles", "Article").objects.published()
    found = rows.filter(models.Exists(stories.filter(**{_FILED_UNDER[name]: models.OuterRef("pk")})))
    return found.filter(protected=False) if name == "author" else found


def in_sight_alone(row: models.Model) -> bool:
    """Whether readers may know of this topic or author. One query."""
    return in_sight(type(row)._default_manager.filter(pk=row.pk)).exists()


def _first_country() -> Subquery:
    """The ISO code of a story's first country in the order of their names; slugs are names without accents."""
    filed = apps.get_model("articles", "ArticleCountry").objects.filter(article=OuterRef("pk"))
    name = Case(
        When(article__language="es", then="country__slug_es"),
        default="country__slug_en",
        output_field=models.CharField(),
    )
    return Subquery(filed.order_by(name).values("country__code")[:1])


def _signed() -> Prefetch:
    byline = apps.get_model("articles", "Byline")
    return Prefetch("bylines", byline.objects.select_related("author").order_by("position"))
