"""The pages beside the story form: previews, earlier revisions, and two texts side by side."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from articles import revising, snapshots
from articles.models import Article, Revision
from articles.revising import StaleDraft
from articles.views.articles import story_response


class StoryPages(admin.ModelAdmin):
    """What an editor opens from the form of a story, and what it answers when somebody else was first."""

    def get_urls(self) -> list:
        def desk(view: Any) -> Any:
            return self.admin_site.admin_view(view)

        return [
            path("<int:pk>/preview/", desk(self.preview), name="articles_article_preview"),
            path("<int:pk>/revisions/<int:number>/", desk(self.revision), name="articles_article_revision"),
            *super().get_urls(),
        ]

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
