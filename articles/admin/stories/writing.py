"""The story form at the desk: the draft beside what is live."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import reported, revising, translating
from articles.admin import body
from articles.admin.stories import history
from articles.admin.stories.acting import pressed, sent_back
from articles.admin.stories.form import StoryForm
from articles.admin.stories.relating import StoryRelated
from articles.admin.widgets import FoundByTyping
from articles.models import Article
from articles.revising import StaleDraft

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
    (gettext_lazy("Care"), {"fields": ("republishable", "sensitive", "translation_required", "embargo_until")}),
)


class StoryWriting(FoundByTyping, StoryRelated):
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
        if obj is not None:
            form.ask_for_reports = partial(reported.of, self.admin_site, request, obj)  # type: ignore[attr-defined]
        return form

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # a story that was ever public keeps its address; unpublishing is how it goes

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Article | None:
        """The story with the draft that the form is filled from; the form has no use for the live text."""
        if not object_id.isdecimal():
            return None
        stories = Article.objects.select_related("draft__head", "draft__section__parent", "draft__saved_by")
        stories = stories.select_related("draft__assignee", "draft__scheduled_by", "draft__approved_by")
        stories = stories.annotate(behind_its_source=Exists(translating.stale().filter(pk=OuterRef("pk"))))
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
        context |= self.acting_context(request, article) | {"is_nav_sidebar_enabled": False}  # it takes all the room
        if article is not None and article.pk:
            context |= history.newest(article)
            context |= {
                "sent_back": sent_back(article.draft, (event for event, _sentence in context["sentences"])),
                "twin": context["adminform"].form.twin,
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_form(self, request: HttpRequest, form: StoryForm, change: bool) -> Article:
        return form.instance

    def save_model(self, request: HttpRequest, obj: Article, form: StoryForm, change: bool) -> None:
        snapshot = form.as_snapshot()
        try:
            if change:
                revising.save(obj, snapshot, by=request.user, version=form.cleaned_data.get("version") or 0)
            else:
                language, key = form.cleaned_data["language"], request.POST.get("form", "")
                obj.pk = revising.start(snapshot, language=language, by=request.user, form=key).pk
                obj.refresh_from_db()
        except StaleDraft as stale:
            # Answered in `response_change`: an exception that left this method would roll the kept text back.
            obj.pk, obj.stale = stale.draft.article_id, stale  # type: ignore[attr-defined]

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
        return self.response_change(request, obj)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        if stale := getattr(obj, "stale", None):
            return self.conflict(request, stale)
        return self._after_saving(request, obj)

    def _after_saving(self, request: HttpRequest, article: Article) -> HttpResponse:
        article = Article.objects.select_related("draft__head").get(pk=article.pk)
        verb = pressed(request)
        answer = None
        if verb:
            answer = self.after_saving(request, article, verb)
        elif "_translate" in request.POST:
            answer = self.start_translation(request, article)
        else:
            messages.success(request, _("The draft is saved. Readers don't see it yet."))
        if answer:
            return answer
        if "_preview" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[article.pk]))
        if "_close" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_changelist"))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
