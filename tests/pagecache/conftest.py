"""One committed edition for a whole module: what is kept by edition shows itself only where transactions really end."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from tests.site import edition as site


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """The edition of the site's tests. Tests of a module change it as they like, and don't count on what others left."""
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)
        yield site.build()
        call_command("flush", interactive=False, verbosity=0)
