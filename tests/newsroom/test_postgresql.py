"""Pooled connections are looked at without asking the server, and all that broke are replaced at once."""

import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection, connections
from psycopg_pool import ConnectionPool
from psycopg_pool import pool as pools

from newsroom.postgresql import base

pytestmark = pytest.mark.django_db(transaction=True)

#: As many as the pool holds at once in these tests.
MANY = 6


@pytest.fixture
def elsewhere() -> Iterator[psycopg.Connection[Any]]:
    """A connection beside the pool."""
    options = {name: value for name, value in connection.settings_dict["OPTIONS"].items() if name != "pool"}
    other = connections["default"].copy()
    other.settings_dict["OPTIONS"] = options
    other.ensure_connection()
    yield other.connection
    other.close()


@pytest.fixture
def pids(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """A pool that keeps at least so many connections, none in use, and their processes at the server. Nobody may sleep in it:
    that is what the pool's own check does between two broken connections."""
    connection.close()
    connection.close_pool()  # one with a past may grow or shrink meanwhile
    connection.ensure_connection()
    connection.close()
    pool = connection.pool
    taken = [pool.getconn(timeout=5) for _ in range(MANY)]
    for one in taken:
        pool.putconn(one)
    until = time.monotonic() + 5
    while len(pool._pool) < pool._nconns:  # it may make one more than it was asked for, and that one comes later
        assert time.monotonic() < until
        time.sleep(0.01)

    def asleep(seconds: float) -> None:
        assert not seconds, "a request waits"

    monkeypatch.setattr(pools, "sleep", asleep)
    return {one.info.backend_pid for one in pool._pool}


def _taken() -> int:
    """The process at the server of the connection that a request would be given."""
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_after_a_restart_the_first_request_is_answered(pids: set[int], elsewhere: psycopg.Connection[Any]) -> None:
    assert len(pids) >= MANY
    for pid in pids:
        elsewhere.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    assert _taken() not in pids
    again = {_taken() for _ in range(2 * len(pids))}
    assert not again & pids


def test_the_server_is_not_asked_whether_it_is_there(pids: set[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(connection: Any) -> None:
        raise AssertionError("one way to the server and back for every page")

    assert connection.pool._check is None
    monkeypatch.setattr(ConnectionPool, "check_connection", staticmethod(asked))
    assert {_taken() for _ in range(3 * len(pids))} == pids


def test_one_that_nobody_took_for_long_is_asked(pids: set[int], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def ask(connection: Any) -> None:
        asked.append(connection.info.backend_pid)
        raise psycopg.OperationalError

    monkeypatch.setattr(ConnectionPool, "check_connection", staticmethod(ask))
    assert {_taken() for _ in pids} == pids
    assert not asked
    connection.close()
    oldest = connection.pool._pool[0]
    vars(oldest)["taken_at"] -= base.IDLE + 1
    pid = oldest.info.backend_pid
    assert _taken() != pid
    assert asked == [pid]


def test_who_waits_in_an_outage_is_answered_after_it(
    pids: set[int], elsewhere: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = connection.pool
    tried: list[float] = []
    connect = pool._connect

    def refused(timeout: float | None = None) -> Any:
        tried.append(time.monotonic())
        if tried[-1] < tried[0] + 1.3:  # when the pool has given up all of its attempts
            raise psycopg.OperationalError("The database system is starting up.")
        return connect(timeout)

    monkeypatch.setattr(pool, "_connect", refused)
    for pid in pids:
        elsewhere.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    assert _taken() not in pids
    assert time.monotonic() > tried[0] + 1.3


def test_a_server_that_always_hangs_up_is_given_up(pids: set[int], monkeypatch: pytest.MonkeyPatch) -> None:
    assert {_taken() for _ in pids} == pids
    looked_at: list[Any] = []
    monkeypatch.setattr(base, "_is_well", looked_at.append)
    with pytest.raises(OperationalError):
        _taken()
    assert len(pids) < len(looked_at) < len(pids) + connection.pool.timeout / base._PAUSE + 2
    monkeypatch.undo()
    assert _taken() not in pids


def test_a_server_that_only_said_something_keeps_its_connection(
    pids: set[int], elsewhere: psycopg.Connection[Any]
) -> None:
    pid = _taken()
    connection.connection.execute("LISTEN newsroom_test")
    elsewhere.execute("NOTIFY newsroom_test")
    assert {_taken() for _ in range(len(pids))} == pids
    assert pid in pids
    for _ in range(len(pids)):
        if _taken() == pid:
            break
    connection.connection.execute("UNLISTEN *")
    connection.close()


def test_a_connection_is_given_back_as_it_was_taken(pids: set[int]) -> None:
    for _ in range(2 * MANY):
        _taken()
        assert connection.connection.autocommit
        assert connection.get_autocommit()
        connection.set_autocommit(False)
        assert not connection.connection.autocommit
        connection.rollback()
        connection.close()
