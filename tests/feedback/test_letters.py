"""Letters to readers and staff, handed to a real mail server of this machine: none is lost, none is dropped in silence."""

import smtplib
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test import Client
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.feedback import letters, mailing, mending, retention
from articles.feedback.models import Letter, Message, StaffNote, Subscription
from articles.models import Article
from articles.snapshots import ProposedCorrection
from tests import factories
from tests.factories import THEN, MastheadFactory, UserFactory, chief
from tests.feedback import mailserver
from tests.feedback.mailserver import Post
from tests.feedback.scenes import message, page
from tests.ports import free_port

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

MINUTE = timedelta(minutes=1)


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    with mailserver.running(settings) as server:
        yield server


def owed(language: str = "en", **values: Any) -> Letter:
    """A letter about a correction, as a publication owes it."""
    article = factories.story(language=language, headline="The summit")
    sent = message(article=article, language=language, email="ana@example.org", at=THEN, **values)
    key = mending.begin(sent, by=chief(), at=THEN)
    text = "Fue en 2023." if language == "es" else "It was 2023."
    draft = factories.rewritten(article, corrections=(ProposedCorrection(str(key), "correction", text),))
    publishing.publish(draft, by=chief(), at=THEN)
    return Letter.objects.get(message=sent)


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("en", "What you reported has been put right: The summit", "Your message led to a correction."),
        ("es", "Lo que nos avisó quedó corregido: The summit", "Su mensaje llevó a una corrección."),
    ],
)
def test_a_reader_is_told_in_their_language(post: Post, language: str, subject: str, words: str) -> None:
    MastheadFactory()
    letter = owed(language)
    assert letters.send(letter.pk, at=THEN) is None
    (mail,) = post.taken
    assert post.recipients == ["ana@example.org"]
    assert mail["Subject"] == subject
    assert "The Test Gazette" in mail["From"] and mail["Reply-To"] == "desk@gazette.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == language
    assert mail.get_content_type() == "text/plain"
    text = mail.get_content()
    assert words in " ".join(text.split())
    assert ("Fue en 2023." if language == "es" else "It was 2023.") in text
    assert Article.objects.get().path in text
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.tries) == ("sent", THEN, 1)
    assert letter.message is not None
    assert [step.verb for step in letter.message.events.order_by("pk")][-1] == "tell"


def test_a_letter_is_owed_in_the_transaction_and_its_job_with_it() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        lost = owed()
        raise ZeroDivisionError
    assert not Letter.objects.exists()
    assert jobs_of(lost) == 0
    assert jobs_of(owed()) == 1


def jobs_of(letter: Letter) -> int:
    jobs = ProcrastinateJob.objects.filter(task_name="send_letter").values_list("args", flat=True)
    return list(jobs).count({"letter_id": letter.pk})


def test_the_workers_jobs_send_what_is_owed(post: Post) -> None:
    first, second = owed(text="One"), owed(text="Two")
    app.tasks["send_letter"](letter_id=first.pk)
    assert len(post.taken) == 1
    app.tasks["send_letters"](timestamp=0)
    assert len(post.taken) == 2
    app.tasks["send_letter"](letter_id=second.pk)
    assert len(post.taken) == 2
    crons = {p.task.name: p.cron for p in app.periodic_registry.periodic_tasks.values()}
    assert (crons["send_letters"], crons["write_to_staff"]) == ("* * * * *", "*/15 * * * *")


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"to_recipient": "450 4.2.1 <ana@example.org> is busy"}, "450 4.2.1 <•••> is busy"),
        ({"to_recipient": "550 5.1.1 ANA@EXAMPLE.ORG unknown"}, "550 5.1.1 ••• unknown"),
        ({"to_text": "554 5.7.1 no"}, "554 5.7.1 no"),
        ({"to_text": "452 4.3.1 full"}, "452 4.3.1 full"),
        ({"breaks": "before"}, "SMTPServerDisconnected: Connection unexpectedly closed"),
    ],
)
def test_what_a_server_refuses_is_kept_with_its_reason_and_tried_again(
    post: Post, answers: dict[str, str], reason: str
) -> None:
    letter = owed()
    for name, answer in answers.items():
        setattr(post, name, answer)
    assert letters.send(letter.pk, at=THEN) is not None
    letter.refresh_from_db()
    assert (letter.state, letter.failure, letter.next_try_at) == ("waiting", reason, THEN + MINUTE)
    assert post.taken == []
    # Too early nothing happens; then it goes, once.
    letters.send_due(at=THEN + MINUTE / 2)
    assert post.taken == []
    for name in answers:
        setattr(post, name, "")
    letters.send_due(at=THEN + MINUTE)
    letters.send_due(at=THEN + MINUTE)
    letter.refresh_from_db()
    assert (letter.state, letter.failure, len(post.taken)) == ("sent", "", 1)


