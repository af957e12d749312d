"""Corrections: written by editors in one step, read by all of the desk, changed by nobody."""

from typing import Any

from django.contrib import admin, messages
from django.db import models, transaction
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles import correcting
from articles.admin.widgets import FoundByTyping
from articles.models import Correction
from articles.publishing import Refused


@admin.register(Correction)
class CorrectionAdmin(FoundByTyping):
    """Saving calls the verb, so that the log knows who corrected what."""

    autocomplete_fields = ("article",)
    fields = ("article", "kind", "text")
    formfield_overrides = {models.CharField: {"widget": Textarea(attrs={"rows": 4, "class": "vLargeTextField"})}}
    list_display = ("made_at", "kind", "article", "text")
    list_filter = ("kind", "article__language")
    list_select_related = ("article",)
    search_fields = ("text", "article__headline")
    date_hierarchy = "made_at"
    ordering = ("-made_at", "-pk")
    show_full_result_count = False

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)
        except Refused as refused:
            messages.error(request, str(refused))
            return HttpResponseRedirect(request.get_full_path())

    def save_model(self, request: HttpRequest, obj: Correction, form: Any, change: bool) -> None:
        made = correcting.correct(obj.article, kind=obj.kind, text=obj.text, by=request.user)
        obj.pk, obj.made_at = made.pk, made.made_at

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
