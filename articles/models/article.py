"""The story as readers see it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.models.edition import ITS_STORY_IS_LIVE, STORY_IS_SHOWN, watched
from articles.models.filing import filed
from articles.models.related import relisted
from articles.models.taxonomy import ArticleTag, not_reserved
from articles.querysets import ArticleQuerySet


class Article(models.Model):
    """Exactly what is public of one story in one language; what the desk works on is its `Draft`.

    Only the verbs in `articles.publishing` write this row after it was created. Until the first publication it holds
    nothing but its language and its key.
    """

    class State(models.TextChoices):
        UNPUBLISHED = "unpublished", _("not published")
        LIVE = "live", _("live")
        WITHDRAWN = "withdrawn", _("withdrawn")
        BINNED = "binned", _("in the bin")

    class Kind(models.TextChoices):
        BRIEF = "brief", _("brief")
        NEWS = "news", _("news")
        ANALYSIS = "analysis", _("analysis")
        INVESTIGATION = "investigation", _("investigation")
        PROFILE = "profile", _("profile")
        INTERVIEW = "interview", _("interview")

    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.UNPUBLISHED)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    translation_key = models.UUIDField(default=uuid.uuid4, editable=False)
    path = models.CharField(
        max_length=400,
        null=True,
        unique=True,
        editable=False,
        help_text="The current address, written with its Address row; null before the first publication.",
    )

    kind = models.CharField(_("kind of work"), max_length=14, choices=Kind.choices, default=Kind.BRIEF)
    section = models.ForeignKey("articles.Section", models.PROTECT, null=True, blank=True, related_name="articles")
    headline = models.CharField(_("headline"), max_length=200, blank=True)
    slug = models.SlugField(_("slug"), max_length=120, blank=True, validators=[not_reserved])
    dek = models.CharField(_("dek"), max_length=400, blank=True)
    body = models.TextField(_("body"), blank=True)
    lead_image = models.ForeignKey(
        "articles.Image", models.PROTECT, null=True, blank=True, related_name="leads", verbose_name=_("lead image")
    )
    kicker_topic = models.ForeignKey("articles.Topic", models.PROTECT, null=True, blank=True, related_name="+")
    kicker_country = models.ForeignKey("articles.Country", models.PROTECT, null=True, blank=True, related_name="+")
    countries = models.ManyToManyField("articles.Country", through="articles.ArticleCountry", related_name="articles")
    topics = models.ManyToManyField("articles.Topic", through="articles.ArticleTopic", related_name="articles")
    authors = models.ManyToManyField("articles.Author", through="articles.Byline", related_name="articles")
    tags = TaggableManager(through=ArticleTag, blank=True)
    republishable = models.BooleanField(_("others may republish it"), default=True)
    sensitive = models.BooleanField(_("sensitive"), default=False)

    withdrawal_note = models.CharField(
        _("note to readers"),
        max_length=600,
        blank=True,
        editable=False,
        help_text="Stands where the story was, while it is withdrawn.",
    )
    # Written by the worker, see articles.sharing.
    share_image = models.CharField(max_length=80, blank=True, default="", editable=False)
    published_at = models.DateTimeField(_("first published"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last published"), null=True, blank=True)
    published_revision = models.ForeignKey(
        "articles.Revision", models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        permissions = [
            ("approve_article", "Can approve drafts"),
            ("publish_article", "Can publish stories"),
            ("unpublish_article", "Can unpublish stories"),
            ("withdraw_article", "Can withdraw stories"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language"], name="one_story_a_language_and_key"),
            models.CheckConstraint(
                condition=Q(state__in=["unpublished", "live", "withdrawn", "binned"]), name="article_state_is_known"
            ),
            models.CheckConstraint(condition=Q(language__in=["en", "es"]), name="article_language_is_known"),
            models.CheckConstraint(
                condition=Q(kicker_topic__isnull=True) | Q(kicker_country__isnull=True), name="one_kicker_at_most"
            ),
            models.CheckConstraint(
                condition=~Q(state="live")
                | (
                    ~Q(headline="")
                    & ~Q(slug="")
                    & Q(
                        path__isnull=False,
                        section__isnull=False,
                        published_at__isnull=False,
                        changed_at__isnull=False,
                        published_revision__isnull=False,
                    )
                ),
                name="a_live_story_is_whole",
            ),
        ]
        indexes = [
            models.Index(
                fields=["language", "-published_at", "-id"], condition=Q(state="live"), name="live_stories_by_date"
            ),
            models.Index(
                fields=["section", "-published_at", "-id"], condition=Q(state="live"), name="live_stories_of_a_section"
            ),
        ]
        triggers = [
            *watched(STORY_IS_SHOWN, private=["sensitive", "published_revision_id"]),
            *filed("r.language, r.section_id, r.published_at", story="r.id", live="r.state = 'live'"),
            *relisted(
                "r.language, r.kind, r.headline, r.dek, r.body, r.published_at, r.translation_key",
                story="r.id",
                live="r.state = 'live'",
            ),
        ]

    def __str__(self) -> str:
        # The desk reads stories with their drafts; elsewhere the draft is not asked for.
        draft = self._state.fields_cache.get("draft")
        headline = self.headline or (draft.headline if draft else "")
        return headline or _("Untitled story %(id)s") % {"id": self.pk or ""}

    def get_absolute_url(self) -> str:
        """The current address; empty for a story that was never published."""
        return self.path or ""

    @property
    def kicker(self):
        """The topic or country that stands over the headline, or None."""
        return self.kicker_topic or self.kicker_country


class ArticleCountry(models.Model):
    """A country that a story is about."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    country = models.ForeignKey("articles.Country", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "country"], name="a_country_once_on_a_story")]
        triggers = [*watched(ITS_STORY_IS_LIVE), *filed(), *relisted()]


class ArticleTopic(models.Model):
    """A topic that a story is about."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    topic = models.ForeignKey("articles.Topic", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "topic"], name="a_topic_once_on_a_story")]
        triggers = [*watched(ITS_STORY_IS_LIVE), *filed(), *relisted()]


class RelatedPick(models.Model):
    """A story that an editor chose to stand under another one, in its place."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="picks")
    picked = models.ForeignKey(Article, models.CASCADE, related_name="picked_by")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "picked"], name="a_pick_once_on_a_story"),
            models.CheckConstraint(condition=~Q(article=models.F("picked")), name="a_story_does_not_pick_itself"),
        ]
        triggers = watched(ITS_STORY_IS_LIVE)
