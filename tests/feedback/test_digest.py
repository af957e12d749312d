"""What staff get by mail: a digest each morning on which something waits, and an alarm when reports wait for too long."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.feedback import digest, lateness, letters, triage
from articles.feedback.models import Letter, Subscription
from tests import factories
from tests.factories import UserFactory, chief
from tests.feedback import mailserver
from tests.feedback.mailserver import Post
from tests.feedback.scenes import message, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

#: Seven in the morning in Bogotá.
SEVEN = datetime(2024, 5, 6, 12, 0, tzinfo=UTC)
NIGHT = SEVEN - 4 * HOUR


@pytest.fixture(autouse=True)
def _in_bogota(settings: Any) -> Iterator[None]:
    settings.TIME_ZONE = "America/Bogota"
    timezone.get_default_timezone.cache_clear()
    yield
    timezone.get_default_timezone.cache_clear()


@pytest.fixture(autouse=True)
def _the_chief_has_no_address(db: None) -> None:
    """So that only those are written to whom a test is about."""
    UserFactory(username="chief", is_superuser=True, email="")


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    with mailserver.running(settings) as server:
        yield server


def written(at: datetime, kind: str = "digest") -> list[str]:
    """Whom a look at that moment owes a mail of this kind."""
    return [letter.to.username for letter in digest.write(at=at) if letter.kind == kind and letter.to]


def test_the_digest_comes_at_seven_in_the_newsroom_and_once_a_day() -> None:
    UserFactory(role="Editor", username="edith")
    message(at=NIGHT)
    assert written(SEVEN - timedelta(minutes=1)) == []
    assert written(SEVEN) == ["edith"]
    assert written(SEVEN) == []
    assert written(SEVEN + timedelta(minutes=15)) == []
    assert written(SEVEN + DAY) == ["edith"]


def test_a_morning_that_the_worker_missed_is_made_up_for_until_noon() -> None:
    UserFactory(role="Editor", username="edith")
    message(at=NIGHT)
    assert written(SEVEN + 5 * HOUR) == []
    assert written(SEVEN + DAY + 4 * HOUR) == ["edith"]


def test_nobody_is_written_to_when_nothing_waits_for_them() -> None:
    edith = UserFactory(role="Editor", username="edith")
    UserFactory(role="Audience", username="omar")
    for status in ("resolved", "spam"):
        message(text=status, status=status, at=NIGHT)
    message(text="arrived at eight", at=SEVEN + HOUR)
    asleep, hers = message(text="asleep", at=NIGHT), message(text="hers", at=NIGHT)
    triage.snooze(asleep, until=SEVEN + DAY, by=chief(), at=NIGHT)
    triage.assign(hers, to=edith, by=chief(), at=NIGHT)
    assert written(SEVEN + HOUR) == ["edith"]


def test_only_staff_who_answer_readers_and_have_an_address_are_written_to() -> None:
    UserFactory(role="Reporter", username="rita")
    UserFactory(role="Editor", username="edith", is_active=False)
    UserFactory(role="Editor", username="emil", email="")
    UserFactory(role="Audience", username="omar")
    message(at=NIGHT)
    assert written(SEVEN) == ["omar"]


@pytest.mark.parametrize(
    ("language", "subject", "line"),
    [
        ("en", "Readers: 3 messages wait", "Yours: 1. Reports of errors: 1. New since yesterday: 2."),
        ("es", "Lectores: 3 mensajes esperan", "Suyos: 1. Avisos de errores: 1. Nuevos desde ayer: 2."),
    ],
)
def test_it_counts_and_quotes_what_waits_in_the_persons_language_and_covers_details(
    post: Post, settings: Any, language: str, subject: str, line: str
) -> None:
    settings.SITE_URL = "https://news.example"
    edith = UserFactory(role="Editor", username="edith", language=language)
    article = factories.story(headline="The port")
    mine = message(article=article, text="Call me at 555-123-4567.\nThanks", at=NIGHT, name="Ana", email="a@b.example")
    triage.assign(mine, to=edith, by=chief(), at=NIGHT)
    message(text="Wrong year", kind="error", at=NIGHT - HOUR)
    message(text="An old one", at=NIGHT - 3 * DAY)
    digest.write(at=SEVEN)
    letters.send_due(at=SEVEN)
    (mail,) = post.taken
    assert post.recipients == [edith.email]
    assert mail["Subject"] == subject
    text = mail.get_content().replace("\r\n", "\n")
    assert line in text
    assert "Call me at •••. Thanks" in text and "555" not in text and "a@b.example" not in text
    assert "The port" in text
    assert f"https://news.example/admin/feedback/message/{mine.pk}/change/" in text
    assert "https://news.example/admin/feedback/message/mail/" in text
    # It is in the queue, so it need not stay here.
    assert Letter.objects.get().body == ""


def test_copies_are_one_line_and_a_long_queue_is_cut() -> None:
    UserFactory(role="Editor", username="edith")
    rows = [message(text=f"Message number {number}", at=NIGHT) for number in range(12)]
    copy = message(text="The same again", at=NIGHT)
    type(copy).objects.filter(pk=copy.pk).update(folded_into=rows[0])
    digest.write(at=SEVEN)
    letter = Letter.objects.get()
    assert "12 messages wait." in letter.body
    assert len(re.findall(r"^\* ", letter.body, re.MULTILINE)) == digest.SHOWN
    assert "The others:" in letter.body and "The same again" not in letter.body


def test_everybody_chooses_on_a_page_of_their_own_that_every_page_of_the_desk_leads_to() -> None:
    edith = UserFactory(role="Editor", username="edith")
    client = Client()
    client.force_login(edith)
    message(at=NIGHT)
    tools = page(client.get("/admin/")).find(".//div[@id='user-tools']")
    address = next(link.get("href") for link in tools.iter("a") if "feedback" in link.get("href"))
    form = page(client.get(address))
    assert [box.get("checked") is not None for box in form.findall(".//input[@type='checkbox']")] == [True, True]
    assert client.post(address, {"alarms": "on"}).status_code == 302
    chosen = Subscription.objects.get()
    assert (chosen.person, chosen.digest, chosen.alarms) == (edith, False, True)
    assert written(SEVEN) == []
    client.post(address, {"digest": "on"})
    assert written(SEVEN) == ["edith"]


def test_who_does_not_answer_readers_has_no_such_page_and_no_way_to_it() -> None:
    client = Client()
    client.force_login(UserFactory(role="Reporter"))
    assert client.get("/admin/feedback/message/mail/").status_code == 403
    assert "message/mail" not in client.get("/admin/").content.decode()


def error(age: timedelta, **values: Any) -> Any:
    return message(**{"kind": "error", "text": f"Wrong {age}", "at": SEVEN - age} | values)


def test_a_report_is_late_when_nobody_did_anything_for_too_long(settings: Any) -> None:
    settings.FEEDBACK_ERROR_HOURS = 48
    late, second = error(49 * HOUR), error(50 * HOUR)
    error(47 * HOUR)
    message(text="A comment", at=SEVEN - 90 * HOUR)
    for status in ("in_progress", "waiting", "resolved", "spam"):
        error(60 * HOUR, text=status, status=status)
    asleep = error(70 * HOUR)
    triage.snooze(asleep, until=SEVEN + HOUR, by=chief(), at=SEVEN - HOUR)
    type(late).objects.filter(pk=error(71 * HOUR).pk).update(folded_into=late)
    assert list(lateness.late(at=SEVEN)) == [second, late]
    assert asleep in lateness.late(at=SEVEN + HOUR)
    settings.FEEDBACK_ERROR_HOURS = 0
    assert list(lateness.late(at=SEVEN)) == []


def test_the_alarm_stands_on_the_first_page_until_somebody_acts() -> None:
    now = timezone.now()
    letter = message(kind="error", text="The year is wrong; 555-123-4567", at=now - 49 * HOUR)
    client = Client()
    client.force_login(UserFactory(role="Editor"))
    board = page(client.get("/admin/"))
    alarm = board.find(".//section[@class='desk-alarm']")
    assert alarm.get("role") == "alert"
    told = " ".join("".join(alarm.itertext()).split())
    assert "A report of an error waits for too long" in told and "The year is wrong; •••" in told
    assert alarm.find(f".//a[@href='/admin/feedback/message/{letter.pk}/change/']") is not None
    triage.mark(letter, to="in_progress", by=chief())
    assert page(client.get("/admin/")).find(".//section[@class='desk-alarm']") is None


def test_the_alarm_is_mailed_once_a_day_to_who_wants_it_and_not_at_night() -> None:
    UserFactory(role="Editor", username="edith")
    quiet = UserFactory(role="Audience", username="omar")
    Subscription.objects.create(person=quiet, alarms=False)
    error(49 * HOUR)
    assert written(SEVEN - timedelta(minutes=15), "alarm") == []
    assert written(SEVEN, "alarm") == ["edith"]
    assert written(SEVEN + 8 * HOUR, "alarm") == []
    assert written(SEVEN + DAY, "alarm") == ["edith"]
    letter = Letter.objects.filter(kind="alarm").latest("pk")
    assert letter.subject == "1 report of an error has waited for more than 48 hours"


def test_a_report_that_becomes_late_in_the_afternoon_is_mailed_then() -> None:
    UserFactory(role="Editor", username="edith")
    error(40 * HOUR)
    assert written(SEVEN, "alarm") == []
    assert written(SEVEN + 9 * HOUR, "alarm") == ["edith"]


def test_a_look_at_nothing_costs_little_for_many_people(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(10):
        UserFactory(role="Editor")
    with django_assert_max_num_queries(4):
        assert digest.write(at=SEVEN + 6 * HOUR) == []
