"""The press: one small thread in each serving process that publishes by the clock, with no worker and no cron.

Every TICK it asks the database whether something is due, by the database's own clock. Several processes may ask at once: the
verbs that it calls let one of them do each deed.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from articles import front_page, publishing, related

log = logging.getLogger(__name__)

#: How long what is due may wait to be noticed, in seconds.
TICK = 0.5

#: How long a process that ends waits for a publication in hand, in seconds; one that is cut short leaves nothing half-done.
GRACE = 5.0

#: What the press does at each tick. One query each while nothing is due.
DEEDS = (publishing.publish_due, front_page.clear_lapsed, related.work_off)

#: How the press is called among the database's connections.
NAME = "newsroom-press"


@contextmanager
def running() -> Iterator[None]:
    """The press works inside this context, in a thread of its own."""
    ending = Event()
    thread = Thread(target=_work, args=[ending], name=NAME, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join(GRACE)


def _work(ending: Event) -> None:
    """Tick until the end. A fault is told once, not at every tick; the next tick tries again on a new connection."""
    connection = _own_connection()
    connections[DEFAULT_DB_ALIAS] = connection  # of this thread alone
    failing = set()
    while not ending.wait(TICK):
        for deed in DEEDS:
            try:
                deed()
            except Exception:
                if deed not in failing:
                    log.exception("The press could not %s, and tries again", deed.__name__)
                failing.add(deed)
                connection.close()
            else:
                failing.discard(deed)
    connection.close()


def _own_connection() -> BaseDatabaseWrapper:
    """A connection beside the pool, so that readers' requests neither wait for the press nor keep it waiting."""
    connection = connections[DEFAULT_DB_ALIAS].copy()
    options = connection.settings_dict.setdefault("OPTIONS", {})
    options.pop("pool", None)
    # A server that went away without a word is noticed within seconds, too.
    options |= {"application_name": NAME, "connect_timeout": 5, "tcp_user_timeout": 10_000}
    return connection
