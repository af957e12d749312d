"""What speaks against a message is counted and said; it is stored all the same."""

import pytest
from django.test import Client
from django.utils import translation

from articles.feedback import suspicion
from articles.feedback.models import Message
from tests.factories import UserFactory
from tests.feedback.scenes import message

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The minister resigned in May, not in March.", []),
        ("See http://a.example http://b.example www.c.example", ["3 links"]),
        ("THE MINISTER RESIGNED IN MAY AND NOBODY SAYS SO", ["all in capitals"]),
        ("OEA, ONU", []),
        ("!!!! 555 $$$$", ["hardly a word in it"]),
        ("¿", ["hardly a word in it"]),
        ("我们需要更多的报道", []),
    ],
)
def test_the_reasons_are_said_in_words(text: str, said: list[str]) -> None:
    letter = message(text=text)
    assert suspicion.in_words(letter.suspicions) == said
    assert (letter.score > 0) == bool(said)


def test_the_same_text_again_is_counted_whoever_sends_it(reader: Client, roles: None) -> None:
    for number in range(14):
        text = (
            f"Buy  THE best watches, only {number} left!" if number % 2 else f"buy the bést watches only {number} left"
        )
        message(text=text)
    assert suspicion.in_words(Message.objects.latest("pk").suspicions) == ["same text sent 14 times"]
    with translation.override("es"):
        assert suspicion.in_words(Message.objects.latest("pk").suspicions) == ["mismo texto enviado 14 veces"]
    client = Client()
    client.force_login(UserFactory(role="Audience"))
    assert "same text sent 14 times" in client.get("/admin/feedback/message/").content.decode()


def test_nothing_is_hidden_by_its_points(reader: Client) -> None:
    worst = "HTTP://A.EXAMPLE HTTP://B.EXAMPLE HTTP://C.EXAMPLE WWW.D.EXAMPLE <A HREF=X> !!!! 555"
    for _ in range(3):
        assert reader.post("/feedback/", {"text": worst, "confirmed": "yes", "name": str(_)}).status_code == 303
    assert Message.objects.get().status == "new"
    assert Message.objects.get().score > 5
