"""The means of test_outages and test_nodes: a story in print, readers who never stop reading, and what they were told."""

import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.deploy.readers import House, Reader
from tests.deploy.test_compose import ROOT
from tests.deploy.topology import Answer

GZIP = {"Accept-Encoding": "gzip, deflate, br"}

#: Pages of every kind; the story's own address comes first.
PAGES = ("/", "/es/", "/topics/", "/countries/", "/explore/", "/corrections/", "/feed/", "/sitemap.xml", "/robots.txt")

_PRINT = """
import django, json
django.setup()
from tests import factories
factories.MastheadFactory()
stories = [factories.story(headline="Printed 0 times", slug=f"printed-{n}") for n in range(2)]
print(json.dumps([[story.pk, story.get_absolute_url()] for story in stories]))
"""


@dataclass
class Printed:
    """A story whose headline counts how often it was changed, and one that can be withdrawn."""

    house: House
    story: int
    path: str
    other: int
    other_path: str
    times: int = 0

    @classmethod
    def at(cls, house: House) -> "Printed":
        environment = house.place.environment | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
        done = subprocess.run(
            [sys.executable, "-c", _PRINT], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        house.settle()
        (story, path), (other, other_path) = json.loads(done.stdout)
        return cls(house, story, path, other, other_path)

    @property
    def pages(self) -> tuple[str, ...]:
        return (self.path, self.other_path, *PAGES)

    def change(self, *, settled: bool = True) -> int:
        """Change the story behind the application's back; returns the edition's number, when nothing follows any more or at
        once."""
        self.times += 1
        self.house.write(f"UPDATE articles_article SET headline = 'Printed {self.times} times' WHERE id = {self.story}")
        return self.house.settle() if settled else self.house.edition()


def count(answer: Answer) -> int:
    """How often the story had been changed when this page of it was made."""
    found = re.search(r"Printed (\d+) times", answer.body.decode())
    assert found, answer.body[:300]
    return int(found[1])


def number(answer: Answer) -> int:
    """The edition that an answer says it is of."""
    return int((answer.headers["X-Edition"] or "").rpartition("-")[2])


@dataclass
class Crowd:
    """What readers were told, in the order in which each was."""

    answers: list[tuple[float, str, int, bool]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def failed(self) -> list[object]:
        return [*self.broken, *(answer for answer in self.answers if answer[2] != 200)]

    @property
    def last_good(self) -> int:
        return sum(answer[3] for answer in self.answers)


@contextmanager
def reading(house: House, pages: tuple[str, ...], readers: int = 6) -> Iterator[Crowd]:
    """Readers who read one page after the other for as long as the block lasts."""
    crowd, ended = Crowd(), threading.Event()

    def read(seat: int) -> None:
        reader, turn = Reader(house.place, f"198.51.100.{seat + 1}"), seat
        while not ended.is_set():
            path, turn = pages[turn % len(pages)], turn + 1
            try:
                answer = reader.ask("GET", path, headers=GZIP if turn % 3 else {})
            except Exception as fault:  # whatever it is, a reader was not answered
                crowd.broken.append(f"{path}: {fault!r}")
            else:
                last_good = answer.headers["X-Last-Good"] == "1"
                crowd.answers.append((time.monotonic(), path, answer.status, last_good))

    with ThreadPoolExecutor(readers) as pool:
        seats = [pool.submit(read, seat) for seat in range(readers)]
        try:
            yield crowd
        finally:
            ended.set()
        for seat in seats:
            seat.result()


def soon(is_so: Callable[[], bool], seconds: float) -> float:
    """Wait until `is_so()`; returns how many seconds that took, and fails if it took longer than `seconds`."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < seconds, f"not so after {seconds} seconds"
        time.sleep(0.02)
    return time.monotonic() - began
