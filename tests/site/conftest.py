"""The edition that the tests of the site read."""

import copy
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.test import override_settings

from articles.views import house
from newsroom.pagecache.editions import Edition
from tests.pristine import Pristine, put
from tests.site import edition as editions


@pytest.fixture(scope="session")
def _built(django_db_setup: Pristine, django_db_blocker: Any) -> dict[Any, tuple[Any, dict[str, bytes]]]:
    """What was built, and its rows: to publish stories takes many times as long as to copy what that wrote."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock():
        django_db_setup.restore()  # whatever served processes of tests before wrote after their end
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=quick), transaction.atomic():
        built, rows = editions.build(), django_db_setup.added()
        transaction.set_rollback(True)
    return {"edition": (built, rows)}


@pytest.fixture
def edition(_built: Any, db: None) -> dict[str, Any]:
    """Stories, vocabularies and pages in both languages."""
    built, rows = _built["edition"]
    put(rows)
    return copy.deepcopy(built)


@pytest.fixture
def once(edition: dict[str, Any], once: Callable[..., Any]) -> Callable[..., Any]:
    """`once(build, 40)` is `build(edition, 40)`, built the first time that anybody asks and copied for all others."""
    return partial(_beside, edition, once)


def _beside(edition: dict[str, Any], once: Callable[..., Any], build: Callable[..., Any], *values: Any) -> Any:
    return once(build, *values, given=(edition,))


@pytest.fixture
def edition_known(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Say which edition requests are of, as the page cache does: in a test's own transaction there is no snapshot."""

    def known(number: int) -> None:
        monkeypatch.setattr(WSGIRequest, "edition", Edition("0" * 32, number, 0), raising=False)

    monkeypatch.setattr(house, "_latest", None)
    return known
