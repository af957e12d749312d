"""Forms of rows that carry both languages: English on the left, Spanish on the right."""

from collections.abc import Mapping
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Field, Q, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from articles.pathwords import LANGUAGES

#: Each language in its own words.
_NAMES = {"en": "English", "es": "Español"}


def both(*names: str) -> list[Any]:
    """The rows of a fieldset of class "bilingual": each field in all languages, side by side."""
    return [tuple(f"{name}_{language}" for language in LANGUAGES) for name in names]


class BilingualAdmin(TranslationAdmin):
    """Labels that name their language, boxes that tell it to the spelling checker, and help texts by field."""

    help_texts: Mapping[str, Any] = {}

    class Media:
        css = {"all": ["admin/desk/bilingual.css"]}

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        original = getattr(db_field, "translated_field", db_field)
        if original.name in self.help_texts:
            field.help_text = self.help_texts[original.name]
        if original is not db_field:
            language = db_field.language  # type: ignore[attr-defined]
            field.label = f"{capfirst(original.verbose_name)} · {_NAMES[language]}"
            field.widget.attrs["lang"] = language
        return field


def waiting_for_translation(field: str) -> type:
    """A filter for rows whose text is missing in a language."""

    class Waiting(SimpleListFilter):
        title = _("text")
        parameter_name = "missing"

        def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
            return [("en", _("not in English")), ("es", _("not in Spanish"))]

        def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
            if self.value() not in LANGUAGES:
                return queryset
            column = f"{field}_{self.value()}"
            return queryset.filter(Q(**{column: ""}) | Q(**{f"{column}__isnull": True}))

    return Waiting
