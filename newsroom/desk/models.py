"""Staff accounts, and the filters of lists that staff gave a name."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. Deactivated when they leave, never deleted: the log and the revisions speak of them."""

    language = models.CharField(_("language of the desk"), max_length=2, choices=settings.LANGUAGES, default="en")
    demonstration = models.BooleanField(
        _("demonstration account"),
        default=False,
        editable=False,
        help_text=_("Its password is public, so it can sign in on a demonstration only."),
    )
    reset_sent_at = models.DateTimeField(
        null=True, editable=False, help_text="When a mail to set a new password was last sent: the next has to wait."
    )

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    def seen_by(self, person: Any) -> "SavedViewQuerySet":
        """A person's own, and those that colleagues share; own ones first, by name."""
        seen = self.filter(Q(owner=person.pk) | Q(shared=True)).select_related("owner")
        return seen.annotate(foreign=~Q(owner=person.pk)).order_by("foreign", "name", "pk")


class SavedView(models.Model):
    """A filter of a list of the desk under a name. Written by `newsroom.desk.savedviews`."""

    list = models.CharField(max_length=80, help_text="Whose list: the label of a model, such as articles.article.")
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000, blank=True)
    owner = models.ForeignKey(User, models.PROTECT, related_name="saved_views")
    shared = models.BooleanField(_("shared with the newsroom"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        default_permissions = ("change",)
        constraints = [
            models.UniqueConstraint(fields=["owner", "list", "name"], name="a_name_once_for_each_persons_list"),
            models.CheckConstraint(condition=~Q(name=""), name="a_saved_view_has_a_name"),
        ]
        indexes = [models.Index(fields=["list"], condition=Q(shared=True), name="shared_views_of_a_list")]

    def __str__(self) -> str:
        return self.name
