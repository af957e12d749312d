"""The list of stories at the desk."""

from django.contrib import admin
from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
from articles.models import Article


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
        ("draft__section", SectionFilter),
    )
    search_fields = ("draft__headline", "headline", "slug")
    search_help_text = gettext_lazy("Headline or slug")
    show_full_result_count = False
    list_per_page = 50
    list_max_show_all = 100

    @property
    def media(self) -> Media:
        return super().media + searching_media()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        stories = (
            super().get_queryset(request).select_related("draft__section__parent", "draft__saved_by", "draft__assignee")
        )
        # Every story has a draft. Saying so makes the join one that the index on the last save can drive.
        return stories.filter(draft__isnull=False).defer("body")

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
            article.get_state_display(),
            format_html(' <span class="state state-ahead">{}</span>', waiting) if waiting else "",
        )

    @admin.display(description=gettext_lazy("stage"), ordering="draft__stage")
    def stage_shown(self, article: Article) -> str:
        """What the desk does next, when a scheduled story is due, and whose turn it is."""
        draft = article.draft
        lines = [format_html('<span class="state stage-{}">{}</span>', draft.stage, draft.get_stage_display())]
        if draft.stage == draft.Stage.SCHEDULED and draft.due_at:
            due = timezone.localtime(draft.due_at)
            hour = date_format(due, "DATETIME_FORMAT")
            lines.append(format_html('<time datetime="{}">{} {}</time>', due.isoformat(), hour, due.tzname()))
        if draft.failed_at:
            lines.append(format_html('<strong class="desk-failed">{}</strong>', _("did not appear")))
        if draft.assignee:
            lines.append(format_html('<span class="desk-turn">{}</span>', draft.assignee.get_username()))
        return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))

    @admin.display(description=gettext_lazy("section, kind, language"), ordering="draft__section")
    def place(self, article: Article) -> str:
        kind = dict(Article.Kind.choices).get(article.draft.kind, "")
        return format_html("{}<br>{} · {}", article.draft.section or "", kind, article.language.upper())

    @admin.display(description=gettext_lazy("last saved"), ordering="draft__saved_at")
    def saved(self, article: Article) -> str:
        saved_at = date_format(timezone.localtime(article.draft.saved_at), "DATETIME_FORMAT")
        return format_html("{}<br>{}", saved_at, article.draft.saved_by.get_username())
