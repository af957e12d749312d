"""python -m bench.standing: how long the application takes from its start to its first page, and how much memory it holds.

PostgreSQL runs and has the demonstration edition; granian is started as deployed (two worker processes, and bytecode that was
compiled before, as in the image) TIMES times. Seconds, and of these what all its processes computed, until then. Memory is
the proportional set size of all its processes (/proc/PID/smaps_rollup), at the start and after every public address of the
sitemaps was asked for ROUNDS times. The table goes to docs/performance.md.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection
from pathlib import Path

from bench import place, report
from tests.deploy.readers import House, house
from tests.deploy.topology import HOST, application, command, running

TIMES, ROUNDS = 7, 3

SECONDS, MEGABYTES = 2.0, 250
"""The goals."""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="newsroom-standing-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with house(Path(folder) / "site") as site:
            environment = site.place.environment | {"DEMONSTRATION": "1", "LOG_LEVEL": "WARNING"}
            site.place.environment = environment
            demo = [sys.executable, "manage.py", "demo"]
            subprocess.run(demo, cwd=place.ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
            site.place.stack.close()  # the application that the house began with
            compiled = [sys.executable, "-m", "compileall", "-q", "newsroom", "articles"]
            subprocess.run(compiled, cwd=place.ROOT, check=True)
            starts, computed = (sorted(each) for each in zip(*(_start(site) for _time in range(TIMES)), strict=True))
            fresh, used = _memory(site)
    lines = [
        "| what | median | worst | goal |",
        "| --- | ---: | ---: | ---: |",
        f"| start to first page | {statistics.median(starts):.2f} s | {starts[-1]:.2f} s | {SECONDS:.0f} s |",
        f"| of it processor time, on {os.cpu_count()} cores | {statistics.median(computed):.2f} s | {computed[-1]:.2f} s | |",
        f"| memory of the application, just started | {fresh:.0f} MB | | |",
        f"| memory of the application, every address asked for {ROUNDS} times | {used:.0f} MB | | {MEGABYTES} MB |",
    ]
    print("\n".join(lines))
    start = statistics.median(starts)
    report.goal("start to first page", f"{start:.2f} s", f"{SECONDS:.0f} s", met=start <= SECONDS)
    report.goal("memory of two application processes", f"{used:.0f} MB", f"{MEGABYTES} MB", met=used <= MEGABYTES)
    report.write("Standing", "python -m bench.standing", lines)


def _start(site: House) -> tuple[float, float]:
    """Seconds from the start of the process to the last byte of the front page, and of processor time in that."""
    begun = time.monotonic()
    said = site.place.prefix / "start.said"
    with running(command("app"), said, cwd=place.ROOT, env=site.place.environment) as process:
        while _ask(site.place.app, "/") != 200:
            time.sleep(0.01)
        taken = time.monotonic() - begun
        computed = sum(map(_computed, _family(process.pid)))
        time.sleep(1)  # one that is told to stop while it starts doesn't stop
    return taken, computed


def _ask(port: int, path: str) -> int:
    with suppress(OSError), closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers={"Host": HOST, "X-Forwarded-Proto": "https"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    return 0


def _memory(site: House) -> tuple[float, float]:
    with ExitStack() as stack:
        process = stack.enter_context(application(site.place))
        _ask(site.place.app, "/")
        fresh = _held(process.pid)
        for _round in range(ROUNDS):
            for path in _addresses(site):
                _ask(site.place.app, path)
        return fresh, _held(process.pid)


def _addresses(site: House) -> Iterator[str]:
    for (path,) in site.ask("SELECT path FROM articles_address ORDER BY id"):
        yield path


def _held(leader: int) -> float:
    """Megabytes of a process and all its descendants."""
    sizes = 0
    for member in _family(leader):
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{member}/smaps_rollup").read_text(), re.MULTILINE)
        sizes += int(found[1]) if found else 0
    return sizes / 1024


def _computed(member: int) -> float:
    """Seconds of processor time of all threads of a process."""
    user, system = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _family(leader: int) -> set[int]:
    """A process and all its descendants."""
    family = {leader}
    parents = {
        int(stat.parent.name): int(stat.read_text().rpartition(")")[2].split()[1])
        for stat in Path("/proc").glob("[0-9]*/stat")
        if stat.exists()
    }
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


if __name__ == "__main__":
    main()
