"""Whatever a test commits, the next one finds the database as the migrations left it."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, ProgrammingError, connection, transaction

from articles.models import Article, Edition, EditorialEvent, Tag
from newsroom.desk.roles import ROLES
from tests import factories
from tests.pristine import Pristine, put
from tests.site import edition

pytestmark = pytest.mark.django_db(transaction=True)


def rows() -> dict[str, Any]:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        return {
            table: cursor.execute(f'SELECT row::text FROM "{table}" AS row ORDER BY 1').fetchall()
            for table in connection.introspection.table_names()
        }


def test_everything_that_was_committed_is_taken_back(django_db_setup: Pristine) -> None:
    before = rows()
    edition.build()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    assert Article.objects.exists() and EditorialEvent.objects.exists()
    django_db_setup.restore()
    assert rows() == before
    edition.build()  # once more: nothing of the first is in its way
    django_db_setup.restore()
    assert rows() == before


def test_what_migrations_wrote_comes_back_however_it_was_changed(django_db_setup: Pristine) -> None:
    before = rows()
    assert {group.name for group in Group.objects.all()} == set(ROLES)
    Group.objects.get(name="Editor").permissions.clear()
    Permission.objects.filter(codename="view_article").update(name="Something else")
    Group.objects.create(name="Guests")
    ContentType.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_calendar SET zone = 'Asia/Tokyo'")
    assert set(django_db_setup.changed()) >= {
        "auth_group",
        "auth_permission",
        "django_content_type",
        "articles_calendar",
    }
    django_db_setup.restore()
    assert rows() == before


def test_triggers_and_foreign_keys_are_at_work_again_afterwards(django_db_setup: Pristine) -> None:
    factories.story()
    django_db_setup.restore()
    number = Edition.number_now()
    factories.story()
    assert Edition.number_now() > number
    with connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="Cannot update or delete"):
            cursor.execute("DELETE FROM articles_editorialevent")
        with pytest.raises(IntegrityError):
            cursor.execute("DELETE FROM articles_draft; DELETE FROM articles_article")


def test_who_is_still_writing_is_waited_for(django_db_setup: Pristine) -> None:
    """A browser's last request may outlive the test: what it writes is nothing that the next test should meet."""

    def restore() -> None:
        try:
            django_db_setup.restore()
        finally:
            connection.close()

    Tag.objects.create(name="Early", slug="early")
    with psycopg.connect(**connection.get_connection_params()) as late, ThreadPoolExecutor(1) as pool:
        late.execute("INSERT INTO articles_tag (name, slug) VALUES ('Late', 'late')")
        restoring = pool.submit(restore)
        waits = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'articles_tag'::regclass"
        with connection.cursor() as cursor:
            while not cursor.execute(waits).fetchone()[0] and not restoring.done():
                pass
        late.commit()
        restoring.result()
    assert django_db_setup.changed() == []


def test_what_was_built_once_is_there_again_and_the_site_works_on_with_it(django_db_setup: Pristine) -> None:
    with transaction.atomic():
        edition.build()
        added = django_db_setup.added()
        built = rows()
        transaction.set_rollback(True)
    assert rows() != built
    with transaction.atomic():
        put(added)
        assert rows() == built
        number = Edition.number_now()
        factories.story()
    assert Edition.number_now() == number + 1
