"""One rendering for all who miss the same page at the same moment, across processes.

Addresses share a bounded number of files. Whoever makes a page holds the lock of its file and leaves the page in it; who
waited finds it there. A process that is killed lets go of its lock; one that hangs is waited for no longer than PATIENCE.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from zlib import crc32

from newsroom.pagecache.pages import Page

NUMBER = 64

#: How long a reader waits for another one's page, in seconds.
PATIENCE = 2.0

#: The longest page that is handed on, in bytes.
LONGEST = 1024 * 1024

_SOON, _AT_MOST = 0.001, 0.02  # seconds between two looks at a lock


class Stripe:
    """The file of an address while its lock is held, or one that keeps nothing."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def page(self, place: str, path: str) -> Page | None:
        """The page that was left here, if it is this one."""
        if self._descriptor is None:
            return None
        page = Page.from_bytes(os.pread(self._descriptor, LONGEST, 0))
        return page if page and (page.place, page.path) == (place, path) else None

    def leave(self, page: Page) -> None:
        kept = page.to_bytes()
        if self._descriptor is None or len(kept) > LONGEST:
            return
        with suppress(OSError):  # a full disk: then everybody makes their own
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, kept, 0)


class Stripes:
    def __init__(self, path: Path) -> None:
        self._path = path

    @contextmanager
    def of(self, path: str) -> Iterator[Stripe]:
        """The stripe of an address, for this thread alone."""
        descriptor = self._open(f"{crc32(path.encode()) % NUMBER:02}")
        if descriptor is None:
            yield Stripe(None)
            return
        try:
            yield Stripe(descriptor if _lock(descriptor) else None)
        finally:
            os.close(descriptor)

    def _open(self, name: str) -> int | None:
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        with suppress(OSError):
            try:
                return os.open(self._path / name, flags, 0o600)
            except FileNotFoundError:
                self._path.mkdir(mode=0o755, parents=True, exist_ok=True)
                return os.open(self._path / name, flags, 0o600)
        return None


def _lock(descriptor: int) -> bool:
    deadline, pause = time.monotonic() + PATIENCE, _SOON
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(pause)
            pause = min(2 * pause, _AT_MOST)
        else:
            return True
