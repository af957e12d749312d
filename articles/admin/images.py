"""The image library: upload, describe, choose."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from articles import library, renditions, uses
from articles.admin.bilingual import BilingualAdmin, both, waiting_for_translation
from articles.admin.uses import KeptWhileUsed, shown
from articles.models import Image


class ImageForm(forms.ModelForm):
    """A picture and its words. The upload is decoded and cleaned here, and written only when all the rest is right."""

    upload = forms.FileField(
        label=_("file"),
        help_text=_("JPEG, PNG or WebP. Place, camera and names in the file are removed before it is stored."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = Image
        fields = ("alt", "caption", "credit", "focal_x", "focal_y", "cleared", "republishable")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.original: renditions.Ingested | None = None
        if self.instance.pk:
            self.fields.pop("upload", None)
        for name in ("alt_en", "alt_es"):
            if name in self.fields:
                self.fields[name].required = False  # one of the two is: pages fall back on the other language's

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        try:
            self.original = library.read(upload)
        except (renditions.UnsafeImage, library.AlreadyThere) as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("alt_en") and not cleaned.get("alt_es"):
            self.add_error("alt_en", _("Describe the picture in at least one language."))
        return cleaned


@admin.register(Image)
class ImageAdmin(KeptWhileUsed, BilingualAdmin):
    """The library as a grid. Several pictures can be dropped on it; each is stored described, or not at all."""

    form = ImageForm
    change_list_template = "admin/articles/image/change_list.html"
    list_display = ("thumbnail", "words", "credit", "size", "flags")
    list_display_links = ("thumbnail", "words")
    list_filter = ("cleared", "republishable", waiting_for_translation("alt"), "uploaded_at")
    search_fields = ("alt_en", "alt_es", "caption_en", "caption_es", "credit")
    search_help_text = _("Words of the description, the caption or the credit")
    ordering = ("-pk",)
    list_per_page = 40
    show_full_result_count = False
    readonly_fields = ("picture", "used")
    help_texts = {
        "caption": _("What stands under the picture where a story says nothing else: who, where, when."),
        "focal_x": _("Crops keep this point in view: 0 is the left edge, 1 the right."),
        "focal_y": _("0 is the upper edge, 1 the lower."),
    }

    class Media:
        css = {"all": ["admin/images/library.css"]}
        js = [
            Script("admin/images/image-drop.js", type="module"),
            Script("admin/images/focal-point.js", type="module"),
        ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        first = ("picture",) if obj else ("upload",)
        return (
            (None, {"fields": first}),
            (_("In words"), {"fields": [*both("alt", "caption"), "credit"], "classes": ("bilingual",)}),
            (_("Where to crop"), {"fields": (("focal_x", "focal_y"),)}),
            (_("Rights"), {"fields": ("cleared", "republishable")}),
            *([(_("Where it is used"), {"fields": ("used",)})] if obj else []),
        )

    # The grid

    @admin.display(description=_("picture"), ordering="pk")
    def thumbnail(self, image: Image) -> str:
        return format_html(
            '<img class="image-grid-thumb" src="{}" alt="" loading="lazy">', default_storage.url(_smallest(image))
        )

    @admin.display(description=_("alternative text"))
    def words(self, image: Image) -> str:
        return image.said_in((get_language() or "en")[:2], "alt") or image.name

    @admin.display(description=_("size"), ordering="width")
    def size(self, image: Image) -> str:
        return f"{image.width} × {image.height}"

    @admin.display(description=_("notes"))
    def flags(self, image: Image) -> str:
        said = {
            _("rights not cleared"): not image.cleared,
            _("may travel"): image.republishable,
            _("no English text"): not image.alt_en,  # type: ignore[attr-defined]
            _("no Spanish text"): not image.alt_es,  # type: ignore[attr-defined]
        }
        return format_html_join(" ", '<span class="state">{}</span>', ((words,) for words, so in said.items() if so))

    # The form

    @admin.display(description=_("picture"))
    def picture(self, image: Image) -> str:
        largest = renditions.plan(image.width, image.height)[-1][0]
        source = default_storage.url(renditions.rendition_name(image.name, largest, "jpeg"))
        words = {"source": source, "alt": self.words(image), "image": image}
        return render_to_string("admin/articles/image/focal_point.html", words)

    @admin.display(description=_("places"))
    def used(self, image: Image) -> str:
        places = shown(uses.of(image))
        return format_html_join("", "<p>{}</p>", ((place,) for place in places)) or str(_("Not used anywhere."))

    def save_model(self, request: HttpRequest, obj: Image, form: ImageForm, change: bool) -> None:
        if form.original is not None:
            library.add(obj, form.original)
        else:
            super().save_model(request, obj, form, change)

    # Deletion

    def delete_model(self, request: HttpRequest, obj: Image) -> None:
        library.remove(obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Image]) -> None:
        for image in queryset:
            library.remove(image)

    # Views beside the form

    def get_urls(self) -> list:
        def desk(view: Any) -> Any:
            return self.admin_site.admin_view(view)

        return [
            path("upload/", desk(self.upload), name="articles_image_upload"),
            path("<int:pk>/thumbnail/", desk(self.show_thumbnail), name="articles_image_thumbnail"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def upload(self, request: HttpRequest) -> JsonResponse:
        """One picture of several that were dropped on the grid: {"id": …}, or 422 and {"problems": […]}."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form: Any = self.get_form(request)({"focal_x": 0.5, "focal_y": 0.5} | request.POST.dict(), request.FILES)
        if not form.is_valid():
            return JsonResponse({"problems": list(_problems(form))}, status=422)
        with transaction.atomic():
            image = form.save(commit=False)
            self.save_model(request, image, form, change=False)
            self.log_addition(request, image, self.construct_change_message(request, form, [], add=True))
        messages.success(request, _("“%(picture)s” is in the library.") % {"picture": self.words(image)})
        return JsonResponse({"id": image.pk})

    @method_decorator(require_safe)
    def show_thumbnail(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The picture at the width of the body editor."""
        image = get_object_or_404(self.get_queryset(request), pk=pk)
        return HttpResponseRedirect(default_storage.url(_smallest(image)))


def _problems(form: ImageForm) -> Any:
    """Each problem as a sentence of its own; those of other fields than the file begin with the field's name."""
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields and name != "upload" else ""
        yield from (f"{label}: {error}" if label else str(error) for error in errors)


def _smallest(image: Image) -> str:
    return renditions.rendition_name(image.name, renditions.plan(image.width, image.height)[0][0], "jpeg")
