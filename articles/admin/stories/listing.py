"""The list of stories at the desk."""

from functools import reduce
from operator import and_
from typing import Any
from urllib.parse import urlsplit

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.forms import Media
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import asking
from articles.admin import hours
from articles.admin.stories.filters import (
    AheadFilter,
    AuthorFilter,
    CountryFilter,
    SectionFilter,
    StateFilter,
    TopicFilter,
    WhoseFilter,
)
from articles.admin.stories.many import ManyStories
from articles.admin.widgets import searching_media
from articles.models import Address, Article, Draft

#: No more are listed of what a search found.
FOUND = 1_000

#: Up to so many stories are looked up by their keys. Of more, one is soon met in any order, even among 100,000 others.
SPARSE = 3_000


class StoryPaginator(Paginator):
    """Counts stories without their drafts, and looks for those of a page without what the list shows of them."""

    def page(self, number: Any) -> Page:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        stories: Any = self.object_list
        # Every story has a draft. Said here, the join is one that can begin at the drafts, by the index of their last save.
        # Keys first: a page far down, or in an order without an index, would drag the rows of all others along.
        keys = stories.filter(draft__isnull=False).values("pk")[first : first + self.per_page]
        return Page(stories.filter(pk__in=keys), number, self)


class FoundPaginator(StoryPaginator):
    """Pages of what a search found, as far as anybody turns them: a word that half an archive has is not counted to its end."""

    @cached_property
    def count(self) -> int:
        return min(self._looked_for, FOUND)

    @cached_property
    def has_more(self) -> bool:
        """Whether more was found than is listed."""
        return self._looked_for > FOUND

    @cached_property
    def _looked_for(self) -> int:
        stories: Any = self.object_list
        return stories.order_by()[: FOUND + 1].count()


_STATES, _STAGES, _KINDS = dict(Article.State.choices), dict(Draft.Stage.choices), dict(Article.Kind.choices)


class StoryListing(ManyStories):
    """Columns, filters and search."""

    list_display = ("story", "state_shown", "stage_shown", "place", "saved")
    list_display_links = ("story",)
    list_filter = (
        StateFilter,
        AheadFilter,
        "draft__stage",
        WhoseFilter,
        "language",
        "draft__kind",
        AuthorFilter,
        CountryFilter,
        TopicFilter,
        SectionFilter,
    )
    search_fields = ("draft__headline",)  # see get_search_results
    search_help_text = gettext_lazy("Words of the headline, the beginning of the slug, or the address")
    paginator = StoryPaginator
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 100

    @property
    def media(self) -> Media:
        return super().media + searching_media()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        stories = super().get_queryset(request)
        stories = stories.select_related("draft__section__parent", "draft__saved_by", "draft__assignee")
        return stories.defer("body")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        """Stories whose headline at the desk has every word, whose slug begins with them, or that live at an address."""
        words = search_term.split()
        if not words:
            return queryset, False
        slug = slugify(search_term) or "/"
        headlines = Draft.objects.filter(*(Q(headline__icontains=word) for word in words))
        slugs = Article.objects.filter(slug__startswith=slug)
        addresses = Address.objects.filter(path=urlsplit(words[0]).path, article__isnull=False).values("article")
        # Each by itself in a narrow table or an index: joined, the database would read every story with its text. And
        # without a look at what is there twice, which only the end of them all can tell.
        found = headlines.values_list("pk").union(slugs.values_list("pk"), addresses.values_list("article"), all=True)
        few = [pk for (pk,) in found[: SPARSE + 1]]
        if not few:
            return queryset.none(), False
        if len(few) <= SPARSE:
            # One value: thousands of them, each with a place of its own, take longer to write than to find.
            return queryset.filter(pk__in=asking.among(asking.keys_of(few))), False
        # So many that some stand at the top of any order: the database walks down that order until it has a page.
        headline = reduce(and_, (Q(draft__headline__icontains=word) for word in words))
        return queryset.filter(headline | Q(slug__startswith=slug) | Q(pk__in=addresses)), False

    def get_paginator(
        self, request: HttpRequest, queryset: Any, per_page: int, *args: Any, **options: Any
    ) -> Paginator:
        asked = request.GET.get(SEARCH_VAR) or request.GET.get("term")  # of the list, or of a field that searches
        paginator = FoundPaginator if asked else StoryPaginator
        return paginator(queryset, per_page, *args, **options)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-draft__saved_at", "-pk")

    @admin.display(description=gettext_lazy("story"), ordering="draft__headline")
    def story(self, article: Article) -> str:
        return article.draft.title

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_shown(self, article: Article) -> str:
        waiting = _("changes waiting") if article.state == "live" and article.draft.is_ahead else ""
        return format_html(
            '<span class="state state-{}">{}</span>{}',
            article.state,
            _STATES[article.state],
            format_html(' <span class="state state-ahead">{}</span>', waiting) if waiting else "",
        )

    @admin.display(description=gettext_lazy("stage"), ordering="draft__stage")
    def stage_shown(self, article: Article) -> str:
        """What the desk does next, when a scheduled story is due, and whose turn it is."""
        draft = article.draft
        lines = [format_html('<span class="state stage-{}">{}</span>', draft.stage, _STAGES[draft.stage])]
        if draft.stage == draft.Stage.SCHEDULED and draft.due_at:
            due = timezone.localtime(draft.due_at)
            lines.append(
                format_html('<time datetime="{}">{} {}</time>', due.isoformat(), hours.in_words(due), due.tzname())
            )
        if draft.failed_at:
            lines.append(format_html('<strong class="desk-failed">{}</strong>', _("did not appear")))
        if draft.assignee:
            lines.append(format_html('<span class="desk-turn">{}</span>', draft.assignee.get_username()))
        return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))

    @admin.display(description=gettext_lazy("section, kind, language"), ordering="draft__section")
    def place(self, article: Article) -> str:
        kind = _KINDS.get(article.draft.kind, "")
        return format_html("{}<br>{} · {}", article.draft.section or "", kind, article.language.upper())

    @admin.display(description=gettext_lazy("last saved"), ordering="draft__saved_at")
    def saved(self, article: Article) -> str:
        saved_at = date_format(timezone.localtime(article.draft.saved_at), "DATETIME_FORMAT")
        return format_html("{}<br>{}", saved_at, article.draft.saved_by.get_username())
