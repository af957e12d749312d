"""The order of names, as readers of a language expect it; the database sorts by code point, Á after Z."""

import unicodedata
from collections.abc import Callable
from functools import partial

from articles.remembering import remembered

_TILDE = "\u0303"
#: After every Latin letter: in Spanish, ñ is a letter of its own between n and o.
_LAST = "\uffff"


def key(language: str) -> Callable[[str], tuple[str, str]]:
    """A sort key for names in `language`: letters first, without case or accents; then accents decide."""

    return partial(_key, language)


@remembered(4096)
def _key(language: str, name: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", name.casefold())
    if language == "es":
        decomposed = decomposed.replace(f"n{_TILDE}", f"n{_LAST}")
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return letters, name
