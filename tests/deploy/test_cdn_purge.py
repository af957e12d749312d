"""The script that tells a CDN of new editions, run against a listener that takes the CDN's place."""

import os
import shutil
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.deploy.printed import soon
from tests.deploy.standin import key, show
from tests.deploy.test_compose import ROOT
from tests.deploy.topology import running


class Cdn(BaseHTTPRequestHandler):
    told: list[tuple[str, str | None]]
    statuses: list[int]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.told.append((body, self.headers["Authorization"]))
        self.send_response(self.statuses.pop(0) if self.statuses else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def cdn() -> Iterator[tuple[str, type[Cdn]]]:
    handler = type("Handler", (Cdn,), {"told": [], "statuses": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listener:
        Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{listener.server_port}/purge", handler
        listener.shutdown()


@pytest.mark.skipif(shutil.which("curl") is None, reason="the script needs curl")
def test_a_cdn_is_told_of_every_edition_once_and_again_if_it_did_not_listen(
    tmp_path: Path, cdn: tuple[str, type[Cdn]]
) -> None:
    url, listener = cdn
    environment = os.environ | {"CDN_PURGE_URL": url, "CDN_PURGE_TOKEN": "a-token", "INTERVAL": "0.05"}
    with running([str(ROOT / "deploy/cdn-purge.sh"), str(tmp_path)], tmp_path / "said", env=environment) as process:
        time.sleep(0.1)  # there is no edition yet, and nothing to tell
        show(tmp_path, 1, 1)
        soon(lambda: len(listener.told) == 1, 5)
        listener.statuses += [503, 503]
        show(tmp_path, 2, 1)
        soon(lambda: len(listener.told) == 4, 5)
        time.sleep(0.2)
        assert process.poll() is None
        process.kill()
    assert listener.told == [(key(1), "Bearer a-token"), *[(key(2), "Bearer a-token")] * 3]
