"""Staff find, open and mark messages, and count votes."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles import publishing
from articles.feedback import intake, triage
from articles.feedback.models import Message, TriageEvent, Vote
from articles.models import Article
from tests.factories import THEN, UserFactory, chief, story
from tests.feedback.scenes import message, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

MESSAGES = "/admin/feedback/message/"
VOTES = "/admin/feedback/vote/"
STORIES = "/admin/feedback/vote/stories/"


def signed_in(role: str | None, **values: Any) -> Client:
    # Tokens are checked as in life: a button without one would not work.
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(role=role, **values))
    return client


def press(client: Client, letter: Message, label: str) -> Any:
    """Press a button on the message's page, as a browser would."""
    form = page(client.get(f"{MESSAGES}{letter.pk}/change/")).find(".//form[@id='message_form']")
    return press_in(client, form, label)


def press_in(client: Client, form: Any, label: str) -> Any:
    button = next(button for button in form.findall(".//button") if button.text == label)
    sent = {field.get("name"): field.get("value") for field in form.findall(".//input[@type='hidden']")}
    return client.post(button.get("formaction"), sent | {button.get("name"): button.get("value")}, follow=True)


def act(client: Client, action: str, letters: list[Message]) -> Any:
    form = page(client.get(MESSAGES)).find(".//form[@id='changelist-form']")
    token = form.find(".//input[@name='csrfmiddlewaretoken']").get("value")
    sent = {"csrfmiddlewaretoken": token, "action": action, "_selected_action": [letter.pk for letter in letters]}
    return client.post(MESSAGES, sent, follow=True)


def listed(response: Any) -> list[str]:
    return [cell.find(".//a").text for cell in page(response).findall(".//th[@class='field-excerpt']")]


def test_the_queue_shows_what_nobody_has_read_first() -> None:
    for hours, (text, status) in enumerate(
        [("old new", "new"), ("spam", "spam"), ("begun", "in_progress"), ("young new", "new"), ("done", "resolved")]
    ):
        message(text=text, at=THEN + timedelta(hours=hours), status=status)
    assert listed(signed_in("Audience").get(MESSAGES)) == ["young new", "old new", "begun", "done", "spam"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("status__exact=new", {"one", "two"}),
        ("status__exact=spam", {"three"}),
        ("language__exact=es", {"two"}),
        ("email=yes", {"one"}),
        ("email=no", {"two", "three"}),
        ("q=ONE", {"one"}),
        ("q=Ana", {"one"}),
        ("q=harbour", {"two"}),
        ("sent_at__gte=2024-05-07 00:00:00%2B00:00", {"three"}),
    ],
)
def test_the_queue_is_filtered_and_searched(query: str, found: set[str]) -> None:
    message(text="one", name="Ana", email="ana@example.org", at=THEN)
    message(text="two", language="es", article=story(language="es", headline="The harbour"), at=THEN)
    message(text="three", at=THEN + timedelta(days=2), status="spam")
    assert set(listed(signed_in("Audience").get(f"{MESSAGES}?{query}"))) == found


def test_a_message_is_shown_whole_and_harmless() -> None:
    text = "First line\nSecond line <script>alert(1)</script>\n" + "x" * 1000
    article = story(headline="The border deal")
    letter = message(text=text, name="<b>Ana</b>", email="ana@example.org", article=article, at=THEN)
    document = page(signed_in("Editor").get(f"{MESSAGES}{letter.pk}/change/"))
    shown = document.find(".//div[@class='feedback-text']")
    assert "".join(shown.itertext()) == text
    assert not list(shown)
    assert document.find(".//b") is None
    assert document.find(f".//a[@href='{article.path}']") is not None
    whole = "".join(document.itertext())
    for part in ("The border deal", "<b>Ana</b>", "ana@example.org", article.path):
        assert part in whole


def test_a_message_leads_to_its_story_at_the_desk() -> None:
    article = story()
    letter = message(article=article)
    document = page(signed_in("Editor").get(f"{MESSAGES}{letter.pk}/change/"))
    assert document.find(f".//a[@href='/admin/articles/article/{article.pk}/change/']") is not None


