"""`make run` on a copy of the project: it serves, survives being killed, and takes everything with it when it stops."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from manage import needs_database
from newsroom.embedded import Embedded
from tests.ports import free_port

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="looks for processes in /proc"),
    # One copy of the project for all of them: the first run of it makes the demonstration.
    pytest.mark.xdist_group("make run"),
]

PROJECT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".*", "var", "node_modules", "__pycache__", "docs", "tests")


class Run:
    """A `make` of the copied project in a terminal of its own, so to speak: a session that signals can be sent to."""

    def __init__(self, tree: Path, target: str = "run", port: int | None = None, **variables: str) -> None:
        self.tree = tree
        self.port = port or free_port()
        self.output = tree / f"output-{self.port}.txt"
        # The packages are there already: they are those of the Python that runs the tests.
        words = ["make", "--old-file=site-packages", target, f"PYTHON={sys.executable}"]
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                words,
                cwd=tree,
                env={"PATH": os.environ["PATH"], "PORT": str(self.port), **variables},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        return self.output.read_text()

    def get(self, path: str) -> int:
        """The status that the site answers with, or 0 if it doesn't answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(connection):
            connection.request("GET", path)
            return connection.getresponse().status
        return 0

    def wait_until_ready(self) -> None:
        wait_for(lambda: "Newsroom:" in self.said or self.process.poll() is not None, 240)
        assert self.process.poll() is None, self.said
        assert self.get("/healthz") == 200

    def signal(self, number: int) -> None:
        """Send it to the whole foreground of the terminal, as Ctrl-C does."""
        os.killpg(self.process.pid, number)


def wait_for(condition: Callable[[], object], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def processes(tree: Path, of: str = "") -> dict[int, str]:
    """The processes that work in `tree` or name it on their command line, if that line contains `of`."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            at_home = (entry / "cwd").readlink().is_relative_to(tree)
            if line and of in line and (at_home or str(tree) in line):
                found[int(entry.name)] = line
    return found


@pytest.fixture(scope="module")
def tree() -> Iterator[Path]:
    top = Path(tempfile.mkdtemp(prefix="newsroom-run-"))
    top.chmod(0o755)
    copy = top / "checkout"
    shutil.copytree(PROJECT, copy, ignore=LEFT_OUT)
    yield copy
    Embedded(copy).retire()
    shutil.rmtree(top)


@pytest.fixture
def start(tree: Path) -> Iterator[Callable[..., Run]]:
    runs: list[Run] = []

    def start(*arguments: object, **variables: str) -> Run:
        runs.append(Run(tree, *arguments, **variables))  # type: ignore[arg-type]
        return runs[-1]

    yield start
    for run in runs:
        with contextlib.suppress(ProcessLookupError):
            run.signal(signal.SIGTERM)
        run.process.wait(60)
    wait_for(lambda: not processes(tree, "newsroom"))


def test_it_serves_the_demonstration_and_ctrl_c_leaves_no_process_behind(tree: Path, start: Callable[..., Run]) -> None:
    run = start()
    run.wait_until_ready()
    assert f"http://127.0.0.1:{run.port}/" in run.said
    assert run.get("/") == 200
    wait_for(lambda: re.search(r"Newsroom:.*Reporter +\w+", run.said, re.DOTALL))
    assert processes(tree, "procrastinate worker")
    run.signal(signal.SIGINT)
    run.process.wait(60)
    assert processes(tree) == {}
    assert "Stopped." in run.said
    assert "Traceback" not in run.said


def test_killed_outright_it_takes_its_children_along_and_starts_again(tree: Path, start: Callable[..., Run]) -> None:
    run = start()
    run.wait_until_ready()
    run.signal(signal.SIGKILL)
    wait_for(lambda: not processes(tree))
    again = start()
    again.wait_until_ready()
    assert again.get("/") == 200
    again.process.kill()  # make alone: what it runs has nobody to answer to, and stops in good order
    wait_for(lambda: not processes(tree))
    assert "Stopped." in again.said


def test_when_the_web_server_dies_the_rest_stops_with_a_fault(tree: Path, start: Callable[..., Run]) -> None:
    run = start()
    run.wait_until_ready()
    os.kill(min(processes(tree, "-m granian")), signal.SIGKILL)
    assert run.process.wait(60) != 0
    assert "The web server ended with -9" in run.said
    assert processes(tree) == {}


def test_a_lost_worker_and_a_lost_database_come_back(tree: Path, start: Callable[..., Run]) -> None:
    run = start()
    run.wait_until_ready()
    [worker] = processes(tree, "procrastinate worker")
    [database] = processes(tree, "postgres -D")
    os.kill(database, signal.SIGKILL)
    os.kill(worker, signal.SIGKILL)
    wait_for(lambda: processes(tree, "postgres -D"))
    wait_for(lambda: processes(tree, "procrastinate worker"))
    wait_for(lambda: run.get("/readyz") == 200)


def test_make_dev_serves_with_debug_on(tree: Path, start: Callable[..., Run]) -> None:
    run = start("dev")
    run.wait_until_ready()
    assert run.get("/") == 200
    run.signal(signal.SIGINT)
    run.process.wait(60)
    assert processes(tree) == {}


def test_a_busy_port_is_one_sentence_before_anything_is_started(tree: Path, start: Callable[..., Run]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = start("run", port)
        assert run.process.wait(60) != 0
    [sentence] = [line for line in run.said.splitlines() if not line.startswith("make")]
    assert re.fullmatch(rf"Port {port} can't be used .*PORT=\d+\.", sentence)
    assert processes(tree) == {}


def test_a_bad_setting_is_one_sentence_that_names_it(start: Callable[..., Run]) -> None:
    run = start("run", None, SITE_URL="ftp://nowhere")
    assert run.process.wait(60) != 0
    [sentence] = [line for line in run.said.splitlines() if not line.startswith("make")]
    assert "SITE_URL" in sentence


@pytest.mark.parametrize(
    ("line", "needed"),
    [
        ("migrate", True),
        ("runserver 8001", True),
        ("check", False),
        ("check --deploy --fail-level WARNING", False),
        ("check --database default", True),
        ("check --deploy --database=default", True),
        ("collectstatic --no-input", False),
        ("migrate --help", False),
        ("--version", False),
        ("", False),
    ],
)
def test_manage_py_starts_the_database_only_for_commands_that_may_ask_it(line: str, needed: bool) -> None:
    assert needs_database(line.split()) is needed


def test_a_command_stops_the_server_that_it_started(tree: Path) -> None:
    environ = {"PATH": os.environ["PATH"]}
    words = [sys.executable, "manage.py", "showmigrations", "contenttypes"]
    done = subprocess.run(words, cwd=tree, env=environ, capture_output=True, text=True, check=True)
    assert "0001_initial" in done.stdout
    assert processes(tree) == {}
