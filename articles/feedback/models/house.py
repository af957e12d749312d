"""The house's own: what it says on the forms, what it forgot, what it answers, what was carried out of it."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """What the publication itself says on the forms for readers. One row."""

    secure_channel_en = models.TextField(
        _("secure channel for tips, English"), blank=True, help_text=_("Where to write when being known is a danger.")
    )
    secure_channel_es = models.TextField(_("secure channel for tips, Spanish"), blank=True)

    class Meta:
        verbose_name = _("notice on the forms")
        verbose_name_plural = _("notice on the forms")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="notice_is_one_row")]

    def __str__(self) -> str:
        return gettext("Notice on the forms")

    @classmethod
    def secure_channel(cls, language: str) -> str:
        """The publication's own words on where to send what is dangerous; empty if it has none in this language."""
        return cls.objects.values_list(f"secure_channel_{language}", flat=True).first() or ""


class Forgetting(models.Model):
    """One run of the forgetting: what it took away."""

    at = models.DateTimeField(_("when"))
    contacts = models.PositiveIntegerField(_("contact details forgotten"))
    texts = models.PositiveIntegerField(_("texts forgotten"))

    class Meta:
        verbose_name = _("run of the forgetting")
        verbose_name_plural = _("runs of the forgetting")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {self.contacts}, {self.texts}"


class Export(models.Model):
    """That somebody took a list out of the house. Written before the first row leaves, never changed."""

    class Form(models.TextChoices):
        CSV = "csv", "CSV"
        XLSX = "xlsx", "XLSX"
        JSON = "json", "JSON"

    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    what = models.CharField(_("list"), max_length=40)
    form = models.CharField(_("form"), max_length=4, choices=Form.choices)
    filters = models.CharField(_("filters"), max_length=1000, blank=True)
    rows = models.PositiveIntegerField(_("rows"))

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.what}.{self.form}, {self.at:%Y-%m-%d}"
