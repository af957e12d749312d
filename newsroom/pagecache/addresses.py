"""Which addresses are pages: the same for everybody, whatever stands behind the question mark."""

from articles import pathwords

#: Below these, an answer depends on who asks, on what is asked, or on more than the edition.
_OTHERS = (
    "/admin/",
    "/static/",
    "/media/",
    "/preview/",
    *(pathwords.page(key, language) for key in ("search", "feedback") for language in pathwords.LANGUAGES),
)
_MACHINES = frozenset({"/healthz", "/readyz"})

#: These answers are kept nowhere, but they stand in the frame of an edition and show its stories.
_QUESTIONS = frozenset(pathwords.page("search", language) for language in pathwords.LANGUAGES)


def is_page(path: str) -> bool:
    """Whether the answer at this address is a pure function of address and edition."""
    return not path.startswith(_OTHERS) and path not in _MACHINES


def is_read_from_a_snapshot(path: str) -> bool:
    """Whether the answer at this address is made from one edition: that of a page, or that of a question about all of them."""
    return is_page(path) or path in _QUESTIONS
