"""The database counts what readers sent about each page, whoever writes it and however."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from articles import publishing
from articles.feedback import intake, triage
from articles.feedback.models import PageTally, Vote, WeekTally
from tests.factories import THEN, chief, story
from tests.feedback.scenes import message

pytestmark = pytest.mark.django_db


def counts(subject: Any) -> tuple[int, int, int, int]:
    tally = PageTally.objects.get(subject=str(subject))
    return tally.yes, tally.no, tally.comments, tally.errors


def vote(article: Any = None, address: str = "", helpful: bool = True) -> Vote:
    kept = intake.receive_vote(article=article, address=address, language="en", helpful=helpful)
    assert kept is not None
    return kept


def test_votes_and_messages_are_counted_for_their_story_or_page() -> None:
    article = story()
    vote(article)
    vote(article)
    vote(article, helpful=False)
    vote(address="/countries/")
    message(article=article)
    message(article=article, kind="error")
    message(address="/countries/", kind="error")
    assert counts(article.pk) == (2, 1, 1, 1)
    assert counts("/countries/") == (1, 0, 0, 1)


def test_a_story_that_moves_keeps_its_count() -> None:
    article = story()
    vote(article)
    article.path = "/somewhere/else/"
    Vote.objects.create(article=article, address=article.path, language="en", helpful=True, sent_at=THEN)
    assert counts(article.pk) == (2, 0, 0, 0)


def test_many_rows_in_one_statement_and_rows_that_go_are_counted_too() -> None:
    article = story()
    rows = [Vote(article=article, address="/a/", language="en", helpful=n % 3 == 0, sent_at=THEN) for n in range(300)]
    Vote.objects.bulk_create(rows)
    assert counts(article.pk) == (100, 200, 0, 0)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM feedback_vote WHERE helpful")
    assert counts(article.pk) == (0, 200, 0, 0)


def test_spam_is_counted_as_little_as_a_letter_that_never_came() -> None:
    article = story()
    letter, _other = message(article=article), message(article=article, kind="error")
    triage.mark(letter, to="spam", by=chief())
    assert counts(article.pk) == (0, 0, 0, 1)
    triage.mark(letter, to="new", by=chief())
    assert counts(article.pk) == (0, 0, 1, 1)


def test_what_else_staff_do_with_a_message_changes_no_count() -> None:
    article = story()
    triage.mark(message(article=article), to="resolved", by=chief())
    publishing.unpublish(article, by=chief())
    assert counts(article.pk) == (0, 0, 1, 0)


def test_weeks_are_counted_apart() -> None:
    article = story()
    for days, helpful in ((0, True), (1, False), (7, True)):
        intake.receive_vote(article=article, language="en", helpful=helpful, at=THEN + timedelta(days=days))
    message(article=article, at=THEN + timedelta(days=7))
    monday = THEN.date() - timedelta(days=THEN.weekday())
    assert list(WeekTally.objects.order_by("week").values_list("week", "yes", "no", "comments")) == [
        (monday, 1, 1, 0),
        (monday + timedelta(days=7), 1, 0, 1),
    ]
