"""Characters that may occur in any text an editor stores, in a body or in a plain field."""

import re
import unicodedata

_SPACES = re.compile(r"[^\S\u00a0\u202f]")
# Controls; bidi overrides and isolates, which can make text read as something else; soft hyphens and zero-width
# leftovers of pasting, which break search; and code points that UTF-8 or a database refuses.
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def visible(text: str) -> str:
    """The text without invisible characters; each white space is a space (U+0020) or a no-break space (U+00A0)."""
    return _INVISIBLE.sub("", _SPACES.sub(" ", text)).replace("\u202f", "\u00a0")


def single_line(text: str) -> str:
    """A plain field (headline, dek, name) on one line: no controls, no bidi overrides, single spaces, NFC."""
    return " ".join(unicodedata.normalize("NFC", visible(text)).split())
