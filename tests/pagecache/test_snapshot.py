"""A page reads one moment of the database, and leaves its connection as it found it, whatever happens meanwhile."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import Error, close_old_connections, connection, connections, transaction
from django.db.models import QuerySet
from psycopg import Error as DriverError
from psycopg.pq import TransactionStatus

from articles import asking
from articles.models import Edition, RelatedWord
from newsroom.pagecache import editions
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def elsewhere() -> Iterator[Any]:
    """Another connection."""
    other = connections["default"].copy()
    yield other
    other.close()


def _is_as_before() -> bool:
    own = connection.connection
    idle = own.pgconn.transaction_status == TransactionStatus.IDLE
    return idle and own.autocommit and connection.get_autocommit() and not connection.in_atomic_block


def _answers() -> bool:
    with editions.snapshot():
        return RelatedWord.objects.count() == 0


def test_what_others_commit_meanwhile_is_not_seen(elsewhere: Any) -> None:
    section = factories.SectionFactory()
    factories.story(section=section.pk, slug="first")
    number = Edition.objects.get().number
    with editions.snapshot() as edition:
        assert edition and edition.number == number
        with elsewhere.cursor() as cursor:
            cursor.execute("INSERT INTO articles_relatedword (term, documents) VALUES (1, 1)")
            cursor.execute("UPDATE articles_edition SET number = number + 1")
        assert not RelatedWord.objects.exists()
    assert _is_as_before()
    assert RelatedWord.objects.exists()
    with editions.snapshot() as edition:
        assert edition and edition.number == number + 1


def test_nothing_is_written_in_it() -> None:
    with pytest.raises(Error, match="read-only"), editions.snapshot():
        RelatedWord.objects.create(term=1, documents=1)
    assert _is_as_before()
    assert _answers()


def test_what_fails_in_it_is_over_with_it() -> None:
    with editions.snapshot(), pytest.raises(Error), connection.cursor() as cursor:  # as a view that answers an error
        cursor.execute("SELECT 1 / 0")
    assert _is_as_before()
    with pytest.raises(KeyError), editions.snapshot():
        raise KeyError
    assert _is_as_before()
    assert _answers()


def test_a_question_within_it_may_be_atomic() -> None:
    with editions.snapshot():
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")
        assert not RelatedWord.objects.exists()
    assert _is_as_before()


def test_a_kept_plan_that_no_longer_fits_fails_once(elsewhere: Any) -> None:
    @asking.once(least=int)
    def counted(*, least: int) -> QuerySet[RelatedWord]:
        return RelatedWord.objects.filter(term__gte=least)

    def change(kind: str) -> None:
        with elsewhere.cursor() as cursor:
            cursor.execute(f"ALTER TABLE articles_relatedword ALTER documents TYPE {kind}")

    RelatedWord.objects.create(term=1, documents=7)
    with editions.snapshot():
        assert [word.documents for word in counted(least=0)] == [7]
    try:
        change("bigint")
        with editions.snapshot(), pytest.raises(Error):  # what a view makes an answer of
            list(counted(least=0))
        assert _is_as_before()
        with editions.snapshot():
            assert [word.documents for word in counted(least=0)] == [7]
    finally:
        change("integer")


def _break(elsewhere: Any) -> None:
    with elsewhere.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])


@pytest.fixture(params=["pooled", "kept open", "kept open and looked at"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The ways in which a site may hold its connections."""
    if request.param != "pooled":
        connection.close()
        options = {name: value for name, value in connection.settings_dict["OPTIONS"].items() if name != "pool"}
        monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
        monkeypatch.setitem(connection.settings_dict, "CONN_MAX_AGE", 600)
        monkeypatch.setitem(connection.settings_dict, "CONN_HEALTH_CHECKS", "looked at" in request.param)
    yield request.param
    connection.close()


@pytest.mark.parametrize("when", ["before", "within", "at its end"])
def test_a_connection_that_breaks_is_replaced(elsewhere: Any, kind: str, when: str) -> None:
    connection.ensure_connection()
    assert _answers()
    if when == "before":
        _break(elsewhere)
        close_old_connections()  # as Django does when a request begins and when it ends
        if kind == "kept open":
            with pytest.raises((Error, DriverError)), editions.snapshot():
                pass
    else:
        with editions.snapshot():
            _break(elsewhere)
            if when == "within":
                with pytest.raises(Error):
                    RelatedWord.objects.count()
    assert not connection.in_atomic_block
    close_old_connections()
    assert _answers()
    assert _is_as_before()


def test_a_connection_that_was_given_back_is_left_alone() -> None:
    with editions.snapshot():
        own, pool = connection.connection, connection.pool
        connection.close()
        others = []
        while (other := pool.getconn(timeout=5)) is not own:
            others.append(other)
        own.execute("BEGIN")
    assert own.pgconn.transaction_status == TransactionStatus.INTRANS
    own.execute("ROLLBACK")
    for other in [own, *others]:
        pool.putconn(other)
    assert _answers()


def test_what_waits_for_its_end_is_done_then() -> None:
    done: list[int] = []
    with editions.snapshot():
        transaction.on_commit(lambda: done.append(1))
        assert not done
    assert done == [1]
