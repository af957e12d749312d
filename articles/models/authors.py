"""Who writes, and how a story is signed."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles import pathwords
from articles.models.edition import ITS_STORY_IS_LIVE, taken_away, watched
from articles.models.filing import filed
from articles.models.saving import SavedWhole
from articles.models.taxonomy import not_reserved
from articles.models.translated import Translated

#: SQL condition on a row called `r`: an author comes into sight with the first live story, and is never seen while protected.
_IN_SIGHT = (
    "NOT r.protected AND EXISTS (SELECT 1 FROM articles_byline b JOIN articles_article a ON a.id = b.article_id"
    " WHERE b.author_id = r.id AND a.state = 'live')"
)


class Author(Translated, SavedWhole):
    """A name that signs stories. A protected author is never named in public: the house byline stands instead."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("slug"), max_length=120, unique=True, validators=[not_reserved])
    bio = models.TextField(_("biography"), blank=True)
    photo = models.ForeignKey("articles.Image", models.PROTECT, null=True, blank=True, related_name="portraits")
    languages = ArrayField(
        models.CharField(max_length=2, choices=settings.LANGUAGES),
        verbose_name=_("languages"),
        default=list,
        blank=True,
        help_text=_("Language codes, separated by commas: en, es."),
    )
    protected = models.BooleanField(
        _("protected byline"),
        default=False,
        help_text=_("The house byline takes this name's place everywhere, and the author's page disappears."),
    )

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        triggers = [*watched(_IN_SIGHT), *taken_away(_IN_SIGHT)]

    def __str__(self) -> str:
        return self.name

    def path_in(self, language: str) -> str:
        """The author's address in `language`."""
        return pathwords.below("authors", language, self.slug)


class Byline(models.Model):
    """One name over a story, in its place."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("author")
        CONTRIBUTOR = "contributor", _("contributor")
        PHOTOGRAPHER = "photographer", _("photographer")
        DATA = "data", _("data")
        EDITOR = "editor", _("editor")
        TRANSLATOR = "translator", _("translator")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines")
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.AUTHOR)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [
            models.UniqueConstraint(fields=["article", "author"], name="an_author_once_on_a_story"),
            models.UniqueConstraint(
                fields=["article", "position"], name="one_byline_at_a_place", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=Q(role__in=["author", "contributor", "photographer", "data", "editor", "translator"]),
                name="byline_role_is_known",
            ),
        ]
        triggers = [*watched(ITS_STORY_IS_LIVE), *filed("r.author_id")]

    def __str__(self) -> str:
        return f"{self.author} ({self.get_role_display()})"
