"""The whole site in the foreground, for `make run` and `make dev`: database, worker, web server.

python -m newsroom.serving [--reload] [--with-parent]

Ctrl-C, SIGTERM and SIGHUP stop everything that was started and end with 0; a fault ends with 1 and one
sentence. If this process is killed outright, its children end too; the next start takes over the database.
"""

from __future__ import annotations

import argparse
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TextIO

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from newsroom import database
from newsroom.embedded import Embedded

HOST = "127.0.0.1"

GRACE = 10.0
"""Seconds between asking a process to end and ending it."""

START = 60.0
"""Seconds the web server may take until it answers."""

PAUSE = 2.0
"""Seconds before a dead worker is replaced, so that a lasting fault doesn't fill the screen."""

SERVERS = {
    "site": (
        *("-m", "granian", "newsroom.wsgi:application", "--interface", "wsgi", "--log-level", "warning"),
        *("--workers", "1", "--blocking-threads", "4", "--backpressure", "64", "--respawn-failed-workers"),
        # A worker that is asked to end while it still loads doesn't hear it.
        *("--workers-kill-timeout", "5", "--host", HOST, "--port", "{port}"),
    ),
    "development": ("manage.py", "runserver", f"{HOST}:{{port}}"),
}
WORKER = ("manage.py", "procrastinate", "worker")

PREPARATIONS = {
    "migrations": ("manage.py", "migrate", "--verbosity", "0"),
    "static files": ("manage.py", "collectstatic", "--no-input", "--verbosity", "0"),
    "demonstration": ("manage.py", "demo", "--if-empty"),
}

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

PR_SET_PDEATHSIG = 1  # from <linux/prctl.h>
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class StopAskedError(BaseException):
    """Somebody wants us to stop. Not an Exception, so that nothing on the way mistakes it for a fault."""


class FaultError(Exception):
    """The site can't run; the message is one sentence."""


@dataclass
class Household:
    """The processes we started. Each has its own group: Ctrl-C reaches us alone, and we end them in order."""

    base_dir: Path
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def begin(self, name: str, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
        parent = os.getpid()
        # Nobody may stop us between the start of a process and our knowing of it.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)

        def prepare() -> None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            end_with(parent)

        try:
            command = [sys.executable, *words]
            self.children[name] = subprocess.Popen(  # noqa: S603  our own programs and arguments
                command, cwd=self.base_dir, stdin=subprocess.DEVNULL, start_new_session=True, preexec_fn=prepare
            )
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return self.children[name]

    def complete(self, name: str, words: tuple[str, ...]) -> None:
        """Run to the end; raises FaultError if that end is bad."""
        status = self.begin(name, words).wait()
        del self.children[name]
        if status:
            raise FaultError(f"The {name} could not be prepared ({' '.join(words)} ended with {status}).")

    def end(self) -> None:
        """End all, with whatever they started themselves; what isn't over within its grace is cut short."""
        groups = [child.pid for child in self.children.values()]
        for request, seconds in ((signal.SIGTERM, GRACE), (signal.SIGKILL, 1.0)):
            deadline = time.monotonic() + seconds
            for group in groups:
                with suppress(ProcessLookupError):
                    os.killpg(group, request)
            while any(map(self._is_there, groups)) and time.monotonic() < deadline:
                time.sleep(0.02)
        self.children.clear()

    def _is_there(self, group: int) -> bool:
        for child in self.children.values():
            child.poll()  # the dead count until somebody asks
        with suppress(ProcessLookupError):
            os.killpg(group, 0)
            return True
        return False


def end_with(parent: int) -> None:
    """Have the kernel end this process when the process `parent` is gone, however it went (on Linux)."""
    if _LIBC is not None:
        _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)


def refuse_busy(port: int) -> None:
    """Raises FaultError with what to do if `port` can't be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise FaultError(
                f"Port {port} can't be used ({error.strerror}): stop what uses it, "
                f"or choose another, for example PORT={port % 64_000 + 1_001}."
            ) from error


def wait_until_it_answers(port: int, web: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START
    while time.monotonic() < deadline:
        if web.poll() is not None:
            raise FaultError(f"The web server ended with {web.returncode} before it answered.")
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        with suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/healthz")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        connection.close()
        time.sleep(0.1)
    raise FaultError(f"The web server did not answer on port {port} within {START:.0f} seconds.")


def watch(household: Household, server: Embedded | None) -> None:
    """Stay until the web server ends, which is a fault; put back a worker or a database that was lost."""
    while True:
        time.sleep(0.5)
        web, worker = household.children["web server"], household.children["worker"]
        if web.poll() is not None:
            raise FaultError(f"The web server ended with {web.returncode}, so the rest was stopped too.")
        if server is not None and not server.alive:
            tell("The database's server is gone: starting it again.")
            server.start()
        if worker.poll() is not None:
            tell(f"The worker ended with {worker.returncode}: starting another in {PAUSE:.0f} seconds.")
            time.sleep(PAUSE)
            household.begin("worker", WORKER)


def serve(port: int, flavour: str) -> None:
    """Run the site until something asks to stop (StopAskedError) or something breaks (FaultError)."""
    refuse_busy(port)
    household = Household(settings.BASE_DIR)
    with database.running(settings.BASE_DIR, os.environ) as server:
        try:
            for name, words in PREPARATIONS.items():
                household.complete(name, words)
            household.begin("worker", WORKER)
            web = household.begin("web server", tuple(word.format(port=port) for word in SERVERS[flavour]))
            wait_until_it_answers(port, web)
            tell(f"Newsroom: http://{HOST}:{port}/  Its desk: http://{HOST}:{port}/admin/  (Ctrl-C stops it.)")
            household.complete("list of sign-ins", ("manage.py", "demo", "--sign-ins"))
            watch(household, server)
        finally:
            household.end()


def tell(sentence: object, stream: TextIO = sys.stdout) -> None:
    stream.write(f"{sentence}\n")
    stream.flush()


def stop(_number: int, _frame: FrameType | None) -> None:
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)  # once is enough; ending what we started takes its time
    raise StopAskedError


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m newsroom.serving", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reload", action="store_true", help="serve by the development server, which reloads")
    parser.add_argument("--with-parent", action="store_true", help="stop when the process that started this is gone")
    options = parser.parse_args()
    for number in STOPS:
        signal.signal(number, stop)
    if options.with_parent:
        end_with(os.getppid())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    try:
        serve(settings.PORT, "development" if options.reload else "site")
    except StopAskedError:
        tell("Stopped.")
    except (FaultError, ImproperlyConfigured, database.UnusableDatabaseError) as fault:
        tell(fault, sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
