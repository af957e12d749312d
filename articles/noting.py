"""The verbs of editors' notes: write, answer, resolve, reopen. Notes are beside the draft and never in it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles import clock, markup
from articles.models import Article, Draft, EditorialEvent, EditorNote
from articles.workflow import Problem, Refused, require

PERMISSION = "articles.change_article"

LENGTH = 4000  # characters
PASSAGE_LENGTH = 300  # characters


def write(
    article: Article, *, text: str, by: Any, passage: str = "", assignee: Any = None, at: datetime | None = None
) -> EditorNote:
    """Begin a thread on a draft, for somebody if `assignee` is named. Raises Refused, PermissionDenied."""
    return _write(
        article, by=by, at=at, text=text, passage=markup.single_line(passage)[:PASSAGE_LENGTH], assignee=assignee
    )


def answer(note: EditorNote, *, text: str, by: Any, at: datetime | None = None) -> EditorNote:
    """Add to a thread. Raises Refused, PermissionDenied."""
    return _write(note.article, by=by, at=at, text=text, thread=note.thread or note)


def resolve(note: EditorNote, *, by: Any, at: datetime | None = None) -> bool:
    """Close a thread; whether it was open. Raises PermissionDenied."""
    return _mark("resolve", note, by=by, at=at or clock.now(), was_open=True)


def reopen(note: EditorNote, *, by: Any, at: datetime | None = None) -> bool:
    """Open a thread again; whether it was closed. Raises PermissionDenied."""
    return _mark("reopen", note, by=by, at=at or clock.now(), was_open=False)


def threads(article: Article) -> list[EditorNote]:
    """The threads on a draft, open ones first, each with its answers in `replies`. One query."""
    rows = EditorNote.objects.filter(article=article.pk).select_related("author", "assignee", "resolved_by")
    heads: dict[int, Any] = {}
    for note in rows.order_by("pk"):
        if note.thread_id is None:
            note.replies = []  # type: ignore[attr-defined]
            heads[note.pk] = note
        else:
            heads[note.thread_id].replies.append(note)
    return sorted(heads.values(), key=lambda note: (note.resolved_at is not None, note.pk))


def assigned_to(person: Any) -> QuerySet[EditorNote]:
    """The open notes that somebody is to answer, oldest first, with their stories."""
    notes = EditorNote.objects.filter(assignee=person.pk, thread__isnull=True, resolved_at__isnull=True)
    shown = notes.exclude(article__state=Article.State.BINNED).select_related("author", "article__draft")
    return shown.defer("article__body").order_by("pk")


def _write(article: Article, *, text: str, by: Any, at: datetime | None, **columns: Any) -> EditorNote:
    require(by, PERMISSION)
    text = "\n".join(markup.single_line(line) for line in text.splitlines()).strip()
    if not text:
        raise Refused([Problem("text", _("Write the note."))])
    if len(text) > LENGTH:
        raise Refused([Problem("text", _("Say it in %(length)d characters.") % {"length": LENGTH})])
    at = at or clock.now()
    with transaction.atomic():
        note = EditorNote.objects.create(article_id=article.pk, text=text, author=by, written_at=at, **columns)
        EditorialEvent.objects.record(
            "note", article=article, by=by, at=at, headline=Draft.headline_of(article), note=note.pk
        )
    return note


def _mark(verb: str, note: EditorNote, *, by: Any, at: datetime, was_open: bool) -> bool:
    require(by, PERMISSION)
    change = {"resolved_at": at, "resolved_by": by} if was_open else {"resolved_at": None, "resolved_by": None}
    with transaction.atomic():
        heads = EditorNote.objects.filter(pk=note.thread_id or note.pk, resolved_at__isnull=was_open)
        changed = bool(heads.update(**change))
        if changed:
            story, head = note.article, note.thread_id or note.pk
            EditorialEvent.objects.record(
                verb, article=story, by=by, at=at, headline=Draft.headline_of(story), note=head
            )
    return changed
