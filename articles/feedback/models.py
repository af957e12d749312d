"""What readers send: votes, messages, and what staff did with them. Never who or where the reader was."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.feedback import masking
from articles.feedback.tallying import tallying


class Vote(models.Model):
    """One answer to “Was this content helpful?”, and with a no perhaps what it lacked."""

    class Reason(models.TextChoices):
        MISSING = "missing", _("Something is missing")
        WRONG = "wrong", _("Something is wrong")
        UNCLEAR = "unclear", _("It is unclear")
        OTHER = "other", _("Something else")

    address = models.CharField(_("page"), max_length=400)
    article = models.ForeignKey(
        "articles.Article", models.SET_NULL, null=True, related_name="votes", verbose_name=_("story")
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    helpful = models.BooleanField(_("helpful"))
    reason = models.CharField(_("why not"), max_length=8, choices=Reason.choices, blank=True)
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.CheckConstraint(
                condition=Q(reason="") | Q(helpful=False, reason__in=["missing", "wrong", "unclear", "other"]),
                name="only_a_no_has_a_reason",
            ),
        ]
        triggers = tallying("count(*) FILTER (WHERE r.helpful)", "count(*) FILTER (WHERE NOT r.helpful)", "0", "0")
        indexes = [models.Index(fields=["article", "helpful"], name="votes_of_a_story")]

    def __str__(self) -> str:
        return f"{self.address}: {self.helpful}"


class Message(models.Model):
    """What a reader wrote to the newsroom. Name and e-mail are there only if the reader gave them, and not for ever."""

    class Kind(models.TextChoices):
        COMMENT = "comment", _("comment")
        ERROR = "error", _("report of an error")

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
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.COMMENT)
    text = models.TextField(_("message"), blank=True)
    proof = models.TextField(_("where the proof is"), blank=True)
    remedy = models.TextField(_("how to put it right"), blank=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("To be told when it led to a correction."))
    sent_at = models.DateTimeField(_("sent"))
    # Why it may be no letter to an editor: points, and for each reason its code with a number.
    score = models.PositiveSmallIntegerField(_("suspicion"), default=0)
    suspicions = models.JSONField(default=list, blank=True)
    # Equal for texts that say the same in other letters; tells nothing about who wrote them.
    fingerprint = models.BinaryField(max_length=8, default=b"")
    # Made from what the form held when it was opened and from the text: the same form can't be sent twice.
    sending = models.BinaryField(max_length=16, null=True, unique=True)
    forgotten = models.BooleanField(_("forgotten"), default=False, help_text=_("The texts were deleted by age."))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.NEW)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["new", "in_progress", "resolved", "spam"]), name="message_status_is_known"
            ),
            models.CheckConstraint(condition=Q(kind__in=["comment", "error"]), name="message_kind_is_known"),
            models.CheckConstraint(
                condition=Q(forgotten=True, text="", proof="", remedy="") | (Q(forgotten=False) & ~Q(text="")),
                name="a_message_says_something",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-sent_at"], name="messages_by_status"),
            models.Index(fields=["fingerprint", "sent_at"], name="messages_by_fingerprint"),
            # What the forgetting asks for every day.
            models.Index(fields=["sent_at"], name="messages_with_contacts", condition=~Q(name="", email="")),
            models.Index(fields=["sent_at"], name="messages_with_texts", condition=Q(forgotten=False)),
        ]
        triggers = tallying(
            "0", "0", "count(*) FILTER (WHERE r.kind = 'comment')", "count(*) FILTER (WHERE r.kind = 'error')"
        )

    def __str__(self) -> str:
        return masking.masked(self.text)[:60] or gettext("(forgotten)")


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


class DayKey(models.Model):
    """The secret that a day's marks are made with: drawn on that day's first use, deleted with the next day's.

    The table is unlogged, like that of the marks: neither is in a write-ahead log, in a replica or in a backup.
    """

    day = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class Mark(models.Model):
    """That something was seen before, and how often: a keyed hash which no vote and no message holds or points to."""

    key = models.BinaryField(primary_key=True, max_length=16)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count}"
