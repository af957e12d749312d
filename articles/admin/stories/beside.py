"""The pages beside the story form: previews and earlier revisions."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import revising
from articles.admin.stories.merging import StoryMerging
from articles.comparing import Comparison
from articles.models import Article, Revision
from articles.snapshots import Snapshot
from articles.views.previews import preview_response


class StoryPages(StoryMerging):
    """What an editor opens from the form of a story."""

    def get_urls(self) -> list:
        def desk(view: Any) -> Any:
            return self.admin_site.admin_view(view)

        return [
            path("<int:pk>/preview/", desk(self.preview), name="articles_article_preview"),
            path("<int:pk>/revisions/<int:number>/", desk(self.revision), name="articles_article_revision"),
            *super().get_urls(),
        ]

    def _story(self, request: HttpRequest, pk: int, *, change: bool = False) -> Article:
        article = get_object_or_404(Article.objects.select_related("draft__head", "draft__section"), pk=pk)
        allowed = self.has_change_permission if change else self.has_view_permission
        if not allowed(request, article):
            raise PermissionDenied
        return article

    @method_decorator(require_safe)
    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The draft in the readers' template."""
        article = self._story(request, pk)
        return preview_response(request, article, revising.head_snapshot(article))

    @method_decorator(require_safe)
    def revision(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """One earlier revision in the readers' template."""
        article = self._story(request, pk)
        kept = get_object_or_404(Revision, article=article, number=number)
        return preview_response(request, article, Snapshot.from_json(kept.snapshot, kept.schema))

    def source_changes(self, request: HttpRequest, article: Article, before: Revision, after: Revision) -> HttpResponse:
        """What the source of a translation says now that it did not say when the translation was made."""
        one, other = (Snapshot.from_json(kept.snapshot, kept.schema) for kept in (before, after))
        context = {
            **self.admin_site.each_context(request),
            "title": _("What changed in the source"),
            "opts": self.opts,
            "article": article,
            "source": before.article,
            "before": before,
            "after": after,
            "differences": Comparison(one, other).changes(one, other),
        }
        return TemplateResponse(request, "admin/articles/article/source_changes.html", context)
