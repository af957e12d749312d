"""The press: one small thread in each serving process that publishes by the clock, with no worker and no cron, and that
shows new editions to this host.

Every TICK it asks the database whether something is due, by the database's own clock. Several processes may ask at once: the
verbs that it calls let one of them do each deed. Between two ticks it listens: an edition is shown as soon as it is committed,
and what was not heard is noticed at the next tick.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Error as DriverError

from articles import feeditems, front_page, publishing, related
from newsroom.pagecache import clockwork, editions, outage
from newsroom.pagecache.editions import Edition
from newsroom.pagecache.folder import Folder
from newsroom.pagecache.warming import Application, Warmer

log = logging.getLogger(__name__)

#: How long what is due may wait to be noticed, in seconds.
TICK = 0.5

#: How often it looks whether its process ends, in seconds.
_BREATH = 0.1

#: How long a process that ends waits for a publication in hand, in seconds; one that is cut short leaves nothing half-done.
GRACE = 5.0

#: What the press does at each tick. A query or two each while nothing is due.
DEEDS: tuple[Callable[[], object], ...] = (
    publishing.publish_due,
    front_page.clear_lapsed,
    clockwork.turn,
    related.work_off,
)

#: How the press is called among the database's connections.
NAME = "newsroom-press"

#: What the database calls out when an edition starts.
_CHANNEL = "newsroom_edition"

#: How long a request waits for one of the pool's connections while the database is known to be away, in seconds.
_WHILE_AWAY = 0.2


@contextmanager
def running(application: Application | None = None) -> Iterator[None]:
    """The press works inside this context, in a thread of its own; `application` is read in advance with each edition."""
    ending = Event()
    warmer = Warmer(application) if application else None
    thread = Thread(target=_Press(ending, warmer).work, name=NAME, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        if warmer:
            warmer.end(GRACE)
        thread.join(GRACE)


class _Press:
    def __init__(self, ending: Event, warmer: Warmer | None) -> None:
        self._ending, self._warmer = ending, warmer
        self._folder = Folder()
        self._seen: Edition | None = None
        self._failing: set[object] = set()

    def work(self) -> None:
        """Tick until the end. A fault is told once, not at every tick; the next tick tries again on a new connection."""
        self._pooled = connections[DEFAULT_DB_ALIAS]
        self._connection = _own_connection()
        connections[DEFAULT_DB_ALIAS] = self._connection  # of this thread alone
        while not self._ending.is_set():
            if self._is_connected():
                for deed in (*DEEDS, self._look, feeditems.keep_written):  # what was just published is shown at once
                    self._try(deed)
            self._listen(TICK)
        self._connection.close()
        self._say_away(False)

    def _is_connected(self) -> bool:
        """Connect and listen, if that is not so yet. Who can't get a connection anew knows that the database is away."""
        if self._connection.connection is not None:
            return True
        try:
            self._connection.ensure_connection()
            self._connection.connection.execute(  # type: ignore[attr-defined]
                f"LISTEN {_CHANNEL}"
            )
        except (Error, DriverError) as fault:
            self._connection.close()
            self._say_away(True, fault)
            return False
        self._say_away(False)
        self._try(self._look)  # what was called out while nobody listened
        return self._connection.connection is not None

    def _listen(self, seconds: float) -> None:
        """Show every edition that is called out in this time."""
        until = time.monotonic() + seconds
        if not self._is_connected():
            self._ending.wait(seconds)
            return
        try:
            while not self._ending.is_set() and (left := until - time.monotonic()) > 0:
                # Heard to the end before looking: the connection can't be asked anything while it listens.
                if list(self._connection.connection.notifies(timeout=min(left, _BREATH), stop_after=1)):
                    self._look()
        except (Error, DriverError):
            self._connection.close()

    def _try(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Exception:
            if deed not in self._failing:
                log.exception("The press could not %s, and tries again", deed.__name__.strip("_"))
            self._failing.add(deed)
            self._connection.close()
        else:
            self._failing.discard(deed)

    def _look(self) -> None:
        """Show the current edition to this host, if that isn't done yet."""
        edition = editions.now()
        if edition is None:
            return
        show = self._folder.claim if self._seen is None else self._folder.show
        show(edition, confirm=editions.now)
        if edition != self._seen and self._warmer:
            self._warmer.begin()
        self._seen = edition

    def _say_away(self, away: bool, fault: Exception | None = None) -> None:
        if away == outage.away.is_set():
            return
        if fault:
            log.error("The database can't be reached: %s", fault)
        if pool := self._pooled.pool:  # type: ignore[attr-defined]
            pool.timeout = _WHILE_AWAY if away else self._pooled.settings_dict["OPTIONS"]["pool"]["timeout"]
        outage.away.set() if away else outage.away.clear()


def _own_connection() -> BaseDatabaseWrapper:
    """A connection beside the pool, so that readers' requests neither wait for the press nor keep it waiting."""
    connection = connections[DEFAULT_DB_ALIAS].copy()
    options = connection.settings_dict.setdefault("OPTIONS", {})
    options.pop("pool", None)
    # A server that went away without a word is noticed within seconds, too.
    options |= {"application_name": NAME, "connect_timeout": 5, "tcp_user_timeout": 10_000}
    return connection
