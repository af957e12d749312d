"""Links that show a draft to somebody without an account, for a while."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PreviewLink(models.Model):
    """A link to one story's draft for a lawyer or a source. Written by `articles.previewing`.

    The link itself is shown once, when it is made: only its digest is stored, so whoever reads the database can't use it.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="preview_links")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    purpose = models.CharField(_("for whom"), max_length=120, help_text=_("A role, not a name: “lawyer”, “source”."))
    #: The revision that the link shows; null for whatever is newest.
    revision = models.ForeignKey("articles.Revision", models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    # When it was opened, never by whom: a source may be among those who do.
    times_opened = models.PositiveIntegerField(_("times opened"), default=0)
    last_opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        indexes = [models.Index(fields=["article", "-id"], name="preview_links_of_a_story")]

    def __str__(self) -> str:
        return self.purpose

    def is_open(self, at: datetime) -> bool:
        """Whether the link still shows something at this moment."""
        return self.revoked_at is None and at < self.expires_at
