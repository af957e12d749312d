"""The workflow on the story form: buttons for what is possible, a page where a verb asks first, and what came of it."""

import logging
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles import translating
from articles.admin.stories.beside import StoryPages
from articles.admin.stories.deeds import DEEDS, PREFIX, ScheduleForm, buttons, label_of
from articles.models import Article, Draft, EditorialEvent
from articles.workflow import TRANSITIONS, Problem, Refused, possible

log = logging.getLogger(__name__)

#: Where a problem is shown on the form, if that is not the field of its name.
_PLACES = {"bylines": "bylines", "picks": "picks", "notes": "notes", "due_at": f"id_{PREFIX}-due_at"}


#: Buttons that have a place of their own: with the hour that one asks for, and at the end of the row.
_PLACED = frozenset({"schedule", "publish"})


def place_of(field: str) -> str:
    """The fragment of the form's address that leads to a field; empty for what belongs to none."""
    return _PLACES.get(field, f"id_{field}") if field else ""


class StoryActing(StoryPages):
    """Buttons, verbs, and the words that answer them."""

    def get_urls(self) -> list:
        def at(route: str, view: Any, name: str) -> Any:
            return path(route, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            at("<int:pk>/do/<slug:verb>/", self.do, "do"),
            at("<int:pk>/follow/", self.follow, "follow"),
            *super().get_urls(),
        ]

    def acting_context(self, request: HttpRequest, article: Article | None) -> dict[str, Any]:
        """What the form's template shows of the workflow."""
        saved = article is not None and article.pk is not None
        offered = buttons(article, by=request.user)
        context: dict[str, Any] = {
            "buttons": [button for button in offered if not button.apart and button.verb not in _PLACED],
            "buttons_apart": [button for button in offered if button.apart],
            "publish_button": next((button for button in offered if button.verb == "publish"), None),
            "schedule_form": ScheduleForm(prefix=PREFIX).beside("article_form")
            if any(button.verb == "schedule" for button in offered)
            else None,
        }
        if article is not None and saved:
            context["stale_translation"] = getattr(article, "behind_its_source", False)
            context["go_on"] = self._way_past_errors(request, article)
        return context

    def _way_past_errors(self, request: HttpRequest, article: Article) -> dict[str, str] | None:
        """A verb that was pressed on a form with errors, but needs none of its words: it must not wait for them."""
        verb = pressed(request)
        if verb is None or DEEDS[verb].words:
            return None
        return {"label": label_of(verb, article.state, article.draft.stage), "address": _asking(article, verb)}

    def after_saving(self, request: HttpRequest, article: Article, verb: str) -> HttpResponse | None:
        """Do what a button of the form says, now that its text is saved; an answer if there is more to ask."""
        deed = DEEDS[verb]
        if not request.user.has_perm(TRANSITIONS[verb].permission):
            messages.error(request, _("The draft is saved. An editor has to do that: your role does not allow it."))
            return None
        asked = deed.asks(request.POST, prefix=PREFIX)
        if deed.warning or not asked.is_valid():
            return HttpResponseRedirect(_asking(article, verb, _typed(request)))
        if not self._perform(request, article, verb, asked.cleaned_data) and asked.fields:
            return HttpResponseRedirect(_asking(article, verb, _typed(request)))
        return None

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def do(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        """One verb on a page of its own: what it asks and what it will mean; a POST does it."""
        if verb not in DEEDS:
            raise Http404
        article = self._story(request, pk, change=True)
        rule, deed = TRANSITIONS[verb], DEEDS[verb]
        if not request.user.has_perm(rule.permission):
            raise PermissionDenied
        form = HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        if verb not in possible(article.state, article.draft.stage):
            messages.error(request, str(rule.refusal))
            return form
        posted = request.POST if request.method == "POST" else None
        asked = deed.asks(posted, prefix=PREFIX, initial=_initial(deed.asks, request))
        if asked.is_valid() and self._perform(request, article, verb, asked.cleaned_data, saved=False):
            return form
        context = {
            **self.admin_site.each_context(request),
            "title": label_of(verb, article.state, article.draft.stage),
            "opts": self.opts,
            "article": article,
            "draft": article.draft,
            "verb": verb,
            "deed": deed,
            "asked": asked,
            "media": asked.media,
        }
        return TemplateResponse(request, "admin/articles/article/do.html", context)

    def _perform(
        self, request: HttpRequest, article: Article, verb: str, told: dict[str, Any], *, saved: bool = True
    ) -> bool:
        """Whether the verb worked; the person is told either way."""
        deed = DEEDS[verb]
        try:
            with transaction.atomic():
                deed.call(article, by=request.user, **told)
        except Refused as refusal:
            if saved:
                messages.error(request, _("The draft is saved, but nothing changed for readers."))
            self.tell(request, article, refusal.problems)
        except DatabaseError:
            # What was saved before stays saved: the verb had a savepoint of its own.
            log.exception("%s of story %s failed", verb, article.pk)
            messages.error(request, _("The draft is saved, but that failed. Try again, and tell your engineers."))
        except PermissionDenied:
            messages.error(request, _("The draft is saved. An editor has to do that: your role does not allow it."))
        else:
            name = article.draft.headline or _("Untitled story %(id)s") % {"id": article.pk}
            messages.success(request, str(deed.said) % {"story": name})
            return True
        return False

    def tell(self, request: HttpRequest, article: Article, problems: list[Problem]) -> None:
        """Each reason of a refusal, with a way to the field that it is about."""
        form = reverse("admin:articles_article_change", args=[article.pk])
        for problem in problems:
            place = place_of(problem.field)
            text = format_html('<a href="{}#{}">{}</a>', form, place, problem.text) if place else problem.text
            messages.error(request, text)

    # Translations

    def start_translation(self, request: HttpRequest, article: Article) -> HttpResponse | None:
        """Begin the story's version in the other language, and go on there."""
        try:
            twin = translating.start(article, by=request.user)
        except Refused as refusal:
            self.tell(request, article, refusal.problems)
            return None
        messages.success(request, _("Here is the other version. Its text waits to be translated."))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[twin.pk]))

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def follow(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What changed in the source of a translation; a POST says that the translation is up to date with it."""
        article = self._story(request, pk, change=True)
        form = HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        if request.method == "POST":
            try:
                translating.follow(article, by=request.user)
            except Refused as refusal:
                self.tell(request, article, refusal.problems)
            else:
                messages.success(request, _("The translation counts as up to date with its source."))
            return form
        made_from = Draft.objects.select_related("based_on__article__published_revision", "based_on__article__draft")
        based_on = made_from.get(article=article.pk).based_on
        if based_on is None or based_on.article.published_revision is None:
            return form
        return self.source_changes(request, article, based_on, based_on.article.published_revision)


def pressed(request: HttpRequest) -> str | None:
    """The verb whose button sent the form."""
    return next((verb for verb in DEEDS if f"_{verb}" in request.POST), None)


def sent_back(draft: Draft, newest: Iterable[EditorialEvent]) -> EditorialEvent | None:
    """Why a draft is with its writer again, if that was the last thing that happened to its stage."""
    if draft.stage != Draft.Stage.WRITING:
        return None
    moved = (event for event in newest if event.verb in TRANSITIONS)
    last = next(moved, None)
    return last if last and last.verb == "send_back" else None


def _typed(request: HttpRequest) -> dict[str, str]:
    """What was typed beside the button, so that the page that asks shows it again."""
    return {name: str(value) for name, value in request.POST.items() if name.startswith(f"{PREFIX}-") and value}


def _asking(article: Article, verb: str, typed: dict[str, str] | None = None) -> str:
    address = reverse("admin:articles_article_do", args=[article.pk, verb])
    return f"{address}?{urlencode(typed)}" if typed else address


def _initial(form: type[forms.Form], request: HttpRequest) -> dict[str, str]:
    names = {name: f"{PREFIX}-{name}" for name in form.base_fields}
    return {name: request.GET[asked] for name, asked in names.items() if asked in request.GET}
