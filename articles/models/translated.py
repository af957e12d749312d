"""Rows that carry both languages in one row, and the one way to ask for either."""

from articles.pathwords import LANGUAGES


class Translated:
    """Mixed into models whose columns end in a language (`name_en`, `name_es`).

    Domain code names its language instead of relying on the one that happens to be active.
    """

    def said_in(self, language: str, field: str) -> str:
        """The text of `field` in `language`, or in the other language when this one is empty."""
        text = getattr(self, f"{field}_{language}", "")
        if text:
            return str(text)
        return next((str(text) for other in LANGUAGES if (text := getattr(self, f"{field}_{other}", ""))), "")
