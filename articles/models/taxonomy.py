"""What stories are filed under: sections, countries, topics and tags."""

import hashlib
import unicodedata
from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from articles import markup, pathwords
from articles.models.addresses import hold_the_map
from articles.models.edition import ITS_STORY_IS_LIVE, watched
from articles.models.filing import filed, refiled_with_its_section
from articles.models.related import relisted
from articles.models.saving import SavedWhole
from articles.models.translated import Translated


def not_reserved(slug: str) -> None:
    """Refuse a slug that the site needs for itself; raises ValidationError."""
    if slug in pathwords.RESERVED:
        raise ValidationError(_("“%(slug)s” is reserved for the site itself. Choose another."), params={"slug": slug})


class Section(Translated, SavedWhole):
    """A part of the paper, two levels deep: News, and Briefs within it."""

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent section"),
        help_text=_("Leave empty for a main section. Sections have two levels at most."),
    )
    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=80, validators=[not_reserved])
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Lower numbers come first."))

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            models.UniqueConstraint(fields=["parent", "slug_en"], name="section_slug_en", nulls_distinct=False),
            models.UniqueConstraint(fields=["parent", "slug_es"], name="section_slug_es", nulls_distinct=False),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="section_is_not_its_own_parent"),
        ]
        triggers = [
            *watched(),
            refiled_with_its_section(),
            pgtrigger.Trigger(
                name="two_levels",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=(
                    "IF NEW.parent_id IS NOT NULL AND ("
                    " EXISTS (SELECT 1 FROM articles_section s WHERE s.id = NEW.parent_id AND s.parent_id IS NOT NULL)"
                    " OR EXISTS (SELECT 1 FROM articles_section s WHERE s.parent_id = NEW.id))"
                    " THEN RAISE EXCEPTION 'sections have two levels at most' USING ERRCODE = 'check_violation';"
                    " END IF; RETURN NEW;"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.parent.name} › {self.name}" if self.parent else self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            hold_the_map(redraw=True)
            super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.parent and (self.parent.parent_id or (self.pk and self.children.exists())):
            raise ValidationError({"parent": _("Sections have two levels at most: choose a main section.")})

    def path_in(self, language: str) -> str:
        """The section's address in `language`."""
        above = self.parent.path_in(language) if self.parent else pathwords.PREFIXES[language]
        return f"{above}{self.said_in(language, 'slug')}/"


#: As many key facts as can be taken in at a glance.
FACTS = 10


def fact_in_each_line(text: str) -> None:
    """Refuse key facts that are not a label, a colon and a value in each line, or too many; raises ValidationError."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > FACTS:
        raise ValidationError(_("%(count)d facts at most."), params={"count": FACTS})
    for line in lines:
        label, colon, value = (part.strip() for part in line.partition(":"))
        if not (label and colon and value):
            raise ValidationError(_("“%(line)s” is not a label, a colon and a value."), params={"line": line[:60]})


class Profiled(Translated, SavedWhole):
    """A row with a profile: HTML in the schema of bodies, cleaned by every `save`; and with key facts, a line each."""

    facts = models.TextField(
        _("key facts"),
        blank=True,
        validators=[fact_in_each_line],
        help_text=_("One a line, label and value: “Capital: Tegucigalpa”."),
    )
    profile = models.TextField(
        _("profile"), blank=True, help_text=_("What a reader should know first; then sections, each under a heading.")
    )
    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_("When somebody last checked every sentence of the profile. Readers see the date under it."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        for language in pathwords.LANGUAGES:
            column = f"profile_{language}"
            setattr(self, column, markup.clean(getattr(self, column) or ""))
        super().save(*args, **kwargs)

    def facts_in(self, language: str) -> list[tuple[str, str]]:
        """The key facts as labels with their values."""
        lines = (line.partition(":") for line in self.said_in(language, "facts").splitlines())
        return [(label.strip(), value.strip()) for label, colon, value in lines if colon]


class Country(Profiled):
    """A country of the coverage, with its profile."""

    code = models.CharField(
        _("ISO code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, such as HN."))],
    )
    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(_("slug"), max_length=80, validators=[not_reserved])

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [
            models.UniqueConstraint(fields=["slug_en"], name="country_slug_en"),
            models.UniqueConstraint(fields=["slug_es"], name="country_slug_es"),
            models.CheckConstraint(condition=Q(code__regex=r"^[A-Z]{2}$"), name="country_code_is_iso"),
        ]
        triggers = watched()

    def __str__(self) -> str:
        return self.name

    def path_in(self, language: str) -> str:
        """The country's address in `language`."""
        return pathwords.below("countries", language, self.said_in(language, "slug"))


class Topic(Profiled):
    """A theme, a criminal actor or an institution that stories are about."""

    class Kind(models.TextChoices):
        THEME = "theme", _("theme")
        ACTOR = "actor", _("criminal actor")
        INSTITUTION = "institution", _("institution")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.THEME)
    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, validators=[not_reserved])
    aliases = ArrayField(
        models.CharField(max_length=120),
        verbose_name=_("also known as"),
        default=list,
        blank=True,
        help_text=_("Other names readers search for, separated by commas: “18th Street, Mara 18”."),
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(fields=["slug_en"], name="topic_slug_en"),
            models.UniqueConstraint(fields=["slug_es"], name="topic_slug_es"),
            models.CheckConstraint(condition=Q(kind__in=["theme", "actor", "institution"]), name="topic_kind_is_known"),
        ]
        # A topic comes into sight with its first live story, so that its name can't give an investigation away.
        triggers = watched(
            "EXISTS (SELECT 1 FROM articles_articletopic t JOIN articles_article a ON a.id = t.article_id"
            " WHERE t.topic_id = r.id AND a.state = 'live')"
        )

    def __str__(self) -> str:
        return self.name

    def path_in(self, language: str) -> str:
        """The topic's address in `language`."""
        return pathwords.below("topics", language, self.said_in(language, "slug"))


class Tag(SavedWhole, TagBase):
    """A free word on stories. A model of our own, so that its triggers are declared where it is."""

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        triggers = watched(
            "EXISTS (SELECT 1 FROM articles_articletag t JOIN articles_article a ON a.id = t.article_id"
            " WHERE t.tag_id = r.id AND a.state = 'live')"
        )

    def slugify(self, tag: str, i: int | None = None) -> str:
        """An address in plain letters: accents go; a word without a single Latin letter gets a number of its own."""
        plain = unicodedata.normalize("NFKD", tag).encode("ascii", "ignore").decode()
        slug = slugify(plain) or f"t{hashlib.sha256(tag.encode()).hexdigest()[:10]}"
        return slug if i is None else f"{slug}_{i}"


class ArticleTag(ItemBase):
    """A tag on a story."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged")
    content_object = models.ForeignKey(
        "articles.Article", models.CASCADE, db_column="article_id", related_name="tagged"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="a_tag_once_on_a_story")]
        triggers = [*watched(ITS_STORY_IS_LIVE), *filed(), *relisted()]
