"""Every text of the interface exists in Spanish, and what is compiled is what was translated."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

FOLDER = settings.BASE_DIR / "newsroom" / "locale" / "es" / "LC_MESSAGES"

#: The functions that mark a text, and which of their arguments are the text, its plural and its context.
KEYWORDS: dict[str, tuple | None] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}


def _catalogue() -> Catalog:
    with (FOLDER / "django.po").open("rb") as file:
        return read_po(file, locale="es")


def _sources() -> Iterator[tuple[Path, str]]:
    for folder in ("articles", "newsroom"):
        for path in sorted((settings.BASE_DIR / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text()
    for path in sorted((settings.BASE_DIR / "templates").rglob("*.html")):
        # The text around the calls becomes a row of X; its indentation means nothing.
        yield path, "\n".join(line.strip() for line in templatize(path.read_text()).splitlines())


def _marked() -> dict[tuple[str, str | None], str]:
    """Every marked text with its context, and the file where it stands."""
    found = {}
    for path, source in _sources():
        for _line, message, _comments, context in extract("python", BytesIO(source.encode()), keywords=KEYWORDS):
            text = message[0] if isinstance(message, tuple) else message
            if text:
                found[text, context] = str(path.relative_to(settings.BASE_DIR))
    return found


def test_every_text_is_translated() -> None:
    translated = {
        (message.id[0] if isinstance(message.id, tuple) else message.id, message.context)
        for message in _catalogue()
        if message.id and not message.fuzzy and all([message.string] if isinstance(message.id, str) else message.string)
    }
    missing = {text: place for text, place in _marked().items() if text not in translated}
    assert not missing


def test_placeholders_survive_translation() -> None:
    assert not [(message.id, error) for message in _catalogue() for error in message.check()]


def test_the_compiled_catalogue_says_the_same() -> None:
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = read_mo(file)

    def said(catalogue: Catalog) -> dict[tuple, tuple]:
        # One reader gives plurals as lists and contexts as bytes, the other tuples and strings.
        def plain(value: str | bytes | list | tuple | None) -> tuple:
            return (
                tuple(value)
                if isinstance(value, list | tuple)
                else (value.decode() if isinstance(value, bytes) else value,)
            )

        return {plain(m.id) + plain(m.context): plain(m.string) for m in catalogue if m.id}

    assert said(compiled) == said(_catalogue())


@pytest.mark.parametrize("text", ["Related content", "Was this content helpful?"])
def test_the_texts_are_found_where_they_stand(text: str) -> None:
    assert (text, None) in _marked()
