"""The means of test_kept_pages: a listener that speaks as the application does to nginx, and says what it is told to."""

import gzip
import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.deploy.topology import Place, nginx, prepare

GZIP = {"Accept-Encoding": "gzip, deflate, br"}
INCARNATION = "0123456789abcdef0123456789abcdef"


def key(number: int) -> str:
    """The name of an edition, as the application gives it."""
    return f"{INCARNATION}-release1-{number}"


def show(folder: Path, number: int, floor: int) -> None:
    """Swap the link by which nginx knows the edition, as the application does it."""
    name = f"{key(number)}.{floor}"
    (folder / name).mkdir(exist_ok=True)
    (folder / "fresh").symlink_to(name)
    (folder / "fresh").rename(folder / "current")


@dataclass
class Standin:
    """What is answered to whatever is asked, and the requests that came, oldest first."""

    place: Place
    number: int = 1
    floor: int = 1
    status: int = 200
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    #: The edition that answers say they are of; None for the one of the link.
    speaks_for: str | None = None
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def publish(self, *, raise_floor: bool = False) -> None:
        """A new edition, which may have taken something away from readers."""
        self.number += 1
        self.floor = self.number if raise_floor else self.floor
        show(self.place.prefix / "edition", self.number, self.floor)

    @property
    def times(self) -> int:
        return len(self.asked)

    def answer(self, compressed: bool) -> tuple[dict[str, str], bytes]:
        body = (self.text or f"edition {self.number} ").encode() * 100
        said = {"Content-Type": "text/html; charset=utf-8", "ETag": f'W/"{self.number}"', "Vary": "Accept-Encoding"}
        said["X-Edition"] = key(self.number) if self.speaks_for is None else self.speaks_for
        if compressed:
            said["Content-Encoding"] = "gzip"
            body = gzip.compress(body)
        return {name: value for name, value in (said | self.headers).items() if value}, body


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    standin: Standin

    def do_GET(self) -> None:
        self.standin.asked.append((self.path, dict(self.headers)))
        said, body = self.standin.answer(self.headers["Accept-Encoding"] == "gzip")
        self.send_response(self.standin.status)
        for name, value in said.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


class _Listener(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True


#: Of the first edition that each stand-in shows: whatever nginx remembers of another belongs to editions before.
_numbers = itertools.count(1000, 1000)


@contextmanager
def standing_in(place: Place) -> Iterator[Standin]:
    """The stand-in, which listens inside this context, with an edition of its own and empty stores."""
    empty(place)
    standin = Standin(place, number=next(_numbers))
    standin.publish(raise_floor=True)
    handler = type("Handler", (_Handler,), {"standin": standin})
    with _Listener(("127.0.0.1", place.app), handler) as listener:
        Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield standin
        listener.shutdown()


@contextmanager
def kept_pages(prefix: Path) -> Iterator[Place]:
    """nginx as configured, and nobody behind it."""
    place = prepare(prefix)
    with nginx(place):
        yield place


def empty(place: Place) -> None:
    """Delete every page that nginx keeps, under its feet."""
    for store in ("pages", "kept"):
        for entry in (place.prefix / store).iterdir():
            shutil.rmtree(entry)


def files(place: Place, store: str) -> list[Path]:
    return [path for path in (place.prefix / store).rglob("*") if path.is_file()]
