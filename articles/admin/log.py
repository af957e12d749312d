"""The editorial log: read by editors, written by the verbs only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from articles.models import EditorialEvent


@admin.register(EditorialEvent)
class EditorialEventAdmin(admin.ModelAdmin):
    list_display = ("at", "actor_name", "verb_in_words", "headline")
    list_filter = ("verb", "at")
    search_fields = ("headline", "actor_name")
    ordering = ("-pk",)
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
