"""Characters as a person counts them: a letter with its accents is one, a family of emoji is one, a line break is one.

`static/js/reader-feedback.js` counts by the same rules, and a browser test compares the two.
"""

import regex

_CLUSTER = regex.compile(r"\X")

#: Code points that one character may be made of; each further one counts by itself, or a letter could carry a book.
_LONGEST = 16


def characters(text: str) -> int:
    """How many characters a person sees in a text that is in its readable form."""
    return sum(1 + max(0, len(cluster[0]) - _LONGEST) for cluster in _CLUSTER.finditer(text))
