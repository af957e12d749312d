"""Editors' notes: threads beside a draft, resolved as a whole, never part of what readers get."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from articles import noting, publishing
from articles.models import EditorialEvent, EditorNote
from articles.workflow import Refused
from tests import factories
from tests.factories import THEN

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief() -> Any:
    return factories.chief()


def test_a_thread_holds_its_answers_in_their_order_and_open_ones_come_first(chief: Any) -> None:
    article = factories.draft()
    closed = noting.write(article, text="Settled?", by=chief)
    noting.resolve(closed, by=chief)
    first = noting.write(article, text="Says who?", passage="It was  the\nminister", by=chief, assignee=chief)
    reply = noting.answer(first, text="The minister.", by=chief)
    noting.answer(reply, text="On the record?", by=chief)  # an answer to an answer stands in the same thread
    found = noting.threads(article)
    assert [note.text for note in found] == ["Says who?", "Settled?"]
    assert [note.text for note in found[0].replies] == ["The minister.", "On the record?"]
    assert (found[0].passage, found[0].assignee) == ("It was the minister", chief)


def test_resolving_closes_a_thread_once_by_whoever_did_it(chief: Any) -> None:
    note = noting.write(factories.draft(), text="Says who?", by=chief)
    reply = noting.answer(note, text="The minister.", by=chief)
    assert noting.resolve(reply, by=chief, at=THEN)
    assert not noting.resolve(note, by=chief)
    note.refresh_from_db()
    assert (note.resolved_by, note.resolved_at) == (chief, THEN)
    assert noting.reopen(note, by=chief)
    note.refresh_from_db()
    assert (note.resolved_by, note.resolved_at) == (None, None)


def test_each_deed_is_in_the_log_under_the_name_that_the_desk_knows(chief: Any) -> None:
    article = factories.draft(headline="Unpublished words")
    note = noting.write(article, text="Says who?", by=chief, at=THEN)
    noting.resolve(note, by=chief, at=THEN)
    noting.reopen(note, by=chief, at=THEN)
    lines = EditorialEvent.objects.filter(article_id=article.pk).exclude(verb="start").order_by("pk")
    told = [(line.verb, line.headline, line.at, line.details) for line in lines]
    assert told == [(verb, "Unpublished words", THEN, {"note": note.pk}) for verb in ("note", "resolve", "reopen")]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b", "x" * (noting.LENGTH + 1)])
def test_a_note_that_says_nothing_or_too_much_is_refused(chief: Any, text: str) -> None:
    with pytest.raises(Refused) as refusal:
        noting.write(factories.draft(), text=text, by=chief)
    assert [problem.field for problem in refusal.value.problems] == ["text"]
    assert not EditorNote.objects.exists()


def test_a_note_keeps_its_lines_and_no_hidden_characters(chief: Any) -> None:
    note = noting.write(factories.draft(), text="One\u202e line\n\nand  another\x00", by=chief)
    assert note.text == "One line\n\nand another"


def test_notes_never_reach_readers(chief: Any, reader: Client) -> None:
    article = factories.story()
    noting.write(article, text="The source is a canary", passage="canary passage", by=chief)
    noting.resolve(EditorNote.objects.get(), by=chief)
    publishing.publish(factories.rewritten(article, dek="New."), by=chief)
    assert b"canary" not in reader.get(article.path).content


def test_noting_takes_the_right_to_write(roles: None, chief: Any) -> None:
    note = noting.write(factories.draft(), text="Says who?", by=factories.UserFactory(role="Reporter"))
    nobody = factories.UserFactory(role="Audience")
    for deed in (
        lambda: noting.write(note.article, text="Me too", by=nobody),
        lambda: noting.answer(note, text="Me too", by=nobody),
        lambda: noting.resolve(note, by=nobody),
        lambda: noting.reopen(note, by=nobody),
    ):
        with pytest.raises(PermissionDenied):
            deed()
    assert EditorNote.objects.count() == 1
