"""The edition that the tests of the site read."""

import copy
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from tests.pristine import Pristine, put
from tests.site import edition as editions


@pytest.fixture(scope="session")
def _built(django_db_setup: Pristine, django_db_blocker: Any) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The edition and its rows: it takes a hundred times as long to publish it as to copy what that wrote."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=quick), transaction.atomic():
        built, rows = editions.build(), django_db_setup.added()
        transaction.set_rollback(True)
    return built, rows


@pytest.fixture
def edition(_built: Any, db: None) -> dict[str, Any]:
    """Stories, vocabularies and pages in both languages."""
    built, rows = _built
    put(rows)
    return copy.deepcopy(built)
