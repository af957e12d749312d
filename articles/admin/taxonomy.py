"""Sections, countries, topics, tags and authors, both languages side by side."""

from typing import Any

from babel import Locale
from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db import models
from django.db.models import Count, QuerySet
from django.forms import Textarea
from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.admin import body
from articles.admin.addressed import AddressedAdmin
from articles.admin.bilingual import BilingualAdmin, both, waiting_for_translation
from articles.admin.rows import PlainList
from articles.admin.uses import KeptWhileUsed
from articles.admin.widgets import FoundByTyping
from articles.models import Article, Country, Section, Tag, Topic

_SLUG_HELP = _("The last word of the address: small letters, digits and hyphens. A new one redirects the old one.")

#: Where the official names of countries come from (CLDR), by the language of the column.
_TERRITORIES = {"en": "en", "es": "es_419"}

#: Codes that CLDR names although they are no countries.
_NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


class CountingList(PlainList):
    """A list whose rows know how many live stories they have: counted for the rows of one page, in one query."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        admin_of_rows: Any = self.model_admin
        counts = admin_of_rows.live_stories([row.pk for row in self.result_list])
        for row in self.result_list:
            row.live_stories = counts.get(row.pk, 0)


class FiledUnderAdmin(KeptWhileUsed):
    """What stories are filed under: a list that counts the live ones, and no deletion while one is left."""

    #: The way from a story to the row.
    filed_by = ""
    show_full_result_count = False
    list_per_page = 100

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return CountingList

    def live_stories(self, keys: list[int]) -> dict[int, int]:
        """How many live stories there are of each row that has any."""
        filed = Article.objects.published().filter(**{f"{self.filed_by}__in": keys})
        return dict(filed.order_by().values_list(self.filed_by).annotate(Count("pk")))

    @admin.display(description=_("live stories"))
    def live(self, row: Any) -> int:
        return row.live_stories


class VocabularyAdmin(FiledUnderAdmin, AddressedAdmin, FoundByTyping, BilingualAdmin):
    """Names, slugs and texts in both languages; a slug whose address is taken is refused with a sentence."""

    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 6, "class": "vLargeTextField"})}}
    help_texts = {"slug": _SLUG_HELP}

    def view_on_site(self, row: Any) -> str | None:
        # Without a live story, readers don't know of most rows.
        return row.path_in((get_language() or "en")[:2]) if self.live_stories([row.pk]) else None


@admin.register(Section)
class SectionAdmin(VocabularyAdmin):
    filed_by = "section"
    list_display = ("__str__", "name_es", "slug_en", "slug_es", "position", "live")
    list_select_related = ("parent",)
    list_filter = (("parent", admin.RelatedOnlyFieldListFilter), waiting_for_translation("description"))
    search_fields = ("name_en", "name_es", "slug_en", "slug_es")
    search_help_text = _("Name or slug, in either language")
    ordering = ("parent__position", "position", "pk")
    autocomplete_fields = ("parent",)
    prepopulated_fields = {"slug_en": ("name_en",), "slug_es": ("name_es",)}
    help_texts = VocabularyAdmin.help_texts | {
        "description": _("A sentence or two under the section’s name, and what search engines show of it."),
    }
    fieldsets = (
        (None, {"fields": both("name", "slug", "description"), "classes": ("bilingual",)}),
        (_("Place"), {"fields": ("parent", "position")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Section]:
        return super().get_queryset(request).select_related("parent")  # named where sections are found by typing

    def live_stories(self, keys: list[int]) -> dict[int, int]:
        """A main section's stories and those of the sections within it."""
        within: dict[int, Any] = dict(Section.objects.filter(parent__in=keys).values_list("pk", "parent"))
        counts = super().live_stories([*keys, *within])
        for child, parent in within.items():
            counts[parent] = counts.get(parent, 0) + counts.get(child, 0)
        return counts


class ProfileForm(forms.ModelForm):
    """A profile in each language, written in the editor of bodies."""

    profile_en = body.BodyField(required=False)
    profile_es = body.BodyField(required=False)


