"""The editorial log: read by editors, written by the verbs only."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import EditorialEvent
from articles.models.audit import VERBS


class VerbFilter(admin.SimpleListFilter):
    """What was done, in the words of the log."""

    title = gettext_lazy("what")
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(VERBS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[EditorialEvent]) -> QuerySet[EditorialEvent]:
        return queryset.filter(verb=self.value()) if self.value() else queryset


@admin.register(EditorialEvent)
class EditorialEventAdmin(admin.ModelAdmin):
    list_display = ("at", "actor_name", "done", "story")
    list_filter = (VerbFilter, "at")
    search_fields = ("headline", "actor_name")
    search_help_text = gettext_lazy("Headline or name of a colleague")
    ordering = ("-pk",)
    list_per_page = 100
    show_full_result_count = False
    fields = ("at", "actor_name", "done", "story", "details")

    @admin.display(description=gettext_lazy("what"))
    def done(self, event: EditorialEvent) -> str:
        return event.verb_in_words

    @admin.display(description=gettext_lazy("story"))
    def story(self, event: EditorialEvent) -> str:
        # The log holds no foreign keys: a story that is gone answers with the list and a message.
        address = reverse("admin:articles_article_change", args=[event.article_id])
        name = event.headline or _("Untitled story %(id)s") % {"id": event.article_id}
        return format_html('<a href="{}">{}</a>', address, name)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
