"""The story form: filled from the newest revision, turned back into a snapshot. It never touches the live row."""

import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.db.models import Model, Q, QuerySet
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _
from taggit.forms import TagField

from articles import revising
from articles.admin.body import BodyField
from articles.admin.hours import MomentField
from articles.admin.stories import proposing
from articles.admin.widgets import Autocomplete, AutocompleteSeveral, Chosen
from articles.models import (
    Article,
    ArticleCountry,
    ArticleTopic,
    Byline,
    Correction,
    Country,
    RelatedPick,
    Topic,
)
from articles.reported import Report
from articles.snapshots import Snapshot


def stories() -> QuerySet[Article]:
    """Stories as choices: called by the headline of their draft where readers have none, and without their texts."""
    return Article.objects.select_related("draft").defer("body")


def _one(model: type, field: str, **kwargs: Any) -> forms.ModelChoiceField:
    """A choice of one row, found by typing; `field` is the relation of `model` that is chosen for."""
    relation = model._meta.get_field(field)  # type: ignore[attr-defined]
    queryset = (
        stories() if relation.remote_field.model is Article else relation.remote_field.model._default_manager.all()
    )
    return forms.ModelChoiceField(queryset, required=False, widget=Autocomplete(relation, admin.site), **kwargs)


class BylineForm(forms.Form):
    """One name over the story."""

    author = _one(Byline, "author", label=_("author"))
    role = forms.ChoiceField(label=_("role"), choices=Byline.Role.choices, initial=Byline.Role.AUTHOR)


class PickForm(forms.Form):
    """One story to stand under this one."""

    picked = _one(RelatedPick, "picked", label=_("story"))


class _Rows(forms.BaseFormSet):
    """Ordered rows of which the empty ones don't count."""

    def chosen(self, name: str) -> list[dict[str, Any]]:
        """The cleaned rows that are filled in and not struck out, in their order."""
        return [row.cleaned_data for row in self.ordered_forms if row.cleaned_data.get(name)]


def _rows_of(form: type[forms.Form], *, most: int) -> type[_Rows]:
    """The rows of one kind, with two empty ones to fill in."""
    made = formset_factory(form, formset=_Rows, extra=2, can_order=True, can_delete=True, max_num=most)
    return cast("type[_Rows]", made)


BylineRows = _rows_of(BylineForm, most=20)
PickRows = _rows_of(PickForm, most=10)


