"""Stories at the desk: the list, the form with the draft beside what is live, and the buttons that call the verbs."""

import logging
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import DatabaseError, transaction
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from articles import publishing, revising, snapshots
from articles.admin import body
from articles.admin.forms import StoryForm
from articles.admin.widgets import Autocomplete
from articles.models import Article, EditorialEvent, Revision
from articles.publishing import Refused
from articles.revising import StaleDraft
from articles.views.articles import story_response

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


class AheadFilter(admin.SimpleListFilter):
    """Stories whose draft is newer than what readers see."""

    title = gettext_lazy("draft")
    parameter_name = "draft"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ahead", _("changes waiting")), ("same", _("as published"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        same = Q(draft__head=F("published_revision"))
        return {"ahead": queryset.exclude(same), "same": queryset.filter(same)}.get(self.value() or "", queryset)


@admin.register(Article)
class ArticleAdmin(admin.ModelAdmin):
    form = StoryForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ("story", "state_shown", "language", "place", "saved")
    list_display_links = ("story",)
    list_filter = ("state", AheadFilter, "language", "draft__kind", "draft__section")
    search_fields = ("draft__headline", "headline", "slug")
    search_help_text = gettext_lazy("Headline or slug")
    autocomplete_fields = ("section", "lead_image")
    prepopulated_fields = {"slug": ("headline",)}
    save_on_top = False
    show_full_result_count = False
    list_per_page = 50
    actions = None
    # The list

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).select_related("draft__head", "draft__section__parent", "draft__saved_by")

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-draft__saved_at", "-pk")

    @admin.display(description=gettext_lazy("story"), ordering="draft__headline")
    def story(self, article: Article) -> str:
        return article.draft.headline or _("Untitled story %(id)s") % {"id": article.pk}

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, article: Article) -> str:
        waiting = _("changes waiting") if article.state == "live" and article.draft.is_ahead else ""
        return format_html(
            '<span class="state state-{}">{}</span>{}',
            article.state,
            article.get_state_display(),
            format_html(' <span class="state state-ahead">{}</span>', waiting) if waiting else "",
        )

    @admin.display(description=gettext_lazy("section and kind"), ordering="draft__section")
    def place(self, article: Article) -> str:
        kind = dict(Article.Kind.choices).get(article.draft.kind, "")
        return format_html("{}<br>{}", article.draft.section or "", kind)

    @admin.display(description=gettext_lazy("last saved"), ordering="draft__saved_at")
    def saved(self, article: Article) -> str:
        saved_at = date_format(timezone.localtime(article.draft.saved_at), "DATETIME_FORMAT")
        return format_html("{}<br>{}", saved_at, article.draft.saved_by.get_username())

    # The form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return PARTS

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        # The language is part of the story's identity: it is chosen once.
        if obj is not None and "language" in form.base_fields:
            form.base_fields["language"].disabled = True
        return form

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.autocomplete_fields:
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # a story that was ever public keeps its address; unpublishing is how it goes

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; who may only look is shown the draft as readers would see it."""
        article = self.get_object(request, unquote(object_id)) if request.method == "GET" else None
        if article and self.has_view_permission(request, article) and not self.has_change_permission(request, article):
            return HttpResponseRedirect(reverse("admin:articles_article_preview", args=[article.pk]))
        return super().change_view(request, object_id, *args, **kwargs)

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        article = kwargs.get("obj")
        context["media"] = body.with_nonce(context["media"], request)
        context["may"] = {name.strip("_"): request.user.has_perm(needed) for name, (needed, _said) in BUTTONS.items()}
        if article is not None and article.pk:
            context["revisions"] = article.revisions.select_related("created_by").order_by("-number")[:10]
            context["events"] = EditorialEvent.objects.filter(article_id=article.pk).order_by("-pk")[:8]
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
            return self._conflict(request, stale)
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

    def _conflict(self, request: HttpRequest, stale: StaleDraft) -> HttpResponse:
        """Somebody else saved first: both texts on one page, and neither is lost."""
        article = Article.objects.select_related("draft__head", "draft__saved_by").get(pk=stale.draft.article_id)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Somebody else saved this story while you were writing"),
            "opts": self.opts,
            "article": article,
            "mine": stale.kept,
            "theirs": article.draft.head,
            "differences": revising.differences(article.draft.head, stale.kept),
        }
        return TemplateResponse(request, "admin/articles/article/conflict.html", context, status=409)

    # Views beside the form

    def get_urls(self) -> list:
        def desk(view: Any) -> Any:
            return self.admin_site.admin_view(view)

        return [
            path("<int:pk>/preview/", desk(self.preview), name="articles_article_preview"),
            path("<int:pk>/revisions/<int:number>/", desk(self.revision), name="articles_article_revision"),
            path("<int:pk>/revisions/<int:number>/revert/", desk(self.revert), name="articles_article_revert"),
            *super().get_urls(),
        ]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Every revision and every deed of a story, newest first, by pages."""
        article = self._story(request, int(object_id) if object_id.isdecimal() else 0)
        events = EditorialEvent.objects.filter(article_id=article.pk).order_by("-pk")
        number = request.GET.get("p")
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "opts": self.opts,
            "article": article,
            "draft": article.draft,
            "original": article,
            "has_change_permission": self.has_change_permission(request, article),
            "revisions": Paginator(article.revisions.select_related("created_by").order_by("-number"), 50).get_page(
                number
            ),
            "events": Paginator(events, 50).get_page(number),
        }
        return TemplateResponse(request, "admin/articles/article/all_history.html", context)

    def _story(self, request: HttpRequest, pk: int, *, change: bool = False) -> Article:
        article = get_object_or_404(Article.objects.select_related("draft__head"), pk=pk)
        allowed = self.has_change_permission if change else self.has_view_permission
        if not allowed(request, article):
            raise PermissionDenied
        return article

    @method_decorator(require_GET)
    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The draft in the readers' template."""
        article = self._story(request, pk)
        draft = snapshots.in_memory(article, revising.head_snapshot(article))
        return story_response(request, draft, preview=True)

    @method_decorator(require_GET)
    def revision(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """One earlier revision in the readers' template."""
        article = self._story(request, pk)
        kept = get_object_or_404(Revision, article=article, number=number)
        draft = snapshots.in_memory(article, snapshots.Snapshot.from_json(kept.snapshot, kept.schema))
        return story_response(request, draft, preview=True)

    @method_decorator(require_POST)
    def revert(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Make an earlier revision the newest draft."""
        article = self._story(request, pk, change=True)
        kept = get_object_or_404(Revision, article=article, number=number)
        version = request.POST.get("version", "")
        try:
            revising.revert(article, to=kept, by=request.user, version=int(version) if version.isdecimal() else 0)
        except StaleDraft as stale:
            return self._conflict(request, stale)
        messages.success(request, _("Revision %(number)s is the draft again.") % {"number": kept.number})
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
