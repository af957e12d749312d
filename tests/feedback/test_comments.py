"""A reader writes to the newsroom: the form, what is stored, what has to be put right."""

from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from articles import publishing
from articles.feedback import counting, intake
from articles.feedback.models import Message
from tests.factories import THEN, MastheadFactory, SectionFactory, chief, story
from tests.feedback.scenes import page, value_of

pytestmark = pytest.mark.django_db


def test_the_form_names_the_story_and_links_to_it(reader: Client) -> None:
    article = story(headline="The border deal", slug="the-border-deal")
    document = page(reader.get(f"/feedback/?article={article.pk}"))
    link = document.find(f".//main//a[@href='{article.path}']")
    assert link.text == "The border deal"
    assert value_of(document, "article") == str(article.pk)
    assert value_of(document, "address") == article.path


@pytest.mark.parametrize("number", ["", "0", "999999", "-1", "abc", "1.0", "9" * 30, "٣", "%00", "1%0A", "²"])
def test_anything_but_a_live_story_makes_it_a_general_comment(reader: Client, number: str) -> None:
    response = reader.get(f"/feedback/?article={number}")
    assert response.status_code == 200
    assert value_of(page(response), "article") == ""


def test_an_unpublished_story_is_not_named_on_the_form(reader: Client) -> None:
    article = story(headline="Not for readers any more")
    publishing.unpublish(article, by=chief())
    assert "Not for readers" not in reader.get(f"/feedback/?article={article.pk}").content.decode()


def test_a_comment_on_a_story_is_stored_with_its_page_language_and_hour(reader: Client) -> None:
    article = story()
    sent = {"text": "I was there.", "name": "Ana", "email": "ana@example.org", "article": article.pk, "subject": ""}
    with time_machine.travel(THEN, tick=False):
        response = reader.post("/feedback/", sent | {"address": "/es/paises/"})
    assert response.status_code == 303
    assert response["Location"] == f"/feedback/thanks/?article={article.pk}&about=comment"
    kept = Message.objects.values("text", "name", "email", "article", "address", "language", "sent_at", "status").get()
    assert kept == {
        "text": "I was there.",
        "name": "Ana",
        "email": "ana@example.org",
        "article": article.pk,
        "address": article.path,
        "language": "en",
        "sent_at": THEN,
        "status": "new",
    }


def test_name_and_e_mail_may_stay_empty(reader: Client) -> None:
    assert reader.post("/es/comentarios/", {"text": "Sin nombre."}).status_code == 303
    kept = Message.objects.get()
    assert (kept.name, kept.email, kept.language, kept.article, kept.address) == (
        "",
        "",
        "es",
        None,
        "/es/comentarios/",
    )


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("/", "/"),
        ("/es/paises/", "/es/paises/"),
        ("/politics/", "/politics/"),
        ("/politics/page/2/", "/politics/page/2/"),
        ("/no/such/page/", "/feedback/"),
        ("https://elsewhere.example/politics/", "/feedback/"),
        ("//elsewhere.example/", "/feedback/"),
        ("/politics/?from=mail", "/feedback/"),
        ("/politics/\x00", "/politics/"),
        ("/" + "a" * 500 + "/", "/feedback/"),
        ("javascript:alert(1)", "/feedback/"),
    ],
)
def test_only_a_page_of_this_site_is_stored_as_the_address(reader: Client, sent: str, kept: str) -> None:
    SectionFactory(slug_en="politics", slug_es="politica")
    assert reader.post("/feedback/", {"text": "Good.", "address": sent}).status_code == 303
    assert Message.objects.get().address == kept


