"""Staff answer readers who said that they may, from saved replies in both languages, and see what goes before it goes."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.feedback import answering, letters, triage
from articles.feedback.models import Letter, Message, SavedReply
from tests import factories
from tests.factories import THEN, MastheadFactory, UserFactory, chief
from tests.feedback import mailserver
from tests.feedback.mailserver import Post
from tests.feedback.scenes import message, page, value_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    with mailserver.running(settings) as server:
        yield server


@pytest.fixture
def reply() -> SavedReply:
    return SavedReply.objects.create(
        title="Where the source is",
        subject_en="About “{headline}”",
        body_en="Thank you.\n\nThe source is linked at {address}.\n\n{publication}",
        subject_es="Sobre “{headline}”",
        body_es="Gracias.\n\nLa fuente está enlazada en {address}.\n\n{publication}",
    )


def asked(**values: Any) -> Message:
    return message(
        **{"text": "Is there a source?", "email": "ana@example.org", "answer_welcome": True, "at": THEN} | values
    )


def signed_in(role: str | None = "Audience") -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role=role))
    return client


def address(letter: Message) -> str:
    return reverse("admin:feedback_message_change", args=[letter.pk])


def form_in(document: Any) -> Any:
    return document.find(".//form[@class='feedback-answer']")


def sent_by(form: Any, **typed: str) -> dict[str, str]:
    """What a browser would send from the form with this typed into it."""
    sent = {field.get("name"): field.get("value", "") for field in form.findall(".//input[@name]")}
    sent |= {area.get("name"): (area.text or "").removeprefix("\n") for area in form.findall(".//textarea")}
    for choice in form.findall(".//select"):
        options = choice.findall("option")
        chosen = next((one for one in options if one.get("selected") is not None), options[0])
        sent[choice.get("name")] = chosen.get("value")
    return sent | typed


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [("en", "About “The port”", "The source is linked at"), ("es", "Sobre “The port”", "La fuente está enlazada en")],
)
def test_a_saved_reply_is_chosen_filled_in_looked_at_changed_and_sent(
    post: Post, reply: SavedReply, language: str, subject: str, words: str
) -> None:
    MastheadFactory()
    article = factories.story(language=language, headline="The port")
    letter, client = asked(article=article, language=language), signed_in()
    choice = page(client.get(address(letter))).find(".//select[@id='answer-reply']")
    assert [option.text for option in choice] == ["none", "Where the source is"]
    form = form_in(page(client.get(f"{address(letter)}?reply={reply.pk}")))
    sent = sent_by(form)
    assert sent["subject"] == subject
    assert words in sent["text"] and article.path in sent["text"] and "The Test Gazette" in sent["text"]
    # What will go is shown whole, and nothing has gone.
    preview = page(client.post(form.get("action"), sent | {"text": sent["text"] + "\n\nYours, Ana", "_preview": ""}))
    whole = preview.find(".//div[@class='feedback-text']").text
    assert "Yours, Ana" in whole
    shown = " ".join("".join(preview.find(".//dl[@class='feedback-mail']").itertext()).split())
    for part in ("The Test Gazette", "desk@gazette.example", "ana@example.org", subject):
        assert part in shown
    assert not Letter.objects.exists()
    # From there it goes.
    again = form_in(preview)
    client.post(again.get("action"), sent_by(again, _send=""))
    letter.refresh_from_db()
    assert (letter.status, letter.outcome) == ("resolved", "answered")
    steps = letter.events.exclude(verb__in=["assign", "open"]).order_by("pk")
    assert [step.verb for step in steps] == ["mark", "answer"]
    letters.send_due()
    (mail,) = post.taken
    assert mail["Subject"] == subject
    assert mail.get_content().replace("\r\n", "\n").strip() == whole
    assert mail["Auto-Submitted"] is None


def test_a_double_click_sends_once(post: Post) -> None:
    letter, client = asked(), signed_in()
    form = form_in(page(client.get(address(letter))))
    sent = sent_by(form, subject="Yes", text="There is.", _send="")
    client.post(form.get("action"), sent)
    client.post(form.get("action"), sent)
    assert Letter.objects.count() == 1
    letters.send_due()
    letters.send_due()
    assert len(post.taken) == 1


@pytest.mark.parametrize(("then", "outcome"), [("resolved", "answered"), ("waiting", ""), ("in_progress", "")])
def test_the_message_is_closed_or_kept_open_as_one_chooses(then: str, outcome: str) -> None:
    letter, client = asked(), signed_in()
    form = form_in(page(client.get(address(letter))))
    client.post(form.get("action"), sent_by(form, subject="Yes", text="There is.", then=then, _send=""))
    letter.refresh_from_db()
    assert (letter.status, letter.outcome) == (then, outcome)


def test_a_second_answer_to_an_answered_message_is_possible() -> None:
    letter = asked()
    answering.answer(letter, subject="a", text="b", by=chief(), slip=uuid.uuid4())
    answering.answer(letter, subject="c", text="d", by=chief(), slip=uuid.uuid4())
    assert Letter.objects.count() == 2
    assert letter.status == "resolved"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"answer_welcome": False}, "did not say that we may write otherwise"),
        ({"email": "", "answer_welcome": False}, "left no address"),
        ({"status": "spam"}, "marked as spam"),
    ],
)
def test_who_did_not_ask_for_an_answer_gets_none(values: dict[str, Any], words: str) -> None:
    letter, client = asked(**values), signed_in()
    document = page(client.get(address(letter)))
    assert form_in(document) is None
    assert words in "".join(document.find(".//section[@id='answer']").itertext())
    assert client.get(reverse("admin:feedback_message_answer", args=[letter.pk])).status_code == 302
    with pytest.raises(triage.Refusal, match=words):
        answering.answer(letter, subject="s", text="t", by=chief(), slip=uuid.uuid4())
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"subject": "", "text": "x"}, "This field is required."),
        ({"subject": "x", "text": ""}, "This field is required."),
        ({"subject": "x", "text": "It is at {address}."}, "Fill in {address} first."),
        ({"subject": "{nonsense}", "text": "x"}, "Fill in {nonsense} first."),
        ({"subject": "x" * 151, "text": "x"}, "at most 150"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said_and_nothing_typed_is_lost(typed: dict[str, str], words: str) -> None:
    letter, client = asked(), signed_in()
    form = form_in(page(client.get(address(letter))))
    answer = client.post(form.get("action"), sent_by(form, **typed, _send=""))
    assert words in answer.content.decode()
    document = page(answer)
    for name, text in typed.items():
        assert value_of(document, name).removeprefix("\n") == text
    assert not Letter.objects.exists()


def test_who_answers_second_is_told_and_keeps_the_text() -> None:
    letter, client = asked(), signed_in()
    form = form_in(page(client.get(address(letter))))
    triage.mark(Message.objects.get(), to="waiting", by=chief())
    answer = client.post(form.get("action"), sent_by(form, subject="Yes", text="There is.", _send=""))
    assert "somebody else marked this message" in answer.content.decode()
    assert value_of(page(answer), "text").removeprefix("\n") == "There is."
    assert not Letter.objects.exists()


def test_who_may_only_read_sees_what_was_sent_and_no_form() -> None:
    letter = asked()
    answering.answer(letter, subject="About the source", text="There is.", by=chief(), slip=uuid.uuid4())
    user = UserFactory(role=None)
    user.user_permissions.add(Permission.objects.get(codename="view_message"))
    client = Client()
    client.force_login(user)
    document = page(client.get(address(letter)))
    assert form_in(document) is None
    assert "About the source" in "".join(document.find(".//section[@id='answer']").itertext())
    assert client.get(reverse("admin:feedback_message_answer", args=[letter.pk])).status_code == 403
    with pytest.raises(PermissionDenied):
        answering.answer(letter, subject="s", text="t", by=user, slip=uuid.uuid4())


def test_a_general_message_fills_the_places_too(reply: SavedReply) -> None:
    MastheadFactory()
    subject, text = answering.filled(reply, asked(address="/about/"))
    assert subject == "About “The Test Gazette”"
    assert "/about/" in text and "{" not in text


@pytest.mark.parametrize(("role", "status"), [("Editor", 403), ("Publisher", 302), ("Audience", 302)])
def test_publishers_and_the_audience_desk_write_saved_replies(role: str, status: int, reply: SavedReply) -> None:
    client = Client()
    client.force_login(UserFactory(role=role))
    texts = {"subject_en": "Hi", "body_en": "Hi", "subject_es": "Hola", "body_es": "Hola"}
    assert client.get("/admin/feedback/savedreply/").status_code == 200
    assert client.post("/admin/feedback/savedreply/add/", texts | {"title": "New"}).status_code == status
    assert SavedReply.objects.filter(title="New").exists() is (status == 302)


def test_a_saved_reply_with_a_place_that_nothing_fills_in_is_refused() -> None:
    client = Client()
    client.force_login(UserFactory(role="Publisher"))
    texts = {"title": "T", "subject_en": "Hi", "body_en": "Dear {name}", "subject_es": "Hola", "body_es": "Hola"}
    answer = client.post("/admin/feedback/savedreply/add/", texts)
    assert "{name} is not known." in answer.content.decode()
    assert not SavedReply.objects.exists()


def test_the_message_page_takes_few_queries(
    reply: SavedReply, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    letter = asked(article=factories.story())
    for _ in range(5):
        answering.answer(letter, subject="a", text="b", by=chief(), slip=uuid.uuid4())
    for role in ("Publisher", "Audience"):
        client = signed_in(role)
        with django_assert_max_num_queries(12):
            assert client.get(f"{address(letter)}?reply={reply.pk}").status_code == 200
        with django_assert_max_num_queries(12):
            assert client.get(reverse("admin:feedback_message_answer", args=[letter.pk])).status_code == 200
