"""The letters that went out or did not, and the replies that are kept for them."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.feedback import letters, triage
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.admin.writing import SavedReplyForm
from articles.feedback.models import Letter, SavedReply


@admin.register(Letter)
class LetterAdmin(ReadOnlyAdmin):
    """Every letter from the moment it was owed. Who may read messages may read what was written about them."""

    list_display = ("subject_or_not", "kind", "addressee", "state_badge", "tries", "failure_in_words", "made_at")
    list_filter = ("state", "kind", "language")
    list_select_related = ("to", "message")
    list_per_page = 50
    ordering = ("-made_at", "-pk")
    show_full_result_count = False
    fields = readonly_fields = (
        *("kind", "addressee", "about", "subject_or_not", "text", "language"),
        *("state_badge", "tries", "next_try", "failure_in_words", "made_by", "made_at", "sent_at"),
    )

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("feedback.view_message")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_urls(self) -> list[URLPattern]:
        again = path("<int:pk>/again/", self.admin_site.admin_view(self.again_view), name="feedback_letter_again")
        return [again, *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        stuck = object_id.isdecimal() and len(object_id) < 19 and letters.troubled().filter(pk=object_id).exists()
        extra = {"can_try_again": stuck and request.user.has_perm(triage.PERMISSION)}
        kwargs["extra_context"] = (kwargs.get("extra_context") or {}) | extra
        return super().change_view(request, object_id, *args, **kwargs)

    @method_decorator(require_POST)
    def again_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The button beside a letter that did not go."""
        if not request.user.has_perm(triage.PERMISSION):
            raise PermissionDenied
        letter = get_object_or_404(Letter, pk=pk)
        if letters.again(letter, by=request.user):
            messages.success(request, _("The letter is tried again now."))
        else:
            messages.warning(request, _("The letter has gone, or is on its way."))
        back = request.POST.get("back", "")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
            back = _address(letter)
        return redirect(back)

    @admin.display(description=gettext_lazy("subject"), ordering="subject")
    def subject_or_not(self, letter: Letter) -> str:
        return str(letter)

    @admin.display(description=gettext_lazy("to"))
    def addressee(self, letter: Letter) -> str:
        return str(letter.to) if letter.to else _("the reader")

    @admin.display(description=gettext_lazy("message"), empty_value="–")
    def about(self, letter: Letter) -> SafeString | None:
        if letter.message_id is None:
            return None
        address = reverse("admin:feedback_message_change", args=[letter.message_id])
        return format_html('<a href="{}">{}</a>', address, letter.message)

    @admin.display(description=gettext_lazy("text"))
    def text(self, letter: Letter) -> SafeString | str:
        return format_html('<div class="feedback-text" dir="auto">{}</div>', letter.body) if letter.body else "–"

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_badge(self, letter: Letter) -> SafeString:
        kind = "feedback-letter--stuck" if letter.failure else f"feedback-letter--{letter.state}"
        return format_html('<span class="feedback-status {}">{}</span>', kind, letter.get_state_display())

    @admin.display(description=gettext_lazy("next try"), empty_value="–")
    def next_try(self, letter: Letter) -> Any:
        return letter.next_try_at if letter.state == Letter.State.WAITING else None

    @admin.display(description=gettext_lazy("why it did not go"), empty_value="")
    def failure_in_words(self, letter: Letter) -> str | None:
        return letter.failure_in_words or None


@admin.register(SavedReply)
class SavedReplyAdmin(admin.ModelAdmin):
    """Answers that are given often, in both languages."""

    form = SavedReplyForm
    list_display = ("title", "subject_en", "subject_es")
    ordering = ("title", "pk")
    search_fields = ("title", "subject_en", "subject_es", "body_en", "body_es")
    fieldsets = (
        (
            None,
            {
                "fields": ("title",),
                "description": gettext_lazy(
                    "In subjects and texts, {headline} stands for the story’s headline, {address} for the address of the"
                    " page, {publication} for our name."
                ),
            },
        ),
        (gettext_lazy("English"), {"fields": ("subject_en", "body_en")}),
        (gettext_lazy("Spanish"), {"fields": ("subject_es", "body_es")}),
    )
    show_full_result_count = False


def _address(letter: Letter) -> str:
    return reverse("admin:feedback_letter_change", args=[letter.pk])
