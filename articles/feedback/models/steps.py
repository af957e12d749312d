"""What staff did with a message, and what they told one another about it."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.feedback.models.sent import Message


class TriageEvent(models.Model):
    """One step of a message's way through the staff's hands. Written once, never changed."""

    class Verb(models.TextChoices):
        OPEN = "open", _("opened")
        MARK = "mark", _("marked")
        ASSIGN = "assign", _("assigned")
        SNOOZE = "snooze", _("snoozed")
        NOTE = "note", _("noted")
        CORRECT = "correct", _("correction begun")
        ANSWER = "answer", _("answered")
        TELL = "tell", _("told of the correction")

    message = models.ForeignKey(Message, models.CASCADE, related_name="events")
    at = models.DateTimeField(_("when"))
    # Nobody: the house itself, such as when a correction was published.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    verb = models.CharField(_("step"), max_length=8, choices=Verb.choices, default=Verb.MARK)
    from_status = models.CharField(max_length=12, choices=Message.Status.choices, blank=True)
    to_status = models.CharField(max_length=12, choices=Message.Status.choices, blank=True)
    # What goes with the verb: {"outcome": …}, {"assignee": id, "name": …}, {"until": …}. Never a reader's words.
    details = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        constraints = [
            models.CheckConstraint(
                condition=Q(verb="mark") & ~Q(from_status="") & ~Q(to_status="")
                | ~Q(verb="mark") & Q(from_status="", to_status=""),
                name="a_mark_leads_from_status_to_status",
            ),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.from_status} → {self.to_status}" if self.verb == self.Verb.MARK else str(self.verb)

    @classmethod
    def write(cls, message: Message, verb: str, *, by: Any, at: Any, **values: Any) -> "TriageEvent":
        """Write one step down. `from_status` and `to_status` go with a mark; all else are details."""
        statuses = {name: values.pop(name) for name in ("from_status", "to_status") if name in values}
        return cls.objects.create(message=message, at=at, by=by, verb=verb, **statuses, details=values)


class StaffNote(models.Model):
    """What staff tell one another about a message. Forgotten together with its text."""

    #: In characters.
    LENGTH = 2000

    message = models.ForeignKey(Message, models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"))
    text = models.TextField(_("note"))

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_staff_note_says_something")]

    def __str__(self) -> str:
        return self.text[:60]