def test_a_server_that_is_away_is_asked_once_in_a_look_and_nothing_is_lost(settings: Any) -> None:
    mailserver.use(settings, free_port())
    first, second = owed(text="One"), owed(text="Two")
    letters.send_due(at=THEN)
    first.refresh_from_db()
    second.refresh_from_db()
    assert "Connection refused" in first.failure
    assert (second.tries, second.failure) == (0, "")
    with mailserver.running(settings) as server:
        letters.send_due(at=THEN + MINUTE)
        assert len(server.taken) == 2


def test_a_connection_that_breaks_after_the_text_may_bring_it_twice_under_one_number(post: Post) -> None:
    # SMTP knows no way out: the server has it, and nobody told us. Who gets both can tell that they are one.
    letter = owed()
    post.breaks = "after"
    letters.send(letter.pk, at=THEN)
    post.breaks = ""
    letters.send(letter.pk, at=THEN + MINUTE)
    first, second = post.taken
    assert first["Message-ID"] == second["Message-ID"]
    letters.send(letter.pk, at=THEN + MINUTE * 60)
    assert len(post.taken) == 2


def test_waits_grow_to_half_a_day_and_after_three_days_the_letter_has_failed(settings: Any) -> None:
    mailserver.use(settings, free_port())
    letter = owed()
    at, waits = THEN, []
    for _try in range(20):
        letters.send(letter.pk, at=at)
        letter.refresh_from_db()
        if letter.state == "failed":
            break
        waits.append(letter.next_try_at - at)
        at = letter.next_try_at
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (MINUTE, timedelta(hours=12))
    assert timedelta(days=2.5) < at - THEN < timedelta(days=3)
    assert letter.state == "failed" and letter.failure
    assert Letter.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_workers_at_once_one_sends(post: Post, roles: None) -> None:
    letter, gate = owed(), mailserver.Gate()
    post.meanwhile = gate.wait

    def work() -> None:
        letters.send(letter.pk, at=THEN)
        connection.close()

    worker = threading.Thread(target=work)
    worker.start()
    assert gate.reached.wait(30)
    letters.send(letter.pk, at=THEN)
    letters.send_due(at=THEN + MINUTE)
    assert not letters.again(letter, by=chief())
    gate.opened.set()
    worker.join()
    assert (len(post.taken), post.conversations) == (1, 1)
    assert Letter.objects.get().state == "sent"


def test_a_letter_in_the_hands_of_a_worker_that_died_goes_to_another(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = owed()
    with monkeypatch.context() as patched:
        patched.setattr(smtplib.SMTP, "sendmail", lambda *args: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            letters.send(letter.pk, at=THEN)
    letters.send_due(at=THEN + letters.LEASE - MINUTE)
    assert post.taken == []
    letters.send_due(at=THEN + letters.LEASE)
    assert len(post.taken) == 1


def test_an_address_that_was_forgotten_meanwhile_is_not_written_to(post: Post) -> None:
    letter = owed()
    retention.forget(at=THEN + timedelta(days=91))
    letters.send_due(at=THEN + timedelta(days=91))
    letter.refresh_from_db()
    assert (letter.state, letter.failure) == ("failed", letters.FORGOTTEN)
    assert post.conversations == 0


def test_what_was_written_is_forgotten_with_the_text_of_the_message() -> None:
    letter = owed()
    sent = letter.message
    assert sent is not None
    StaffNote.objects.create(message=sent, by=chief(), at=THEN, text="Called the court.")
    alarm = Letter.objects.create(
        key="alarm:1", kind="alarm", to=chief(), language="en", subject="s", body="b", next_try_at=THEN, made_at=THEN
    )
    retention.forget(at=THEN + timedelta(days=89))
    assert StaffNote.objects.exists()
    retention.forget(at=THEN + timedelta(days=731))
    letter.refresh_from_db()
    alarm.refresh_from_db()
    assert (letter.subject, letter.body, alarm.body) == ("", "", "")
    assert not StaffNote.objects.exists()
    assert str(letter) == "(forgotten)"


@pytest.mark.parametrize("subject", ["Hello\r\nBcc: victim@example.org", "Hello\nX: y", "Hello\u2028Bcc: a@b.example"])
def test_no_header_can_be_smuggled_in(post: Post, subject: str) -> None:
    MastheadFactory(name="The Gazette\r\nBcc: victim@example.org")
    sent = message(email="ana@example.org", answer_welcome=True)
    letter = letters.owe(
        key="answer:1", kind="answer", message=sent, language="en", subject=subject, body="Text", at=THEN
    )
    assert letter is not None
    letters.send(letter.pk, at=THEN)
    (mail,) = post.taken
    assert mail["Bcc"] is None and mail["X"] is None
    assert post.recipients == ["ana@example.org"]
    assert "\n" not in mail["Subject"] and mail["Subject"].startswith("Hello")


def test_a_line_with_a_dot_and_other_letters_arrive_as_they_are(post: Post) -> None:
    sent = message(email="ana@example.org", answer_welcome=True)
    text = "Señora:\n.\n..\nFrom here on: ñandú — “así”.\n" + "x" * 2000
    letter = letters.owe(key="answer:1", kind="answer", message=sent, language="es", subject="Año", body=text, at=THEN)
    assert letter is not None
    letters.send(letter.pk, at=THEN)
    (mail,) = post.taken
    assert mail.get_content().replace("\r\n", "\n").strip() == text
    assert mail["Auto-Submitted"] is None


def failed_letter() -> Letter:
    letter = owed()
    Letter.objects.update(state="failed", failure="550 unknown", tries=12)
    letter.refresh_from_db()
    return letter


def signed_in(role: str | None) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role))
    return client


