"""What tests of feedback stand on: no limits but those that a test sets, so that a test may send as much as it likes."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _unlimited(settings: Any) -> None:
    for name in ("MESSAGES_PER_VISITOR", "MESSAGES_PER_PAGE", "VOTES_PER_VISITOR", "VOTES_PER_PAGE"):
        setattr(settings, f"FEEDBACK_{name}", 0)
