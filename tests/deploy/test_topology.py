"""The parts of the deployment, run together: PostgreSQL, application, worker, and nginx as it is configured.

Commands come from docker-compose.yml and variables from deploy/production.env; only ports and paths differ.
"""

import gzip
import http.client
import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, closing
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.deploy.test_compose import EXAMPLE, ROOT, SERVICES
from tests.deploy.topology import (
    HOST,
    READER,
    Echo,
    Place,
    application,
    command,
    nginx,
    nginx_command,
    prepare,
    running,
    stop,
    until,
)

# One worker of pytest-xdist gets all of it, so that the site is started once.
pytestmark = pytest.mark.xdist_group("topology")


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """nginx before a listener that tells what it heard: for what nginx does alone."""
    place = prepare(tmp_path_factory.mktemp("front"))
    with ThreadingHTTPServer(("127.0.0.1", place.app), Echo) as listener, nginx(place):
        Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield place
        listener.shutdown()


@pytest.fixture(scope="module")
def fresh_database() -> Iterator[str]:
    server, name = os.environ["DATABASE_URL"], f"topology_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'".encode())
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, fresh_database: str) -> Iterator[Place]:
    """Everything, started in the order of docker-compose.yml."""
    place = prepare(tmp_path_factory.mktemp("site"))
    collected = place.prefix / "collected"
    place.environment = EXAMPLE | {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": fresh_database,
        "MEDIA_ROOT": str(place.prefix / "media"),
        "EDITION_DIR": str(place.prefix / "edition"),
        "STATIC_ROOT": str(collected),
        "VAR_DIR": str(place.prefix / "var"),
        "GRANIAN_HOST": "127.0.0.1",
        "GRANIAN_PORT": str(place.app),
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    copied = command(
        "static", ("/app/collected/.", f"{collected}/."), ("/srv/newsroom/static/", f"{place.prefix}/static/")
    )
    quickly = {"DJANGO_SETTINGS_MODULE": "tests.deploy.uncompressed"}
    for one_shot, variables in ((command("migrate"), {}), (collect, quickly), (copied, {})):
        environment = place.environment | variables
        done = subprocess.run(one_shot, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    with nginx(place), ExitStack() as place.stack:
        place.application = place.stack.enter_context(application(place))
        yield place


# What nginx does alone.


def test_nginx_accepts_the_configuration_without_a_warning(tmp_path: Path) -> None:
    tested = subprocess.run(
        [*nginx_command(prepare(tmp_path / "prefix")), "-t"], capture_output=True, text=True, check=False
    )
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr


def test_plain_http_leads_to_https_and_answers_certificate_challenges(front: Place) -> None:
    (front.prefix / "acme/.well-known/acme-challenge/token").write_text("proof")
    with closing(http.client.HTTPConnection("127.0.0.1", front.http, timeout=10)) as connection:
        connection.request("GET", "/news/?page=2", headers={"Host": HOST})
        moved = connection.getresponse()
        assert (moved.status, moved.headers["Location"]) == (301, f"https://{HOST}/news/?page=2")
        moved.read()
        connection.request("GET", "/.well-known/acme-challenge/token", headers={"Host": HOST})
        assert connection.getresponse().read() == b"proof"


def test_what_a_client_claims_about_itself_never_reaches_the_application(front: Place) -> None:
    claimed = {"X-Real-IP": "203.0.113.9", "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "http"}
    claimed |= {"X-Forwarded-Host": "evil.example", "X-Forwarded-Port": "99", "Forwarded": "for=203.0.113.9"}
    heard = front.ask("/", headers=claimed).body.decode()
    assert "203.0.113.9" not in heard and "evil.example" not in heard and "99\r" not in heard
    assert re.findall(r"^(Host|X-Real-IP|X-Forwarded-Proto): (.+?)\s*$", heard, re.MULTILINE) == [
        ("Host", HOST),
        ("X-Real-IP", "127.0.0.1"),
        ("X-Forwarded-Proto", "https"),
    ]


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/feedback/", 60_000, 200),
        ("/feedback/", 70_000, 413),
        ("/admin/articles/image/add/", 44 * 1024 * 1024, 200),
        ("/admin/articles/image/add/", 46 * 1024 * 1024, 413),
    ],
)
def test_readers_send_little_and_the_desk_sends_photographs(front: Place, path: str, size: int, status: int) -> None:
    sent = b"x" * size if status == 200 else None  # a refusal comes before the body does
    assert front.ask(path, "POST", body=sent, headers={"Content-Length": str(size)}).status == status


def test_a_file_with_a_hash_in_its_name_is_kept_for_a_year(front: Place) -> None:
    (front.prefix / "static/base.0123456789ab.css").write_text("a{}")
    (front.prefix / "static/base.css").write_text("a{}")
    hashed, plain = front.ask("/static/base.0123456789ab.css"), front.ask("/static/base.css")
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert plain.headers["Cache-Control"] == "public, max-age=3600"
    assert {answer.headers["X-Content-Type-Options"] for answer in (hashed, plain)} == {"nosniff"}
    missing = front.ask("/static/gone.0123456789ab.css")
    assert (missing.status, missing.headers["Cache-Control"]) == (404, None)
    assert missing.headers["Server"] == "nginx"


def test_text_travels_compressed(front: Place) -> None:
    (front.prefix / "static/long.css").write_text("a{color:red}" * 500)
    answer = front.ask("/static/long.css", headers={"Accept-Encoding": "gzip"})
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert len(answer.body) < 500
    (front.prefix / "static/long.css.gz").write_bytes(gzip.compress(b"made when the files were collected"))
    ready = front.ask("/static/long.css", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(ready.body) == b"made when the files were collected"


def test_static_files_go_out_in_brotli_where_nginx_can(tmp_path: Path) -> None:
    module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    if not module.exists():
        pytest.skip("nginx has no module for brotli here")
    place = prepare(tmp_path / "prefix")
    (place.prefix / "modules.conf").write_text(f"load_module {module};")
    (place.prefix / "brotli.conf").write_text("brotli_static on;")
    for ending, text in {"": b"plain", ".gz": b"in gzip", ".br": b"in brotli"}.items():
        (place.prefix / f"static/a.css{ending}").write_bytes(text)
    with nginx(place):
        bodies = [place.ask("/static/a.css", headers={"Accept-Encoding": taken}) for taken in ("gzip, br", "gzip", "")]
    assert [answer.body for answer in bodies] == [b"in brotli", b"in gzip", b"plain"]
    assert {answer.headers["Content-Type"] for answer in bodies} == {"text/css"}


def test_an_uploaded_file_can_do_nothing_in_a_browser(front: Place) -> None:
    (front.prefix / "media/hostile.html").write_text("<script>alert(1)</script>")
    (front.prefix / "media/photo.avif").write_bytes(b"\0\0\0 ftypavif")
    for name, kind in {"hostile.html": "text/html", "photo.avif": "image/avif"}.items():
        answer = front.ask(f"/media/{name}")
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_else_of_the_prefix_is_served(front: Place) -> None:
    for path in ("/static/../tls/privkey.pem", "/static../tls/privkey.pem", "/media/%2e%2e/tls/privkey.pem"):
        assert b"PRIVATE KEY" not in front.ask(path).body
    assert front.ask("/media/").status == 403


def test_nginx_writes_down_nothing_about_a_reader(front: Place) -> None:
    address = f"/story-{uuid.uuid4().hex}/"
    assert front.ask(address).status == 200
    assert front.ask(address, "POST", headers={"Content-Length": "70000"}).status == 413
    assert front.ask(f"/static{address}missing.css").status == 404
    written = {path: path.read_bytes() for path in front.prefix.rglob("*") if path.is_file() and path.suffix != ".pem"}
    system_logs = [path for path in Path("/var/log/nginx").glob("*.log") if os.access(path, os.R_OK)]
    written |= {path: path.read_bytes() for path in system_logs}
    assert not list(front.prefix.rglob("*access*"))
    for path, content in written.items():
        assert address.encode() not in content and READER["User-Agent"].encode() not in content, path
        assert b"client: 127.0.0.1" not in content, path


# The whole site.


def test_the_application_is_alive_and_reaches_its_database(site: Place) -> None:
    assert (site.ask("/healthz").status, site.ask("/readyz").status) == (200, 200)
    watch = SERVICES["app"]["healthcheck"]["test"][1:]
    checked = subprocess.run([sys.executable, *watch[1:]], env=site.environment, capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_a_reader_gets_the_home_page_over_https_without_a_cookie(site: Place) -> None:
    page = site.ask("/", headers={"X-Forwarded-Proto": "http"})
    assert (page.status, page.headers.get_content_type()) == (200, "text/html")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert "max-age=" in page.headers["Strict-Transport-Security"]
    assert page.headers["Set-Cookie"] is None
    sheets = re.findall(rb'<link[^>]+href="(/static/[^"]+\.css)"', page.body)
    assert sheets
    for sheet in sheets:
        answer = site.ask(sheet.decode())
        assert (answer.status, answer.headers.get_content_type()) == (200, "text/css")
        assert "immutable" in answer.headers["Cache-Control"]


def test_the_desk_asks_for_a_password_and_keeps_its_cookies_to_itself(site: Place) -> None:
    login = site.ask("/admin/login/")
    assert login.status == 200
    assert b"csrfmiddlewaretoken" in login.body
    assert re.search(r"Path=/admin/; .*Secure", login.headers["Set-Cookie"])


def test_a_host_that_is_not_ours_is_refused(site: Place) -> None:
    assert site.ask("/", headers={"Host": "evil.example"}).status == 400


def test_the_worker_joins_the_queue_and_is_well(site: Place) -> None:
    def joined() -> bool:
        with psycopg.connect(site.environment["DATABASE_URL"]) as connection:
            (count,) = connection.execute("SELECT count(*) FROM procrastinate_workers").fetchone() or (0,)
        return bool(count)

    said = site.prefix / "worker.said"
    with running(command("worker"), said, cwd=ROOT, env=site.environment) as worker:
        until(joined, worker)
        watch = SERVICES["worker"]["healthcheck"]["test"][2:]
        checked = subprocess.run(
            [sys.executable, *watch], cwd=ROOT, env=site.environment, capture_output=True, check=False
        )
        assert checked.returncode == 0, checked.stderr
    assert worker.returncode == 0, said.read_text()


def test_without_the_application_nginx_says_so_at_once_and_recovers_with_it(site: Place) -> None:
    assert site.application
    stop(site.application)
    began = time.monotonic()
    for path in ("/never-read/", "/search/?q=a", "/admin/"):
        assert site.ask(path).status == 503
    assert time.monotonic() - began < 3
    assert site.ask("/media/none.avif").status == 404
    site.application = site.stack.enter_context(application(site))
    assert site.ask("/readyz").status == 200
    assert site.ask("/never-read/").status == 404
