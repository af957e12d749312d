"""The front page, arranged by hand."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.widgets import FoundByTyping
from articles.models import HomeSlot


@admin.register(HomeSlot)
class HomeSlotAdmin(FoundByTyping):
    """One row for each place that an editor has given away."""

    autocomplete_fields = ("story",)
    fields = ("language", "position", "story", "until")
    list_display = ("position", "language", "story", "until", "standing")
    list_display_links = ("position", "story")
    list_filter = ("language",)
    search_fields = ("story__headline",)
    ordering = ("language", "position")

    def get_queryset(self, request: HttpRequest) -> QuerySet[HomeSlot]:
        # With the draft, because a story that was never live has no headline of its own.
        return super().get_queryset(request).select_related("story__draft")

    @admin.display(boolean=True, description=_("on the page"))
    def standing(self, slot: HomeSlot) -> bool:
        over = slot.until is not None and slot.until <= timezone.now()
        return slot.story.state == "live" and not over

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"language": "en", **super().get_changeform_initial_data(request)}