class ProfiledAdmin(VocabularyAdmin):
    """Rows with a profile, which somebody has to review now and then."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = body.with_nonce(context["media"], request)
        return super().render_change_form(request, context, *args, **kwargs)


class _CodeField(forms.CharField):
    """An ISO code, however it was typed."""

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").upper()


class CountryForm(ProfileForm):
    """A country. On a new one, names that were left empty are those of CLDR, and slugs are made of the names."""

    code = _CodeField(label=_("ISO code"), min_length=2, max_length=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("Two letters, such as HN. Names left empty are filled in from it.")
        for language in _TERRITORIES:
            for name in (f"name_{language}", f"slug_{language}"):
                if name in self.fields and not self.instance.pk:
                    self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        code = cleaned.get("code")
        if code and not self.instance.pk:
            for language, locale in _TERRITORIES.items():
                self._fill(cleaned, code, language, locale)
        return cleaned

    def _fill(self, cleaned: dict[str, Any], code: str, language: str, locale: str) -> None:
        name, slug = f"name_{language}", f"slug_{language}"
        known = "" if code in _NOT_COUNTRIES else Locale.parse(locale).territories.get(code, "")
        cleaned[name] = cleaned.get(name) or known
        if not cleaned[name] and name not in self.errors:
            self.add_error(name, _("No country has this code. Write its name here, or correct the code."))
        if slug not in self.errors:
            cleaned[slug] = cleaned.get(slug) or slugify(cleaned.get(name, ""))


@admin.register(Country)
class CountryAdmin(ProfiledAdmin):
    form = CountryForm
    filed_by = "countries"
    list_display = ("name_en", "name_es", "code", "live", "reviewed_on")
    list_filter = (waiting_for_translation("profile"), "reviewed_on")
    search_fields = ("code", "name_en", "name_es")
    search_help_text = _("ISO code, or name in either language")
    ordering = ("name_en",)
    prepopulated_fields = {"slug_en": ("name_en",), "slug_es": ("name_es",)}
    fieldsets = (
        (None, {"fields": ("code",)}),
        (_("In both languages"), {"fields": both("name", "slug", "facts", "profile"), "classes": ("bilingual",)}),
        (_("Review"), {"fields": ("reviewed_on",)}),
    )


@admin.register(Topic)
class TopicAdmin(ProfiledAdmin):
    form = ProfileForm
    filed_by = "topics"
    list_display = ("name_en", "name_es", "kind", "aliases_shown", "live", "reviewed_on")
    list_filter = ("kind", waiting_for_translation("profile"), "reviewed_on")
    search_fields = ("name_en", "name_es", "aliases")
    search_help_text = _("Name in either language, or another name of it")
    ordering = ("name_en",)
    prepopulated_fields = {"slug_en": ("name_en",), "slug_es": ("name_es",)}
    help_texts = VocabularyAdmin.help_texts | {
        "kind": _("Decides under which heading of the list of topics it stands."),
    }
    fieldsets = (
        (None, {"fields": ("kind",)}),
        (_("In both languages"), {"fields": both("name", "slug", "facts", "profile"), "classes": ("bilingual",)}),
        (_("Review"), {"fields": ("reviewed_on",)}),
        (_("Other names"), {"fields": ("aliases",)}),
    )

    @admin.display(description=_("also known as"))
    def aliases_shown(self, topic: Topic) -> str:
        return ", ".join(topic.aliases)


@admin.register(Tag)
class TagAdmin(FiledUnderAdmin):
    filed_by = "tagged__tag"
    list_display = ("name", "slug", "live")
    search_fields = ("name", "slug")
    search_help_text = _("Name")
    ordering = ("name",)
    prepopulated_fields = {"slug": ("name",)}

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        help_texts = {
            "name": _("A word or two. Renaming it renames it on every story."),
            "slug": _SLUG_HELP,
        }
        return super().get_form(request, obj, change=change, help_texts=help_texts, **kwargs)
