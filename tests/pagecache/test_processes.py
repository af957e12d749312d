"""Real serving processes: readers see each edition whole and never an older one again, whatever happens to the database."""

import http.client
import json
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connection
from psycopg import sql

from articles import publishing
from articles.models import Article
from newsroom.pagecache import warming
from tests import factories
from tests.deploy.topology import running, until
from tests.newsroom.hosts import PROJECT, Host, of_the_tests
from tests.ports import free_port
from tests.site import edition as site

pytestmark = pytest.mark.xdist_group("pagecache")

STORY = "/news/briefs/the-summit-ends/"
READERS = 50


@dataclass
class House:
    """Two serving processes at one port."""

    host: Host
    port: int

    def ask(self, path: str) -> tuple[int, http.client.HTTPMessage, str]:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            asking.request("GET", path)
            answer = asking.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            asking.close()

    def is_well(self) -> bool:
        with suppress(OSError):
            return self.ask("/readyz")[0] == 200
        return False


def free_house(tmp: Path) -> tuple[Host, int, list[str]]:
    host = of_the_tests(tmp / "media")
    port = free_port()
    host.environment |= {"PORT": str(port), "ALLOWED_HOSTS": "127.0.0.1", "SITE_URL": f"http://127.0.0.1:{port}"}
    command = [sys.executable, "-m", "granian", "newsroom.wsgi:application", "--interface", "wsgi", "--workers", "2"]
    command += ["--blocking-threads", "4", "--backpressure", "128", "--workers-kill-timeout", "5", "--no-ws"]
    return host, port, [*command, "--log-level", "warning", "--host", "127.0.0.1", "--port", str(port)]


@pytest.fixture(scope="module")
def house(built: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    tmp = tmp_path_factory.mktemp("house")
    host, port, command = free_house(tmp)
    house = House(host, port)
    with running(command, tmp / "said", cwd=PROJECT, env=host.environment) as process:
        until(house.is_well, process, seconds=60)
        yield house


@dataclass
class Reader:
    """Somebody who goes back and forth between the story and the front page, and remembers what was there."""

    house: House
    seen: list[tuple[str, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def read(self, until: threading.Event) -> None:
        last = 0
        while not until.is_set():
            for path in (STORY, "/"):
                try:
                    status, _headers, page = self.house.ask(path)
                except OSError as fault:
                    self.faults.append(f"{path}: {fault}")
                    continue
                takes = {int(number) for number in re.findall(r"\bTake (\d+)\b", page)}
                if status != 200 or len(takes) != 1:
                    self.faults.append(f"{path}: {status}, takes {sorted(takes)}")
                elif (take := takes.pop()) < last:
                    self.faults.append(f"{path}: take {take} after {last}")
                else:
                    last = take
                    self.seen.append((path, take))


def publish(take: int) -> None:
    """The story with this number in its headline, its text and its dek."""
    story = Article.objects.get(slug="the-summit-ends")
    factories.rewritten(story, headline=f"Take {take} of it", dek=f"Take {take}.", body=f"<p>This is Take {take}.</p>")
    publishing.publish(story, by=factories.chief())


def test_fifty_readers_see_each_edition_whole_and_never_an_older_one_again(house: House) -> None:
    publish(1)
    time.sleep(1)  # readers who were there before
    enough = threading.Event()
    readers = [Reader(house) for _ in range(READERS)]
    threads = [threading.Thread(target=reader.read, args=[enough]) for reader in readers]
    for thread in threads:
        thread.start()
    for take in range(2, 12):
        publish(take)
        committed = time.monotonic()
        while f"Take {take} " not in house.ask(STORY)[2]:
            assert time.monotonic() < committed + 5
        time.sleep(0.2)
    enough.set()
    for thread in threads:
        thread.join()
    assert [fault for reader in readers for fault in reader.faults] == []
    assert {take for reader in readers for _path, take in reader.seen} >= set(range(5, 12))
    assert all(reader.seen[-1][1] == 11 for reader in readers)


def wait_for(condition: Callable[[], Any], seconds: float) -> float:
    """How long it took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() < began + seconds, "it did not happen in time"
        time.sleep(0.02)
    return time.monotonic() - began


def admit(database: str, admitted: bool) -> None:
    """Whether anybody but this test may be connected to the database."""
    connection.ensure_connection()
    own = connection.connection.info.backend_pid
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        word = sql.SQL("true" if admitted else "false")
        server.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}").format(sql.Identifier(database), word))
        if not admitted:
            ending = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s AND pid <> %s"
            server.execute(ending, [database, own])


def test_without_its_database_the_site_shows_what_it_has_and_heals_by_itself(house: House) -> None:
    publish(13)
    with ThreadPoolExecutor(12) as readers:  # whose connections the processes keep, all of which will be broken
        assert {status for status, _, _ in readers.map(house.ask, ["/search/?q=x"] * 60)} == {200}
    for _ in range(20):  # both processes have it
        kept = house.ask(STORY)
    admit(house.host.database, False)
    try:
        for _ in range(20):
            assert house.ask(STORY)[2] == kept[2]
        for path, said in (("/countries/", "for the moment"), ("/es/paises/", "por el momento"), ("/search/?q=x", "")):
            for _ in range(8):
                began = time.monotonic()
                status, headers, page = house.ask(path)
                assert time.monotonic() < began + 1
                assert status == 503 and headers["Retry-After"] and "X-Edition" not in headers, path
                assert said in page
    finally:
        admit(house.host.database, True)
    for path in ("/countries/", "/search/?q=x", "/admin/login/"):
        wait_for(lambda path=path: {house.ask(path)[0] for _ in range(6)} == {200}, 5)  # type: ignore[misc]
    publish(20)
    wait_for(lambda: "Take 20 " in house.ask(STORY)[2], 1.5)


def test_what_changed_is_made_first_and_every_section_after_it(db: None) -> None:
    stories = site.build()["stories"]
    publishing.publish(factories.rewritten(stories["es"], dek="Otra."), by=factories.chief())
    paths = list(warming.paths())
    assert paths[0] == stories["es"].path
    assert {"/", "/es/", "/feed/", "/es/feed/", "/news/", "/es/noticias/breves/"} <= set(paths)


def test_what_was_published_is_there_before_anybody_asks(house: House) -> None:
    publish(30)
    place = house.host.environment["VAR_DIR"]
    stripes = Path(place) / "edition" / "stripes"

    def made() -> set[str]:
        current = Path(place, "edition", "current").readlink().name
        heads = [json.loads(path.read_bytes().partition(b"\n")[0]) for path in stripes.iterdir() if path.stat().st_size]
        return {path for name, path, *_rest in heads if name == current}

    wait_for(lambda: made() >= {STORY, "/", "/es/", "/news/", "/es/noticias/"}, 10)


def test_a_process_answers_soon_after_its_start(house: House, tmp_path: Path) -> None:
    _host, port, command = free_house(tmp_path)
    began = time.monotonic()
    with running(command, tmp_path / "said", cwd=PROJECT, env=house.host.environment | {"PORT": str(port)}) as process:
        until(House(house.host, port).is_well, process, seconds=60)
        took = time.monotonic() - began
        assert House(house.host, port).ask("/")[0] == 200
    assert took < 30, "make bench-standing measures it on a quiet machine"