@pytest.mark.parametrize("role", ["Audience", "Editor"])
def test_a_failure_is_shown_on_the_first_page_on_the_message_and_in_the_list_and_is_tried_again(
    role: str, post: Post
) -> None:
    letter, client = failed_letter(), signed_in(role)
    board = client.get("/admin/").content.decode()
    assert "A letter did not go" in board and f"/admin/feedback/letter/{letter.pk}/change/" in board
    shown = client.get(f"/admin/feedback/message/{letter.message_id}/change/").content.decode()
    assert "It did not go, tried 12 times: 550 unknown" in " ".join(shown.split())
    listed = client.get("/admin/feedback/letter/?state__in=failed,waiting").content.decode()
    assert "550 unknown" in listed
    document = page(client.get(f"/admin/feedback/letter/{letter.pk}/change/"))
    button = next(one for one in document.findall(".//button") if one.get("formaction"))
    answer = client.post(button.get("formaction"), follow=True)
    assert "is tried again now" in answer.content.decode()
    assert jobs_of(letter) == 2
    letters.send_due()
    assert len(post.taken) == 1
    assert "A letter did not go" not in client.get("/admin/").content.decode()
    assert not letters.again(letter, by=chief())


def test_trying_again_leads_back_to_the_message_and_nowhere_else() -> None:
    letter, client = failed_letter(), signed_in("Audience")
    again = f"/admin/feedback/letter/{letter.pk}/again/"
    back = f"/admin/feedback/message/{letter.message_id}/change/#answer"
    assert client.post(again, {"back": back})["Location"] == back
    assert client.post(again, {"back": "https://evil.example/"})["Location"].startswith("/admin/")


def test_who_may_not_answer_readers_tries_nothing_again() -> None:
    letter = failed_letter()
    with pytest.raises(PermissionDenied):
        letters.again(letter, by=UserFactory(role="Reporter"))


def test_a_letter_to_somebody_who_left_is_not_sent(post: Post) -> None:
    person = UserFactory(role="Editor", is_active=False)
    letter = letters.owe(key="digest:1", kind="digest", to=person, language="en", subject="s", body="b", at=THEN)
    assert letter is not None
    letters.send(letter.pk, at=THEN)
    assert Letter.objects.get().failure == letters.NO_ADDRESS
    assert post.conversations == 0


def test_the_list_of_letters_takes_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(12):
        owed(text=f"Error {number}")
    Letter.objects.update(failure="550 unknown")
    client = signed_in("Audience")
    one = Letter.objects.first()
    assert one is not None
    for path in ("/admin/feedback/letter/", f"/admin/feedback/letter/{one.pk}/change/", "/admin/"):
        with django_assert_max_num_queries(12):
            assert client.get(path).status_code == 200


def test_no_address_of_a_reader_is_stored_with_a_letter_or_its_job(post: Post) -> None:
    post.to_recipient = "550 5.1.1 <ana@example.org>: no such user ana@example.org"
    letter = owed()
    letters.send(letter.pk, at=THEN)
    with connection.cursor() as cursor:
        for table in ("feedback_letter", "procrastinate_jobs", "feedback_triageevent"):
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', ["%ana@example.org%"])
            assert cursor.fetchone() == (0,), table
    assert Message.objects.get().email == "ana@example.org"
    assert mailing.message_id(letter).count("@") == 1
    assert not Subscription.objects.exists()
