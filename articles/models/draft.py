"""What the desk works on: the draft of each story and its revisions."""

from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import asking
from articles.models.article import Article
from articles.querysets import DraftQuerySet


class Revision(models.Model):
    """One saved state of a story with its relations. Never changed after it is written."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    schema = models.PositiveSmallIntegerField(help_text="Which form the snapshot has; see articles.snapshots.")
    snapshot = models.JSONField()
    origin = models.CharField(
        max_length=40,
        default="save",
        help_text="What wrote it: save, conflict, revert, … An autosave may go when newer ones come; all others stay.",
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_numbers_are_unique")]
        triggers = [pgtrigger.Protect(name="revisions_never_change", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"


class Draft(models.Model):
    """The story as the desk sees it, beside the live row. `version` counts its saves and settles who saved first."""

    class Stage(models.TextChoices):
        WRITING = "writing", _("writing")
        IN_REVIEW = "in_review", _("in review")
        APPROVED = "approved", _("approved")
        SCHEDULED = "scheduled", _("scheduled")

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="draft")
    head = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    stage = models.CharField(_("stage"), max_length=10, choices=Stage.choices, default=Stage.WRITING)
    approved_revision = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="+")
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assigned_drafts"
    )
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    scheduled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    # What went wrong when the story was due: an alarm on the dashboard until somebody acts on the story.
    failure = models.TextField(_("why it did not appear"), blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    binned_at = models.DateTimeField(_("put in the bin"), null=True, blank=True)
    # The revision of its counterpart that a translation was made from; behind, when that story has been published anew.
    based_on = models.ForeignKey(Revision, models.PROTECT, null=True, blank=True, related_name="translated_drafts")
    # What the desk's lists show, so that they need not open a snapshot.
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    slug = models.SlugField(_("slug"), max_length=120, blank=True, db_index=False)
    section = models.ForeignKey("articles.Section", models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(_("kind of work"), max_length=14, choices=Article.Kind.choices, blank=True)
    saved_at = models.DateTimeField(_("last saved"))
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    # Written by the database, see articles/migrations/_uses.py: what the story refers to, live, approved or newest.
    uses: Any = ArrayField(models.BigIntegerField(), default=list, db_default=[], editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=["writing", "in_review", "approved", "scheduled"]), name="draft_stage_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(stage="scheduled")
                | Q(due_at__isnull=False, approved_revision__isnull=False, scheduled_by__isnull=False),
                name="a_scheduled_draft_has_its_hour",
            ),
            models.CheckConstraint(
                condition=~Q(stage="approved") | Q(approved_revision__isnull=False, approved_by__isnull=False),
                name="an_approved_draft_says_what_and_by_whom",
            ),
        ]
        indexes = [
            models.Index(fields=["-saved_at", "-article"], name="drafts_by_last_save"),
            models.Index(fields=["due_at"], condition=Q(stage="scheduled"), name="scheduled_drafts_by_hour"),
            models.Index(fields=["failed_at"], condition=Q(failed_at__isnull=False), name="drafts_that_failed"),
            models.Index(fields=["binned_at"], condition=Q(binned_at__isnull=False), name="drafts_in_the_bin"),
            models.Index(fields=["section", "slug"], name="drafts_by_slug"),
            GinIndex(fields=["uses"], name="drafts_by_what_they_use", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.headline

    @classmethod
    def locked(cls, article: Article) -> "Draft":
        """The draft of a story, locked until the transaction ends. Raises Draft.DoesNotExist.

        Never with its relations in the same query: a draft that had to be waited for is read anew, what was joined to it is
        not, and the database drops a row whose head has moved on meanwhile.
        """
        for draft in _locked(story=article.pk):
            return draft
        raise cls.DoesNotExist(f"Story {article.pk} has no draft.")

    @classmethod
    def headline_of(cls, article: Article) -> str:
        """What the desk calls a story, which may have no headline in public yet. One query."""
        return cls.objects.values_list("headline", flat=True).get(article=article.pk)

    @property
    def is_ahead(self) -> bool:
        """Whether the desk has saved something that readers don't see yet."""
        return self.head_id != self.article.published_revision_id

    @property
    def title(self) -> str:
        """What the desk calls the story: its headline, or that it has none yet."""
        return self.headline or gettext("Untitled story %(id)s") % {"id": self.pk}


@asking.once(story=int)
def _locked(story: int) -> models.QuerySet:
    return Draft.objects.select_for_update(no_key=True).filter(article=story)
