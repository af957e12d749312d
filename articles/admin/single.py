"""Tables of one row, such as the masthead: added once, changed ever after, never deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class OneRow(admin.ModelAdmin):
    """Offers to add the row on its own list alone. Other pages ask too, for their menus, and would pay a query each."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        match = request.resolver_match
        here = match is not None and (match.url_name or "").startswith(f"{self.opts.app_label}_{self.opts.model_name}_")
        return super().has_add_permission(request) and here and not self.model._default_manager.exists()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.pk = 1  # the table takes no other
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
