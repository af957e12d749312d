"""Mail that leaves the house because of what readers sent: to readers, and to staff."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.feedback.models.sent import Message


class SavedReply(models.Model):
    """An answer that is given often, in both languages."""

    title = models.CharField(_("title"), max_length=80, unique=True, help_text=_("What staff choose it by."))
    subject_en = models.CharField(_("subject, English"), max_length=150)
    body_en = models.TextField(_("text, English"))
    subject_es = models.CharField(_("subject, Spanish"), max_length=150)
    body_es = models.TextField(_("text, Spanish"))

    class Meta:
        verbose_name = _("saved reply")
        verbose_name_plural = _("saved replies")

    def __str__(self) -> str:
        return self.title


class Letter(models.Model):
    """One mail that the house owes somebody: a row from the moment it is owed, tried again until it went or was given up.

    To a reader it goes to the address of the message, which is not copied here: what is forgotten there is forgotten.
    """

    class Kind(models.TextChoices):
        ANSWER = "answer", _("answer to a reader")
        TOLD = "told", _("news of a correction")
        DIGEST = "digest", _("daily digest")
        ALARM = "alarm", _("alarm")

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")

    # What makes it the only one of its kind, such as "told:12" or "digest:7:2026-11-26".
    key = models.CharField(max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices)
    message = models.ForeignKey(Message, models.CASCADE, null=True, related_name="letters")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), blank=True)
    state = models.CharField(_("state"), max_length=7, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"))
    # Without addresses: what a mail server says may repeat them.
    failure = models.CharField(_("why it did not go"), max_length=300, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(_("written"))
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["answer", "told"], message__isnull=False, to__isnull=True)
                | Q(kind__in=["digest", "alarm"], message__isnull=True, to__isnull=False),
                name="a_letter_has_one_addressee",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | Q(state__in=["waiting", "failed"], sent_at=None),
                name="a_letter_is_sent_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state="waiting"), name="letters_to_send"),
            models.Index(fields=["-made_at"], condition=Q(state="failed"), name="letters_that_failed"),
        ]

    def __str__(self) -> str:
        return self.subject or gettext("(forgotten)")

    @property
    def failure_in_words(self) -> str:
        """Why it did not go: a reason of ours in the language that is active, else what the mail server said."""
        return gettext(self.failure) if self.failure else ""


class Subscription(models.Model):
    """What mail a member of staff wants; without a row, all of it."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="feedback_mail"
    )
    digest = models.BooleanField(
        _("daily digest"), default=True, help_text=_("On days on which something of yours, or of nobody, waits.")
    )
    alarms = models.BooleanField(
        _("alarms"), default=True, help_text=_("When a report of an error waits for too long.")
    )

    class Meta:
        verbose_name = _("mail about feedback")
        verbose_name_plural = _("mail about feedback")

    def __str__(self) -> str:
        return str(self.person)

    @classmethod
    def of(cls, person: Any) -> "Subscription":
        """What this person chose, or would get."""
        return cls.objects.filter(pk=person.pk).first() or cls(person=person)
