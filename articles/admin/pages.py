"""The house's own texts: masthead, About pages, announcements."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from articles.admin import body
from articles.models import Announcement, Masthead, Page

_TALL: dict[Any, dict[str, Any]] = {
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})}
}


@admin.register(Masthead)
class MastheadAdmin(TranslationAdmin):
    """There is one masthead; its form is what the list leads to."""

    formfield_overrides = _TALL
    list_display = ("name",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Masthead.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Masthead, form: Any, change: bool) -> None:
        obj.pk = 1
        super().save_model(request, obj, form, change)


class _TextForm(forms.ModelForm):
    body = body.BodyField(label=_("text"))


class _TextAdmin(admin.ModelAdmin):
    form = _TextForm
    prepopulated_fields = {"slug": ("title",)}

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = body.with_nonce(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Page)
class PageAdmin(_TextAdmin):
    list_display = ("title", "language", "published", "position")
    list_filter = ("language", "published")
    search_fields = ("title",)
    ordering = ("language", "position", "title")


@admin.register(Announcement)
class AnnouncementAdmin(_TextAdmin):
    list_display = ("title", "language", "date", "published")
    list_filter = ("language", "published")
    search_fields = ("title",)
    date_hierarchy = "date"
    ordering = ("-date", "-pk")
