"""The folder that says which edition is served here: one symlink, which nginx and every process of this host read.

`current` leads to an empty folder beside it, named `<incarnation>-<release>-<number>.<floor>`. It goes only forward within an
incarnation; whoever has seen a newer edition moves it before a reader or an editor gets to know. Without it nothing is kept.
"""

import fcntl
import logging
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import NamedTuple

from django.conf import settings

from newsroom.pagecache import release
from newsroom.pagecache.editions import Edition

log = logging.getLogger(__name__)

_NAME = re.compile(r"([0-9a-f]{32})-([0-9A-Za-z_]+)-([0-9]+)\.([0-9]+)")

#: How long the folder of an edition that is over stays, in seconds: nginx may just be following the link.
_STAYS = 60

#: Whether the last attempt to move a link in this process failed.
_failing = Event()

Confirm = Callable[[], Edition | None]


class Shown(NamedTuple):
    """What the link says."""

    incarnation: str
    release: str
    number: int
    floor: int

    @classmethod
    def parse(cls, name: str) -> "Shown | None":
        found = _NAME.fullmatch(name)
        return cls(found[1], found[2], int(found[3]), int(found[4])) if found else None

    @property
    def name(self) -> str:
        return f"{self.incarnation}-{self.release}-{self.number}.{self.floor}"

    @property
    def key(self) -> str:
        return self.name.partition(".")[0]

    def is_as_new_as(self, edition: Edition) -> bool:
        return self.incarnation == edition.incarnation and self.number >= edition.number


class Folder:
    """EDITION_DIR, or another folder."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or Path(settings.EDITION_DIR)
        self._link = str(self.path / "current")

    def shown(self) -> str:
        """The name that the link leads to; empty if there is none. Asked for every page that is sent from memory."""
        try:
            return os.readlink(self._link)  # noqa: PTH115  a third of the time of Path.readlink
        except OSError:
            return ""

    def key(self) -> str:
        """The key of the pages that may be kept now; empty if none may."""
        return self.shown().partition(".")[0]

    def show(self, edition: Edition, *, confirm: Confirm) -> None:
        """Everybody on this host knows of `edition`, or of a newer one, when this returns.

        `confirm` asks the database for its edition: a snapshot taken before a restore must not bring the old life back. While
        a release is being replaced, the processes of the old one move the number and leave the new release's name.
        """
        shown = Shown.parse(self.shown())
        if not (shown and shown.is_as_new_as(edition)):
            self._move(edition, confirm, claiming=False)

    def claim(self, edition: Edition, *, confirm: Confirm) -> None:
        """The same, and the release of this process is the one that is served from now on."""
        shown = Shown.parse(self.shown())
        if not (shown and shown.is_as_new_as(edition) and shown.release == release.name()):
            self._move(edition, confirm, claiming=True)

    def _move(self, edition: Edition, confirm: Confirm, *, claiming: bool) -> None:
        try:
            with self._locked():
                shown = Shown.parse(self.shown())
                if shown and shown.incarnation != edition.incarnation:
                    # One life of the database or the other: whoever holds the lock asks which it is now.
                    edition = confirm() or edition
                following = _following(shown, edition, claiming=claiming)
                if following != shown:
                    self._point_to(following.name)
            _failing.clear()
        except OSError as fault:
            # An old link would keep old pages in place; without one, none are kept: slower, and still right.
            with suppress(OSError):
                Path(self._link).unlink()
            if not _failing.is_set():  # told once, not with every page
                log.error("Pages can't be kept: %s can't be written (%s)", self.path, fault.strerror)
            _failing.set()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self.path.mkdir(mode=0o755, parents=True, exist_ok=True)
        lock = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def _point_to(self, name: str) -> None:
        (self.path / name).mkdir(mode=0o755, exist_ok=True)
        fresh = self.path / "current.new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(name)
        fresh.replace(self._link)
        self._sweep(name)

    def _sweep(self, name: str) -> None:
        """Remove the folders of editions that have been over for a while."""
        before = time.time() - _STAYS
        with os.scandir(self.path) as entries:
            for entry in entries:
                if entry.name != name and _NAME.fullmatch(entry.name):
                    with suppress(OSError):
                        if entry.stat(follow_symlinks=False).st_mtime < before:
                            Path(entry.path).rmdir()


def _following(shown: Shown | None, edition: Edition, *, claiming: bool) -> Shown:
    """What the link says after `shown`, once `edition` is known."""
    ours = Shown(edition.incarnation, release.name(), edition.number, edition.floor)
    if shown is None or shown.incarnation != edition.incarnation:
        return ours
    newest = shown if shown.number >= ours.number else ours
    return newest._replace(release=ours.release if claiming else shown.release)
