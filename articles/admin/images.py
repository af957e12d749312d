"""The image library: upload, describe, choose."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from articles import library, renditions
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
        fields = ("alt", "caption", "credit", "focal_x", "focal_y", "republishable")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.original: renditions.Ingested | None = None
        if self.instance.pk:
            del self.fields["upload"]
        for name in ("alt_en", "alt_es"):
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
class ImageAdmin(TranslationAdmin):
    form = ImageForm
    list_display = ("thumbnail", "alt", "credit", "size", "republishable", "uploaded_at")
    list_display_links = ("thumbnail", "alt")
    list_filter = ("republishable", "uploaded_at")
    search_fields = ("alt_en", "alt_es", "caption_en", "caption_es", "credit")
    ordering = ("-pk",)
    list_per_page = 40
    show_full_result_count = False
    readonly_fields = ("picture", "used")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        first = ("picture",) if obj else ("upload",)
        words = ("alt_en", "alt_es", "caption_en", "caption_es", "credit")
        return (
            (None, {"fields": first}),
            (_("In words"), {"fields": words}),
            (_("Where to crop"), {"fields": (("focal_x", "focal_y"),)}),
            (_("Rights"), {"fields": ("republishable",)}),
            *([(_("Where it is used"), {"fields": ("used",)})] if obj else []),
        )

    @admin.display(description=_("picture"))
    def thumbnail(self, image: Image) -> str:
        return _shown(image, "image-grid-thumb")

    @admin.display(description=_("picture"))
    def picture(self, image: Image) -> str:
        return _shown(image, "image-preview", width=renditions.plan(image.width, image.height)[-1][0])

    @admin.display(description=_("size"))
    def size(self, image: Image) -> str:
        return f"{image.width} × {image.height}"

    @admin.display(description=_("stories"))
    def used(self, image: Image) -> str:
        rows = ((article.pk, article) for article in library.used_in(image)[:50])
        return format_html_join("", '<p><a href="/admin/articles/article/{}/change/">{}</a></p>', rows) or str(
            _("Not used in any story.")
        )

    def save_model(self, request: HttpRequest, obj: Image, form: ImageForm, change: bool) -> None:
        if form.original is not None:
            library.add(obj, form.original)
        else:
            super().save_model(request, obj, form, change)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        image = self.get_object(request, object_id)
        if request.method == "POST" and image is not None and self.has_delete_permission(request, image):
            return self._remove(request, image)
        return super().delete_view(request, object_id, extra_context)

    def _remove(self, request: HttpRequest, image: Image) -> HttpResponse:
        try:
            library.remove(image)
        except library.InUse as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect("../change/")
        messages.success(request, _("The picture is deleted."))
        return HttpResponseRedirect("../../")

    def get_actions(self, request: HttpRequest) -> dict:
        """One by one only: a picture in use must be refused with the reason."""
        return {}

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.show_thumbnail)
        return [path("<int:pk>/thumbnail/", view, name="articles_image_thumbnail"), *super().get_urls()]

    def show_thumbnail(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The picture at the width of the body editor."""
        image = get_object_or_404(self.get_queryset(request), pk=pk)
        return HttpResponseRedirect(default_storage.url(_smallest(image)))


def _smallest(image: Image) -> str:
    return renditions.rendition_name(image.name, renditions.plan(image.width, image.height)[0][0], "jpeg")


def _shown(image: Image, css_class: str, width: int | None = None) -> str:
    name = renditions.rendition_name(image.name, width, "jpeg") if width else _smallest(image)
    return format_html('<img class="{}" src="{}" alt="{}">', css_class, default_storage.url(name), image.alt or "")
