"""Rows as files that spreadsheets and programs read: CSV, XLSX and JSON, made piece by piece so that no file is held whole.

Readers wrote these texts. A spreadsheet takes a cell that begins like a formula for one, and a formula can send the sheet away
or start a program: such cells get an apostrophe in front.
"""

import csv
import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

Rows = Iterable[Sequence[Any]]

#: What begins a formula, whatever that is blank or invisible stands before it; full-width signs count in East Asian sheets.
_FORMULA = re.compile(r"[\s\x00-\x20\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n\x00]")

#: The same after what another spreadsheet takes for the end of a cell: many expect semicolons in CSV.
_LATER_FORMULA = re.compile(r"(?<=[;\t\r\n])(?=[ \u200b\ufeff]*[=+\-@＝＋－＠])")

#: Rows that are written before a piece goes out, and bytes of a piece of a finished file.
_ROWS, _BYTES = 500, 64 * 1024


class Heading(NamedTuple):
    """A column's name for people, in their language, and for programs, which never changes."""

    words: str
    key: str


def neutral(value: Any) -> Any:
    """A value that no spreadsheet takes for a formula. Numbers stay numbers."""
    if not isinstance(value, str):
        return value
    text = value.replace("\x00", "")
    return f"'{text}" if _FORMULA.match(value) else text


def csv_pieces(headings: list[Heading], rows: Rows) -> Iterator[bytes]:
    """UTF-8 with its mark, without which spreadsheets spoil accents; every text in quotes."""
    pieces: list[str] = ["\ufeff"]
    writer = csv.writer(_Into(pieces), quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([heading.words for heading in headings])
    for number, row in enumerate(rows, 1):
        writer.writerow([_guarded(value) for value in row])
        if number % _ROWS == 0:
            yield _emptied(pieces)
    yield _emptied(pieces)


def _guarded(value: Any) -> Any:
    value = neutral("" if value is None else value)
    return _LATER_FORMULA.sub("'", value) if isinstance(value, str) else value


def json_pieces(headings: list[Heading], rows: Rows) -> Iterator[bytes]:
    """A list of objects, one a line. Programs read it, so nothing is put before a text."""
    pieces, between = ["["], "\n"
    for number, row in enumerate(rows, 1):
        entry = dict(zip((heading.key for heading in headings), row, strict=True))
        pieces.append(between + json.dumps(entry, ensure_ascii=False))
        between = ",\n"
        if number % _ROWS == 0:
            yield _emptied(pieces)
    pieces.append("\n]\n")
    yield _emptied(pieces)


def xlsx_pieces(headings: list[Heading], rows: Rows) -> Iterator[bytes]:
    """A workbook of one sheet. A ZIP file is finished at its end only: it grows in a file without a name, which goes with it."""
    from xlsxwriter import Workbook  # here, for it is large: processes that serve readers start without it

    with tempfile.TemporaryFile() as file:
        # Each row goes to disk when the next one begins; no text becomes a formula or a link by its looks.
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(file, options) as book:
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, [heading.words for heading in headings], book.add_format({"bold": True}))
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row):
                    if value is not None and value != "":
                        (sheet.write_string if isinstance(value, str) else sheet.write)(number, column, neutral(value))
        file.seek(0)
        while piece := file.read(_BYTES):
            yield piece


class Form(NamedTuple):
    """A kind of file: its type for browsers, and what makes it."""

    type: str
    pieces: Callable[[list[Heading], Rows], Iterator[bytes]]


#: By the name of the file's ending.
FORMS = {
    "csv": Form("text/csv; charset=utf-8", csv_pieces),
    "xlsx": Form("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_pieces),
    "json": Form("application/json", json_pieces),
}


class _Into:
    """What csv.writer takes for a file."""

    def __init__(self, pieces: list[str]) -> None:
        self.write = pieces.append


def _emptied(pieces: list[str]) -> bytes:
    piece = "".join(pieces).encode()
    pieces.clear()
    return piece
