"""The language that a page is made in."""

from contextlib import AbstractContextManager, nullcontext

from django.utils import translation

_AS_IT_IS = nullcontext()


def speaking(language: str) -> AbstractContextManager[None]:
    """The language is active inside this context. It mostly is already: the address says so, and to enter it again takes longer
    than to look."""
    return _AS_IT_IS if translation.get_language() == language else translation.override(language)
