"""The votes, and what they add up to."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from articles import charts
from articles.feedback import estimating, measured
from articles.feedback.admin.readonly import ReadOnlyAdmin
from articles.feedback.models import PageTally, Vote
from articles.models import Article

#: Rows that a list counts at most: nobody turns so many pages, and counting a million takes longer than showing them.
MOST = 10_000

#: Stories whose headline holds the words of a search, at most.
_STORIES = 1_000


class CappedPaginator(Paginator):
    """Pages up to a number of rows; what is beyond is found by filters."""

    @cached_property
    def count(self) -> int:
        return self.object_list.order_by()[:MOST].count()  # type: ignore[attr-defined]


@admin.register(Vote)
class VoteAdmin(ReadOnlyAdmin):
    """The votes as they came, and what they add up to for each story."""

    class Media:
        css = {"all": ["admin/charts.css"]}

    list_display = ("story", "language", "helpful", "reason", "sent_at")
    list_filter = ("helpful", "reason", "language", "sent_at")
    list_select_related = ("article",)
    list_per_page = 100
    list_max_show_all = 0
    paginator = CappedPaginator
    ordering = ("-sent_at", "-pk")
    # Other orders would sort a million rows for one page.
    sortable_by = ("sent_at",)
    search_fields = ("address",)
    search_help_text = gettext_lazy("Words of a headline, or a whole address")
    show_full_result_count = False
    fields = readonly_fields = ("story", "address", "language", "helpful", "reason", "sent_at")

    def get_urls(self) -> list[URLPattern]:
        counts = path("stories/", self.admin_site.admin_view(self.counts_view), name="feedback_vote_stories")
        return [counts, *super().get_urls()]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Vote], search_term: str
    ) -> tuple[QuerySet[Vote], bool]:
        """By stories first, of which there are few; none of a million votes is read for its words."""
        words = search_term.replace("\0", "").split()
        if not words:
            return queryset, False
        headline = Q()
        for word in words:
            headline &= Q(headline__icontains=word)
        stories = list(
            Article.objects.filter(headline, path__isnull=False).order_by("-pk").values_list("pk", flat=True)[:_STORIES]
        )
        return queryset.filter(Q(article_id__in=stories) | Q(address=search_term.strip())), False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        may_export = request.user.has_perm("feedback.export_message")
        context = {"may_export": may_export, "query": request.GET.urlencode(), "most": MOST}
        return super().changelist_view(request, context | (extra_context or {}))

    @admin.display(description=gettext_lazy("story"))
    def story(self, vote: Vote) -> str:
        return str(vote.article) if vote.article else vote.address

    @method_decorator(require_safe)
    def counts_view(self, request: HttpRequest) -> HttpResponse:
        """How many votes each story has and how many of them say yes, in the order that is asked for."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = request.GET.get("order", "")
        order = asked if asked in ORDERS else "votes"
        page = CappedPaginator(_voted_on(order), self.list_per_page).get_page(request.GET.get("p"))
        context = self.admin_site.each_context(request) | {
            "title": _("Votes of each story"),
            "opts": self.opts,
            "page": page,
            "rows": _with_stories(page),
            "orders": [(key, words, key == order) for key, (words, _columns) in ORDERS.items()],
            "order": order,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/feedback/vote/stories.html", context)


#: The orders of the stories. A share is ranked by the end of its interval that says least: few votes prove little.
ORDERS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "votes": (gettext_lazy("most votes"), ("-vote_count", "-pk")),
    "best": (gettext_lazy("surely helpful"), ("-sure", "-pk")),
    "worst": (gettext_lazy("surely not helpful"), ("doubted", "-pk")),
}


def _voted_on(order: str) -> QuerySet[PageTally]:
    """The counts of stories that have votes, in that order."""
    counted = PageTally.objects.filter(article_id__isnull=False).exclude(yes=0, no=0)
    return counted.annotate(
        vote_count=F("yes") + F("no"),
        sure=RawSQL(estimating.bound_in_sql("-"), []),  # noqa: S611  no value is in it
        doubted=RawSQL(estimating.bound_in_sql("+"), []),  # noqa: S611
    ).order_by(*ORDERS[order][1])


class Counted(NamedTuple):
    """A row of the page: the story if it is still there, and its votes."""

    story: Article | None
    votes: int
    helpful: int
    share: str
    bar: SafeString


def _with_stories(tallies: Iterable[Any]) -> list[Counted]:
    rows = list(tallies)
    stories = Article.objects.only("headline", "language", "path", "state").in_bulk([row.article_id for row in rows])
    counted = []
    for row in rows:
        share = estimating.share(row.yes, row.vote_count)
        assert share  # a story without votes is not among them
        words, bar = measured.share_in_words(share), charts.bar(share.low, share.value, share.high)
        counted.append(Counted(stories.get(row.article_id), row.vote_count, row.yes, words, bar))
    return counted
