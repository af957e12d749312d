"""Corrections that readers get with the next publication: rows of the story form."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy as _

from articles.models import Correction
from articles.snapshots import ProposedCorrection

PREFIX = "corrections"


class CorrectionForm(forms.Form):
    """One correction, clarification or update."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("kind"), choices=Correction.Kind.choices, initial=Correction.Kind.CORRECTION, required=False
    )
    text = forms.CharField(
        label=_("text"),
        required=False,
        max_length=Correction.LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
    )


class _CorrectionRows(forms.BaseFormSet):
    def proposed(self) -> tuple[ProposedCorrection, ...]:
        """The rows that say something and are not struck out, after `is_valid()`."""
        rows = [row.cleaned_data for row in self.forms if not row.cleaned_data.get("DELETE")]
        return tuple(_proposal(row.get("key"), row.get("kind"), row["text"]) for row in rows if row.get("text"))

    def as_typed(self) -> tuple[ProposedCorrection, ...]:
        """The same of rows that nobody has checked; their keys are of no account."""
        rows = [row for row in self.forms if not row["DELETE"].data]
        return tuple(_proposal(None, row["kind"].data, row["text"].data) for row in rows if row["text"].data)


def _proposal(key: Any, kind: Any, text: str) -> ProposedCorrection:
    known = kind if kind in Correction.Kind.values else Correction.Kind.CORRECTION.value
    return ProposedCorrection(str(key or ""), str(known), text)


_Rows = cast(
    "type[_CorrectionRows]",
    formset_factory(CorrectionForm, formset=_CorrectionRows, extra=1, can_delete=True, max_num=20),
)


def rows(data: Any, proposed: Sequence[ProposedCorrection]) -> _CorrectionRows:
    """The rows of a form. One that was opened before there were such rows proposes what its draft proposes."""
    if data is not None and f"{PREFIX}-TOTAL_FORMS" not in data:
        data = _as_posted(proposed)
    # What was sent stands for itself, see StoryForm.
    return _Rows(data, prefix=PREFIX, initial=[told._asdict() for told in proposed] if data is None else None)


def not_public(proposed: Iterable[ProposedCorrection], public: Iterable[Correction]) -> list[ProposedCorrection]:
    """Those of the proposed corrections that readers don't have yet."""
    known = {str(correction.key) for correction in public}
    return [told for told in proposed if told.key not in known]


def begun(keys: Iterable[str], proposed: Iterable[ProposedCorrection]) -> list[ProposedCorrection]:
    """An empty row for each of the keys that the draft does not propose yet."""
    known = {told.key for told in proposed}
    return [ProposedCorrection(key, Correction.Kind.CORRECTION.value, "") for key in keys if key not in known]


def _as_posted(proposed: Sequence[ProposedCorrection]) -> dict[str, str]:
    count = str(len(proposed))
    posted = {f"{PREFIX}-TOTAL_FORMS": count, f"{PREFIX}-INITIAL_FORMS": count}
    for number, told in enumerate(proposed):
        posted |= {f"{PREFIX}-{number}-{name}": value for name, value in told._asdict().items()}
    return posted
