"""Too much, too quick, twice: what is refused is said, what was typed stays, and nothing is counted twice."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from articles.feedback.models import Message, Vote
from tests.factories import THEN, story
from tests.feedback.scenes import page, value_of

pytestmark = pytest.mark.django_db

FORM = "/feedback/"


def visitor(number: int) -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"}, REMOTE_ADDR=f"198.51.100.{number}")


def opened(reader: Client, **query: Any) -> dict[str, str]:
    """What the form sends as it was drawn."""
    document = page(reader.get(FORM, query))
    return {name: value_of(document, name) for name in ("article", "address", "ticket", "name", "email", "subject")}


def test_a_visitor_who_sends_too_much_is_told_why_and_keeps_the_text(settings: Any) -> None:
    settings.FEEDBACK_MESSAGES_PER_VISITOR = 2
    with time_machine.travel(THEN, tick=False) as clock:
        answers = [visitor(1).post(FORM, {"text": f"Message {n}", "name": "Ana"}) for n in range(3)]
        assert [answer.status_code for answer in answers] == [303, 303, 429]
        document = page(answers[2])
        assert "your network within an hour" in "".join(document.find(".//div[@role='alert']").itertext())
        assert (value_of(document, "text"), value_of(document, "name")) == ("Message 2", "Ana")
        assert answers[2]["Retry-After"] == "3600"
        assert visitor(2).post(FORM, {"text": "From elsewhere"}).status_code == 303
        clock.shift(timedelta(hours=1))
        assert visitor(1).post(FORM, {"text": "Message 2"}).status_code == 303
    assert Message.objects.count() == 4


def test_a_page_takes_so_many_messages_an_hour_from_all_together(settings: Any) -> None:
    settings.FEEDBACK_MESSAGES_PER_PAGE = 2
    first, second = story(), story()
    answers = [visitor(n).post(FORM, {"text": f"Message {n}", "article": first.pk}) for n in range(1, 4)]
    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert "about this page" in answers[2].content.decode()
    assert visitor(3).post(FORM, {"text": "Message 3", "article": second.pk}).status_code == 303


@pytest.mark.parametrize(("name", "pages"), [("VISITOR", 3), ("PAGE", 1)])
def test_votes_have_their_limits_too(settings: Any, name: str, pages: int) -> None:
    setattr(settings, f"FEEDBACK_VOTES_PER_{name}", 2)
    stories = [story() for _ in range(pages)]
    answers = []
    for number in range(3):
        reader = visitor(1 if name == "VISITOR" else number)
        article = stories[number % pages]
        answers.append(reader.post("/feedback/helpful/", {"helpful": "yes", "article": article.pk}))
    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert page(answers[2]).find(".//main//h1") is not None
    assert Vote.objects.count() == 2


def test_what_is_refused_does_not_use_up_the_next_hour(settings: Any) -> None:
    settings.FEEDBACK_MESSAGES_PER_VISITOR = 1
    with time_machine.travel(THEN, tick=False) as clock:
        visitor(1).post(FORM, {"text": "First"})
        for number in range(5):
            clock.shift(timedelta(minutes=10))
            assert visitor(1).post(FORM, {"text": f"Refused {number}"}).status_code == 429
        clock.shift(timedelta(minutes=10))
        assert visitor(1).post(FORM, {"text": "Second"}).status_code == 303


def test_the_same_again_within_five_minutes_is_thanked_and_stored_once() -> None:
    with time_machine.travel(THEN, tick=False) as clock:
        answers = [visitor(1).post(FORM, {"text": "A double click"}) for _ in range(3)]
        assert {(answer.status_code, answer["Location"]) for answer in answers} == {
            (303, "/feedback/thanks/?about=comment")
        }
        assert Message.objects.count() == 1
        clock.shift(timedelta(minutes=4))
        visitor(1).post(FORM, {"text": "A double click"})
        assert Message.objects.count() == 1
        visitor(2).post(FORM, {"text": "A double click"})
        assert Message.objects.count() == 2
        clock.shift(timedelta(minutes=2))
        visitor(1).post(FORM, {"text": "A double click"})
    assert Message.objects.count() == 3


def test_one_form_is_never_stored_twice_however_late_and_from_wherever_it_comes_again(settings: Any) -> None:
    with time_machine.travel(THEN, tick=False) as clock:
        sent = opened(visitor(1)) | {"text": "Back, and Send again"}
        clock.shift(10)
        assert visitor(1).post(FORM, sent).status_code == 303
        clock.shift(timedelta(hours=30))
        assert visitor(2).post(FORM, sent).status_code == 303
        assert Message.objects.count() == 1
        # Back, another text: that is another message.
        assert visitor(1).post(FORM, sent | {"text": "And one more thing"}).status_code == 303
    assert Message.objects.count() == 2


@pytest.mark.parametrize(("after", "status"), [(0, 422), (2, 422), (4, 303), (90_000, 303)])
def test_a_form_that_is_sent_as_soon_as_it_is_drawn_asks_once_more(reader: Client, after: int, status: int) -> None:
    with time_machine.travel(THEN, tick=False) as clock:
        sent = opened(reader) | {"text": "Quick"}
        clock.shift(after)
        response = reader.post(FORM, sent)
        assert response.status_code == status
        if status == 422:
            assert "press Send again" in response.content.decode()
            document = page(response)
            again = {name: value_of(document, name) for name in ("text", "ticket")}
            clock.shift(4)
            assert reader.post(FORM, again).status_code == 303
    assert Message.objects.get().suspicions == []


@pytest.mark.parametrize("slip", ["", "forged", "a:b:c", "é" * 50])
def test_a_message_without_our_slip_is_taken_and_the_queue_says_so(reader: Client, slip: str) -> None:
    assert reader.post(FORM, {"text": "From a program", "ticket": slip}).status_code == 303
    assert Message.objects.get().suspicions == [["clockless", 0]]
