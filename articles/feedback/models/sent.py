"""What readers send: votes, messages, and what staff did with them. Never who or where the reader was."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.utils.translation import gettext, pgettext_lazy
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
        indexes = [
            models.Index(fields=["article", "helpful"], name="votes_of_a_story"),
            models.Index(fields=["-sent_at", "-id"], name="votes_newest_first"),
        ]

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
        WAITING = "waiting", _("waiting for somebody")
        RESOLVED = "resolved", _("resolved")
        SPAM = "spam", _("spam")

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", pgettext_lazy("outcome", "corrected")
        ANSWERED = "answered", _("answered")
        NO_ACTION = "no_action", _("no action needed")

    #: Statuses in which somebody still has to do something.
    OPEN = (Status.NEW, Status.IN_PROGRESS, Status.WAITING)

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
    answer_welcome = models.BooleanField(
        _("may be answered"), default=False, help_text=_("The reader said that the newsroom may write back.")
    )
    sent_at = models.DateTimeField(_("sent"))
    # Why it may be no letter to an editor: points, and for each reason its code with a number.
    score = models.PositiveSmallIntegerField(_("suspicion"), default=0)
    suspicions = models.JSONField(default=list, blank=True)
    holds_details = models.BooleanField(
        _("personal details in it"), default=False, help_text=_("As far as formats betray them, see masking.")
    )
    # Equal for texts that say the same in other letters; tells nothing about who wrote them.
    fingerprint = models.BinaryField(max_length=8, default=b"")
    # Made from what the form held when it was opened and from the text: the same form can't be sent twice.
    sending = models.BinaryField(max_length=16, null=True, unique=True)
    forgotten = models.BooleanField(_("forgotten"), default=False, help_text=_("The texts were deleted by age."))
    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.NEW)
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome.choices, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assigned_messages",
        verbose_name=_("owner"),
    )
    snoozed_until = models.DateTimeField(_("snoozed until"), null=True, blank=True)
    # When a member of staff first saw it whole, first did something about it, and when it was resolved or marked as spam.
    opened_at = models.DateTimeField(_("first opened"), null=True)
    responded_at = models.DateTimeField(_("first acted upon"), null=True)
    closed_at = models.DateTimeField(_("closed"), null=True)
    # It says nearly the same as this one, which stands for both in the queue.
    folded_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="copies")
    # What is searched, kept by the database: forgotten with the texts.
    words = models.GeneratedField(
        expression=SearchVector("text", "proof", "remedy", "name", "email", config="feedback_words"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    # The correction that it led to, from the moment somebody begins to write it.
    correction = models.UUIDField(_("correction"), null=True, db_index=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["new", "in_progress", "waiting", "resolved", "spam"]),
                name="message_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    status="resolved", outcome__in=["corrected", "answered", "no_action"], closed_at__isnull=False
                )
                | Q(status="spam", outcome="", closed_at__isnull=False)
                | Q(status__in=["new", "in_progress", "waiting"], outcome="", closed_at=None),
                name="what_is_closed_has_an_outcome",
            ),
            models.CheckConstraint(
                condition=Q(folded_into=None) | ~Q(folded_into=F("id")), name="no_message_is_its_own_copy"
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
            # The queue, and what looks for the message that a new one repeats.
            models.Index(
                fields=["-sent_at"],
                name="messages_to_triage",
                condition=Q(folded_into=None, status__in=["new", "in_progress", "waiting"]),
            ),
            models.Index(fields=["address", "-sent_at"], name="messages_of_a_page"),
            models.Index(fields=["closed_at"], name="messages_by_closing"),
            # In the order of the queue: what nobody has read, then the rest.
            models.Index(
                ExpressionWrapper(Q(opened_at=None), output_field=models.BooleanField()).desc(),
                F("sent_at").desc(),
                F("id").desc(),
                name="queue_in_its_order",
                condition=Q(folded_into=None, status__in=["new", "in_progress", "waiting"]),
            ),
            models.Index(
                ExpressionWrapper(Q(opened_at=None), output_field=models.BooleanField()).desc(),
                F("sent_at").desc(),
                F("id").desc(),
                name="heads_in_their_order",
                condition=Q(folded_into=None),
            ),
            models.Index(fields=["sent_at", "id"], name="heads_by_age", condition=Q(folded_into=None)),
            models.Index(
                fields=["-score", "-sent_at", "-id"], name="heads_by_suspicion", condition=Q(folded_into=None)
            ),
            GinIndex(fields=["words"], name="messages_by_words"),
            # All that the measures ask of a message: their texts, which are long, are not read for it.
            models.Index(
                fields=["sent_at"],
                include=["kind", "language", "status", "responded_at", "closed_at"],
                name="messages_timed",
            ),
            # What the forgetting asks for every day.
            models.Index(fields=["sent_at"], name="messages_with_contacts", condition=~Q(name="", email="")),
            models.Index(fields=["sent_at"], name="messages_with_texts", condition=Q(forgotten=False)),
        ]
        permissions = [("export_message", "Can export what readers sent")]
        triggers = tallying(
            "0",
            "0",
            "count(*) FILTER (WHERE r.kind = 'comment' AND r.status <> 'spam')",
            "count(*) FILTER (WHERE r.kind = 'error' AND r.status <> 'spam')",
            follow_updates=True,
        )

    def __str__(self) -> str:
        return masking.masked(self.text)[:60] or gettext("(forgotten)")
