"""One committed edition for a whole module: what is kept by edition shows itself only where transactions really end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from tests.pristine import Pristine
from tests.site import edition as site


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """The edition of the site's tests. Tests of a module change it as they like, and don't count on what others left."""
    with django_db_blocker.unblock(), _a_test_database():
        _empty()
        yield site.build()
        _empty()


def _empty() -> None:
    # Sequences count on: other tests copy rows that have their numbers.
    call_command("flush", interactive=False, verbosity=0, reset_sequences=False)


@contextmanager
def _a_test_database() -> Iterator[None]:
    """pytest-django makes one if some test of the run asks for it; in a run of such a module alone, none does."""
    if connection.settings_dict["NAME"].startswith("test_"):
        yield
        return
    connection.close()
    connection.close_pool()  # its connections are to the other database
    before = setup_databases(verbosity=0, interactive=False)
    yield
    teardown_databases(before, verbosity=0)


@pytest.fixture(scope="module", autouse=True)
def _as_it_was(django_db_setup: Pristine, django_db_blocker: Any) -> Iterator[None]:
    """What served processes write when their test is over is put back, too."""
    yield
    with django_db_blocker.unblock():
        django_db_setup.restore()
