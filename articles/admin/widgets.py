"""Fields of the desk that search as you type."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin, site
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models import Model, QuerySet
from django.http import HttpRequest


class Chosen:
    """The rows that the fields of several forms point to, fetched together: a query for each model, not for each field."""

    def __init__(self, parts: Callable[[], Iterable[forms.BaseForm]], known: Iterable[Model] = ()) -> None:
        """`parts` says the forms when the first field is shown; rows that are `known` are not asked for."""
        self._parts = parts
        self._rows: dict[type[Model], dict[int, Model | None]] = {}
        for row in known:
            self._rows.setdefault(type(row), {})[row.pk] = row

    def look_from(self, part: forms.BaseForm) -> None:
        """Let the fields of this form take their rows from here."""
        for field in part.fields.values():
            if widget := _searching(field):
                widget.chosen = self

    def rows(self, queryset: QuerySet, wanted: list[int]) -> list[Model]:
        """The rows with these keys that exist, in the order of the keys."""
        there = self._rows.setdefault(queryset.model, {})
        if not there.keys() >= set(wanted):
            missing = (set(wanted) | self._wanted(queryset.model)) - there.keys()
            there |= dict.fromkeys(missing) | queryset.in_bulk(missing)
        return [row for key in wanted if (row := there[key]) is not None]

    def _wanted(self, model: type[Model]) -> set[int]:
        wanted: set[int] = set()
        for bound in (bound for part in self._parts() for bound in part):
            field: Any = bound.field
            widget = _searching(field)
            if widget and field.queryset.model is model:
                wanted.update(keys(widget.format_value(bound.value())))
        return wanted


def _searching(field: forms.Field) -> Any:
    """The widget of a field that searches; the admin may have wrapped it in links."""
    widget = getattr(field.widget, "widget", field.widget)
    return widget if isinstance(widget, _ShowsChosen) else None


def keys(values: Iterable[Any]) -> list[int]:
    """The values that can be keys: a forged one must not reach the database."""
    return [int(value) for value in values if str(value).isdecimal() and len(str(value)) < 19]


class _ShowsChosen:
    """Shows the rows that are chosen; of values that can't be keys nothing, because the form has its error for them."""

    chosen: Chosen | None = None

    def optgroups(self: Any, name: str, value: Sequence[str], attrs: Any = None) -> list:
        wanted, field = keys(value), self.choices.field
        rows = self.chosen.rows(field.queryset, wanted) if self.chosen else field.queryset.filter(pk__in=wanted)
        empty = not self.is_required and not self.allow_multiple_selected
        options = [self.create_option(name, "", "", False, 0)] if empty else []
        for row in rows:
            label = field.label_from_instance(row)
            options.append(self.create_option(name, row.pk, label, True, len(options)))
        return [(None, options, 0)]


class Autocomplete(_ShowsChosen, AutocompleteSelect):
    """One row, found by typing."""


class AutocompleteSeveral(_ShowsChosen, AutocompleteSelectMultiple):
    """Several rows, found by typing."""


def searching_media() -> forms.Media:
    """What a page needs for these fields when they are not on a form of the admin's."""
    return Autocomplete(None, site).media + forms.Media(js=["admin/desk/named-boxes.js"])


class FoundByTyping(ModelAdmin):
    """An admin whose `autocomplete_fields` bear values that can't be keys: the stock widget asks the database for them."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
