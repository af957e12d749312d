"""What readers sent, counted by the database: for each page, and for each page and week."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class PageTally(models.Model):
    """How much readers sent about a story or another page: kept by triggers, so it is right whoever writes and however.

    The counts stay when a story is deleted or a text is forgotten; hence no reference to the story's row.
    """

    subject = models.CharField(primary_key=True, max_length=400, help_text="Its number for a story, else its address.")
    article_id = models.BigIntegerField(_("story"), null=True, unique=True)
    yes = models.PositiveIntegerField(_("helpful"), default=0)
    no = models.PositiveIntegerField(_("not helpful"), default=0)
    comments = models.PositiveIntegerField(_("comments"), default=0)
    errors = models.PositiveIntegerField(_("reports of errors"), default=0)

    class Meta:
        verbose_name = _("count of a page")
        verbose_name_plural = _("counts of pages")

    def __str__(self) -> str:
        return f"{self.subject}: {self.yes}/{self.yes + self.no}"

    @classmethod
    def of(cls, article: Any) -> "PageTally":
        """The counts of a story; zeros if nobody sent anything."""
        return cls.objects.filter(article_id=article.pk).first() or cls(subject=str(article.pk), article_id=article.pk)


class Measures(PageTally):
    """The counts as staff see them: a page of its own at the desk, with a permission of its own."""

    class Meta:
        proxy = True
        default_permissions = ("view",)
        verbose_name = _("measures")
        verbose_name_plural = _("measures")


class WeekTally(models.Model):
    """The same for one week of a page, so that a year is read without touching what was sent."""

    subject = models.CharField(max_length=400, help_text="As in PageTally.")
    article_id = models.BigIntegerField(_("story"), null=True)
    week = models.DateField(_("week"), help_text="Its Monday, in UTC.")
    yes = models.PositiveIntegerField(_("helpful"), default=0)
    no = models.PositiveIntegerField(_("not helpful"), default=0)
    comments = models.PositiveIntegerField(_("comments"), default=0)
    errors = models.PositiveIntegerField(_("reports of errors"), default=0)

    class Meta:
        verbose_name = _("count of a week")
        verbose_name_plural = _("counts of weeks")
        constraints = [models.UniqueConstraint(fields=["week", "subject"], name="a_week_of_a_page_is_counted_once")]

    def __str__(self) -> str:
        return f"{self.subject}, {self.week:%Y-%m-%d}: {self.yes}/{self.yes + self.no}"
