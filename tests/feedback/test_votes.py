"""“Was this content helpful?”: one press of a button, without a script and without a cookie."""

import pytest
import time_machine
from django.test import Client

from articles import publishing
from articles.feedback.models import Vote
from articles.models import Edition
from tests.factories import THEN, MastheadFactory, chief, story
from tests.feedback.scenes import page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("answer", "helpful"), [("yes", True), ("no", False)])
def test_a_vote_is_stored_with_its_page_language_and_hour(reader: Client, answer: str, helpful: bool) -> None:
    article = story()
    with time_machine.travel(THEN, tick=False):
        response = reader.post(
            "/feedback/helpful/", {"helpful": answer, "article": article.pk, "address": "/es/paises/"}
        )
    assert response.status_code == 303
    kept = Vote.objects.values("article", "address", "language", "helpful", "sent_at").get()
    assert kept == {
        "article": article.pk,
        "address": article.path,
        "language": "en",
        "helpful": helpful,
        "sent_at": THEN,
    }


def test_a_voter_is_thanked_with_the_donation_request_in_the_houses_own_words(reader: Client) -> None:
    MastheadFactory()
    article = story(language="es")
    sent = {"helpful": "yes", "article": article.pk, "address": article.path}
    response = reader.post("/es/comentarios/util/", sent, follow=True)
    assert response.redirect_chain == [(f"/es/comentarios/gracias/?article={article.pk}&about=vote", 303)]
    document = page(response)
    assert "Imprimir cuesta dinero." in "".join(document.itertext())
    assert document.find(".//main//a[@href='https://gazette.example/donar']").text == "Donar"
    assert document.find(f".//main//a[@href='{article.path}']") is not None
    assert document.find(f".//main//a[@href='/es/comentarios/?article={article.pk}']") is not None
    assert Vote.objects.get().language == "es"


def test_a_house_without_a_donation_request_only_says_thank_you(reader: Client) -> None:
    article = story()
    MastheadFactory(donation_request_en="", donation_request_es="")
    document = page(reader.get(f"/feedback/thanks/?article={article.pk}&about=vote"))
    assert document.find(".//main//h1").text == "Thank you"
    assert document.find(".//main//a[@href='https://gazette.example/give']") is None


@pytest.mark.parametrize("number", ["999999", "unpublished"])
def test_a_vote_on_a_story_that_readers_cannot_see_is_refused_with_a_page(reader: Client, number: str) -> None:
    if number == "unpublished":
        article = story()
        publishing.unpublish(article, by=chief())
        number = str(article.pk)
    response = reader.post("/feedback/helpful/", {"helpful": "yes", "article": number})
    assert response.status_code == 404
    assert "your vote was not counted" in response.content.decode()
    assert not Vote.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"helpful": "yes"}, {"article": "live"}, {"helpful": "maybe", "article": "live"}])
def test_an_incomplete_vote_is_refused_with_a_page(reader: Client, sent: dict[str, str]) -> None:
    article = story()
    response = reader.post("/feedback/helpful/", sent | ({"article": article.pk} if "article" in sent else {}))
    assert response.status_code == 400
    assert page(response).find(".//main//a[@href='/feedback/']") is not None
    assert not Vote.objects.exists()


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_the_voting_address_takes_posts_only_and_says_where_to_go(reader: Client, method: str) -> None:
    response = getattr(reader, method)("/feedback/helpful/?helpful=yes&article=1")
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert method == "head" or page(response).find(".//main//a[@href='/feedback/']") is not None


@pytest.mark.django_db(transaction=True)
def test_what_readers_send_starts_no_edition(reader: Client) -> None:
    article = story()
    before = Edition.number_now()
    assert reader.post("/feedback/helpful/", {"helpful": "yes", "article": article.pk}).status_code == 303
    assert reader.post("/feedback/", {"text": "Good.", "article": article.pk}).status_code == 303
    assert Edition.number_now() == before > 0
