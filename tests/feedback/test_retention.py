"""What readers wrote is forgotten by age, by itself, and what was counted stays."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client
from procrastinate.contrib.django import app

from articles.feedback import intake, retention
from articles.feedback.models import Forgetting, Message, PageTally, Vote
from tests.factories import THEN, UserFactory, story
from tests.feedback.scenes import message

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def sent(days_ago: int, **values: str) -> Message:
    texts = {"text": "A text", "kind": "error", "proof": "A proof", "remedy": "A remedy", "name": "Ana"}
    return message(**texts | {"email": "ana@example.org", "at": THEN - days_ago * DAY} | values)


@pytest.mark.parametrize(
    ("age", "contact", "text"), [(89, True, True), (91, False, True), (729, False, True), (731, False, False)]
)
def test_contacts_are_forgotten_after_90_days_and_texts_after_two_years(age: int, contact: bool, text: bool) -> None:
    letter = sent(age)
    retention.forget(at=THEN)
    letter.refresh_from_db()
    assert (letter.name, letter.email) == (("Ana", "ana@example.org") if contact else ("", ""))
    assert (letter.text, letter.proof, letter.remedy) == (("A text", "A proof", "A remedy") if text else ("", "", ""))
    assert letter.forgotten is not text


def test_counts_votes_and_the_row_itself_stay() -> None:
    article = story()
    letter = message(article=article, at=THEN - 800 * DAY)
    intake.receive_vote(article=article, language="en", helpful=True, at=THEN - 800 * DAY)
    retention.forget(at=THEN)
    assert Message.objects.get().pk == letter.pk
    assert Vote.objects.count() == 1
    tally = PageTally.of(article)
    assert (tally.yes, tally.comments) == (1, 1)


def test_it_keeps_what_it_did_and_a_second_run_finds_nothing() -> None:
    for age in (100, 100, 800):
        sent(age)
    done = retention.forget(at=THEN)
    assert (done.contacts, done.texts) == (3, 1)
    assert (retention.forget(at=THEN).contacts, Forgetting.objects.count()) == (0, 2)


def test_more_than_a_batch_is_forgotten_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_BATCH", 2)
    for _ in range(5):
        sent(100)
    assert retention.forget(at=THEN).contacts == 5
    assert not Message.objects.exclude(email="").exists()


def test_the_command_says_what_it_would_do_and_does_it() -> None:
    sent(100)
    Message.objects.update(sent_at=THEN - 5000 * DAY)
    dry, wet = StringIO(), StringIO()
    call_command("forget_feedback", "--dry-run", stdout=dry)
    assert "Names and e-mails older than 90 days: 1 would be forgotten." in dry.getvalue()
    assert "Texts older than 730 days: 1 would be forgotten." in dry.getvalue()
    assert Message.objects.get().text == "A text"
    assert not Forgetting.objects.exists()
    call_command("forget_feedback", stdout=wet)
    assert "Texts older than 730 days: 1 forgotten." in wet.getvalue()
    assert Message.objects.get().text == ""


def test_the_worker_does_it_every_night() -> None:
    (periodic,) = [
        task for task in app.periodic_registry.periodic_tasks.values() if task.task.name == "forget_feedback"
    ]
    assert periodic.cron == "7 0 * * *"
    sent(100)
    Message.objects.update(sent_at=THEN - 5000 * DAY)
    periodic.task(timestamp=0)
    assert Message.objects.get().forgotten


def test_staff_see_what_was_forgotten_and_when(roles: None) -> None:
    letter = sent(800)
    retention.forget(at=THEN)
    client = Client()
    client.force_login(UserFactory(role="Audience"))
    assert "(forgotten)" in client.get("/admin/feedback/message/").content.decode()
    page = client.get(f"/admin/feedback/message/{letter.pk}/change/").content.decode()
    assert "Its texts were forgotten by age." in page
    assert client.get("/admin/feedback/forgetting/").status_code == 200
