"""Authors, and the switch that protects a byline."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles import protecting
from articles.admin.bilingual import both, waiting_for_translation
from articles.admin.taxonomy import VocabularyAdmin
from articles.models import Author

#: In a form's address: list the texts in which a protected name stands.
LOOKING = "named"


class AuthorForm(forms.ModelForm):
    """An author with the languages as boxes to tick."""

    languages = forms.MultipleChoiceField(
        label=_("languages"),
        choices=[("en", _("English")), ("es", _("Spanish"))],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Author
        fields = ("name", "slug", "bio", "photo", "languages", "protected")


@admin.register(Author)
class AuthorAdmin(VocabularyAdmin):
    form = AuthorForm
    filed_by = "authors"
    list_display = ("name", "languages_shown", "protected", "live")
    list_filter = ("protected", waiting_for_translation("bio"))
    search_fields = ("name", "slug")
    search_help_text = _("Name")
    ordering = ("name",)
    autocomplete_fields = ("photo",)
    prepopulated_fields = {"slug": ("name",)}
    help_texts = VocabularyAdmin.help_texts | {
        "bio": _("Two or three sentences in the third person: beat, experience, what they have worked on."),
        "photo": _("A portrait from the image library."),
    }
    fieldsets = (
        (None, {"fields": ("name", "slug", "photo", "languages")}),
        (_("In both languages"), {"fields": both("bio"), "classes": ("bilingual",)}),
    )
    readonly_fields = ("look_for_name", "still_named")

    def get_fieldsets(self, request: HttpRequest, obj: Author | None = None) -> Any:
        # Looking through all texts takes long in a large archive, so the form does it when somebody asks for it.
        named = "still_named" if LOOKING in request.GET else "look_for_name"
        return [*super().get_fieldsets(request, obj), (_("Safety"), {"fields": ("protected", named)})]

    def view_on_site(self, author: Author) -> str | None:
        return None if author.protected else super().view_on_site(author)

    def save_model(self, request: HttpRequest, obj: Author, form: forms.ModelForm, change: bool) -> None:
        """The switch is a verb of its own: the log says who turned it, and credits of pictures follow."""
        before = Author.objects.filter(pk=obj.pk, protected=True).exists()
        wanted = obj.protected if "protected" in form.changed_data else before
        obj.protected = before
        super().save_model(request, obj, form, change)
        if wanted and not before:
            left = sum(rows.count() for rows in protecting.protect(obj, by=request.user))
            if left:
                text = ngettext(
                    "The name is still written out in %(count)d text: look for it under “Safety”.",
                    "The name is still written out in %(count)d texts: look for it under “Safety”.",
                    left,
                )
                messages.warning(request, text % {"count": left})
        elif before and not wanted:
            protecting.unprotect(obj, by=request.user)
        obj.protected = wanted

    @admin.display(description=_("still written out in"))
    def look_for_name(self, author: Author) -> str:
        if not author.pk or not author.protected:
            return str(_("Shown here once the byline is protected."))
        return format_html('<a href="?{}=1">{}</a>', LOOKING, _("Look for the name in all public texts"))

    @admin.display(description=_("still written out in"))
    def still_named(self, author: Author) -> str:
        """The public texts in which the name of a protected author stands: a person has to look at each."""
        if not author.protected:
            return self.look_for_name(author)
        rows = [row for found in protecting.still_named(author) for row in found.defer("body")]
        places = [(reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk]), row) for row in rows]
        return format_html_join(mark_safe("<br>"), '<a href="{}">{}</a>', places) or str(_("no public text"))

    @admin.display(description=_("languages"))
    def languages_shown(self, author: Author) -> str:
        return ", ".join(author.languages)
