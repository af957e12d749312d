"""What readers send, under bad luck and under curious eyes: the deployed processes, nginx as configured, a real database."""

import os
import re
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.deploy.readers import House, Reader
from tests.deploy.topology import application

# One worker of pytest-xdist gets all of it, so that the site is started once.
pytestmark = pytest.mark.xdist_group("readers")

READERS = 100


@pytest.fixture
def site(open_house: House) -> House:
    return open_house


class Crowd:
    """A hundred readers who write at once, each several times; who was thanked for what is kept."""

    def __init__(self, site: House, name: str, each: int) -> None:
        self.site, self.name, self.each = site, name, each
        self.thanked: set[str] = set()
        self.told: set[int] = set()
        self._lock = threading.Lock()

    def write(self, number: int) -> None:
        reader = Reader(self.site.place, f"198.51.100.{number + 1}")
        for turn in range(self.each):
            text = f"{self.name}, reader {number}, message {turn}"
            try:
                answer = reader.post("/feedback/", {"text": text})
            except OSError:
                continue  # nobody was thanked
            with self._lock:
                self.told.add(answer.status)
                if answer.status == 303:
                    self.thanked.add(text)

    def meanwhile(self, do: Callable[[], Any], *, after: int) -> None:
        """All write; as soon as `after` of them were thanked, something happens."""
        with ThreadPoolExecutor(READERS) as pool:
            writing = [pool.submit(self.write, number) for number in range(READERS)]
            while len(self.thanked) < after and not all(future.done() for future in writing):
                time.sleep(0.01)
            do()
            for future in writing:
                future.result()


def test_whoever_was_thanked_has_a_row_though_the_application_was_killed(site: House) -> None:
    crowd = Crowd(site, "killed", each=4)

    def kill() -> None:
        assert site.place.application
        os.killpg(site.place.application.pid, signal.SIGKILL)

    crowd.meanwhile(kill, after=60)
    site.place.application = site.place.stack.enter_context(application(site.place))
    assert 60 <= len(crowd.thanked) < READERS * 4
    assert crowd.thanked <= site.texts()


def test_whoever_was_thanked_has_a_row_though_the_database_restarted(site: House) -> None:
    crowd = Crowd(site, "restarted", each=4)
    crowd.meanwhile(site.restart, after=60)
    assert crowd.told <= {303, 503}
    assert len(crowd.thanked) >= 60
    assert crowd.thanked <= site.texts()
    again = Reader(site.place, "198.51.100.200").post("/feedback/", {"text": "after the restart"})
    assert again.status == 303


def test_while_the_database_is_away_a_page_says_so_and_keeps_the_text(site: House) -> None:
    reader = Reader(site.place, "198.51.100.201")
    typed = {
        "kind": "error",
        "text": "Kept <while>\nit is away",
        "proof": "Page 4",
        "name": "Ana",
        "address": "/topics/",
    }
    letter, vote = site.restart(
        lambda: (
            reader.post("/es/comentarios/", typed),
            reader.post("/feedback/helpful/", {"helpful": "yes", "address": "/topics/"}),
        )
    )
    assert (letter.status, vote.status) == (503, 503)
    assert letter.headers["Retry-After"] == vote.headers["Retry-After"] == "30"
    page = letter.body.decode()
    assert "no llegamos a nuestra base de datos" in page
    for kept in ("Kept &lt;while&gt;\nit is away</textarea>", "Page 4</textarea>", 'value="Ana"', 'value="/topics/"'):
        assert kept in page
    assert re.search(r'value="error"\s+checked', page)
    assert "Try again in a minute" in vote.body.decode()
    assert reader.post("/es/comentarios/", typed).status == 303


def test_nothing_that_is_written_anywhere_tells_who_a_reader_was(site: House) -> None:
    reader = Reader(site.place, "203.0.113.7")
    vote = {"helpful": "no", "address": "/topics/"}
    first, again = (reader.post("/feedback/helpful/", vote) for _ in range(2))
    other = Reader(site.place, "203.0.113.8").post("/feedback/helpful/", vote)
    # The address did arrive: it told one visitor from another.
    assert ["about=again" in answer.headers["Location"] for answer in (first, again, other)] == [False, True, False]
    answers = [
        reader.post("/feedback/", {"text": "words-to-be-found", "email": "ana@example.org"}),
        reader.post("/feedback/", {"text": ""}),
        reader.post("/feedback/", {"text": "a machine", "subject": "x"}),
        reader.post("/feedback/", b"{}", "application/json"),
        reader.post("/feedback/", b"text=%ED%A0%80"),
        reader.post("/feedback/", b"x" * 70_000),
        reader.post("/feedback/helpful/", {"helpful": "yes", "article": "999999"}),
        reader.post("/topics/", {"a": "b"}),
        reader.post("/admin/login/", {"username": "nobody", "password": "nothing"}),
    ]
    answers.append(site.restart(lambda: reader.post("/feedback/", {"text": "while it is away"})))
    assert [answer.status for answer in answers] == [303, 422, 422, 415, 400, 413, 404, 405, 403, 503]
    assert "public.feedback_message" in site.written("words-to-be-found")
    for mark in reader.marks:
        assert site.written(mark) == []
