"""The connections of Django's PostgreSQL, with a pool of them that costs a page little and heals at once.

The pool's own check is a question to the server for every page. After an outage, in which all the connections that it keeps were
broken, it waits longer before each next one that it tries; and who began to wait while it could not connect waits to the end,
for it tries again when it is asked, not when the server is back.
"""

import select
from time import monotonic, sleep
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection, IsolationLevel
from psycopg import Error as DriverError
from psycopg_pool import ConnectionPool, PoolTimeout

#: Who waits for a connection asks the pool again after so many seconds: more than the pool tries for (`reconnect_timeout`).
ASK_AGAIN = 0.6

#: A connection that nobody took for so many seconds is asked: what stands between us and the server may have forgotten it.
IDLE = 30.0

_PAUSE = 0.1  # seconds


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, for settings with a pool."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection whose server has not hung up. Raises PoolTimeout after the pool's `timeout`, in seconds."""
        pool = self.pool
        if not pool or "isolation_level" in self.settings_dict["OPTIONS"]:  # Django checks what was written there
            return super().get_new_connection(conn_params)
        self.isolation_level = IsolationLevel.READ_COMMITTED
        pool.open()
        return _taken(pool)

    def _set_autocommit(self, autocommit: bool) -> None:
        if self.connection.autocommit != autocommit:  # the driver takes its time even when nothing changes
            super()._set_autocommit(autocommit)  # type: ignore[misc]  # the stubs know no private methods


def _taken(pool: ConnectionPool[Connection[Any]]) -> Connection[Any]:
    until = monotonic() + pool.timeout
    while (left := until - monotonic()) > 0:
        try:
            connection = pool.getconn(min(left, ASK_AGAIN))
        except PoolTimeout:
            continue
        is_new = "taken_at" not in vars(connection)
        try:
            well = _is_well(connection)
        except BaseException:
            pool.putconn(connection)
            raise
        if well:
            return connection
        connection.close()
        pool.putconn(connection)  # which makes another in its place
        if is_new:  # whoever hangs up on those will do so again
            sleep(_PAUSE)
    raise PoolTimeout(f"No connection to the database within {pool.timeout:g} seconds.")


def _is_well(connection: Connection[Any]) -> bool:
    """A server that hangs up says so. One that has said anything at all is asked, and one that nobody spoke to for long."""
    now, kept = monotonic(), vars(connection)
    idle = now - kept.get("taken_at", now)
    kept["taken_at"] = now
    try:
        look = select.poll()
        look.register(connection.fileno(), select.POLLIN)
        if idle > IDLE or look.poll(0):
            ConnectionPool.check_connection(connection)
    except DriverError:
        return False
    return True