class StoryForm(forms.ModelForm):
    """A story as the desk edits it, with its rows of bylines and picks. An incomplete story can always be saved."""

    body = BodyField(label=_("Text"), required=False)
    countries: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        Country.objects.all(),
        label=_("Countries"),
        required=False,
        widget=AutocompleteSeveral(ArticleCountry._meta.get_field("country"), admin.site),
    )
    topics: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        Topic.objects.all(),
        label=_("Topics"),
        required=False,
        widget=AutocompleteSeveral(ArticleTopic._meta.get_field("topic"), admin.site),
    )
    kicker_topic = _one(
        ArticleTopic,
        "topic",
        label=_("Kicker: a topic"),
        help_text=_("Stands over the headline. A topic or a country."),
    )
    kicker_country = _one(ArticleCountry, "country", label=_("Or a country"))
    tags = TagField(label=_("Tags"), required=False, help_text=_("Separated by commas."))
    translation_of = _one(
        RelatedPick,
        "picked",
        label=_("Translation of"),
        help_text=_("The same story in the other language. Readers can switch between the two."),
    )
    translation_required = forms.BooleanField(
        label=_("Wait for the translation"),
        required=False,
        help_text=_("The story can be published once its counterpart is approved, scheduled or live."),
    )
    embargo_until = MomentField(
        label=_("Embargo until"),
        required=False,
        help_text=_("Nothing of the story may appear before."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    #: Asks for what was reported about the story, see `articles.reported`.
    ask_for_reports: Callable[[], dict[str, list[Report]]] = dict

    class Meta:
        model = Article
        fields = (
            "language", "kind", "section", "headline", "slug", "dek", "lead_image", "republishable", "sensitive",
        )  # fmt: skip
        help_texts = {
            "language": _("Can't be changed once the story is saved."),
            "slug": _("The last word of the story's address. A new one redirects the old."),
            "dek": _("One or two sentences under the headline."),
            "republishable": _("Untick when the licence notice doesn't apply to this story."),
            "sensitive": _("A second person will have to publish it."),
        }
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "dek": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }

    def __init__(self, data: Any = None, files: Any = None, *, instance: Article | None = None, **kwargs: Any) -> None:
        self.snapshot = revising.head_snapshot(instance) if instance and instance.pk else None
        known: list[Model] = []
        self.twin: Article | None = None
        if instance and self.snapshot:
            linked = _linked(instance, self.snapshot)
            self.twin = next((story for story in linked if _is_twin(story, self.snapshot)), None)
            kwargs["initial"] = _initial(instance, self.snapshot, linked) | (kwargs.get("initial") or {})
            known = [row for row in (*linked, instance.draft.section) if row]
        super().__init__(data, files, instance=instance, **kwargs)
        rows = self.snapshot or Snapshot()
        self.public_corrections = _public_corrections(instance, rows)
        waiting = proposing.not_public(rows.corrections, self.public_corrections)
        self.told_already = tuple(told for told in rows.corrections if told not in waiting)
        begun = proposing.begun(self.reports, rows.corrections) if data is None else []
        self.correction_rows = proposing.rows(data, [*waiting, *begun])
        # What was sent stands for itself. Held against the newest revision, a row that an autosave has stored since the page
        # was made would count as an empty one that nobody touched, and be lost.
        bylines = [{"author": author, "role": role} for author, role in rows.bylines]
        picks = [{"picked": picked} for picked in rows.picks]
        self.byline_rows = BylineRows(data, prefix="bylines", initial=bylines if data is None else None)
        self.pick_rows = PickRows(data, prefix="picks", initial=picks if data is None else None)
        #: What the newest revision has in each set of rows, by its prefix.
        self.stored_rows: dict[str, list[dict[str, Any]]] = {
            "bylines": bylines,
            "picks": picks,
            proposing.PREFIX: [told._asdict() for told in waiting],
        }
        chosen = Chosen(self._parts, known)
        for part in self._parts():
            chosen.look_from(part)

    @cached_property
    def reports(self) -> dict[str, list[Report]]:
        """What was reported about the story, by the key of the correction that was begun for it."""
        return self.ask_for_reports()

    @property
    def correction_rows_with_reports(self) -> forms.BaseFormSet:
        """The rows of corrections as the page shows them: beside each, what was reported."""
        for row in self.correction_rows:
            row.reports = self.reports.get(str(row["key"].value() or ""), [])
        return self.correction_rows

    def _parts(self) -> list[forms.BaseForm]:
        return [self, *self.byline_rows, *self.pick_rows]

    @property
    def rows(self) -> Sequence[forms.BaseFormSet]:
        return self.byline_rows, self.pick_rows, self.correction_rows

    def is_valid(self) -> bool:
        valid = super().is_valid()  # first: it looks at the rows together and may find fault with one
        right = [rows.is_valid() for rows in self.rows]
        if valid and not all(right):
            self.add_error(None, _("One of the names, related stories or corrections below needs another look."))
        return not self.errors

    def has_changed(self) -> bool:
        return super().has_changed() or any(rows.has_changed() for rows in self.rows)

    @property
    def media(self) -> forms.Media:
        return super().media + self.byline_rows.media + self.pick_rows.media

    def _post_clean(self) -> None:
        """Not a word goes to the live row from here, so the model's own validation has nothing to look at."""

    def _save_m2m(self) -> None:
        """Relations are part of the snapshot."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kicker_topic") and cleaned.get("kicker_country"):
            self.add_error("kicker_country", _("Choose one kicker: a topic or a country, not both."))
        language = cleaned.get("language") or self.instance.language
        self._check_translation(cleaned.get("translation_of"), language)
        self._check_picks(language)
        return cleaned

    def _check_picks(self, language: str) -> None:
        for row in self.pick_rows:
            picked = row.cleaned_data.get("picked") if row.is_valid() else None
            if picked and picked.pk == self.instance.pk:
                row.add_error("picked", _("A story can't be related to itself."))
            elif picked and picked.language != language:
                row.add_error("picked", _("Choose a story in the same language: readers would not see this one."))

    def _check_translation(self, source: Article | None, language: str) -> None:
        if source is None:
            return
        if source.language == language:
            self.add_error("translation_of", _("That story is in the same language as this one."))
        taken = Article.objects.filter(translation_key=source.translation_key, language=language)
        if taken.exclude(pk=self.instance.pk).exists():
            self.add_error("translation_of", _("That story already has a version in this language."))

    def as_snapshot(self) -> Snapshot:
        """What the editor sees on the form, after `is_valid()`."""
        values = self.cleaned_data
        before = self.snapshot or Snapshot()
        source = values["translation_of"]
        key = before.translation_key
        if source:
            key = revising.head_snapshot(source).translation_key
        elif self.initial.get("translation_of"):
            # The link that was there is undone. The same form sent again says the same.
            key = str(uuid.uuid5(uuid.UUID(key), f"{self.instance.pk} {values['version']}"))
        return before.changed(
            **{
                name: values[name] for name in ("kind", "headline", "slug", "dek", "body", "republishable", "sensitive")
            },
            translation_required=values["translation_required"],
            **{
                name: values[name].pk if values[name] else None
                for name in ("section", "lead_image", "kicker_topic", "kicker_country")
            },
            countries=tuple(country.pk for country in values["countries"]),
            topics=tuple(topic.pk for topic in values["topics"]),
            tags=tuple(values["tags"]),
            bylines=tuple((row["author"].pk, row["role"]) for row in self.byline_rows.chosen("author")),
            picks=tuple(row["picked"].pk for row in self.pick_rows.chosen("picked")),
            translation_key=key,
            embargo_until=moment_as_text(values["embargo_until"]),
            corrections=(*self.told_already, *self.correction_rows.proposed()),
        )


def moment_as_text(moment: datetime | None) -> str:
    """As a snapshot writes it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else ""


def _public_corrections(article: Article | None, snapshot: Snapshot) -> list[Correction]:
    """Those that readers have already, if the draft proposed any. One query, or none."""
    if article is None or not snapshot.corrections:
        return []
    return list(Correction.objects.filter(article=article.pk).order_by("made_at", "pk"))


def _linked(article: Article, snapshot: Snapshot) -> list[Article]:
    """The stories that a draft names: its counterpart in the other language and those picked for it. One query."""
    named = Q(translation_key=snapshot.translation_key) | Q(pk__in=snapshot.picks)
    return list(stories().filter(named).exclude(pk=article.pk).order_by("pk"))


def _is_twin(story: Article, snapshot: Snapshot) -> bool:
    return str(story.translation_key) == snapshot.translation_key


def _initial(article: Article, snapshot: Snapshot, linked: list[Article]) -> dict[str, Any]:
    values = {name: value for name, value in snapshot.as_json().items() if name not in ("bylines", "picks", "tags")}
    twins = (story.pk for story in linked if _is_twin(story, snapshot))
    return values | {
        "language": article.language,
        "tags": ", ".join(f'"{tag}"' if "," in tag or " " in tag else tag for tag in snapshot.tags),
        "translation_of": next(twins, None),
        "version": article.draft.version,
        "embargo_until": datetime.fromisoformat(snapshot.embargo_until) if snapshot.embargo_until else None,
    }
