"""Pages as a browser reads them, and messages that have arrived."""

from typing import Any

import html5lib

from articles.feedback import intake, triage
from articles.feedback.models import Message


def page(response: Any) -> Any:
    """The page as a browser's parser sees it; None names its elements without a namespace."""
    return html5lib.parse(response.content.decode(), namespaceHTMLElements=False)


def value_of(document: Any, name: str) -> str:
    """What a field of the form would send."""
    area = document.find(f".//textarea[@name='{name}']")
    if area is not None:
        return area.text or ""
    return document.find(f".//input[@name='{name}']").get("value", "")


def message(*, status: str = "", outcome: str = "", **values: Any) -> Message:
    """A reader's message as it is after it arrived, or after it came as far as `status`."""
    sent = {"article": None, "address": "/", "language": "en", "text": "A word"} | values
    kept = intake.receive_message(**sent)
    assert kept is not None
    if status and status != kept.status:
        triage.mark(kept, to=status, outcome=outcome, by=None, at=kept.sent_at)
    return kept
