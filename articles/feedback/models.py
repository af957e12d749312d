"""What readers send: votes, messages, and what staff did with them. Never who or where the reader was."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Vote(models.Model):
    """One answer to “Was this content helpful?”."""

    address = models.CharField(_("page"), max_length=400)
    article = models.ForeignKey(
        "articles.Article", models.SET_NULL, null=True, related_name="votes", verbose_name=_("story")
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    helpful = models.BooleanField(_("helpful"))
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        indexes = [models.Index(fields=["article", "helpful"], name="votes_of_a_story")]

    def __str__(self) -> str:
        return f"{self.address}: {self.helpful}"


class Message(models.Model):
    """A reader's comment to the newsroom. Name and e-mail are there only if the reader gave them."""

    class Status(models.TextChoices):
        NEW = "new", _("new")
        IN_PROGRESS = "in_progress", _("in progress")
        RESOLVED = "resolved", _("resolved")
        SPAM = "spam", _("spam")

    address = models.CharField(_("page"), max_length=400)
    article = models.ForeignKey(
        "articles.Article", models.SET_NULL, null=True, related_name="messages", verbose_name=_("story")
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    text = models.TextField(_("message"))
    name = models.CharField(_("name"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    sent_at = models.DateTimeField(_("sent"))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.NEW)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["new", "in_progress", "resolved", "spam"]), name="message_status_is_known"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_message_says_something"),
        ]
        indexes = [models.Index(fields=["status", "-sent_at"], name="messages_by_status")]

    def __str__(self) -> str:
        return self.text[:60]


class TriageEvent(models.Model):
    """One step of a message's way through the staff's hands. Written once, never changed."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="events")
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_status = models.CharField(max_length=12, choices=Message.Status.choices)
    to_status = models.CharField(max_length=12, choices=Message.Status.choices)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.CheckConstraint(condition=~Q(from_status=F("to_status")), name="a_step_leads_somewhere"),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.from_status} → {self.to_status}"
