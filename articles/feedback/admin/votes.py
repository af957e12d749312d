"""The votes, and what they add up to."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import PageTally, Vote
from articles.models import Article


@admin.register(Vote)
class VoteAdmin(ReadOnlyAdmin):
    """The votes as they came, and what they add up to for each story."""

    list_display = ("story", "language", "helpful", "reason", "sent_at")
    list_filter = ("helpful", "reason", "language", "sent_at")
    list_select_related = ("article",)
    list_per_page = 100
    ordering = ("-sent_at", "-pk")
    search_fields = ("address", "article__headline")
    show_full_result_count = False
    fields = readonly_fields = ("story", "address", "language", "helpful", "reason", "sent_at")

    def get_urls(self) -> list[URLPattern]:
        counts = path("stories/", self.admin_site.admin_view(self.counts_view), name="feedback_vote_stories")
        return [counts, *super().get_urls()]

    @admin.display(description=gettext_lazy("story"), ordering="article__headline")
    def story(self, vote: Vote) -> str:
        return str(vote.article) if vote.article else vote.address

    @method_decorator(require_safe)
    def counts_view(self, request: HttpRequest) -> HttpResponse:
        """How many votes each story has and how many of them say yes, most votes first."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        page = Paginator(_voted_on(), self.list_per_page).get_page(request.GET.get("p"))
        context = self.admin_site.each_context(request) | {
            "title": _("Votes of each story"),
            "opts": self.opts,
            "page": page,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/feedback/vote/stories.html", context)


def _voted_on() -> QuerySet[Article]:
    """The stories that have votes, most votes first, with the counts that the database keeps."""
    tally = PageTally.objects.filter(article_id=OuterRef("pk"))
    return (
        Article.objects.annotate(
            helpful_count=Subquery(tally.values("yes")), vote_count=Subquery(tally.values(total=F("yes") + F("no")))
        )
        .filter(vote_count__gt=0)
        .annotate(helpful_share=F("helpful_count") * 100.0 / F("vote_count"))
        .only("headline", "language", "path", "state")
        .order_by("-vote_count", "-pk")
    )
