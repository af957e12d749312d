"""The one clock that decides when something is public: the database's. An application host may be an hour off."""

from datetime import datetime

from django.db import connection


def now() -> datetime:
    """The database's time at this moment (not at the start of the transaction), with its zone. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (moment,) = cursor.fetchone()
    return moment
