"""The edition that the tests of the site read."""

from typing import Any

import pytest

from tests.site import edition as editions


@pytest.fixture
def edition(db: None) -> dict[str, Any]:
    """Stories, vocabularies and pages in both languages."""
    return editions.build()
