"""The panels beside the story form. Each is a page of its own; the form shows it as a part and keeps it up to date."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from articles import gate, markup, reviewing, revising
from articles.admin.stories import typed
from articles.admin.stories.acting import StoryActing, place_of
from articles.admin.stories.form import StoryForm
from articles.models import Article, Correction, Revision
from articles.snapshots import Snapshot
from articles.views.previews import preview_response
from articles.workflow import TRANSITIONS, lacks_second_person

#: What a script sends that wants the part alone.
PART_HEADER = "X-Part"

WORDS_A_MINUTE = 230


def colleagues() -> QuerySet[Any]:
    """Who a draft or a note can be given to."""
    return get_user_model()._default_manager.filter(is_active=True, is_staff=True).order_by("username")


class AssignForm(forms.Form):
    """Who works on a draft next."""

    to: forms.ModelChoiceField = forms.ModelChoiceField(
        get_user_model()._default_manager.none(),
        label=gettext_lazy("Works on it next"),
        required=False,
        empty_label=gettext_lazy("nobody"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues()  # type: ignore[attr-defined]


class StoryPanels(StoryActing):
    """What stands in the way of publication, who works on the story, and how it will look."""

    def get_urls(self) -> list:
        def at(route: str, view: Any, name: str) -> Any:
            return path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            at("add/checks/", self.checks_of_a_new_story, "new_checks"),
            at("<int:pk>/checks/", self.checks, "checks"),
            at("<int:pk>/assign/", self.assign, "assign"),
            at("<int:pk>/preview/live/", self.live_preview, "live_preview"),
            *super().get_urls(),
        ]

    def part(
        self,
        request: HttpRequest,
        article: Article | None,
        name: str,
        title: str,
        context: dict[str, Any],
        **kwargs: Any,
    ) -> HttpResponse:
        """One panel, alone if a script asks for it, else as a page."""
        template = f"admin/articles/article/parts/{name}.html"
        context = {"article": article, "draft": article.draft if article else None, **context}
        if PART_HEADER in request.headers:
            return TemplateResponse(request, template, context | {"alone": False}, **kwargs)
        context |= {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "part": template,
            "alone": True,
        }
        return TemplateResponse(request, "admin/articles/article/part.html", context, **kwargs)

    # What stands in the way of publication

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def checks(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The findings of the gate: on what is saved, or on the form as it is sent. Nothing is saved."""
        article = self._story(request, pk)
        head = article.draft.head
        snapshot, revision = revising.head_snapshot(article), head
        if request.method == "POST":
            now = self.typed(request, article)
            if now != snapshot:
                snapshot = now
                revision = Revision(article=article, number=head.number + 1, created_by_id=request.user.pk or 0)
                revision.snapshot = snapshot.as_json()
        findings = gate.inspect(article, snapshot, at=timezone.now())
        if self._second_person_is_missing(request, article, snapshot, revision):
            problem = reviewing.second_person_missing()
            findings.append(gate.Finding("second person", problem.field, problem.text, True))
        return self._checks(request, article, snapshot, findings)

    @method_decorator(require_POST)
    def checks_of_a_new_story(self, request: HttpRequest) -> HttpResponse:
        """The same for a story that was never saved."""
        form = StoryForm(request.POST, instance=Article())
        snapshot = typed.snapshot_of(form)
        language = form["language"].data
        article = Article(language=language if language in ("en", "es") else "en")
        return self._checks(request, None, snapshot, gate.inspect(article, snapshot, at=timezone.now()))

    def typed(self, request: HttpRequest, article: Article) -> Snapshot:
        """What stands on the form that was sent."""
        return typed.snapshot_of(StoryForm(request.POST, instance=article))

    def _second_person_is_missing(
        self, request: HttpRequest, article: Article, snapshot: Snapshot, revision: Revision
    ) -> bool:
        user: Any = request.user
        if not user.has_perm(TRANSITIONS["publish"].permission):
            return False
        if snapshot.sensitive and revision.pk is None:
            return True
        return lacks_second_person("publish", article, revision, by=user)

    def _checks(
        self, request: HttpRequest, article: Article | None, snapshot: Snapshot, findings: list[gate.Finding]
    ) -> HttpResponse:
        form = reverse("admin:articles_article_change", args=[article.pk]) if article and article.pk else ""
        base = "" if PART_HEADER in request.headers else form
        shown = [(finding, f"{base}#{place}" if (place := place_of(finding.field)) else "") for finding in findings]
        words = markup.word_count(snapshot.body)
        public = Correction.objects.filter(article=article.pk) if article and article.pk else Correction.objects.none()
        context = {
            "blocking": [pair for pair in shown if pair[0].blocks],
            "warning": [pair for pair in shown if not pair[0].blocks],
            "words": words,
            "minutes": -(-words // WORDS_A_MINUTE),
            "corrections": public.order_by("-made_at", "-pk"),
        }
        return self.part(request, article, "checks", _("Before publication"), context)

    # Who works on it

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def assign(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Give the draft to a colleague."""
        article = self._story(request, pk, change=True)
        posted = request.POST if request.method == "POST" else None
        form = AssignForm(posted, initial={"to": article.draft.assignee_id})
        done = form.is_valid()
        if done:
            reviewing.assign(article, to=form.cleaned_data["to"], by=request.user)
            if PART_HEADER not in request.headers:
                return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        return self.part(request, article, "assign", _("Works on it next"), {"form": form, "done": done})

    # How it will look

    @method_decorator(require_POST)
    def live_preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form as it is sent, in the readers' template. Nothing is saved."""
        article = self._story(request, pk)
        return preview_response(request, article, self.typed(request, article))
