"""The pages beside the story form: previews, earlier revisions and the history."""

from typing import Any

from django.contrib import messages
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
from django.views.decorators.http import require_GET, require_POST

from articles import revising
from articles.admin.stories.merging import StoryMerging
from articles.models import Article, EditorialEvent, Revision
from articles.revising import StaleDraft
from articles.snapshots import Snapshot
from articles.views.previews import preview_response


def listed_revisions(article: Article) -> QuerySet[Revision]:
    """The revisions of a story, newest first, with their headline as `headline` but without the rest of their text."""
    newest_first = article.revisions.select_related("created_by").order_by("-number")
    return newest_first.annotate(headline=KeyTextTransform("headline", "snapshot")).defer("snapshot")


class StoryPages(StoryMerging):
    """What an editor opens from the form of a story."""

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
        article = get_object_or_404(Article.objects.select_related("draft__head", "draft__section"), pk=pk)
        allowed = self.has_change_permission if change else self.has_view_permission
        if not allowed(request, article):
            raise PermissionDenied
        return article

    @method_decorator(require_GET)
    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The draft in the readers' template."""
        article = self._story(request, pk)
        return preview_response(request, article, revising.head_snapshot(article))

    @method_decorator(require_GET)
    def revision(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """One earlier revision in the readers' template."""
        article = self._story(request, pk)
        kept = get_object_or_404(Revision, article=article, number=number)
        return preview_response(request, article, Snapshot.from_json(kept.snapshot, kept.schema))

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

    def source_changes(self, request: HttpRequest, article: Article, before: Revision, after: Revision) -> HttpResponse:
        """What the source of a translation says now that it did not say when the translation was made."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("What changed in the source"),
            "opts": self.opts,
            "article": article,
            "source": before.article,
            "differences": revising.differences(before, after),
        }
        return TemplateResponse(request, "admin/articles/article/source_changes.html", context)
