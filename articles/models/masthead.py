"""The house itself: its name and standing texts, its About pages and its announcements."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles import pathwords
from articles.models.edition import taken_away, watched
from articles.models.saving import SavedWhole
from articles.models.taxonomy import not_reserved
from articles.models.translated import Translated


class Masthead(Translated, models.Model):
    """Name, licence, donation and contact texts. One row: nothing about the house is written in code."""

    name = models.CharField(_("name of the publication"), max_length=80, default="Newsroom")
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    house_byline = models.CharField(
        _("house byline"), max_length=120, default="The newsroom", help_text=_("Signs for authors who are protected.")
    )
    about = models.TextField(_("about, in a paragraph"), blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    comments_invitation = models.CharField(_("invitation to send comments"), max_length=200, blank=True)
    donation_request = models.TextField(_("donation request"), blank=True)
    donation_label = models.CharField(_("donation link text"), max_length=60, blank=True)
    donation_url = models.CharField(
        _("donation address"),
        max_length=200,
        blank=True,
        validators=[
            RegexValidator(r"^(https://|/(?!/))[^\s\\]*$", _("An address that starts with https:// or with /."))
        ],
        help_text=_("Where the link leads: a page of a payment service, or one of this site."),
    )
    licence_name = models.CharField(_("licence"), max_length=80, blank=True)
    licence_url = models.URLField(_("licence address"), blank=True)
    licence_notice = models.TextField(
        _("licence notice"), blank=True, help_text=_("Invites others to republish, and says on what terms.")
    )
    demonstration_notice = models.CharField(
        _("demonstration notice"),
        max_length=200,
        blank=True,
        help_text=_("Shown on every page while filled in. Leave empty on a real site."),
    )

    class Meta:
        verbose_name = _("masthead")
        verbose_name_plural = _("masthead")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="masthead_is_one_row")]
        triggers = watched()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls, **beside: Any) -> "Masthead":
        """The house's masthead, or an unsaved one with its defaults on a new site.

        `beside` are expressions that are answered as attributes in the same query; a new site's masthead lacks them.
        """
        return cls.objects.annotate(**beside).first() or cls(id=1)


class Page(SavedWhole):
    """An About page in one language: who we are, how to republish, how we correct."""

    language = models.CharField(_("language"), max_length=2, choices=[("en", "English"), ("es", "Español")])
    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, validators=[not_reserved])
    body = models.TextField(_("text"))
    position = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Lower numbers come first."))
    published = models.BooleanField(_("published"), default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("About page")
        verbose_name_plural = _("About pages")
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="page_slug_in_a_language")]
        triggers = [*watched("r.published"), *taken_away("r.published")]  # the sitemap says when it was updated

    def __str__(self) -> str:
        return self.title

    def path_in(self, language: str) -> str:
        """The page's address; a page has one language, whatever is asked for."""
        return pathwords.below("about", self.language, self.slug)


class Announcement(SavedWhole):
    """A dated piece of the house's own news, in one language."""

    language = models.CharField(_("language"), max_length=2, choices=[("en", "English"), ("es", "Español")])
    title = models.CharField(_("title"), max_length=160)
    slug = models.SlugField(_("slug"), max_length=160, validators=[not_reserved])
    date = models.DateField(_("date"))
    body = models.TextField(_("text"))
    published = models.BooleanField(_("published"), default=False)

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        constraints = [models.UniqueConstraint(fields=["language", "slug"], name="announcement_slug_in_a_language")]
        indexes = [
            models.Index(
                fields=["language", "-date", "-id"], condition=Q(published=True), name="public_announcements_by_date"
            )
        ]
        triggers = [*watched("r.published"), *taken_away("r.published")]

    def __str__(self) -> str:
        return self.title

    def path_in(self, language: str) -> str:
        """The announcement's address; an announcement has one language, whatever is asked for."""
        return pathwords.below("updates", self.language, self.slug)
