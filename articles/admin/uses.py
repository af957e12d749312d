"""Before something is deleted: where it is used. What is in use stays, and the page says where to look."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import uses
from articles.admin.rows import PlainRows
from articles.models import Article


class KeptWhileUsed(PlainRows):
    """An admin of rows that can be deleted only while nothing refers to them, one by one or many at once."""

    delete_confirmation_template = "admin/articles/uses.html"
    delete_selected_confirmation_template = "admin/articles/uses_of_selected.html"

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[list, dict, set, list]:
        """The rows that would go; or, as what protects them, the places where they are used.

        Both the delete page and the action on many rows ask here, and neither deletes what is protected.
        """
        protected = of_each(list(objs))
        if protected:
            return [], {}, set(), protected
        return super().get_deleted_objects(objs, request)


def of_each(rows: list[Model]) -> list[Any]:
    """Nested lists for `unordered_list`: each row in use with the places; of a single row the places alone."""
    used = [(row, shown(uses.of(row))) for row in rows]
    if len(rows) == 1:
        return used[0][1]
    return [part for row, places in used if places for part in (_link(row), places)]


def shown(found: Iterable[uses.Use]) -> list[SafeString]:
    """Each place once, as a link with words on what is there."""
    places: dict[tuple[Model, str], list[str]] = {}
    for use in found:
        places.setdefault((use.row, _standing(use)), []).append(str(use.how))
    return [format_html("{}: {} ({})", _link(row), ", ".join(how), standing) for (row, standing), how in places.items()]


def _link(row: Model) -> SafeString:
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, row)


def _standing(use: uses.Use) -> str:
    if use.in_draft:
        return _("in the draft")
    return use.row.get_state_display() if isinstance(use.row, Article) else str(use.row._meta.verbose_name)
