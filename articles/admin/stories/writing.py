"""The story form at the desk: the draft beside what is live, and the buttons that call the verbs."""

import logging
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing, revising
from articles.admin import body
from articles.admin.stories import history
from articles.admin.stories.beside import StoryPages
from articles.admin.stories.form import StoryForm
from articles.admin.widgets import FoundByTyping
from articles.models import Article
from articles.publishing import Refused
from articles.revising import StaleDraft

log = logging.getLogger(__name__)

#: Buttons of the form that publish or take back: the permission each needs and what is said when it worked.
BUTTONS = {
    "_publish": ("articles.publish_article", gettext_lazy("“%(story)s” is published: readers see it now.")),
    "_unpublish": ("articles.unpublish_article", gettext_lazy("“%(story)s” is unpublished: readers no longer see it.")),
}


#: The form, part by part. Not the admin's own attribute: its checks refuse relations with a table of their own, which
#: this form fills from the snapshot.
PARTS = (
    (None, {"fields": ("headline", "dek", "body", "version")}),
    (gettext_lazy("Where it stands"), {"fields": ("language", "section", "kind", "slug", "translation_of")}),
    (gettext_lazy("Picture"), {"fields": ("lead_image",)}),
    (
        gettext_lazy("What it is about"),
        {"fields": ("countries", "topics", ("kicker_topic", "kicker_country"), "tags")},
    ),
    (gettext_lazy("Care"), {"fields": ("republishable", "sensitive")}),
)


class StoryWriting(FoundByTyping, StoryPages):
    """The form, what saving does, and what the buttons do after it."""

    form = StoryForm
    change_form_template = "admin/articles/article/change_form.html"
    autocomplete_fields = ("section", "lead_image")
    prepopulated_fields = {"slug": ("headline",)}
    save_on_top = False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return PARTS

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        # Relations come from the snapshot; were they named here, Django would ask for those of the live row too.
        form = super().get_form(request, obj, change=change, **(kwargs | {"fields": StoryForm.Meta.fields}))
        # The language is part of the story's identity: it is chosen once.
        if obj is not None and "language" in form.base_fields:
            form.base_fields["language"].disabled = True
        return form

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # a story that was ever public keeps its address; unpublishing is how it goes

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        """The story with the draft that the form is filled from; the form has no use for the live text."""
        if not object_id.isdecimal():
            return None
        stories = Article.objects.select_related("draft__head", "draft__section__parent", "draft__saved_by")
        return stories.defer("body").filter(pk=object_id).first()

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; who may only look is shown the draft as readers would see it."""
        if request.method == "GET" and not self.has_change_permission(request):
            article = self.get_object(request, unquote(object_id))
            if article and self.has_view_permission(request, article):
                return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[article.pk]))
        return super().change_view(request, object_id, *args, **kwargs)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        article = kwargs.get("obj")
        context["media"] = body.with_nonce(context["media"], request)
        context["may"] = {name.strip("_"): request.user.has_perm(needed) for name, (needed, _said) in BUTTONS.items()}
        if article is not None and article.pk:
            context |= history.newest(article)
        return super().render_change_form(request, context, *args, **kwargs)

    def save_form(self, request: HttpRequest, form: StoryForm, change: bool) -> Article:
        return form.instance

    def save_model(self, request: HttpRequest, obj: Article, form: StoryForm, change: bool) -> None:
        snapshot = form.as_snapshot()
        if change:
            try:
                revising.save(obj, snapshot, by=request.user, version=form.cleaned_data.get("version") or 0)
            except StaleDraft as stale:
                # Answered in `response_change`: an exception that left this method would roll the kept text back.
                form.instance.stale = stale
        else:
            article = revising.start(snapshot, language=form.cleaned_data["language"], by=request.user)
            obj.pk = article.pk
            obj.refresh_from_db()

    def save_related(self, request: HttpRequest, form: StoryForm, formsets: Any, change: bool) -> None:
        """Relations are part of the snapshot that `save_model` stored."""

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> list:
        return []  # the editorial log says it better

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Every verb writes the editorial log itself."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Every verb writes the editorial log itself."""

    # What the buttons do after the draft was saved

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return self._after_saving(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        if stale := getattr(obj, "stale", None):
            return self.conflict(request, stale)
        return self._after_saving(request, obj)

    def _after_saving(self, request: HttpRequest, article: Article) -> HttpResponse:
        article = Article.objects.select_related("draft__head").get(pk=article.pk)
        pressed = next((name for name in BUTTONS if name in request.POST), None)
        if pressed is None:
            messages.success(request, _("The draft is saved. Readers don't see it yet."))
        else:
            self._press(request, article, pressed)
        if "_preview" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[article.pk]))
        if "_close" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def _press(self, request: HttpRequest, article: Article, pressed: str) -> None:
        verb = {"_publish": publishing.publish, "_unpublish": publishing.unpublish}[pressed]
        try:
            with transaction.atomic():
                verb(article, by=request.user)  # type: ignore[operator]
        except Refused as refusal:
            messages.error(request, _("The draft is saved, but nothing changed for readers."))
            for problem in refusal.problems:
                messages.error(request, problem.text)
        except DatabaseError:
            # What was saved before stays saved: the verb had a savepoint of its own.
            log.exception("%s of story %s failed", pressed, article.pk)
            messages.error(request, _("The draft is saved, but publishing failed. Try again, and tell your engineers."))
        except PermissionDenied:
            messages.error(request, _("The draft is saved. An editor has to do that: your role does not allow it."))
        else:
            messages.success(request, BUTTONS[pressed][1] % {"story": article.draft.headline})