def test_a_story_that_is_not_public_has_no_public_link() -> None:
    article = story()
    letter = message(article=article)
    publishing.unpublish(article, by=chief())
    document = page(signed_in("Editor").get(f"{MESSAGES}{letter.pk}/change/"))
    assert document.find(f".//a[@href='{article.path}']") is None


@pytest.mark.parametrize("role", ["Audience", "Editor"])
def test_the_buttons_mark_a_message_and_the_page_tells_its_history(role: str) -> None:
    client = signed_in(role, username="marta")
    letter = message(at=THEN)
    for label, status in [
        ("Mark as in progress", "in_progress"),
        ("Mark as resolved", "resolved"),
        ("Mark as spam", "spam"),
        ("Mark as new", "new"),
    ]:
        assert press(client, letter, label).status_code == 200
        assert Message.objects.get().status == status
    history = page(client.get(f"{MESSAGES}{letter.pk}/change/")).findall(
        ".//section[@class='module feedback-steps']//li"
    )
    told = [" ".join("".join(step.itertext()).split()) for step in history]
    assert len(told) == 5
    assert "marta: from “new” to “in progress”" in told[1]
    assert "marta: from “spam” to “new”" in told[4]


def test_there_is_no_button_to_where_the_message_is() -> None:
    letter = message()
    document = page(signed_in("Editor").get(f"{MESSAGES}{letter.pk}/change/"))
    assert [
        button.get("value") for button in document.findall(".//div[@class='submit-row feedback-moves']/button")
    ] == [
        "in_progress",
        "resolved",
        "spam",
    ]


def test_who_pressed_second_is_told_and_changes_nothing() -> None:
    first, second = signed_in("Editor"), signed_in("Audience")
    letter = message()
    old_page = page(second.get(f"{MESSAGES}{letter.pk}/change/")).find(".//form[@id='message_form']")
    press(first, letter, "Mark as resolved")
    response = press_in(second, old_page, "Mark as spam")
    assert "somebody else marked this message as “resolved”" in response.content.decode()
    assert Message.objects.get().status == "resolved"
    assert TriageEvent.objects.count() == 1


def test_several_messages_are_marked_at_once() -> None:
    letters = [message(text=f"Message {n}") for n in range(4)]
    triage.mark(letters[0], to="spam", by=chief())
    response = act(signed_in("Audience"), "mark_spam", letters[:3])
    text = response.content.decode()
    assert "2 messages are marked as “spam” now." in text
    assert "1 was so already." in text
    assert Message.objects.filter(status="spam").count() == 3
    assert TriageEvent.objects.count() == 3


@pytest.mark.parametrize("action", ["mark_new", "mark_in_progress", "mark_resolved", "mark_spam"])
def test_there_is_an_action_for_each_status(action: str) -> None:
    letter = message()
    triage.mark(letter, to="spam" if action != "mark_spam" else "resolved", by=chief())
    act(signed_in("Audience"), action, [letter])
    assert f"mark_{Message.objects.get().status}" == action


@pytest.mark.parametrize("role", ["Reporter", None])
def test_others_see_no_feedback(role: str | None) -> None:
    letter = message()
    client = signed_in(role)
    for address in (MESSAGES, f"{MESSAGES}{letter.pk}/change/", VOTES, STORIES):
        assert client.get(address).status_code == 403


def test_who_may_only_read_finds_no_buttons_and_cannot_mark() -> None:
    letter = message()
    user = UserFactory(role=None)
    user.user_permissions.add(Permission.objects.get(codename="view_message"))
    client = Client()
    client.force_login(user)
    document = page(client.get(f"{MESSAGES}{letter.pk}/change/"))
    assert document.find(".//div[@class='submit-row feedback-moves']") is None
    assert client.post(f"{MESSAGES}{letter.pk}/mark/", {"to": "spam", "seen": "new"}).status_code == 403
    client.post(MESSAGES, {"action": "mark_spam", "_selected_action": [letter.pk]})
    assert Message.objects.get().status == "new"


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"to": "archived", "seen": "new"}, 302),
        ({"to": "new", "seen": "new"}, 302),
        ({"to": "spam", "seen": "never"}, 404),
        ({"to": "spam"}, 404),
        ({}, 404),
    ],
)
def test_a_made_up_button_changes_nothing(sent: dict[str, str], status: int) -> None:
    letter = message()
    client = Client()
    client.force_login(UserFactory(role="Audience"))
    assert client.post(f"{MESSAGES}{letter.pk}/mark/", sent).status_code == status
    assert client.get(f"{MESSAGES}{letter.pk}/mark/").status_code == 405
    assert client.post(f"{MESSAGES}{letter.pk + 1}/mark/", {"to": "spam", "seen": "new"}).status_code == 404
    assert Message.objects.get().status == "new"


