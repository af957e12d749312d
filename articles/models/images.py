"""The image library."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.edition import taken_away, watched
from articles.models.translated import Translated

_FRACTION = [MinValueValidator(0.0), MaxValueValidator(1.0)]

#: SQL condition on a row called `r`: a picture is seen where something public shows it, as a lead, in a text, or as a portrait.
_SHOWN = (
    "EXISTS (SELECT 1 FROM articles_article a WHERE a.lead_image_id = r.id AND a.state = 'live')"
    " OR EXISTS (SELECT 1 FROM articles_author a WHERE a.photo_id = r.id)"
    " OR EXISTS (SELECT 1 FROM (SELECT body FROM articles_article WHERE state = 'live'"
    " UNION ALL SELECT body FROM articles_page WHERE published"
    " UNION ALL SELECT body FROM articles_announcement WHERE published"
    " UNION ALL SELECT concat(profile_en, profile_es) FROM articles_country"
    " UNION ALL SELECT concat(profile_en, profile_es) FROM articles_topic) texts"
    " WHERE strpos(texts.body, 'data-image=\"' || r.id || '\"') > 0)"
)


class Image(Translated, models.Model):
    """A picture that stories can use: stored without metadata, described once, credited always.

    `file` names the cleaned original, after its content and never after the uploaded file. `width` and `height` are
    in pixels; the focal point is a fraction of them from the left and from the top.
    """

    file = models.FileField(_("file"), max_length=120, unique=True)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    # Formats whose renditions are on disk beside the ones made at once; the worker adds "avif".
    has_avif = models.BooleanField(default=False, editable=False)
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        help_text=_("What the picture shows, for those who can't see it. One sentence, no “image of”."),
    )
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(_("credit"), max_length=200, help_text=_("Who made it or who owns it."))
    focal_x = models.FloatField(_("focal point, from the left"), default=0.5, validators=_FRACTION)
    focal_y = models.FloatField(_("focal point, from the top"), default=0.5, validators=_FRACTION)
    republishable = models.BooleanField(
        _("may travel with a republished story"),
        default=False,
        help_text=_("Tick only when the licence of this picture allows others to publish it."),
    )
    cleared = models.BooleanField(
        _("rights are cleared"),
        default=False,
        help_text=_("Tick when it is settled that we may publish this picture. No story appears with one that isn’t."),
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="image_focal_point_is_inside",
            ),
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="image_has_a_size"),
        ]
        triggers = [*watched(_SHOWN, private=["uploaded_at", "cleared"]), *taken_away(_SHOWN, by_update=False)]

    def __str__(self) -> str:
        return self.alt or self.name

    @property
    def name(self) -> str:
        """The stored name of the cleaned original, from which its renditions have theirs."""
        return self.file.name or ""
