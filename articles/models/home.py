"""What editors put on the front page by hand."""

from typing import Self

import pgtrigger
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.edition import Edition, watched

#: The last place that an editor can give away; place 0 is the lead.
LAST_PLACE = 7

#: SQL condition on a row called `r`, as `watched` takes it.
_STORY_IS_LIVE = "EXISTS (SELECT 1 FROM articles_article a WHERE a.id = r.story_id AND a.state = 'live')"


class HomeSlotQuerySet(models.QuerySet["HomeSlot"]):
    def standing(self) -> Self:
        """The slots that count in this edition, by the database's clock, whose stories readers can see.

        The passing of `until` writes nothing by itself: `articles.front_page.clear_lapsed` starts the edition that shows it.
        """
        current = Q(until__isnull=True) | Q(until__gt=Edition.moment())
        rows = self.filter(current, story__in=Article.objects.published())
        return rows.order_by("position")


class HomeSlot(models.Model):
    """A story in a place of its language's front page: 0 leads, 1 to 7 follow. Free places are filled with the newest."""

    language = models.CharField(_("language"), max_length=2, choices=[("en", "English"), ("es", "Español")])
    position = models.PositiveSmallIntegerField(
        _("place"),
        validators=[MaxValueValidator(LAST_PLACE)],
        help_text=_("0 is the story that leads, 1 to 7 stand below it. Free places go to the newest stories."),
    )
    story = models.OneToOneField(
        Article,
        models.CASCADE,
        related_name="home_slot",
        limit_choices_to={"state": "live"},
        verbose_name=_("story"),
        error_messages={"unique": _("This story is on the front page already.")},
    )
    until = models.DateTimeField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("From then on the place is free again. Empty: until you change it."),
    )

    objects = HomeSlotQuerySet.as_manager()

    class Meta:
        verbose_name = _("place on the front page")
        verbose_name_plural = _("places on the front page")
        constraints = [
            models.UniqueConstraint(
                fields=["language", "position"],
                name="one_story_in_a_place",
                violation_error_message=_("Another story has this place. Move it or take it away first."),
            ),
            models.CheckConstraint(condition=Q(position__lte=LAST_PLACE), name="a_place_is_on_the_page"),
        ]
        triggers = [
            *watched(_STORY_IS_LIVE),
            pgtrigger.Trigger(
                name="in_the_language_of_its_story",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=(
                    "IF NEW.language <> (SELECT a.language FROM articles_article a WHERE a.id = NEW.story_id) THEN"
                    " RAISE EXCEPTION 'a story stands on the front page of its own language'"
                    " USING ERRCODE = 'check_violation'; END IF; RETURN NEW;"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.position}: {self.story}"

    def clean(self) -> None:
        if self.story_id and self.language and self.story.language != self.language:
            raise ValidationError({"story": _("This story is written in the other language.")})