def test_marking_without_the_desks_token_is_refused() -> None:
    letter = message()
    sent = {"to": "spam", "seen": "new"}
    assert signed_in("Audience").post(f"{MESSAGES}{letter.pk}/mark/", sent).status_code == 403
    assert Client().post(f"{MESSAGES}{letter.pk}/mark/", sent).status_code == 302
    assert Message.objects.get().status == "new"


def test_not_even_the_chief_adds_edits_or_deletes_what_readers_sent() -> None:
    letter = message()
    vote = intake.receive_vote(article=None, address="/", language="en", helpful=True)
    client = Client()
    client.force_login(chief())
    for base, row in ((MESSAGES, letter), (VOTES, vote)):
        assert client.post(f"{base}add/", {"text": "Invented"}).status_code == 403
        assert client.post(f"{base}{row.pk}/change/", {"text": "Changed", "helpful": ""}).status_code == 403
        assert client.post(f"{base}{row.pk}/delete/", {"post": "yes"}).status_code == 403
        client.post(base, {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert Message.objects.get().text == "A word"
    assert Vote.objects.get().helpful is True


def test_votes_are_listed_and_counted_for_each_story() -> None:
    liked, disliked, silent = story(headline="Liked"), story(headline="Disliked"), story(headline="Silent")
    for article, answers in ((liked, [True, True, True, False]), (disliked, [False, False, True])):
        for answer in answers:
            intake.receive_vote(article=article, address="", language="en", helpful=answer, at=THEN)
    client = signed_in("Audience")
    assert len(page(client.get(f"{VOTES}?helpful__exact=1")).findall(".//th[@class='field-story']")) == 4
    rows = [
        [" ".join("".join(cell.itertext()).split()) for cell in row]
        for row in page(client.get(STORIES)).findall(".//table[@class='feedback-counts']/tbody/tr")
    ]
    assert rows == [["Liked", "English", "4", "3", "75 %"], ["Disliked", "English", "3", "1", "33 %"]]
    assert silent.headline not in client.get(STORIES).content.decode()


@pytest.mark.parametrize("address", [MESSAGES, VOTES, STORIES, "one message"])
def test_a_list_of_many_rows_takes_few_queries(
    address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    articles = [story() for _ in range(12)]
    letters = [message(article=article, text=f"Message {n}") for n, article in enumerate(articles * 5)]
    for article in articles * 10:
        intake.receive_vote(article=article, address="", language="en", helpful=True)
    users = [UserFactory(role="Editor") for _ in range(8)]
    for number, user in enumerate(users):
        triage.mark(letters[0], to=["spam", "new"][number % 2], by=user)
    client = signed_in("Audience")
    with django_assert_max_num_queries(12):
        response = client.get(f"{MESSAGES}{letters[0].pk}/change/" if address == "one message" else address)
    assert response.status_code == 200
    assert Article.objects.count() == 12


@pytest.mark.parametrize("address", [MESSAGES, VOTES, STORIES, "one message"])
def test_the_desks_pages_hold_no_inline_style_or_script(address: str) -> None:
    letter = message(article=story())
    document = page(
        signed_in("Audience").get(f"{MESSAGES}{letter.pk}/change/" if address == "one message" else address)
    )
    assert document.find(".//style") is None
    assert [script for script in document.findall(".//script") if not script.get("src")] == []
    assert document.find(".//*[@style]") is None
