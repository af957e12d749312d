"""What can be stored of a story form in which something is wrong: an autosave keeps all the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django import forms

from articles.admin.stories.form import StoryForm
from articles.snapshots import Snapshot

#: Fields of the form whose value in the snapshot has another name, or is nothing without a second one.
_HELD_IN = {
    "translation_of": ("translation_key",),
    "kicker_topic": ("kicker_topic", "kicker_country"),
    "kicker_country": ("kicker_topic", "kicker_country"),
}


class Problem(NamedTuple):
    """Why one field was not stored: its name and its label on the form, and the reasons as one text."""

    field: str
    label: str
    text: str


def snapshot_of(form: StoryForm) -> tuple[Snapshot, list[Problem]]:
    """What is right on a form, with what was stored last in place of the rest; and what is wrong with that."""
    if form.is_valid():
        return form.as_snapshot(), []
    problems = list(_problems(form))
    wrong = [name for name in form.errors if name in form.fields]
    for name in wrong:
        form.cleaned_data[name] = [] if isinstance(form.fields[name], forms.ModelMultipleChoiceField) else None
    held = [name for field in wrong for name in _HELD_IN.get(field, (field,))]
    for name, rows in list(vars(form).items()):
        if isinstance(rows, forms.BaseFormSet) and not rows.is_valid():
            setattr(form, name, _as_it_was(rows, form.stored_rows[str(rows.prefix)]))
    before = form.snapshot or Snapshot()
    written = form.as_snapshot()
    return written.changed(**{name: getattr(before, name) for name in held if hasattr(before, name)}), problems


def _problems(form: StoryForm) -> Iterator[Problem]:
    for name, errors in form.errors.items():
        if name in form.fields:
            yield Problem(name, str(form[name].label), " ".join(map(str, errors)))
    for rows in form.rows:
        for row in (row for row in rows if row.errors):
            for name, errors in row.errors.items():
                label = row[name].label if name in row.fields else ""
                yield Problem(f"{row.prefix}-{name}", str(label), " ".join(map(str, errors)))
        if texts := rows.non_form_errors():
            yield Problem(str(rows.prefix), "", " ".join(map(str, texts)))


def _as_it_was(rows: forms.BaseFormSet, stored: Sequence[Mapping[str, Any]]) -> forms.BaseFormSet:
    """The same rows with what was stored last, as if nobody had touched them."""
    data = {f"{rows.prefix}-TOTAL_FORMS": len(stored), f"{rows.prefix}-INITIAL_FORMS": len(stored)}
    for number, values in enumerate(stored):
        data |= {f"{rows.prefix}-{number}-{name}": value for name, value in values.items()}
        data[f"{rows.prefix}-{number}-ORDER"] = number + 1
    untouched = type(rows)(data, prefix=rows.prefix)
    untouched.is_valid()
    return untouched
