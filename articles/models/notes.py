"""What editors say to each other about a draft, beside its text and never in it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class EditorNote(models.Model):
    """A note on a draft, or an answer to one. An open note stands between the draft and its publication.

    Written by `articles.noting`. Only a note that begins a thread is resolved, and all of its answers with it.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notes")
    thread = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="answers")
    text = models.TextField(_("text"), max_length=4000)
    #: The passage that the note is about, as it stood when the note was written; empty for the story as a whole.
    passage = models.CharField(_("passage"), max_length=300, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assigned_notes"
    )
    written_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("editor’s note")
        verbose_name_plural = _("editors’ notes")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_note_says_something"),
            models.CheckConstraint(
                condition=Q(thread__isnull=True) | Q(resolved_at__isnull=True, assignee__isnull=True),
                name="only_the_head_of_a_thread_is_assigned_and_resolved",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="a_resolved_note_says_by_whom",
            ),
        ]
        indexes = [
            models.Index(
                fields=["article", "id"],
                condition=Q(thread__isnull=True, resolved_at__isnull=True),
                name="open_notes_of_a_story",
            ),
            models.Index(
                fields=["assignee", "id"],
                condition=Q(thread__isnull=True, resolved_at__isnull=True),
                name="open_notes_of_a_person",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
