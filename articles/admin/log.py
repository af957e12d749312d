"""The editorial log: read by editors, written by the verbs only."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.rows import PlainRows
from articles.admin.widgets import keys
from articles.models import Article, EditorialEvent
from articles.models.audit import VERBS


class VerbFilter(admin.SimpleListFilter):
    """What was done, in the words of the log."""

    title = gettext_lazy("what")
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(VERBS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[EditorialEvent]) -> QuerySet[EditorialEvent]:
        return queryset.filter(verb=self.value()) if self.value() else queryset


class _KeyFilter(admin.SimpleListFilter):
    """By a key that the log holds: it has no foreign keys."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[EditorialEvent]) -> QuerySet[EditorialEvent]:
        if not self.value():
            return queryset
        wanted = keys([self.value()])
        return queryset.filter(**{str(self.parameter_name): wanted[0]}) if wanted else queryset.none()


class ActorFilter(_KeyFilter):
    """Who did it: anybody who has, or had, an account for the desk."""

    title = gettext_lazy("who")
    parameter_name = "actor_id"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        staff = get_user_model()._default_manager.filter(is_staff=True).order_by("-is_active", "username")
        return [(str(key), name) for key, name in staff.values_list("pk", "username")]


class StoryFilter(_KeyFilter):
    """The whole log of one story. Reached from a line of the log or from the story; shown while it is on."""

    title = gettext_lazy("story")
    parameter_name = "article_id"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        # Whatever is asked for, so that a forged key finds nothing: a filter without choices would be left out.
        chosen = request.GET.getlist("article_id")[:1]
        return [(key, _("story %(id)s") % {"id": key}) for key in chosen]


@admin.register(EditorialEvent)
class EditorialEventAdmin(PlainRows):
    """Who did what to which story, and what changed. Nobody adds, changes or deletes a line; the database refuses it too."""

    list_display = ("at", "actor_name", "done", "story", "told")
    list_filter = (ActorFilter, VerbFilter, "at", StoryFilter)
    search_fields = ("headline", "actor_name")
    search_help_text = gettext_lazy("Headline or name of a colleague")
    ordering = ("-pk",)
    list_per_page = 100
    show_full_result_count = False
    fields = ("at", "actor_name", "done", "story", "told")
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[EditorialEvent]:
        # A story may be gone from the bin: its lines stay, without a link that leads nowhere.
        there = Exists(Article.objects.filter(pk=OuterRef("article_id")))
        return super().get_queryset(request).annotate(story_is_there=there)

    @admin.display(description=gettext_lazy("what"), ordering="verb")
    def done(self, event: EditorialEvent) -> str:
        return event.verb_in_words

    @admin.display(description=gettext_lazy("details"))
    def told(self, event: EditorialEvent) -> str:
        return event.details_in_words

    @admin.display(description=gettext_lazy("story"))
    def story(self, event: Any) -> str:
        if event.article_id is None:
            return event.headline
        name = event.headline or _("Untitled story %(id)s") % {"id": event.article_id}
        shown = name
        if event.story_is_there:
            shown = format_html(
                '<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[event.article_id]), name
            )
        log = f"{reverse('admin:articles_editorialevent_changelist')}?article_id={event.article_id}"
        return format_html('{}<br><a class="desk-log-of" href="{}">{}</a>', shown, log, _("all that happened to it"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
