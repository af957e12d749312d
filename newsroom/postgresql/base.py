"""The connections of Django's PostgreSQL. A pooled one is looked at without asking the server anything.

The pool's own check is a question to the server for every page. And after an outage, in which all the connections that it
keeps were broken, it waits a second before it tries the second of them, and two before the third: longer than a reader
does.
"""

import select
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection
from psycopg import Error as DriverError
from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's, for settings with a pool. Without one it is the same as Django's."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection whose server has not hung up. Raises what Django's raises, PoolTimeout most of all."""
        connection = super().get_new_connection(conn_params)
        for _ in range(self.pool.max_size if self.pool else 0):  # each of those that it keeps may be broken
            if _is_well(connection):
                break
            connection.close()
            self.pool.putconn(connection)  # makes another in its place
            connection = super().get_new_connection(conn_params)
        return connection

    def _set_autocommit(self, autocommit: bool) -> None:
        if self.connection.autocommit != autocommit:  # the driver takes its time even when nothing changes
            super()._set_autocommit(autocommit)  # type: ignore[misc]


def _is_well(connection: Connection[Any]) -> bool:
    """A server that hangs up says so. One that has said anything at all is asked."""
    look = select.poll()
    look.register(connection.fileno(), select.POLLIN)
    if not look.poll(0):
        return True
    try:
        ConnectionPool.check_connection(connection)
    except DriverError:
        return False
    return True