def test_the_story_goes_while_a_reader_writes_and_the_text_stays(reader: Client) -> None:
    article = story()
    publishing.unpublish(article, by=chief())
    response = reader.post("/feedback/", {"text": "About that story", "article": article.pk})
    assert response.status_code == 422
    assert not Message.objects.exists()
    document = page(response)
    assert value_of(document, "text") == "About that story"
    again = {name: value_of(document, name) for name in ("text", "name", "email", "subject", "article", "address")}
    assert reader.post("/feedback/", again).status_code == 303
    assert Message.objects.get().article is None


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("text", " \r\n\t ", "Write something before you send it."),
        ("text", "\x00\u202e\u200b", "Write something before you send it."),
        ("text", "é" * 1501, "This has 1501 characters. Shorten it to 1500 characters at most."),
        ("name", "x" * 101, "Shorten your name to 100 characters at most."),
        ("email", "nobody", "Write an e-mail address such as name@example.org, or leave it empty."),
        ("email", "a\u202eb@example.org", "Write an e-mail address such as name@example.org, or leave it empty."),
        ("email", "ana@exa\x00mple.org", "Write an e-mail address such as name@example.org, or leave it empty."),
        ("email", f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 20}.org", "Shorten your e-mail address"),
    ],
)
def test_what_has_to_be_put_right_is_said_at_the_top_and_at_the_field(
    reader: Client, field: str, value: str, sentence: str
) -> None:
    sent = {"text": "Two\r\n  <b>lines</b> </textarea>", "name": "Ana “A” O'Neill", "email": "ana@example.org"}
    response = reader.post("/feedback/", sent | {field: value})
    assert response.status_code == 422
    assert not Message.objects.exists()
    document = page(response)
    assert document.find(".//title").text.split()[0] == "Error:"
    summary = document.find(".//div[@role='alert']")
    link = summary.find(f".//a[@href='#feedback-{field}']")
    assert sentence in link.text
    control = document.find(f".//*[@id='feedback-{field}']")
    assert control.get("aria-invalid") == "true"
    described = {document.find(f".//*[@id='{name}']") is not None for name in control.get("aria-describedby").split()}
    assert described == {True}
    assert f"feedback-{field}-error" in control.get("aria-describedby")
    for name in {"text", "name", "email"} - {field}:
        assert value_of(document, name) == sent[name].replace("\r\n", "\n")
    assert document.find(".//main//b") is None


def test_a_too_long_text_comes_back_whole(reader: Client) -> None:
    assert page(reader.get("/feedback/")).find(".//main//*[@maxlength]") is None  # or browsers would cut it off
    text = "\n".join(f"line {n}" for n in range(2000))
    response = reader.post("/feedback/", {"text": text.replace("\n", "\r\n")})
    assert response.status_code == 422
    assert value_of(page(response), "text") == text


@pytest.mark.parametrize(
    "text",
    [
        "a\r\n" * 750,
        "e\u0301" * 1500,
        "\N{FACE WITH TEARS OF JOY}" * 1500,
        "x" * 1500 + "\u202e\x00",
        "  " + "x" * 1500 + "\r\n",
    ],
    ids=["line breaks count once", "letters are composed", "emoji count once", "invisibles don't count", "nor edges"],
)
def test_1500_characters_are_counted_as_a_person_sees_them(reader: Client, text: str) -> None:
    assert reader.post("/feedback/", {"text": text}).status_code == 303
    assert len(Message.objects.get().text) in (1499, 1500)


def test_the_length_is_a_setting(reader: Client, settings: Any) -> None:
    settings.FEEDBACK_MESSAGE_LENGTH = 200
    assert "200 characters at most" in reader.get("/feedback/").content.decode()
    assert reader.post("/feedback/", {"text": "x" * 201}).status_code == 422
    assert reader.post("/feedback/", {"text": "x" * 200}).status_code == 303


def test_whoever_fills_the_bait_is_told_and_needs_one_press_more(reader: Client, settings: Any) -> None:
    settings.FEEDBACK_LEAST_SECONDS = 0
    response = reader.post("/feedback/", {"text": "Written by a person", "subject": "Filled in by a browser"})
    assert response.status_code == 422
    assert not Message.objects.exists()
    document = page(response)
    assert "people can’t see" in "".join(document.find(".//div[@role='alert']").itertext())
    again = {name: value_of(document, name) for name in ("text", "subject", "ticket")}
    assert reader.post("/feedback/", again).status_code == 303
    assert Message.objects.get().text == "Written by a person"


def test_the_bait_is_out_of_sight_for_people(reader: Client) -> None:
    document = page(reader.get("/feedback/"))
    box = document.find(".//div[@class='feedback__bait']")
    bait = box.find(".//input[@name='subject']")
    assert box.get("aria-hidden") == "true"
    assert (bait.get("tabindex"), bait.get("autocomplete"), bait.get("type")) == ("-1", "off", "text")


