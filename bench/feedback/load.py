"""Posts against the site as deployed: nginx, granian and PostgreSQL that writes to disk, all on this machine beside the readers.

Each post is a reader of its own, with a connection and an address of its own; half are messages and half are votes.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.deploy.readers import House, Reader, house

READERS, SECONDS = 16, 20

_PAGES = ("/", "/countries/", "/topics/", "/authors/", "/about/", "/corrections/", "/search/", "/explore/")

_LETTERS = str.maketrans("0123456789", "abcdefghij")


@dataclass
class Load:
    """What came of it. `milliseconds` of each answer in their order from quick to slow."""

    seconds: float
    milliseconds: list[float]
    statuses: Counter[int]
    thanked: int
    stored: int

    def at(self, part: float) -> float:
        return self.milliseconds[min(int(len(self.milliseconds) * part), len(self.milliseconds) - 1)]

    def lines(self) -> Iterator[str]:
        yield "| posts | posts a second | p50 | p99 | slowest | thanked | rows | lost |"
        yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        count, lost = len(self.milliseconds), self.thanked - self.stored
        yield (
            f"| {count} | {count / self.seconds:.0f} | {self.at(0.5):.0f} ms | {self.at(0.99):.0f} ms | {self.at(1):.0f} ms"
            f" | {self.thanked} | {self.stored} | {lost} |"
        )
        yield ""
        yield f"{READERS} readers at once for {SECONDS} seconds. Answers: " + ", ".join(
            f"{number} × {status}" for status, number in sorted(self.statuses.items())
        )


def run() -> Load:
    with tempfile.TemporaryDirectory(prefix="newsroom-load-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with house(Path(folder) / "site") as site, ThreadPoolExecutor(READERS) as pool:
            for number in range(READERS):  # each process has met a form; these visitors don't come back
                _post(site, 5_000_000 + number, "warm")
            before = _stored(site)
            begun = time.perf_counter()
            each = list(pool.map(lambda number: _writing(site, number, begun + SECONDS), range(READERS)))
            seconds = time.perf_counter() - begun
            posts = [post for posts in each for post in posts]
            statuses = Counter(status for status, _elapsed in posts)
            return Load(
                seconds, sorted(elapsed for _status, elapsed in posts), statuses, statuses[303], _stored(site) - before
            )


def _writing(site: House, number: int, until: float) -> list[tuple[int, float]]:
    posts, turn = [], 0
    while time.perf_counter() < until:
        begun = time.perf_counter()
        posts.append((_post(site, number * 100_000 + turn, "load"), (time.perf_counter() - begun) * 1000))
        turn += 1
    return posts


def _post(site: House, number: int, name: str) -> int:
    """The status. The number makes an address, so that no two votes are the same visitor's."""
    reader = Reader(site.place, f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}")
    if number % 2:
        return reader.post("/feedback/helpful/", {"helpful": "yes", "address": _PAGES[number % 4]}).status
    # In letters: a long number would be warned of as a personal detail.
    words = str(number).translate(_LETTERS)
    return reader.post("/feedback/", {"text": f"{name}: message {words}", "address": _PAGES[number % 8]}).status


def _stored(site: House) -> int:
    ((count,),) = site.ask("SELECT (SELECT count(*) FROM feedback_message) + (SELECT count(*) FROM feedback_vote)")
    return int(count)
