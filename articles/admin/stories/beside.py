"""The pages beside the story form: previews, earlier revisions, the history, and two texts side by side."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles import revising, snapshots
from articles.models import Article, EditorialEvent, Revision
from articles.revising import StaleDraft
from articles.views.articles import story_response


def listed_revisions(article: Article) -> QuerySet[Revision]:
    """The revisions of a story, newest first, with their headline as `headline` but without the rest of their text."""
    newest_first = article.revisions.select_related("created_by").order_by("-number")
    return newest_first.annotate(headline=KeyTextTransform("headline", "snapshot")).defer("snapshot")


class StoryPages(admin.ModelAdmin):
    """What an editor opens from the form of a story, and what it answers when somebody else was first."""

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
            "revisions": Paginator(listed_revisions(article), 50).get_page(number),
            "events": Paginator(events, 50).get_page(number),
        }
        return TemplateResponse(request, "admin/articles/article/all_history.html", context)

    def _story(self, request: HttpRequest, pk: int, *, change: bool = False) -> Article:
        article = get_object_or_404(Article.objects.select_related("draft__head"), pk=pk)
        allowed = self.has_change_permission if change else self.has_view_permission
        if not allowed(request, article):
            raise PermissionDenied
        return article

    @method_decorator(require_safe)
    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The draft in the readers' template."""
        article = self._story(request, pk)
        draft = snapshots.in_memory(article, revising.head_snapshot(article))
        return story_response(request, draft, preview=True)

    @method_decorator(require_safe)
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
            return self.conflict(request, stale)
        messages.success(request, _("Revision %(number)s is the draft again.") % {"number": kept.number})
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    def conflict(self, request: HttpRequest, stale: StaleDraft) -> HttpResponse:
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
