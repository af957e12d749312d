"""The means of test_topology: processes that end with their block, nginx in its own folder."""

import http.client
import os
import shlex
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, TypeAlias

from tests.deploy.test_compose import EXAMPLE, NGINX, ROOT, SERVICES
from tests.ports import free_ports

HOST = EXAMPLE["ALLOWED_HOSTS"]
READER = {"User-Agent": f"reader-{uuid.uuid4().hex}"}
Process: TypeAlias = subprocess.Popen[bytes]


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass
class Place:
    """A prefix folder for nginx, its ports and the application's, and what runs there."""

    prefix: Path
    http: int
    https: int
    app: int
    environment: dict[str, str] = field(default_factory=dict)
    application: Process | None = None
    stack: ExitStack = field(default_factory=ExitStack)

    def ask(
        self,
        path: str,
        method: str = "GET",
        *,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """One request through nginx over TLS, the certificate and its name checked."""
        tls = ssl.create_default_context(cafile=str(self.prefix / "tls/fullchain.pem"))
        connection = http.client.HTTPSConnection(HOST, context=tls, timeout=20)
        plain = socket.create_connection(("127.0.0.1", self.https), timeout=20)
        connection.sock = tls.wrap_socket(plain, server_hostname=HOST)
        with closing(connection):
            connection.request(method, path, body=body, headers=READER | (headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


def until(ready: Callable[[], bool], process: Process, seconds: float = 25) -> None:
    """Wait for something to become true; fails if it doesn't, or if the process that works on it ends."""
    deadline = time.monotonic() + seconds
    while not ready():
        assert process.poll() is None, f"ended by itself: {process.args!r}"
        assert time.monotonic() < deadline, f"not ready after {seconds} seconds: {process.args!r}"
        time.sleep(0.05)


def listens(port: int) -> bool:
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0


def stop(process: Process) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # its own group: every process here leads one
        process.wait()
        raise


@contextmanager
def running(command: list[str], output: Path, **options: Any) -> Iterator[Process]:
    """A process for as long as the block lasts; what it says is appended to `output`."""
    with output.open("ab") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True, **options)
    try:
        yield process
    finally:
        if process.poll() is None:
            stop(process)


def prepare(prefix: Path) -> Place:
    """nginx's folders, a certificate for a day, and the configuration with only the lines of the place replaced."""
    plain, encrypted, app, *inner = free_ports(6)
    place = Place(prefix, plain, encrypted, app)
    for folder in ("static", "media", "tls", "run", "edition", "pages", "kept", "acme/.well-known/acme-challenge"):
        (prefix / folder).mkdir(parents=True)
    make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1"
    make += f" -keyout privkey.pem -out fullchain.pem -subj /CN={HOST} -addext subjectAltName=DNS:{HOST}"
    subprocess.run(shlex.split(make), cwd=prefix / "tls", check=True, capture_output=True)
    text = NGINX
    for theirs, ours in {
        "listen 8080;": f"listen 127.0.0.1:{place.http};",
        "listen 8443 ": f"listen 127.0.0.1:{place.https} ",
        "server app:8000;": f"server 127.0.0.1:{place.app};",
    }.items():
        assert text.count(theirs) == 1
        text = text.replace(theirs, ours)
    for port, ours in zip((8101, 8102, 8103), inner, strict=True):
        assert f"listen 127.0.0.1:{port};" in text
        text = text.replace(f"127.0.0.1:{port}", f"127.0.0.1:{ours}")
    (prefix / "nginx.conf").write_text(text)
    return place


def nginx_command(place: Place) -> list[str]:
    """The command of docker-compose.yml. As root it would serve as `nobody`, who can't enter our folders."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    assert program, (
        "These tests need nginx: install it with `apt-get install nginx-light` (`make test` does so as root)."
    )
    _, *arguments = SERVICES["nginx"]["command"]
    there = {"/srv/newsroom/": f"{place.prefix}/", "/etc/nginx/nginx.conf": str(place.prefix / "nginx.conf")}
    arguments = [there.get(argument, argument) for argument in arguments]
    if os.geteuid() == 0:
        arguments[-1] += " user root;"
    return [program, *arguments]


@contextmanager
def nginx(place: Place) -> Iterator[Process]:
    with running(nginx_command(place), place.prefix / "nginx.said") as process:
        until(lambda: listens(place.https) and listens(place.http), process, seconds=10)
        yield process


def command(service: str, *replaced: tuple[str, str]) -> list[str]:
    """What a service of docker-compose.yml runs, with the programs of this virtual environment."""
    there = {
        "python": sys.executable,
        "granian": str(Path(sys.executable).with_name("granian")),
        **dict(replaced),
    }
    return [there.get(word, word) for word in SERVICES[service]["command"]]


class Echo(BaseHTTPRequestHandler):
    """Stands where the application does and answers with the headers that reached it."""

    def do_GET(self) -> None:
        heard = str(self.headers).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(heard)))
        self.end_headers()
        self.wfile.write(heard)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def application(place: Place) -> Iterator[Process]:
    """The application, once its worker processes serve: one that is told to stop before that doesn't stop."""
    said = place.prefix / f"app-{uuid.uuid4().hex}.said"
    workers = next(word for word in command("app") if word.startswith("--workers=")).removeprefix("--workers=")
    with running(command("app"), said, cwd=ROOT, env=place.environment) as process:
        until(lambda: said.read_text().count("Started worker-") == int(workers), process)
        yield process
