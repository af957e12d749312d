"""Every public address, for ever."""

import pgtrigger
from django.db import connection, models
from django.db.models import Q

from articles.models.edition import watched

#: The kinds of row that can live at an address; each is a nullable column of `Address`.
TARGETS = ("article", "section", "country", "topic", "author", "page", "announcement")


def _one_target_at_most() -> Q:
    allowed = Q(**{f"{name}__isnull": True for name in TARGETS})
    for target in TARGETS:
        allowed |= Q(**{f"{name}__isnull": name != target for name in TARGETS})
    return allowed


#: The number of the advisory lock on the site's map, in PostgreSQL's space of such numbers.
_MAP = 7_302_011


def hold_the_map(*, redraw: bool = False) -> None:
    """Keep addresses where they are until the transaction ends; with `redraw`, alone, to move a section with its stories.

    Taken before any row is locked. Otherwise a publication (which holds a story and wants its section) and the renaming
    of that section (which holds it and wants its stories) would wait for each other.
    """
    function = "pg_advisory_xact_lock" if redraw else "pg_advisory_xact_lock_shared"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}(%s)", [_MAP])


class Address(models.Model):
    """A path that is or was public. A row without a target belongs to something that no longer exists (410)."""

    path = models.CharField(max_length=400, unique=True)
    language = models.CharField(max_length=2)
    current = models.BooleanField(default=True)
    article = models.ForeignKey("articles.Article", models.SET_NULL, null=True, related_name="addresses")
    section = models.ForeignKey("articles.Section", models.SET_NULL, null=True, related_name="addresses")
    country = models.ForeignKey("articles.Country", models.SET_NULL, null=True, related_name="addresses")
    topic = models.ForeignKey("articles.Topic", models.SET_NULL, null=True, related_name="addresses")
    author = models.ForeignKey("articles.Author", models.SET_NULL, null=True, related_name="addresses")
    page = models.ForeignKey("articles.Page", models.SET_NULL, null=True, related_name="addresses")
    announcement = models.ForeignKey("articles.Announcement", models.SET_NULL, null=True, related_name="addresses")

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            models.CheckConstraint(condition=_one_target_at_most(), name="an_address_leads_to_one_thing"),
            models.CheckConstraint(
                condition=Q(path__startswith="/", path__endswith="/"), name="an_address_ends_in_a_slash"
            ),
            *(
                models.UniqueConstraint(
                    fields=[target, "language"], condition=Q(current=True), name=f"one_current_address_of_{target}"
                )
                for target in TARGETS
            ),
        ]
        triggers = [*watched(), pgtrigger.Protect(name="addresses_are_for_ever", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.path

    @property
    def kind(self) -> str:
        """Which column of TARGETS is filled; "" for an address whose target is gone."""
        return next((name for name in TARGETS if getattr(self, f"{name}_id")), "")
