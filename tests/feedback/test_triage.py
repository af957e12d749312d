"""The staff verb: who may mark a message, from where to where, and what is written down."""

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
    letter = message()
    Message.objects.filter(pk=letter.pk).update(status=before)
    letter.refresh_from_db()
    if to in set(Status.values) - {before}:
        triage.mark(letter, to=to, by=audience, at=THEN)
        assert Message.objects.get().status == letter.status == to
        step = TriageEvent.objects.values("message", "by", "at", "from_status", "to_status").get()
        assert step == {"message": letter.pk, "by": audience.pk, "at": THEN, "from_status": before, "to_status": to}
    else:
        with pytest.raises(triage.NotAllowed):
            triage.mark(letter, to=to, by=audience)
        assert Message.objects.get().status == before
        assert not TriageEvent.objects.exists()


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


def test_the_database_refuses_a_step_that_leads_nowhere_and_an_unknown_status() -> None:
    letter = message()
    with pytest.raises(IntegrityError), transaction.atomic():
        TriageEvent.objects.create(message=letter, at=THEN, by=chief(), from_status="new", to_status="new")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.update(status="archived")
