"""Staff find, open and mark messages, and count votes."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.feedback import intake, triage
from articles.feedback.models import Message, Vote
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
    assert document.find(".//section[@class='feedback-deeds']//form") is None
    assert client.post(f"{MESSAGES}{letter.pk}/mark/", {"to": "spam", "seen": "new"}).status_code == 403
    client.post(MESSAGES, {"action": "spam", "_selected_action": [letter.pk]})
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
    assert rows == [
        ["Liked", "English", "4", "3", "75 % (30 to 95)"],
        ["Disliked", "English", "3", "1", "33 % (6 to 79)"],
    ]
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
