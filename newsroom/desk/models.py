"""Staff accounts."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
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
