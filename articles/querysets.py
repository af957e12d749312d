"""Reads that chain: who may see what, and how much of it a page needs."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, ExpressionWrapper, OuterRef, Prefetch, Q, Subquery, When
from django.db.models.functions import Now

from articles.pathwords import LANGUAGES

if TYPE_CHECKING:
    from articles.models import Article, Author, Country, Draft, Section, Topic  # noqa: F401  named in base classes


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

    def last_published(self, number: int) -> Self:
        """The newest stories in all languages together, without their texts. One query, by the index of each language."""
        lists = [self.published().in_language(language).newest_first().defer("body")[:number] for language in LANGUAGES]
        return lists[0].union(*lists[1:]).order_by("-published_at", "-id")[:number]

    def for_cards(self) -> Self:
        """With what a card shows, and nothing else: kicker, date, headline, dek, image or country for a map."""
        shown = self.select_related("kicker_topic", "kicker_country", "lead_image").only(*_ON_A_CARD)
        return shown.annotate(first_country=_first_country())

    def signed(self) -> Self:
        """With bylines and their authors. One query more."""
        return self.prefetch_related(_signed())

    def for_page(self) -> Self:
        """With all that a story's own page shows."""
        return self.select_related("section__parent", "lead_image", "kicker_topic", "kicker_country").prefetch_related(
            _signed(), "countries", "topics", "tags"
        )


_IN_EACH_LANGUAGE = tuple(f"{field}_{code}" for field in ("name", "slug") for code in LANGUAGES)

#: The columns that a card shows.
_ON_A_CARD = (
    *(
        "language",
        "path",
        "headline",
        "dek",
        "published_at",
        "kicker_topic",
        "kicker_country__code",
        "lead_image__credit",
    ),
    *(f"{row}__{name}" for row in ("kicker_topic", "kicker_country") for name in _IN_EACH_LANGUAGE),
    *(f"lead_image__{name}" for name in ("file", "width", "height", "has_avif")),
    *(f"lead_image__{field}_{code}" for field in ("alt", "caption") for code in LANGUAGES),
)

#: How late a scheduled story has to be before that is a matter for people: every process looks each second.
PATIENCE = timedelta(seconds=15)


class DraftQuerySet(models.QuerySet["Draft"]):
    """What the desk asks about its drafts. Hours are compared by the database's clock."""

    def at_the_desk(self) -> Self:
        """Drafts of stories that are not in the bin."""
        return self.exclude(article__state="binned")

    def in_the_bin(self) -> Self:
        """Drafts of stories in the bin."""
        return self.filter(article__state="binned", binned_at__isnull=False)

    def assigned_to(self, person: Any) -> Self:
        """What somebody is to work on next."""
        return self.at_the_desk().filter(assignee=person.pk)

    def of(self, person: Any) -> Self:
        """What somebody is to work on next, or was the last to save."""
        return self.at_the_desk().filter(Q(assignee=person.pk) | Q(saved_by=person.pk))

    def waiting_for_review(self) -> Self:
        """Handed in, those that wait longest first."""
        return self.at_the_desk().filter(stage="in_review").order_by("saved_at", "pk")

    def on_the_clock(self, *, within: timedelta) -> Self:
        """What is scheduled for the time ahead, and what was due and is not there, by its hour; the latter `in_trouble`.

        In trouble is what failed, and what is overdue although nobody even tried.
        """
        late = Q(stage="scheduled", due_at__lt=Now() - PATIENCE)
        trouble = late | Q(failed_at__isnull=False)
        shown = trouble | Q(stage="scheduled", due_at__lte=Now() + within)
        marked = self.annotate(in_trouble=ExpressionWrapper(trouble, output_field=models.BooleanField()))
        return marked.at_the_desk().filter(shown).order_by("due_at", "pk")

    def for_lines(self) -> Self:
        """With what a line of a list says: the story's state, who saved it, and who is to work on it."""
        return self.select_related("article", "saved_by", "assignee").defer("article__body")


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
