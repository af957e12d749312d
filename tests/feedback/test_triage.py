"""The staff verb: who may mark a message, from where to where, and what is written down."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from articles.feedback import triage
from articles.feedback.models import Message, TriageEvent
from tests.factories import THEN, UserFactory, chief
from tests.feedback.scenes import message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

Status = Message.Status


@pytest.mark.parametrize("before", Status.values)
@pytest.mark.parametrize("to", [*Status.values, "archived", ""])
def test_a_message_goes_from_any_status_to_any_other(before: str, to: str) -> None:
    audience = UserFactory(role="Audience")
    letter = message(status=before, at=THEN)
    steps = TriageEvent.objects.count()
    if to in set(Status.values) - {before}:
        triage.mark(letter, to=to, by=audience, at=THEN)
        assert Message.objects.get().status == letter.status == to
        step = TriageEvent.objects.values("message", "by", "at", "verb", "from_status", "to_status").latest("pk")
        assert step == {
            "message": letter.pk,
            "by": audience.pk,
            "at": THEN,
            "verb": "mark",
            "from_status": before,
            "to_status": to,
        }
    else:
        with pytest.raises(triage.NotAllowed):
            triage.mark(letter, to=to, by=audience)
        assert Message.objects.get().status == before
        assert TriageEvent.objects.count() == steps


def test_what_is_resolved_has_an_outcome_that_can_be_put_right() -> None:
    letter = message()
    triage.mark(letter, to="resolved", by=chief(), at=THEN)
    assert (letter.outcome, letter.closed_at) == ("no_action", THEN)
    triage.mark(letter, to="resolved", outcome="answered", by=chief(), at=THEN)
    with pytest.raises(triage.NotAllowed):
        triage.mark(letter, to="resolved", outcome="answered", by=chief())
    triage.mark(letter, to="waiting", by=chief())
    assert (letter.outcome, letter.closed_at) == ("", None)
    assert [step.details for step in letter.events.order_by("pk")] == [
        {"outcome": "no_action"},
        {"outcome": "answered"},
        {},
    ]


@pytest.mark.parametrize(
    ("role", "allowed"), [("Audience", True), ("Editor", True), ("Publisher", True), ("Reporter", False), (None, False)]
)
def test_marking_takes_the_permission(role: str | None, allowed: bool) -> None:
    by = UserFactory(role=role)
    letter = message()
    if allowed:
        triage.mark(letter, to="resolved", by=by)
    else:
        with pytest.raises(PermissionDenied):
            triage.mark(letter, to="resolved", by=by)
    assert Message.objects.get().status == ("resolved" if allowed else "new")


@pytest.mark.parametrize("to", ["spam", "resolved"])
def test_of_two_who_mark_at_once_the_second_is_told(to: str) -> None:
    letter = message()
    first, second = Message.objects.get(pk=letter.pk), Message.objects.get(pk=letter.pk)
    triage.mark(first, to="resolved", by=chief())
    with pytest.raises(triage.AlreadyMarked, match="resolved"):
        triage.mark(second, to=to, by=chief())
    assert Message.objects.get().status == "resolved"
    assert TriageEvent.objects.count() == 1


@pytest.mark.parametrize(
    "deed",
    [
        lambda: TriageEvent.objects.update(to_status="spam"),
        lambda: TriageEvent.objects.all().delete(),
        lambda: Message.objects.all().delete(),
    ],
    ids=["changed", "deleted", "lost with its message"],
)
def test_a_step_is_never_changed_or_deleted(deed: Any) -> None:
    triage.mark(message(), to="resolved", by=chief())
    with pytest.raises(DatabaseError), transaction.atomic():
        deed()
    assert TriageEvent.objects.get().to_status == "resolved"


def test_the_database_refuses_a_mark_without_a_status_and_an_unknown_status() -> None:
    letter = message()
    with pytest.raises(IntegrityError), transaction.atomic():
        TriageEvent.objects.create(message=letter, at=THEN, by=chief(), from_status="new", to_status="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.update(status="archived")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.update(status="resolved", closed_at=THEN)


def test_a_message_is_given_to_somebody_who_answers_readers() -> None:
    letter, editor, reporter = message(), UserFactory(role="Editor"), UserFactory(role="Reporter")
    with pytest.raises(triage.Refusal):
        triage.assign(letter, to=reporter, by=chief())
    triage.assign(letter, to=editor, by=chief(), at=THEN)
    triage.assign(letter, to=editor, by=chief())
    triage.assign(letter, to=None, by=editor)
    assert [step.details["assignee"] for step in letter.events.order_by("pk")] == [editor.pk, None]


def test_a_message_sleeps_until_its_hour_and_only_while_it_is_open() -> None:
    letter = message()
    with pytest.raises(triage.Refusal):
        triage.snooze(letter, until=THEN, by=chief(), at=THEN)
    triage.snooze(letter, until=THEN + timedelta(days=1), by=chief(), at=THEN)
    assert letter.snoozed_until == THEN + timedelta(days=1)
    triage.mark(letter, to="resolved", by=chief())
    assert letter.snoozed_until is None
    with pytest.raises(triage.Refusal):
        triage.snooze(letter, until=THEN + timedelta(days=1), by=chief(), at=THEN)


def test_a_note_is_for_staff_and_says_something() -> None:
    letter = message()
    for text in ("", "  ", "x" * 2001):
        with pytest.raises(triage.Refusal):
            triage.note(letter, text=text, by=chief())
    triage.note(letter, text="Asked the court.", by=chief())
    assert [note.text for note in letter.notes.all()] == ["Asked the court."]
    assert letter.events.get().verb == "note"


def test_the_first_look_of_each_person_is_written_down() -> None:
    letter, one, other = message(), chief(), UserFactory(role="Audience")
    assert triage.opened(letter, by=one, at=THEN)
    assert not triage.opened(letter, by=one)
    assert triage.opened(letter, by=other)
    letter.refresh_from_db()
    assert letter.opened_at == THEN
    assert [step.by for step in letter.events.order_by("pk")] == [one, other]


def test_what_is_done_with_a_message_is_done_with_its_copies() -> None:
    head, copy = message(text="One"), message(text="Two")
    Message.objects.filter(pk=copy.pk).update(folded_into=head)
    editor = UserFactory(role="Editor")
    triage.assign(head, to=editor, by=editor)
    triage.mark(Message.objects.get(pk=copy.pk), to="spam", by=editor)
    assert set(Message.objects.values_list("status", "assignee")) == {("spam", editor.pk)}
    assert TriageEvent.objects.count() == 4
