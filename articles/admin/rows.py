"""Rows of lists, made plainly: for each, Django renders a template for its tick box and resolves the address of its link."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as said_by_django  # its catalogue has the words; ours is not to have them
from django.utils.translation import gettext_lazy as _


class PlainList(ChangeList):
    """A list whose links say its filters themselves, so that nobody has to look for what else an address says."""

    def __init__(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        super().__init__(request, *args, **options)
        self._filters, self.preserved_filters = self.preserved_filters, ""

    def url_for_result(self, result: Any) -> str:
        address = super().url_for_result(result)
        return f"{address}?{self._filters}" if self._filters else address


class PlainRows(admin.ModelAdmin):
    """An admin whose list may have many rows."""

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PlainList

    @admin.display(description=_("choose"))
    def action_checkbox(self, obj: Any) -> SafeString:
        label = format_html(said_by_django("Select this object for an action - {}"), obj)
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
        return format_html(box, ACTION_CHECKBOX_NAME, obj.pk, label)
