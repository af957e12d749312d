"""What the story form says to the server while it is open: what was typed, who is there, and whose session it is."""

import uuid
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles import holding, presence, revising
from articles.admin.stories import partly
from articles.admin.stories.partly import Problem
from articles.admin.stories.writing import StoryWriting
from articles.models import Article, Draft, Revision
from articles.revising import StaleDraft
from articles.snapshots import Snapshot


class StorySaving(StoryWriting):
    """Autosave, presence and sessions. Scripts get their answers as JSON, and 401 instead of a page to sign in on."""

    def get_urls(self) -> list:
        def for_script(view: Any) -> Any:
            def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
                if not self.admin_site.has_permission(request):
                    return JsonResponse({"signed_out": True, "text": _("Not saved: you are signed out.")}, status=401)
                return view(request, *args, **kwargs)

            return never_cache(answer)

        return [
            path("session/", never_cache(self.session), name="articles_article_session"),
            path("autosave/", for_script(self.autosave), name="articles_article_autosave_new"),
            path("<int:pk>/autosave/", for_script(self.autosave), name="articles_article_autosave"),
            path("<int:pk>/presence/", for_script(self.presence), name="articles_article_presence"),
            *super().get_urls(),
        ]

    # The form itself

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """As the admin's; but a form of somebody else is not saved unasked, and one sent twice makes one story."""
        if request.method == "POST":
            if writer := _another_writer(request):
                return holding.of_another(request, writer)
            if object_id is None and (article := revising.begun(request.POST.get("form", ""), by=request.user)):
                object_id = str(article.pk)
                request.POST = _on_first_version(request.POST)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        parts = super().get_fieldsets(request, obj)
        # Nothing of a new story can be stored before its language is known, so that is what the form asks first.
        return parts if obj else [(None, {"fields": ("language",)}), *_without(parts, "language")]

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        article = kwargs.get("obj")
        old = bool(article is not None and article.pk)
        context["saving"] = {
            "writer": request.user.pk,
            "form": request.POST.get("form") or str(uuid.uuid4()),
            # A form that comes back with errors is still what it was opened on.
            "base": request.POST.get("base", "") or (article.draft.head.number if old and article else ""),
            "addresses": _addresses(article) if old and article else _addresses(None),
            "patience": int(presence.EVERY.total_seconds()),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    # What scripts ask

    @method_decorator(require_safe)
    def session(self, request: HttpRequest) -> HttpResponse:
        """Who is signed in, if anybody, and the token that this browser's next form needs."""
        known = self.admin_site.has_permission(request)
        return JsonResponse(
            {
                "user": request.user.pk if known else None,
                "name": request.user.get_username() if known else "",
                "token": get_token(request),
            }
        )

    @method_decorator(require_POST)
    def autosave(self, request: HttpRequest, pk: int | None = None) -> HttpResponse:
        """Store what is on the form. The answer says as which version, and what could not be stored."""
        if writer := _another_writer(request):
            text = _("Not saved: this form was opened as “%(writer)s”.") % {"writer": writer}
            return JsonResponse({"other_writer": writer, "text": text}, status=403)
        article = self._opened(request, pk)
        form = self.get_form(request, article, change=article is not None)(request.POST, instance=article or Article())
        snapshot, problems = partly.snapshot_of(form)
        language = next((problem for problem in problems if problem.field == "language"), None)
        if article is None and language:
            return JsonResponse({"text": _("Not saved yet: choose the language."), "field": "language"}, status=422)
        try:
            article, revision = self._stored(request, article, form, snapshot)
        except StaleDraft as stale:
            return _told_late(stale)
        return JsonResponse(_told_saved(article, revision, problems, at=timezone.now()))

    def _opened(self, request: HttpRequest, pk: int | None) -> Article | None:
        """The story that a form is about, with its draft; None for one that nobody has stored yet."""
        if pk is None:
            first = revising.begun(request.POST.get("form", ""), by=request.user)
            if first is None:
                if not self.has_add_permission(request):
                    raise PermissionDenied
                return None
            pk = first.pk
            request.POST = _on_first_version(request.POST)
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        return article

    def _stored(
        self, request: HttpRequest, article: Article | None, form: Any, snapshot: Snapshot
    ) -> tuple[Article, Revision]:
        if article is None:
            language, key = form.cleaned_data["language"], request.POST.get("form", "")
            article = revising.start(snapshot, language=language, by=request.user, form=key)
            return article, article.draft.head
        version = form.cleaned_data.get("version") or 0
        return article, revising.autosave(article, snapshot, by=request.user, version=version)

    @method_decorator(require_POST)
    def presence(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note that this form is still open, or that it is closed; say who else is there and which version is newest."""
        article = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        if not self.has_change_permission(request, article):
            raise PermissionDenied
        if "gone" in request.POST:
            presence.gone(article, by=request.user)
            return HttpResponse(status=204)
        draft = article.draft
        return JsonResponse(
            {
                "others": [row.user.get_username() for row in presence.here(article, by=request.user)],
                "now": time_format(timezone.localtime(), "H:i"),
                "version": draft.version,
                "text": _("%(who)s saved a newer version at %(time)s.") % _who_and_when(draft),
            }
        )


def _without(parts: Any, name: str) -> list[Any]:
    return [
        (title, options | {"fields": [field for field in options["fields"] if field != name]})
        for title, options in parts
    ]


def _addresses(article: Article | None) -> dict[str, str]:
    """Where the form of a story is, and where it speaks to."""
    if article is None:
        return {"autosave": reverse("admin:articles_article_autosave_new")}
    return {
        "form": reverse("admin:articles_article_change", args=[article.pk]),
        "autosave": reverse("admin:articles_article_autosave", args=[article.pk]),
        "presence": reverse("admin:articles_article_presence", args=[article.pk]),
    }


def _another_writer(request: HttpRequest) -> str:
    """The name of the person who opened the form, if that is somebody else; a form need not say."""
    writer = request.POST.get("writer", "")
    if not writer or writer == str(request.user.pk):
        return ""
    known = get_user_model().objects.filter(pk=writer).first() if writer.isdecimal() and len(writer) < 19 else None
    return known.get_username() if known else _("somebody else")


def _on_first_version(data: Any) -> Any:
    """A form that does not know that its story exists by now: it was opened on nothing, so it saves on the first version."""
    data = data.copy()
    if not data.get("version"):
        data["version"] = "1"
    return data


def _who_and_when(draft: Draft) -> dict[str, str]:
    saved_at = timezone.localtime(draft.saved_at)
    today = saved_at.date() == timezone.localdate()
    shown = time_format(saved_at, "H:i") if today else date_format(saved_at, "DATETIME_FORMAT")
    return {"who": draft.saved_by.get_username(), "time": shown}


def _told_saved(article: Article, revision: Revision, problems: list[Problem], *, at: datetime) -> dict[str, Any]:
    draft = Draft.objects.only("version", "head").get(article=article)
    time = time_format(timezone.localtime(at), "H:i")
    text = _("Saved %(time)s") % {"time": time}
    if problems:
        wrong = "; ".join(f"{problem.label}: {problem.text}".removeprefix(": ") for problem in problems)
        text = _("Saved %(time)s, but not this: %(wrong)s") % {"time": time, "wrong": wrong}
    return {
        # Somebody may have saved since: then the next save has to meet a conflict, not to overwrite.
        "version": draft.version if draft.head_id == revision.pk else 0,
        "base": revision.number,
        "saved_at": at.isoformat(timespec="seconds"),
        "text": text,
        "problems": [problem._asdict() for problem in problems],
        "addresses": _addresses(article),
    }


def _told_late(stale: StaleDraft) -> HttpResponse:
    draft = Draft.objects.select_related("saved_by").get(pk=stale.draft.pk)
    values = _who_and_when(draft) | {"number": str(stale.kept.number)}
    text = _("%(who)s saved this story at %(time)s. Your text is kept as revision %(number)s.") % values
    return JsonResponse({"conflict": True, "who": values["who"], "text": text, "kept": stale.kept.number}, status=409)
