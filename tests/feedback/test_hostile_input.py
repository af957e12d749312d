"""Whatever is sent, the answer is a clear one: never an error of ours, and never a text that nobody wrote."""

import unicodedata
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.feedback import intake, posting
from articles.feedback.models import Mark, Message, Vote
from tests.factories import story
from tests.feedback.scenes import page, value_of

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=b"
ADDRESSES = ["/feedback/", "/feedback/helpful/", "/es/comentarios/", "/es/comentarios/util/"]


def part(name: str, value: str, more: str = "") -> str:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{value}\r\n'


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("content_type", "body", "status"),
    [
        ("application/json", b'{"text": "x"}', 415),
        ("text/plain", b"text=x", 415),
        ("", b"text=x", 415),
        ("application/octet-stream", b"\x00\xff", 415),
        (f"{FORM}; charset=utf-16", "text=x".encode("utf-16"), 415),
        (f"{FORM}; charset=latin-1", b"text=x", 415),
        (f"{MULTIPART}; charset=hex", part("text", "x").encode(), 415),
        (FORM, b"text=x&helpful=yes&article=1&text=y&helpful=no", 400),
        (FORM, b"text=caf\xe9&helpful=yes", 400),
        (FORM, b"text=caf%E9&helpful=yes", 400),
        (FORM, b"text=%ED%A0%80", 400),
        (FORM, "&".join(f"f{n}=1" for n in range(2000)).encode(), 400),
        (FORM, b"text=" + b"x" * 1_000_000, 413),
        (FORM, b"article=" + b"9" * 1_000_000, 413),
        (MULTIPART, b"\x00" * 1_000_000, 413),
        ("multipart/form-data", b"--b\r\n", 400),
        (MULTIPART, part("text", "x", '; filename="a.txt"').encode() + b"--b--\r\n", 400),
        (MULTIPART, (part("text", "x") + part("text", "y")).encode() + b"--b--\r\n", 400),
        (MULTIPART, part("text", "x").encode() + b"\xff--b--\r\n", 400),
    ],
)
def test_a_body_that_no_form_of_ours_sends_is_refused_with_a_page(
    reader: Client, address: str, content_type: str, body: bytes, status: int
) -> None:
    story()
    response = reader.generic("POST", address, body, content_type)
    assert response.status_code == status
    assert page(response).find(".//main//h1") is not None
    assert not Message.objects.exists()
    assert not Vote.objects.exists()


@pytest.mark.parametrize("length", ["-1", "x", "1" * 5000, "1e3"])
def test_a_body_of_a_strange_length_is_refused(reader: Client, length: str) -> None:
    response = reader.post("/feedback/", "text=x", content_type=FORM, CONTENT_LENGTH=length)
    assert response.status_code in (400, 413)


def test_the_largest_text_that_the_settings_allow_fits_in_a_body(reader: Client, settings: Any) -> None:
    settings.FEEDBACK_MESSAGE_LENGTH = 20_000
    body = urlencode({"text": "\N{FACE WITH TEARS OF JOY}" * 20_000})
    assert len(body) < posting.LARGEST_BODY
    assert reader.post("/feedback/", body, content_type=FORM).status_code == 303


@pytest.mark.parametrize("path", ["/fr/feedback/", "/feedback/util/", "/es/feedback/", "/comentarios/"])
def test_feedback_has_addresses_in_the_sites_languages_only(reader: Client, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_the_address_says_the_language_whatever_the_form_says(reader: Client) -> None:
    assert reader.post("/es/comentarios/", {"text": "Hola", "language": "xx"}).status_code == 303
    assert Message.objects.get().language == "es"


def test_what_could_hide_or_turn_a_text_is_left_out(reader: Client) -> None:
    text = "one\x00\x07\x1b[31m\u202etwo\u2066\u200b\r\nthree\u2028four\tfive\rsix \ufeffe\u0301"
    assert reader.post("/feedback/", {"text": text, "name": "A\r\nBcc: b\u202e@example.org"}).status_code == 303
    kept = Message.objects.get()
    assert kept.text == "one[31mtwo\nthree\nfour five\nsix é"
    assert kept.name == "A Bcc: b@example.org"


def test_markup_stays_text_when_the_form_comes_back(reader: Client) -> None:
    hostile = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    sent = dict.fromkeys(("text", "name", "email", "subject", "article", "address"), hostile)
    response = reader.post("/feedback/", sent)
    assert response.status_code == 422
    document = page(response)
    assert document.find(".//main//img") is None
    assert document.find(".//main//script") is None
    assert value_of(document, "text") == hostile
    assert value_of(document, "article") == value_of(document, "address") == ""


FIELDS = ["text", "kind", "proof", "remedy", "name", "email", "subject", "article", "address", "helpful"]
FIELDS += ["ticket", "confirmed", "reason", "vote"]
ANY_TEXT = st.text(st.characters(), max_size=200)
#: Characters that a person sees: no controls, no formats, no private or broken code points, no odd spaces.
SEEN = st.characters(categories=["L", "M", "N", "P", "S"])
FUZZ = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(sent=st.dictionaries(st.sampled_from(FIELDS), ANY_TEXT, min_size=1))
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_text_in_any_field_breaks_anything(reader: Client, address: str, sent: dict[str, str]) -> None:
    raw = {name: value.encode("utf-8", "surrogatepass") for name, value in sent.items()}
    response = reader.post(address, urlencode(raw), content_type=FORM)
    assert response.status_code in (303, 400, 404, 422)


@FUZZ
@given(
    body=st.binary(max_size=400),
    content_type=st.sampled_from([FORM, MULTIPART, "text/plain", ";", "multipart/form-data; boundary="]),
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_bytes_break_anything(reader: Client, address: str, content_type: str, body: bytes) -> None:
    assert 300 <= reader.generic("POST", address, body, content_type).status_code < 500


@FUZZ
@given(query=st.dictionaries(st.sampled_from(["article", "about", "address", "page", "kind", "vote"]), ANY_TEXT))
@pytest.mark.parametrize("address", ["/feedback/", "/es/comentarios/gracias/"])
def test_no_query_breaks_a_page(reader: Client, address: str, query: dict[str, str]) -> None:
    raw = {name: value.encode("utf-8", "surrogatepass") for name, value in query.items()}
    assert reader.get(f"{address}?{urlencode(raw)}").status_code == 200


@FUZZ
@given(
    lines=st.lists(st.text(SEEN | st.just(" "), max_size=60), min_size=1, max_size=8),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_a_person_wrote_is_what_is_stored(reader: Client, lines: list[str], ending: str) -> None:
    Message.objects.all().delete()
    Mark.objects.all().delete()
    response = reader.post("/feedback/", {"text": ending.join(lines), "confirmed": "yes"})
    written = unicodedata.normalize("NFC", "\n".join(lines)).strip()
    if written:
        assert response.status_code == 303
        assert Message.objects.get().text == written
    else:
        assert response.status_code == 422


@given(st.text(st.characters(), max_size=200))
def test_a_readable_text_stays_as_it_is(text: str) -> None:
    once = intake.readable(text)
    assert intake.readable(once) == once
    assert not [c for c in once if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(once) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
