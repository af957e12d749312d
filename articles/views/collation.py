"""The order of names, as readers of a language expect it; the database sorts by code point, Á after Z."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial

from articles.remembering import remembered

_BEYOND_ASCII = re.compile("[^\x00-\x7f]").sub
_TILDE = "\u0303"
#: After every Latin letter: in Spanish, ñ is a letter of its own between n and o.
_LAST = "\uffff"


def key(language: str) -> Callable[[str], tuple[str, str]]:
    """A sort key for names in `language`: letters first, without case or accents; then accents decide."""

    return partial(_key, language)


@remembered(4096)
def _key(language: str, name: str) -> tuple[str, str]:
    folded = name.casefold()
    if name.isascii():
        return folded, name
    decomposed = unicodedata.normalize("NFD", folded)
    if language == "es":
        decomposed = decomposed.replace(f"n{_TILDE}", f"n{_LAST}")
    return _BEYOND_ASCII(_bare, decomposed), name


def _bare(found: re.Match[str]) -> str:
    """A character, unless it is an accent of another one."""
    return "" if unicodedata.combining(found[0]) else found[0]
