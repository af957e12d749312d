"""What every list of what readers sent has in common."""

from typing import Any

from django.http import HttpRequest

from articles.admin.rows import PlainRows


class ReadOnlyAdmin(PlainRows):
    """Rows that readers made: staff look at them."""

    class Media:
        css = {"all": ["admin/feedback.css"]}

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
