"""What every test stands on: a database as the migrations leave it, own folders for files, quick passwords."""

import copy
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_started
from django.db import connection
from django.test import Client, TransactionTestCase

from tests import migrated
from tests.pristine import Pristine, put


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that no worker has much to do when the others are done: groups that share an
    expensive setup, then tests whose changes are committed or that play in a browser, then all others."""
    items.sort(key=_turn)


def pytest_collection_finish() -> None:
    """The garbage collector took a tenth of a run, most of it to look at modules and tests that stay to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _turn(item: pytest.Item) -> int:
    if item.get_closest_marker("xdist_group"):
        return 0
    marker = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    commits = (
        (marker and marker.kwargs.get("transaction")) or "transactional_db" in fixtures or "live_server" in fixtures
    )
    return 1 if commits else 2


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any, django_db_keepdb: bool
) -> None:
    """Each worker's test database is a copy, unless an earlier one is kept."""
    if django_db_keepdb:
        return
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated.database()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[Pristine]:
    """The test database; what its tests commit is taken back by `Pristine`, which is also the value of this fixture.

    pytest-django runs every transactional test as a TransactionTestCase, whose end is the hook that Django offers.
    """
    with django_db_blocker.unblock():
        pristine = Pristine.remembered()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test: pristine.restore())
        yield pristine
    connection.creation._destroy_test_db = _drop  # type: ignore[method-assign]


def _drop(name: str, verbosity: int) -> None:
    """Threads and processes of a server may hold a connection when the last test ends, or open one: the database goes all the
    same."""
    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {connection.ops.quote_name(name)} WITH (FORCE)")


@pytest.fixture(autouse=True)
def _own_folders(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.EDITION_DIR = tmp_path / "edition"
    settings.STATIC_ROOT.mkdir()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(scope="session", autouse=True)
def _what_a_reader_sees_is_committed() -> Iterator[None]:
    """In a test's own transaction nothing is ever committed: what happens at commit happens before each request."""

    def settle(**kwargs: Any) -> None:
        if connection.in_atomic_block and not connection.needs_rollback and connection.connection:
            with connection.connection.cursor() as cursor:  # beside Django's, which counts queries
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    request_started.connect(settle)
    yield
    request_started.disconnect(settle)


@pytest.fixture(scope="session")
def _once_built() -> dict[Any, tuple[Any, dict[str, bytes]]]:
    """What each scene came to, and its rows: to publish stories takes many times as long as to copy what that wrote."""
    return {}


@pytest.fixture
def once(_once_built: Any, db: None, django_db_setup: Pristine) -> Callable[..., Any]:
    """`once(build, 40)` is `build(40)`, built the first time that anybody asks and copied for all others.

    The test must not have written anything else before: the copy takes the place of what is there. What stood there when it
    was built is handed over as `given`, before the values.
    """

    def once(build: Callable[..., Any], *values: Any, given: tuple[Any, ...] = ()) -> Any:
        if (build, *values) in _once_built:
            put(_once_built[build, *values][1])
        else:
            _once_built[build, *values] = build(*given, *values), django_db_setup.added()
        return copy.deepcopy(_once_built[build, *values][0])

    return once


@pytest.fixture
def roles(db: None) -> None:
    """The groups of the roles table: migrations wrote them, and every test finds them."""


@pytest.fixture
def reader() -> Client:
    """A visitor without an account whose browser says where its requests come from."""
    return Client(headers={"sec-fetch-site": "same-origin"})
