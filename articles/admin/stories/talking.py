"""Editors' notes beside the story form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from articles import noting
from articles.admin.stories.panels import PART_HEADER, StoryPanels, colleagues
from articles.models import Article, EditorNote
from articles.workflow import Refused


class NoteForm(forms.Form):
    """A new note."""

    text = forms.CharField(
        label=gettext_lazy("Note"),
        required=False,  # the verb says what is missing
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    passage = forms.CharField(
        label=gettext_lazy("About the passage"),
        required=False,
        help_text=gettext_lazy("Select it in the text, or paste it here."),
    )
    assignee: forms.ModelChoiceField = forms.ModelChoiceField(
        get_user_model()._default_manager.none(),
        label=gettext_lazy("For"),
        required=False,
        empty_label=gettext_lazy("everybody"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = colleagues()  # type: ignore[attr-defined]


#: What can be done to a note that is there.
_ON_A_NOTE: dict[str, Callable[..., Any]] = {
    "answer": noting.answer,
    "resolve": noting.resolve,
    "reopen": noting.reopen,
}


class StoryNotes(StoryPanels):
    """Threads on a draft: read, written, answered, resolved."""

    def get_urls(self) -> list:
        view = self.admin_site.admin_view(self.notes)
        return [path("<int:pk>/notes/", view, name="articles_article_notes"), *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def notes(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The notes on a story; a POST writes one, or answers, resolves or reopens one."""
        article = self._story(request, pk, change=request.method == "POST")
        form, problem = NoteForm(prefix="note"), ""
        if request.method == "POST":
            form = NoteForm(request.POST, prefix="note")
            problem = self._act(request, article, form)
            if not problem:
                form = NoteForm(prefix="note")
                if PART_HEADER not in request.headers:
                    return HttpResponseRedirect(reverse("admin:articles_article_notes", args=[article.pk]))
        threads = noting.threads(article)
        context = {
            "threads": threads,
            "open": sum(note.resolved_at is None for note in threads),
            "form": form,
            "problem": problem,
            "unsent": request.POST.get("text", "") if problem else "",
            "unsent_to": request.POST.get("note", "") if problem else "",
            "may_write": self.has_change_permission(request, article),
        }
        return self.part(request, article, "notes", _("Editors’ notes"), context)

    def _act(self, request: HttpRequest, article: Article, form: NoteForm) -> str:
        """Do what the button says; why it was refused, if it was."""
        verb = request.POST.get("verb", "")
        try:
            if verb in _ON_A_NOTE:
                key = request.POST.get("note", "")
                key = key if key.isdecimal() and len(key) < 19 else "0"
                note = get_object_or_404(
                    EditorNote.objects.select_related("article", "thread"), pk=key, article=article
                )
                told = {"text": request.POST.get("text", "")} if verb == "answer" else {}
                _ON_A_NOTE[verb](note, by=request.user, **told)
            elif form.is_valid():
                noting.write(article, by=request.user, **form.cleaned_data)
            else:
                return _("Choose a colleague who is still here.")
        except Refused as refusal:
            return str(refusal)
        return ""
