"""What nginx falls back on, alone: when the application fails, the stores are lost, the disk is full, the clock jumps."""

import gzip
import os
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.deploy.printed import soon
from tests.deploy.standin import GZIP, Standin, empty, files, kept_pages, key, standing_in
from tests.deploy.topology import Answer, Place, listens, nginx, nginx_command, prepare, running, until

pytestmark = pytest.mark.xdist_group("kept-pages")


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with kept_pages(tmp_path_factory.mktemp("bad")) as place:
        yield place


@pytest.fixture
def app(front: Place) -> Iterator[Standin]:
    with standing_in(front) as standin:
        yield standin


def test_a_page_that_fails_is_replaced_by_its_last_good_copy_and_heals_at_once(app: Standin, front: Place) -> None:
    front.ask("/news/", headers=GZIP)
    app.publish()
    for status in (500, 503):
        app.status, app.headers = status, {"X-Edition": ""}
        for taken in (GZIP, {}):
            stale = front.ask("/news/", headers=taken)
            body = gzip.decompress(stale.body) if taken else stale.body
            assert (stale.status, stale.headers["X-Last-Good"]) == (200, "1")
            assert stale.headers["X-Edition"] == key(app.number - 1)
            assert body.startswith(f"edition {app.number - 1} ".encode())
    never = front.ask("/never-read/", headers=GZIP)
    assert (never.status, never.headers["X-Last-Good"]) == (503, None)
    assert gzip.decompress(never.body).startswith(b"edition")  # the application's own words
    app.status, app.headers = 200, {}
    fresh = front.ask("/news/", headers=GZIP)
    assert (fresh.headers["X-Last-Good"], fresh.headers["X-Edition"]) == (None, key(app.number))


def test_what_was_taken_away_does_not_come_back_when_the_application_fails(app: Standin, front: Place) -> None:
    front.ask("/news/withdrawn/", headers=GZIP)
    app.publish(raise_floor=True)
    app.status, app.headers = 503, {"X-Edition": ""}
    assert front.ask("/news/withdrawn/", headers=GZIP).status == 503


def test_where_nobody_answers_nginx_does_in_the_language_of_the_address(front: Place) -> None:
    said = {
        path: front.ask(path, method, body=b"text=x" if method == "POST" else None)
        for method, path in (
            ("GET", "/none/"),
            ("GET", "/es/nada/"),
            ("POST", "/feedback/"),
            ("POST", "/es/comentarios/"),
        )
    }
    words = ["not available now", "no está disponible", "did not arrive", "no llegó"]
    languages = ["en", "es", "en", "es"]
    for answer, expected, language in zip(said.values(), words, languages, strict=True):
        assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
        assert (answer.headers["Content-Type"], answer.headers["Cache-Control"]) == (
            "text/html; charset=utf-8",
            "no-store",
        )
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
        assert expected in answer.body.decode() and f'lang="{language}"' in answer.body.decode()


def test_stores_that_were_deleted_fill_again_by_themselves(app: Standin, front: Place) -> None:
    front.ask("/news/", headers=GZIP)
    empty(front)
    app.publish()
    assert front.ask("/news/", headers=GZIP).status == 200
    assert [len(files(front, store)) for store in ("pages", "kept")] == [1, 1]
    asked = app.times
    assert front.ask("/news/", headers=GZIP).status == 200 and app.times == asked


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """The folder on a disk of its own without room for another page."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk takes more rights than this account has")
    try:
        with pytest.raises(OSError, match="No space"), (folder / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("stores", [("pages",), ("kept",), ("pages", "kept")], ids=" and ".join)
def test_on_a_full_disk_every_page_is_still_answered_whole(app: Standin, front: Place, stores: tuple[str, ...]) -> None:
    app.text = os.urandom(600).hex()  # a large page

    def read(number: int) -> Answer:
        return front.ask(f"/page-{number % 20}/", headers=GZIP if number % 2 else {})

    with ExitStack() as disks, ThreadPoolExecutor(8) as pool:
        for store in stores:
            disks.enter_context(full(front.prefix / store))
        answers = list(pool.map(read, range(100)))
    bodies = [gzip.decompress(got.body) if got.headers["Content-Encoding"] else got.body for got in answers]
    assert len(bodies) == 100 and {*bodies} == {(app.text * 100).encode()}
    # With room again, pages are kept again.
    empty(front)
    app.publish()
    assert front.ask("/page-0/").status == 200
    assert [len(files(front, store)) for store in ("pages", "kept")] == [1, 1]


@pytest.mark.parametrize("moved", ["+400d", "-400d"])
def test_a_clock_that_jumps_takes_no_page_away(tmp_path: Path, moved: str) -> None:
    place = prepare(tmp_path / "prefix")
    with standing_in(place) as app:
        with nginx(place):
            place.ask("/news/", headers=GZIP)
        with nginx_elsewhen(place, moved):
            again = place.ask("/news/", headers=GZIP)
            assert moved[0] == "+" or "2025" in again.headers["Date"], "the clock did jump"
            assert (again.headers["X-Edition"], app.times) == (key(app.number), 1)
            app.publish()
            app.status, app.headers = 503, {"X-Edition": ""}
            stale = place.ask("/news/", headers=GZIP)
            assert (stale.status, stale.headers["X-Last-Good"], stale.body) == (200, "1", again.body)


@contextmanager
def nginx_elsewhen(place: Place, moved: str) -> Iterator[None]:
    """nginx, started again, by whose clock it is another day."""
    program, *arguments = nginx_command(place)
    arguments[-1] += " env FAKETIME; env LD_PRELOAD;"
    with running(["faketime", "-f", moved, program, *arguments], place.prefix / "nginx.said") as process:
        try:
            until(lambda: listens(place.https), process, seconds=10)
            yield
        finally:
            # faketime stands between us and nginx, and would end alone.
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
            soon(lambda: not listens(place.https), 10)
