"""“Was this content helpful?”: one press of a button, without a script and without a cookie."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client

from articles import publishing
from articles.feedback.models import DayKey, Mark, Vote
from articles.models import Edition
from tests.factories import THEN, MastheadFactory, chief, story
from tests.feedback.scenes import page, value_of

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


VOTING = "/feedback/helpful/"


@pytest.mark.parametrize(
    ("language", "address"), [("en", "/"), ("en", "/countries/"), ("es", "/es/temas/"), ("es", "/es/buscar/")]
)
def test_every_page_asks_and_its_vote_is_stored_with_its_address(reader: Client, language: str, address: str) -> None:
    form = page(reader.get(address)).find(".//reader-feedback//form")
    sent = {field.get("name"): field.get("value") for field in form.findall(".//input")} | {"helpful": "yes"}
    response = reader.post(form.get("action"), sent, follow=True)
    assert page(response).find(f".//main//a[@href='{address}']") is not None
    kept = Vote.objects.get()
    assert (kept.address, kept.language, kept.article, kept.helpful) == (address, language, None, True)


@pytest.mark.parametrize("address", ["/no/such/page/", "https://elsewhere.example/", "", "/?x=1"])
def test_a_vote_about_nothing_of_ours_is_refused(reader: Client, address: str) -> None:
    assert reader.post(VOTING, {"helpful": "yes", "address": address}).status_code == 400
    assert not Vote.objects.exists()


@pytest.mark.parametrize(("first", "second"), [("yes", "yes"), ("yes", "no"), ("no", "yes")])
def test_a_visitor_counts_once_a_day_on_a_page_and_is_told(reader: Client, first: str, second: str) -> None:
    sent = {"article": story().pk, "helpful": first}
    with time_machine.travel(THEN, tick=False):
        reader.post(VOTING, sent)
        again = reader.post(VOTING, sent | {"helpful": second}, follow=True)
    assert "It counts once a day" in again.content.decode()
    assert Vote.objects.get().helpful is (first == "yes")


def test_another_page_another_visitor_and_another_day_count(reader: Client) -> None:
    first, second = story(), story()
    other = Client(headers={"sec-fetch-site": "same-origin"}, REMOTE_ADDR="198.51.100.2")
    with time_machine.travel(THEN, tick=False):
        reader.post(VOTING, {"article": first.pk, "helpful": "yes"})
        reader.post(VOTING, {"article": second.pk, "helpful": "yes"})
        other.post(VOTING, {"article": first.pk, "helpful": "yes"})
        assert Vote.objects.count() == 3
    with time_machine.travel(THEN + timedelta(days=1), tick=False):
        reader.post(VOTING, {"article": first.pk, "helpful": "yes"})
    assert Vote.objects.count() == 4


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("198.51.100.1", "198.51.100.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:198.51.100.1", "198.51.100.1", True),
    ],
)
def test_a_visitor_is_an_ipv4_address_or_an_ipv6_network(one: str, other: str, same: bool) -> None:
    article = story()
    for address in (one, other):
        reader = Client(headers={"sec-fetch-site": "same-origin"}, REMOTE_ADDR=address)
        reader.post(VOTING, {"article": article.pk, "helpful": "yes"})
    assert Vote.objects.count() == (1 if same else 2)


@pytest.mark.parametrize(("behind", "count"), [(True, 2), (False, 1)])
def test_only_behind_its_own_proxy_the_site_believes_what_the_proxy_says(settings, behind: bool, count: int) -> None:
    settings.BEHIND_PROXY = behind
    article = story()
    for address in ("198.51.100.1", "198.51.100.2"):
        reader = Client(headers={"sec-fetch-site": "same-origin", "x-real-ip": address})
        reader.post(VOTING, {"article": article.pk, "helpful": "yes"})
    assert Vote.objects.count() == count


def test_the_guards_are_unlogged_and_hold_nothing_after_the_day(reader: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relpersistence = 'u' AND relname LIKE 'feedback%' AND relkind = 'r'"
        )
        assert {name for (name,) in cursor.fetchall()} == {"feedback_daykey", "feedback_mark"}
    article = story()
    with time_machine.travel(THEN, tick=False):
        reader.post(VOTING, {"article": article.pk, "helpful": "yes"})
        (key,), yesterday = DayKey.objects.values_list("secret"), set(Mark.objects.values_list("key", flat=True))
    assert yesterday
    with time_machine.travel(THEN + timedelta(days=1, hours=2), tick=False):
        reader.post(VOTING, {"article": article.pk, "helpful": "yes"})
    assert DayKey.objects.exclude(secret=key[0]).count() == DayKey.objects.count() == 1
    assert not yesterday & set(Mark.objects.values_list("key", flat=True))


def test_no_column_of_a_vote_or_message_could_hold_a_mark() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'feedback_vote'")
        assert {name for (name,) in cursor.fetchall()} == {
            *("id", "address", "article_id", "language", "helpful", "reason", "sent_at"),
        }


@pytest.mark.parametrize("reason", ["missing", "wrong", "unclear", "other"])
def test_a_no_opens_one_question_and_its_answer_is_stored_with_the_vote(reader: Client, reason: str) -> None:
    article = story()
    document = page(reader.post(VOTING, {"article": article.pk, "helpful": "no"}, follow=True))
    form = document.find(".//main//form")
    assert [button.get("value") for button in form.findall(".//button")] == ["missing", "wrong", "unclear", "other"]
    sent = {name: value_of(document, name) for name in ("vote", "article", "address")} | {"reason": reason}
    response = reader.post(form.get("action"), sent, follow=True)
    assert response.status_code == 200
    assert Vote.objects.get().reason == reason
    # The browser's back button, and another answer: the first one stands.
    assert reader.post(VOTING, sent | {"reason": "other"}).status_code == 303
    assert Vote.objects.get().reason == reason


def test_a_yes_opens_no_question_and_takes_no_reason(reader: Client) -> None:
    article = story()
    response = reader.post(VOTING, {"article": article.pk, "helpful": "yes"}, follow=True)
    assert page(response).find(".//main//form") is None


@pytest.mark.parametrize("slip", ["", "1", "1:x:y", "forged", "9" * 50])
def test_a_made_up_slip_changes_no_vote(reader: Client, slip: str) -> None:
    reader.post(VOTING, {"article": story().pk, "helpful": "no"})
    assert reader.post(VOTING, {"vote": slip, "reason": "wrong"}).status_code in (303, 400)
    assert Vote.objects.get().reason == ""


def test_a_reason_comes_within_the_hour_or_not_at_all(reader: Client) -> None:
    with time_machine.travel(THEN, tick=False):
        document = page(reader.post(VOTING, {"article": story().pk, "helpful": "no"}, follow=True))
    with time_machine.travel(THEN + timedelta(minutes=61), tick=False):
        reader.post(VOTING, {"vote": value_of(document, "vote"), "reason": "wrong"})
    assert Vote.objects.get().reason == ""
