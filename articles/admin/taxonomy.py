"""Sections, countries, topics, tags and authors, both languages side by side."""

from typing import Any

from django.contrib import admin, messages
from django.db import models, transaction
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from articles.addressing import AddressTaken
from articles.admin.forms import AuthorForm
from articles.models import Author, Country, Section, Tag, Topic


class VocabularyAdmin(TranslationAdmin):
    """Names, slugs and texts in both languages; a slug whose address is taken is refused with a sentence."""

    show_full_result_count = False
    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 4, "class": "vLargeTextField"})}}

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except AddressTaken as taken:
            # The address is claimed while saving, so the refusal comes after the form was found valid.
            messages.error(
                request, _("Nothing was saved. %(why)s Go back to your text with the browser.") % {"why": taken}
            )
            return HttpResponseRedirect(request.get_full_path())


@admin.register(Section)
class SectionAdmin(VocabularyAdmin):
    list_display = ("__str__", "slug_en", "slug_es", "position")
    list_select_related = ("parent",)
    search_fields = ("name_en", "name_es")
    ordering = ("parent__position", "position", "pk")
    prepopulated_fields = {"slug_en": ("name_en",), "slug_es": ("name_es",)}


@admin.register(Country)
class CountryAdmin(VocabularyAdmin):
    list_display = ("code", "name_en", "name_es")
    search_fields = ("code", "name_en", "name_es")
    ordering = ("name_en",)
    prepopulated_fields = {"slug_en": ("name_en",), "slug_es": ("name_es",)}


@admin.register(Topic)
class TopicAdmin(VocabularyAdmin):
    list_display = ("name_en", "name_es", "kind")
    list_filter = ("kind",)
    search_fields = ("name_en", "name_es", "aliases")
    ordering = ("name_en",)
    prepopulated_fields = {"slug_en": ("name_en",), "slug_es": ("name_es",)}


@admin.register(Author)
class AuthorAdmin(VocabularyAdmin):
    form = AuthorForm
    list_display = ("name", "protected")
    list_filter = ("protected",)
    search_fields = ("name",)
    ordering = ("name",)
    autocomplete_fields = ("photo",)
    prepopulated_fields = {"slug": ("name",)}


@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    list_display = ("name", "slug")
    search_fields = ("name",)
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}
