"""A message that says what an open one says goes under it; it gets its owner when it comes in."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import connections, transaction

from articles import publishing
from articles.feedback import folding, triage
from articles.feedback.models import Message
from articles.models import Draft
from tests.factories import THEN, UserFactory, draft, story
from tests.feedback.scenes import message

LONG = "Your table says that nobody was arrested in the port last year. The ministry counted some, and published who they were."


def under(letter: Message) -> int | None:
    return Message.objects.get(pk=letter.pk).folded_into_id


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("second", "folded"),
    [
        ("YOUR TABLE says that nobody was arrested, in the port, last year!", True),
        ("Your table says that nobody was arrested in the port last year, really.", True),
        ("Your table says nothing of the sort, and I was there.", False),
    ],
    ids=["same letters", "a word more", "something else"],
)
def test_nearly_the_same_text_on_the_same_page_goes_under_the_first(second: str, folded: bool) -> None:
    article = story()
    first = message(text="Your table says that nobody was arrested in the port last year.", article=article)
    copy = message(text=second, article=article)
    assert (under(copy) == first.pk) is folded


@pytest.mark.django_db
def test_other_numbers_say_something_else() -> None:
    first = message(text="The agreement was signed in 2019 and not before, see the archive.")
    assert under(message(text="The agreement was signed in 2020 and not before, see the archive.")) is None
    assert under(message(text="The agreement was signed in 2019 and not before, see their archive.")) == first.pk


@pytest.mark.django_db
def test_a_short_text_means_its_own_page_and_a_long_one_is_known_everywhere() -> None:
    one, other = story(), story()
    for text, folded in (("There is a typo in it.", False), (LONG, True)):
        first = message(text=text, article=one)
        assert (under(message(text=text, article=other)) == first.pk) is folded
        assert under(message(text=text, article=one)) == first.pk


@pytest.mark.django_db
def test_near_copies_are_looked_for_on_their_own_page_only() -> None:
    message(text=LONG, article=story())
    assert under(message(text=LONG + " Really.", article=story())) is None


@pytest.mark.django_db
def test_a_report_and_a_comment_are_never_folded_together() -> None:
    message(text=LONG)
    assert under(message(text=LONG, kind="error")) is None


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["resolved", "spam"])
def test_nothing_goes_under_what_is_closed(status: str) -> None:
    first = message(text=LONG)
    triage.mark(first, to=status, by=None)
    second = message(text=LONG)
    assert under(second) is None
    assert under(message(text=LONG)) == second.pk


@pytest.mark.django_db
def test_after_thirty_days_the_same_is_said_anew() -> None:
    message(text=LONG, at=THEN)
    assert under(message(text=LONG, at=THEN + folding.REMEMBERED - timedelta(minutes=1))) is not None
    assert under(message(text=LONG, at=THEN + folding.REMEMBERED + timedelta(minutes=1))) is None


@pytest.mark.django_db
@pytest.mark.usefixtures("roles")
def test_a_copy_stands_where_its_head_stands_and_has_a_head_that_is_none_itself() -> None:
    editor = UserFactory(role="Editor")
    first = message(text=LONG)
    triage.assign(first, to=editor, by=editor)
    triage.mark(first, to="waiting", by=editor)
    triage.snooze(first, until=first.sent_at + timedelta(days=9), by=editor)
    second, third = message(text=LONG), message(text=LONG)
    for copy in (second, third):
        copy.refresh_from_db()
        assert copy.folded_into_id == first.pk
        assert (copy.status, copy.assignee, copy.snoozed_until) == ("waiting", editor, first.snoozed_until)
        assert copy.opened_at is None
        assert not copy.events.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("roles")
def test_a_message_belongs_to_whose_turn_the_story_is_else_to_its_last_publisher() -> None:
    turn, publisher = UserFactory(role="Editor"), UserFactory(role="Publisher")
    article = publishing.publish(draft(by=publisher), by=publisher, at=THEN)
    letter = message(article=article, text="One thing.")
    assert letter.assignee == publisher
    (step,) = letter.events.all()
    assert (step.verb, step.by, step.details) == (
        "assign",
        None,
        {"assignee": publisher.pk, "name": str(publisher)},
    )
    Draft.objects.filter(article=article).update(assignee=turn)
    assert message(article=article, text="Another matter.").assignee == turn
    assert message(text="No story at all here.").assignee is None


@pytest.mark.django_db
@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize("why", ["left", "reporter"])
def test_nobody_owns_what_its_editor_could_not_answer(why: str) -> None:
    publisher, reporter = UserFactory(role="Publisher"), UserFactory(role="Reporter")
    article = publishing.publish(draft(by=publisher), by=publisher, at=THEN)
    Draft.objects.filter(article=article).update(assignee=reporter)
    if why == "left":
        publisher.is_active = False
        publisher.save()
    assert message(article=article).assignee == (publisher if why == "reporter" else None)


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What the deeds return, each done on a connection of its own and begun at the same moment."""
    ready, done = Barrier(len(deeds)), [None] * len(deeds)

    def do(place: int) -> None:
        try:
            ready.wait()
            done[place] = deeds[place]()
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=[place]) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done


@pytest.mark.django_db(transaction=True)
def test_of_equal_texts_that_come_at_once_one_stands_for_all() -> None:
    arrived = at_once(*[lambda: message(text=LONG)] * 8)
    heads = [letter for letter in arrived if letter.folded_into_id is None]
    assert len(heads) == 1
    assert Message.objects.filter(folded_into=heads[0].pk).count() == 7


@pytest.mark.django_db(transaction=True)
def test_a_copy_that_comes_while_its_head_is_being_closed_is_not_closed_unread() -> None:
    head, closing, go = message(text=LONG), Event(), Event()

    def close() -> None:
        with transaction.atomic():
            triage.mark(Message.objects.get(pk=head.pk), to="resolved", by=None)
            closing.set()
            assert go.wait(10)

    def arrive() -> Message:
        assert closing.wait(10)
        # Not answered before the closing is through: the copy waits for the head.
        Thread(target=lambda: (Event().wait(0.5), go.set())).start()
        return message(text=LONG)

    _closed, copy = at_once(close, arrive)
    copy.refresh_from_db()
    assert (copy.folded_into_id, copy.status) == (None, "new")


@pytest.mark.django_db(transaction=True)
def test_messages_and_marks_that_meet_leave_no_open_copy_under_a_closed_head() -> None:
    for _round in range(5):
        head = message(text=LONG)
        at_once(
            *[lambda: message(text=LONG)] * 3,
            lambda head=head: triage.mark(Message.objects.get(pk=head.pk), to="spam", by=None),
            *[lambda: message(text=LONG)] * 3,
        )
        for copy in Message.objects.exclude(folded_into=None).select_related("folded_into"):
            assert copy.status == copy.folded_into.status
        for rest in Message.objects.filter(status="new", folded_into=None):
            triage.mark(rest, to="spam", by=None)
