"""What the house put right after publication, in public."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.edition import ITS_STORY_IS_LIVE, taken_away, watched
from articles.models.filing import filed


class Correction(models.Model):
    """A dated note on a published story. Written by `articles.correcting` and never changed: it is a promise kept."""

    #: In characters. What needs more is a story of its own.
    LENGTH = 600

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")
        UPDATE = "update", _("update")

    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        related_name="corrections",
        limit_choices_to={"state": "live"},
        verbose_name=_("story"),
    )
    kind = models.CharField(
        _("kind"),
        max_length=14,
        choices=Kind.choices,
        default=Kind.CORRECTION,
        help_text=_(
            "A correction puts right what was wrong, a clarification what could be misread; an update adds what came later."
        ),
    )
    text = models.CharField(
        _("text"),
        max_length=LENGTH,
        help_text=_("What the story said, and what is right. In the language of the story, as readers will see it."),
    )
    # The draft that proposed the note knows it by this key, so that publishing twice makes one note.
    key = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    made_at = models.DateTimeField(_("date"), editable=False)
    # When a reader first reported it; what readers are told about the time to a correction is counted from here.
    reported_at = models.DateTimeField(_("reported"), null=True, editable=False)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["correction", "clarification", "update"]), name="correction_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="correction_says_something"),
        ]
        indexes = [models.Index(fields=["-made_at", "-id"], name="corrections_by_date")]
        triggers = [
            *watched(ITS_STORY_IS_LIVE),
            *taken_away(ITS_STORY_IS_LIVE, by_update=False),
            *filed("r.made_at"),
        ]

    def __str__(self) -> str:
        return self.text
