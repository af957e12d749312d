"""The means of test_readers_write: a site with a database of its own behind nginx, and readers at addresses of their own."""

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
from psycopg import sql

from newsroom.embedded import Embedded
from tests.deploy.test_compose import EXAMPLE, ROOT
from tests.deploy.topology import HOST, Answer, Place, application, command, nginx, prepare, until

FORM = "application/x-www-form-urlencoded"

_UNLIMITED = {f"FEEDBACK_{what}_PER_{scope}": "0" for what in ("MESSAGES", "VOTES") for scope in ("VISITOR", "PAGE")}


@dataclass
class Reader:
    """Somebody at an address, whose traits can be recognised wherever they turn up."""

    place: Place
    address: str
    traits: dict[str, str] = field(
        default_factory=lambda: {
            name: f"marked-{name.lower()}-{uuid.uuid4().hex}" for name in ("User-Agent", "Cookie", "X-Forwarded-For")
        }
    )

    @property
    def marks(self) -> list[str]:
        return [self.address, *self.traits.values()]

    def post(self, path: str, sent: dict[str, str] | bytes, kind: str = FORM) -> Answer:
        """Send a form."""
        body = sent if isinstance(sent, bytes) else urlencode(sent).encode()
        return self.ask("POST", path, body, {"Content-Type": kind, "Sec-Fetch-Site": "same-origin"})

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
        """One request through nginx; what stands before nginx says where it comes from."""
        tls = ssl.create_default_context(cafile=str(self.place.prefix / "tls/fullchain.pem"))
        plain = socket.create_connection(("127.0.0.1", self.place.https), timeout=60)
        plain.sendall(f"PROXY TCP4 {self.address} 127.0.0.1 50000 443\r\n".encode())
        connection = http.client.HTTPSConnection(HOST, context=tls, timeout=60)
        connection.sock = tls.wrap_socket(plain, server_hostname=HOST)
        with closing(connection):
            connection.request(method, path, body=body, headers=self.traits | (headers or {}))
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


@dataclass
class House:
    """The site, its database's server, and where both write."""

    place: Place
    server: Embedded

    def restart(self, meanwhile: Callable[[], Any] = lambda: None) -> Any:
        """Stop the database, do something, start it; returns what came of it, when the site has found it again."""
        self.server.stop()
        try:
            return meanwhile()
        finally:
            self.server.start()
            assert self.place.application
            until(self._is_back, self.place.application)

    def _is_back(self) -> bool:
        """Each of the application's processes finds the database again by itself: ask often enough to meet all."""
        return all(Reader(self.place, "198.51.100.250").ask("GET", "/readyz").status == 200 for _ in range(12))

    def ask(self, query: str) -> list[tuple]:
        with psycopg.connect(self.server.url) as connection:
            return connection.execute(query.encode()).fetchall()

    def write(self, statement: str) -> None:
        """Change something behind the application's back."""
        with psycopg.connect(self.server.url) as connection:
            connection.execute(statement.encode())

    def settle(self) -> int:
        """Wait until nothing follows any more from what was written: lists of related stories, which start editions of their
        own. Returns the edition's number."""
        assert self.place.application
        until(lambda: not self.ask("SELECT 1 FROM articles_relatedmark LIMIT 1"), self.place.application)
        return self.edition()

    def edition(self) -> int:
        ((number,),) = self.ask("SELECT number FROM articles_edition")
        return int(number)

    def texts(self) -> set[str]:
        return {text for (text,) in self.ask("SELECT text FROM feedback_message")}

    def written(self, mark: str) -> list[str]:
        """The tables and files that hold `mark`: every row of every table, every byte of every file of both."""
        found = []
        with psycopg.connect(self.server.url) as connection:
            tables = connection.execute(
                "SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            ).fetchall()
            for table in tables:
                query = sql.SQL("SELECT 1 FROM {} r WHERE position(%s IN r::text) > 0 LIMIT 1")
                if connection.execute(query.format(sql.Identifier(*table)), [mark]).fetchone():
                    found.append(".".join(table))
            connection.execute("CHECKPOINT")
        logs = [path for path in Path("/var/log/nginx").glob("*.log") if os.access(path, os.R_OK)]
        for folder in (self.place.prefix, self.server.home):
            logs += [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
        return found + [str(path) for path in logs if mark.encode() in path.read_bytes()]


@contextmanager
def house(prefix: Path) -> Iterator[House]:
    """Database, application and nginx as deployed; the lines of nginx.conf that name the place, and one more, which
    believes the balancer that we play where it says a reader comes from."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-house-"))
    folder.chmod(0o755)  # the server's account has to pass; another run sweeps folders of the tests' own name away
    server = Embedded(folder)
    place = prepare(prefix)
    believing_the_balancer(place)
    try:
        with server:
            place.environment = EXAMPLE | _UNLIMITED | places(place, server)
            migrated = subprocess.run(
                command("migrate"), cwd=ROOT, env=place.environment, capture_output=True, text=True, check=False
            )
            assert migrated.returncode == 0, migrated.stderr
            with nginx(place), ExitStack() as place.stack:
                place.application = place.stack.enter_context(application(place))
                yield House(place, server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def believing_the_balancer(place: Place) -> None:
    """Have nginx believe what stands before it, which is us, where a reader comes from."""
    configuration = (place.prefix / "nginx.conf").read_text()
    believing = r"\1 proxy_protocol; set_real_ip_from 127.0.0.1; real_ip_header proxy_protocol;"
    configuration, count = re.subn(rf"(listen 127\.0\.0\.1:{place.https} [^;]*);", believing, configuration)
    assert count == 1
    (place.prefix / "nginx.conf").write_text(configuration)


def places(place: Place, server: Embedded) -> dict[str, str]:
    """The variables that say where everything is."""
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": server.url,
        "MEDIA_ROOT": str(place.prefix / "media"),
        "EDITION_DIR": str(place.prefix / "edition"),
        "STATIC_ROOT": str(place.prefix / "collected"),
        "VAR_DIR": str(place.prefix / "var"),
        "EMAIL_URL": f"filemail://{place.prefix}/mails",
        "LOG_LEVEL": "DEBUG",
        "HASHED_STATIC": "0",
        "GRANIAN_HOST": "127.0.0.1",
        "GRANIAN_PORT": str(place.app),
    }
