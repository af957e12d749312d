"""What stands on the story form at this moment, right or wrong, for the panels beside it that are live while typing."""

import uuid
from typing import Any

from django.core.exceptions import ValidationError

from articles import markup, revising
from articles.admin.stories.form import StoryForm, moment_as_text
from articles.admin.widgets import keys
from articles.models import Article, Byline
from articles.snapshots import Snapshot


def snapshot_of(form: StoryForm) -> Snapshot:
    """The story as it is typed. What can't be read is as it was saved last; choices are not looked up, the gate does that."""
    before = form.snapshot or Snapshot()
    kind = form["kind"].data
    return before.changed(
        kind=kind if kind in Article.Kind.values else before.kind,
        headline=markup.single_line(form["headline"].data or "")[:200],
        dek=markup.single_line(form["dek"].data or "")[:400],
        slug=(form["slug"].data or "")[:120],
        body=_read(form, "body", before.body),
        tags=tuple(_read(form, "tags", before.tags)),
        embargo_until=moment_as_text(_read(form, "embargo_until", None)),
        **{name: bool(form[name].data) for name in ("republishable", "sensitive", "translation_required")},
        **{name: _one(form[name].data) for name in ("section", "lead_image", "kicker_topic", "kicker_country")},
        countries=tuple(keys(form["countries"].data or [])),
        topics=tuple(keys(form["topics"].data or [])),
        bylines=_bylines(form),
        picks=tuple(key for row in _standing(form.pick_rows) if (key := _one(row["picked"].data))),
        corrections=(*form.told_already, *form.correction_rows.as_typed()),
        translation_key=_key(form, before),
    )


def _read(form: StoryForm, name: str, otherwise: Any) -> Any:
    try:
        return form.fields[name].clean(form[name].data)
    except ValidationError:
        return otherwise


def _one(value: Any) -> int | None:
    return next(iter(keys([value])), None)


def _standing(rows: Any) -> list[Any]:
    """The rows that are not struck out, in their order."""
    kept = [row for row in rows if not row["DELETE"].data]
    return sorted(kept, key=lambda row: _one(row["ORDER"].data) or len(kept))


def _bylines(form: StoryForm) -> tuple[tuple[int, str], ...]:
    signed: dict[int, tuple[int, str]] = {}
    for row in _standing(form.byline_rows):
        author, role = _one(row["author"].data), row["role"].data
        if author:
            signed.setdefault(author, (author, role if role in Byline.Role.values else Byline.Role.AUTHOR.value))
    return tuple(signed.values())


def _key(form: StoryForm, before: Snapshot) -> str:
    source, linked = _one(form["translation_of"].data), form.initial.get("translation_of")
    if source == linked:
        return before.translation_key
    story = Article.objects.select_related("draft__head").filter(pk=source).first() if source else None
    return revising.head_snapshot(story).translation_key if story else str(uuid.uuid4())