@pytest.mark.parametrize(
    ("address", "terms", "parts"),
    [
        (
            "/feedback/",
            ("730 days", "90 days"),
            ("what you write", "the page", "the time", "the language", "IP address"),
        ),
        ("/es/comentarios/", ("730 días", "90 días"), ("lo que escriba", "la página", "la hora", "el idioma", "IP")),
    ],
)
def test_the_form_says_before_sending_what_is_kept_and_for_how_long(
    reader: Client, address: str, terms: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    said = " ".join("".join(page(reader.get(address)).find(".//div[@id='feedback-kept']").itertext()).split())
    for part in (*terms, *parts, "cookie"):
        assert part in said


def test_the_term_that_the_form_states_is_the_settings(reader: Client, settings: Any) -> None:
    settings.FEEDBACK_CONTACT_DAYS = 33
    assert "for 33 days" in reader.get("/feedback/").content.decode()


def test_every_field_has_a_label(reader: Client) -> None:
    document = page(reader.get("/feedback/"))
    labelled = {label.get("for") for label in document.findall(".//label")}
    controls = [*document.findall(".//main//textarea"), *document.findall(".//main//form//input")]
    assert {control.get("id") for control in controls if control.get("type") != "hidden"} == labelled


def test_the_thanks_page_leads_back_to_the_story(reader: Client) -> None:
    MastheadFactory()
    article = story()
    document = page(reader.get(f"/feedback/thanks/?article={article.pk}&about=comment"))
    assert document.find(f".//main//a[@href='{article.path}']") is not None
    assert "Printing costs money." not in "".join(document.itertext())


@pytest.mark.parametrize("query", ["", "?article=x&about=vote", "?article=1%00&article=2", "?about=%FF"])
def test_the_thanks_page_stands_alone(reader: Client, query: str) -> None:
    response = reader.get(f"/es/comentarios/gracias/{query}")
    assert response.status_code == 200
    assert page(response).find(".//main//a[@href='/es/']") is not None


def test_the_hour_is_given_in_tests_and_now_in_life() -> None:
    at = datetime.fromisoformat("2020-01-01T00:00:00+00:00")
    message = intake.receive_message(article=None, address="/", language="en", text="Hello", at=at)
    assert message is not None
    assert Message.objects.get().sent_at == at


@pytest.mark.parametrize("text", ["", " \x00 ", "x" * 1501])
def test_no_caller_stores_a_text_that_the_form_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="1 to 1500"):
        intake.receive_message(article=None, address="/", language="en", text=text)


def test_an_error_is_reported_with_its_proof_and_its_remedy_on_the_same_form(reader: Client) -> None:
    article = story()
    document = page(reader.get(f"/feedback/?article={article.pk}&kind=error"))
    chosen = [
        radio.get("value") for radio in document.findall(".//input[@name='kind']") if radio.get("checked") is not None
    ]
    assert chosen == ["error"]
    sent = {"kind": "error", "text": "It was 2023.", "proof": "Page 4 of the act", "remedy": "Write 2023."}
    response = reader.post("/feedback/", sent | {"article": article.pk}, follow=True)
    assert "will check it" in response.content.decode()
    kept = Message.objects.get()
    assert (kept.kind, kept.text, kept.proof, kept.remedy) == tuple(sent.values())


def test_what_a_comment_does_not_ask_is_not_stored_with_it(reader: Client) -> None:
    sent = {"kind": "comment", "text": "Good.", "proof": "typed before the kind was changed"}
    assert reader.post("/feedback/", sent).status_code == 303
    assert Message.objects.get().proof == ""


def test_every_field_of_an_error_comes_back_when_something_has_to_be_put_right(reader: Client) -> None:
    sent = {
        "kind": "error",
        "text": "",
        "proof": "A <b>proof</b>\nof two lines",
        "remedy": "A remedy",
        "email": "x@y.org",
    }
    document = page(reader.post("/feedback/", sent))
    for name in ("proof", "remedy", "email"):
        assert value_of(document, name) == sent[name]
    assert document.find(".//input[@value='error']").get("checked") is not None


@pytest.mark.parametrize("address", ["/", "/countries/", "/es/temas/"])
def test_a_message_from_any_page_keeps_that_page(reader: Client, address: str) -> None:
    links = [link.get("href") for link in page(reader.get(address)).findall(".//reader-feedback//a")]
    assert len(links) == 2
    document = page(reader.get(links[0]))
    assert document.find(f".//main//a[@href='{address}']") is not None
    sent = {name: value_of(document, name) for name in ("article", "address")} | {"text": "About a list"}
    assert reader.post("/feedback/", sent).status_code == 303
    assert Message.objects.get().address == address


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("\N{WOMAN}\u200d\N{HEAVY BLACK HEART}\ufe0f\u200d\N{MAN}", 1),
        ("\U0001f1e8\U0001f1f4", 1),
        ("q\u0301", 1),
        ("a\r\nb", 3),
        ("q" + "\u0301" * 16, 2),
        ("q" + "\u0301" * 115, 101),
    ],
    ids=["family", "flag", "accent", "line break", "first accent too many", "a book on a letter"],
)
def test_characters_are_counted_as_a_person_sees_them(reader: Client, text: str, count: int) -> None:
    assert counting.characters(intake.readable(text)) == count
    times = 1500 // (count + 1)
    assert reader.post("/feedback/", {"text": "\n".join([text] * times)}).status_code == 303
