"""A reader says what the e-mail may be used for: to be told of a correction, and to be answered only if that is ticked."""

from typing import Any

import pytest
from django.test import Client

from articles.feedback import forms
from articles.feedback.models import Message
from tests.feedback.scenes import page

pytestmark = pytest.mark.django_db

BOX = ".//input[@name='answer_welcome']"


@pytest.fixture(autouse=True)
def _no_hurry(settings: Any) -> None:
    settings.FEEDBACK_LEAST_SECONDS = 0


@pytest.mark.parametrize(
    ("path", "label", "hint", "kept"),
    [
        (
            "/feedback/",
            "The newsroom may also answer me at this address",
            "It is used for that alone, unless you tick the box below.",
            "to answer you only if you tick that we may",
        ),
        (
            "/es/comentarios/",
            "La redacción también puede responderme a esta dirección",
            "Se usa solo para eso, salvo que marque la casilla de abajo.",
            "para responderle solo si marca que podemos",
        ),
    ],
)
def test_the_form_asks_with_an_empty_box_and_says_what_the_address_is_for(
    reader: Client, path: str, label: str, hint: str, kept: str
) -> None:
    document = page(reader.get(path))
    box = document.find(BOX)
    assert box.get("checked") is None
    assert document.find(f".//label[@for='{box.get('id')}']").text == label
    text = " ".join("".join(document.find(".//main").itertext()).split())
    assert hint in text and kept in text


@pytest.mark.parametrize(
    ("sent", "welcome"),
    [
        ({"email": "ana@example.org", "answer_welcome": "yes"}, True),
        ({"email": "ana@example.org"}, False),
        ({"email": "ana@example.org", "answer_welcome": ""}, False),
        ({"email": "", "answer_welcome": "yes"}, False),
    ],
)
def test_only_a_tick_beside_an_address_is_a_welcome(reader: Client, sent: dict[str, str], welcome: bool) -> None:
    assert reader.post("/feedback/", {"text": "A question"} | sent).status_code == 303
    assert Message.objects.get().answer_welcome is welcome


@pytest.mark.parametrize("sent", [{"text": ""}, {"text": "Call 555-123-4567"}, {"text": "x", "email": "nobody"}])
def test_the_tick_comes_back_with_what_was_typed_and_is_stored_then(reader: Client, sent: dict[str, str]) -> None:
    typed = {"email": "ana@example.org", "answer_welcome": "yes"} | sent
    answer = reader.post("/feedback/", typed)
    assert answer.status_code == 422
    assert page(answer).find(BOX).get("checked") is not None
    reader.post("/feedback/", typed | {"text": "A question", "email": "ana@example.org"})
    assert Message.objects.get().answer_welcome


def test_without_a_tick_the_box_comes_back_empty(reader: Client) -> None:
    answer = reader.post("/feedback/", {"text": "", "email": "ana@example.org"})
    assert page(answer).find(BOX).get("checked") is None


def test_the_tick_is_kept_while_the_database_is_away() -> None:
    assert forms.KeptForm({"answer_welcome": "yes"})["answer_welcome"].value()
    assert not forms.KeptForm({"text": "x"})["answer_welcome"].value()
