"""The house's own texts: masthead, About pages, announcements."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.admin import body
from articles.admin.addressed import AddressedAdmin
from articles.admin.bilingual import BilingualAdmin, both
from articles.admin.single import OneRow
from articles.models import Announcement, Masthead, Page

_TALL: dict[Any, dict[str, Any]] = {
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})}
}


@admin.register(Masthead)
class MastheadAdmin(OneRow, BilingualAdmin):
    """There is one masthead; its form is what the list leads to."""

    formfield_overrides = _TALL | {models.URLField: {"assume_scheme": "https"}}
    list_display = ("name", "tagline_en", "tagline_es", "contact_email")
    help_texts = {
        "name": _("Stands at the head of every page and after its title."),
        "tagline": _("A few words under the name on the home page."),
        "about": _("Who you are, in a paragraph, for the foot of pages and for search engines."),
        "contact_email": _("Shown to readers, and to those who republish a story."),
        "comments_invitation": _("Asks readers to write, under every story."),
        "donation_request": _("Why readers should give, under every story. Leave it empty to ask for nothing."),
        "licence_name": _("Such as CC BY-NC 4.0."),
        "licence_url": _("The terms of the licence in this language."),
    }
    fieldsets = (
        (None, {"fields": ("name", "contact_email")}),
        (
            _("In both languages"),
            {
                "fields": both("tagline", "house_byline", "about", "comments_invitation", "demonstration_notice"),
                "classes": ("bilingual",),
            },
        ),
        (
            _("Donations"),
            {"fields": both("donation_request", "donation_label", "donation_url"), "classes": ("bilingual",)},
        ),
        (
            _("Licence"),
            {"fields": ["licence_name", *both("licence_url", "licence_notice")], "classes": ("bilingual",)},
        ),
    )


class _TextForm(forms.ModelForm):
    body = body.BodyField(label=_("text"))

    class Meta:
        help_texts = {
            "language": _("A page has one language. Write its counterpart as a page of its own."),
            "slug": _("The last word of the address: small letters, digits and hyphens."),
            "published": _("Readers see it at once when this is ticked and saved."),
        }


class _TextAdmin(AddressedAdmin, admin.ModelAdmin):
    form = _TextForm
    prepopulated_fields = {"slug": ("title",)}
    search_fields = ("title", "slug", "body")
    search_help_text = _("Words of the title or the text")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer(*(("body",) if _is_list(request) else ()))

    def view_on_site(self, row: Any) -> str | None:
        return row.path_in(row.language) if row.published else None

    @admin.display(description=_("address"))
    def address(self, row: Any) -> str:
        path = row.path_in(row.language)
        return format_html('<a href="{0}">{0}</a>', path) if row.published else path

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = body.with_nonce(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)


def _is_list(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (match.url_name or "").endswith("_changelist")


@admin.register(Page)
class PageAdmin(_TextAdmin):
    list_display = ("title", "language", "published", "position", "address", "updated_at")
    list_filter = ("language", "published")
    ordering = ("language", "position", "title")


@admin.register(Announcement)
class AnnouncementAdmin(_TextAdmin):
    list_display = ("title", "language", "date", "published", "address")
    list_filter = ("language", "published")
    date_hierarchy = "date"
    ordering = ("-date", "-pk")
