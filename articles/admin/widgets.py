"""Fields of the desk that search as you type."""

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple


class _OnlyKeys:
    """Leaves out values that can't be keys: the form has its error for them, and the stock widget would ask the database."""

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> list:
        keys = [key for key in value if str(key).isdecimal() and len(str(key)) < 19]
        return super().optgroups(name, keys, attrs)  # type: ignore[misc]


class Autocomplete(_OnlyKeys, AutocompleteSelect):
    """One row, found by typing."""


class AutocompleteSeveral(_OnlyKeys, AutocompleteSelectMultiple):
    """Several rows, found by typing."""
