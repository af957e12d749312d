"""What every test stands on: own folders for files, quick passwords, and rows that a flush would take away."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_started
from django.db import connection
from django.test import Client


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Threads of the live server may hold a connection when the last test ends; the test database must go all the same."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


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


@pytest.fixture
def roles(db: None) -> None:
    """The groups of the roles table; a transactional test before this one may have emptied them."""
    from django.apps import apps

    from newsroom.desk.roles import write_groups

    write_groups(apps.get_app_config("desk"))


@pytest.fixture
def reader() -> Client:
    """A visitor without an account whose browser says where its requests come from."""
    return Client(headers={"sec-fetch-site": "same-origin"})
