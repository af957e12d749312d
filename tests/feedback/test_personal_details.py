"""Personal details in a text: the sender is warned, and lists cover them until a person opens the message."""

import pytest
from django.test import Client

from articles.feedback import masking
from articles.feedback.models import Message, Notice
from tests.factories import UserFactory
from tests.feedback.scenes import message, page, value_of

FOUND = {
    "e-mail": "ana.perez@example.org",
    "e-mail in words": "ana (arroba) example.org",
    "CURP": "GOMC800101HDFRRS09",
    "RFC": "GODE561231GR8",
    "CNPJ": "12.345.678/0001-95",
    "CPF": "123.456.789-09",
    "CPF in a row": "12345678909",
    "RUT": "12.345.678-5",
    "RUT with K": "9876543-k",
    "CUIT": "20-12345678-9",
    "DNI": "DNI 30123456",
    "DNI alone": "30.123.456",
    "cédula, Colombia": "C.C. 1.234.567.890",
    "cédula, Ecuador": "1712345678",
    "cédula, Venezuela": "V-12.345.678",
    "cédula, Dominican Republic": "001-1234567-8",
    "cédula, Nicaragua": "001-010190-0001A",
    "cédula, Panama": "8-123-4567",
    "cédula, Costa Rica": "1-0234-0567",
    "DUI": "01234567-8",
    "identity, Honduras": "0801-1990-12345",
    "CUI": "1234 56789 0101",
    "SSN": "123-45-6789",
    "SIN": "046 454 286",
    "passport": "pasaporte AB123456",
    "card": "4111 1111 1111 1111",
    "CLABE": "032180000118359719",
    "phone, Colombia": "+57 300 123 4567",
    "phone, US": "+1 (202) 555-0143",
    "phone, US, at home": "(202) 555-0143",
    "phone, Mexico": "55 1234 5678",
    "phone, Chile": "+56 9 1234 5678",
    "phone, Brazil": "(11) 91234-5678",
    "phone, short": "5512-3456",
    "account": "@anaperez",
}

HARMLESS = [
    "on 2024-05-06 and 06/05/2024",
    "between 1990-1994",
    "in 2019 and 2020",
    "1,500,000 dollars",
    "12,345,678 people",
    "3.500 hectares, or 3.5 billion",
    "Article 14, paragraph 2-3",
    "https://news.example/a/12345/",
    "at 10:30, room 204",
]


@pytest.mark.parametrize("name", FOUND)
def test_a_detail_is_found_by_its_format_and_covered_whole(name: str) -> None:
    detail = FOUND[name]
    assert masking.masked(f"Call him: {detail}, please.") == f"Call him: {masking.COVER}, please."
    assert len(masking.details(f"({detail})")) == 1


@pytest.mark.parametrize("text", HARMLESS)
def test_days_sums_and_addresses_stay(text: str) -> None:
    assert masking.masked(text) == text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "said", "button"),
    [
        ("/feedback/", "an e-mail address and a telephone number", "Send it as it is"),
        ("/es/comentarios/", "una dirección de correo y un número de teléfono", "Enviar tal como está"),
    ],
)
def test_a_sender_is_warned_before_a_detail_is_sent_and_may_send_it(
    reader: Client, address: str, said: str, button: str
) -> None:
    Notice.objects.create(
        id=1, secure_channel_en="Use https://tips.example/ for that.", secure_channel_es="Use https://tips.example/es/"
    )
    text = "Write to ana@example.org or call +57 300 123 4567."
    response = reader.post(address, {"text": text, "name": "Ana"})
    assert response.status_code == 422
    assert not Message.objects.exists()
    document = page(response)
    warning = document.find(".//div[@role='alert']")
    assert said in " ".join("".join(warning.itertext()).split())
    assert "https://tips.example/" in warning.find(".//a").get("href")
    confirm = warning.find(".//button")
    assert confirm.text == button
    sent = {name: value_of(document, name) for name in ("text", "name", "ticket")}
    assert sent["text"] == text
    sent["ticket"] = ""  # whoever reads a warning takes longer than a test
    assert reader.post(address, sent | {confirm.get("name"): confirm.get("value")}).status_code == 303
    assert Message.objects.get().text == text


@pytest.mark.django_db
def test_the_form_points_to_the_publications_own_secure_channel(reader: Client) -> None:
    assert "does not belong in this form" not in reader.get("/feedback/").content.decode()
    Notice.objects.create(id=1, secure_channel_en="Our tip line is https://tips.example/")
    kept = page(reader.get("/feedback/")).find(".//div[@id='feedback-kept']")
    assert kept.find(".//a[@href='https://tips.example/']") is not None


@pytest.mark.django_db
def test_the_queue_covers_details_until_a_message_is_opened(roles: None) -> None:
    letter = message(text="I am 123.456.789-09, at ana@example.org", name="Ana", email="ana@example.org")
    client = Client()
    client.force_login(UserFactory(role="Audience"))
    listed = client.get("/admin/feedback/message/").content.decode()
    opened = client.get(f"/admin/feedback/message/{letter.pk}/change/").content.decode()
    for detail in ("123.456.789-09", "ana@example.org"):
        assert detail not in listed
        assert detail in opened
    assert masking.COVER in listed
    assert "123.456" not in str(letter)
