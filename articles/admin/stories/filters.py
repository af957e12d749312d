"""By what the list of stories can be narrowed down."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.db.models import F, Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import uses
from articles.admin.widgets import Autocomplete, keys
from articles.models import Article, ArticleCountry, ArticleTopic, Byline, Draft, Section


class SectionFilter(admin.SimpleListFilter):
    """Stories whose draft stands in a section, or in one within it."""

    title = gettext_lazy("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        sections = Section.objects.select_related("parent")
        named = ((section.parent or section, section.parent is not None, section) for section in sections)
        ordered = sorted(named, key=lambda found: (found[0].position, found[0].pk, found[1], found[2].position))
        return [(str(section.pk), str(section)) for _main, _within, section in ordered]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if not self.value():
            return queryset
        # Their keys first: so few that the database needs no join for each story.
        chosen = keys([self.value()])
        sections = Section.objects.filter(Q(pk__in=chosen) | Q(parent__in=chosen))
        return queryset.filter(draft__section__in=list(sections.values_list("pk", flat=True)))


class StateFilter(admin.SimpleListFilter):
    """By state. What is in the bin is out of sight unless it is asked for."""

    title = gettext_lazy("state")
    parameter_name = "state__exact"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Article.State.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        # Drafts have an index of what is in the bin, and stories none: asked by state alone, the database reads all with their
        # texts.
        binned = Draft.objects.filter(binned_at__isnull=False).values("pk")
        if not self.value():
            return queryset.exclude(pk__in=binned)
        chosen = queryset.filter(state=self.value())
        return chosen.filter(pk__in=binned) if self.value() == Article.State.BINNED else chosen

    def choices(self, changelist: ChangeList) -> Any:
        everything, *others = super().choices(changelist)
        return [everything | {"display": _("All but the bin")}, *others]


class WhoseFilter(admin.SimpleListFilter):
    """Stories whose next step is somebody's."""

    title = gettext_lazy("turn")
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("mine", _("mine: assigned to me, or saved by me last")),
            ("assigned", _("assigned to me")),
            ("nobody", _("assigned to nobody")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        person = request.user.pk
        turns = {
            "mine": Q(draft__assignee=person) | Q(draft__saved_by=person),
            "assigned": Q(draft__assignee=person),
            "nobody": Q(draft__assignee__isnull=True),
        }
        turn = turns.get(self.value() or "")
        return queryset.filter(turn) if turn else queryset


class AheadFilter(admin.SimpleListFilter):
    """Stories whose draft is newer than what readers see."""

    title = gettext_lazy("draft")
    parameter_name = "draft"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ahead", _("changes waiting")), ("same", _("as published"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        same = Q(draft__head=F("published_revision"))
        return {"ahead": queryset.exclude(same), "same": queryset.filter(same)}.get(self.value() or "", queryset)


class UsingFilter(admin.SimpleListFilter):
    """Stories that use a row of a vocabulary, live or in their draft. The row is found by typing: there may be thousands."""

    template = "admin/articles/article/using_filter.html"
    #: The model of a relation of stories, and its field that leads to the vocabulary.
    relation: tuple[type[Model], str]

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: type[Model], model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        through, name = self.relation
        field = through._meta.get_field(name)
        vocabulary: Any = field.related_model
        self.field = forms.ModelChoiceField(
            vocabulary._default_manager.all(),
            required=False,
            widget=Autocomplete(field, model_admin.admin_site),
        )
        chosen = keys([self.value()] if self.value() else [])
        self.row = vocabulary._default_manager.filter(pk__in=chosen).first() if chosen else None

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return []  # they are asked for while somebody types

    def has_output(self) -> bool:
        return True

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if not self.value():
            return queryset
        return queryset.filter(uses.by(uses.WAYS[type(self.row)][0], self.row)) if self.row else queryset.none()

    def choices(self, changelist: ChangeList) -> Any:
        """For the template: the field with what is chosen, the rest of the question, and the question without this part."""
        attributes = {"id": f"filter-{self.parameter_name}", "aria-label": self.title}
        yield {
            "field": self.field.widget.render(str(self.parameter_name), self.value(), attributes),
            "others": [
                (name, value)
                for name, values in changelist.filter_params.items()
                if name not in (self.parameter_name, PAGE_VAR)
                for value in values
            ],
            "without": changelist.get_query_string(remove=[str(self.parameter_name)]),
            "chosen": self.row,
        }


class AuthorFilter(UsingFilter):
    title = gettext_lazy("author")
    parameter_name = "author"
    relation = (Byline, "author")


class CountryFilter(UsingFilter):
    title = gettext_lazy("country")
    parameter_name = "country"
    relation = (ArticleCountry, "country")


class TopicFilter(UsingFilter):
    title = gettext_lazy("topic")
    parameter_name = "topic"
    relation = (ArticleTopic, "topic")
