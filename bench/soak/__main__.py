"""python -m bench.soak: SECONDS (600 unless told) of mixed load with two publications a second, against the site as deployed.

PostgreSQL that writes to disk, granian, nginx over TLS; READERS (8) at once look at stories, lists, feeds, search, and vote.
Counts answers that were stale a second after a commit, that went back to an older version, and pages that said two things at
once; fails if there is one. The table goes to docs/performance.md.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench import place, report
from bench.soak.reading import SLACK, Published, Seen, read
from tests.deploy.readers import House, Reader, house

POLL = 0.005
"""Seconds between two looks of the one who waits for a publication to be out."""


def main() -> None:
    seconds, readers = float(os.environ.get("SECONDS", "600")), int(os.environ.get("READERS", "8"))
    with tempfile.TemporaryDirectory(prefix="newsroom-soak-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        with house(Path(folder) / "site") as site:
            _manage(site, "demo")
            seen, delays = _run(site, seconds, readers)
    lines = list(_lines(seen, delays, seconds))
    print("\n".join(lines))
    report.write("The soak", f"SECONDS={seconds:.0f} READERS={readers} python -m bench.soak", lines)
    slowest = max(delays, default=0.0)
    report.goal(
        "from commit to every reader",
        f"{slowest * 1000:.0f} ms",
        f"{SLACK:.0f} s",
        met=len(delays) > 0 and slowest <= SLACK,
    )
    wrong = [fault for each in seen for fault in (*each.stale, *each.back, *each.mixed)]
    report.goal("old pages in the soak", str(len(wrong)), "0", met=not wrong)
    if wrong or not delays:
        sys.exit("\n".join(wrong[:20]) or "nothing was published")


def _run(site: House, seconds: float, readers: int) -> tuple[list[Seen], list[float]]:
    published, ending, delays = Published(), threading.Event(), list[float]()
    command = [sys.executable, "-m", "bench.soak.writing", str(seconds)]
    environment = _environment(site)
    with ThreadPoolExecutor(readers + 1) as pool:
        writer = subprocess.Popen(command, cwd=place.ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        assert writer.stdout
        reading = [pool.submit(read, site, number, published, ending) for number in range(readers)]
        waiting = None
        try:
            for line in writer.stdout:
                told = json.loads(line)
                published.add(told)
                if waiting is None or waiting.done():
                    waiting = pool.submit(_wait_for, site, told, delays)
        finally:
            ending.set()
            writer.wait(30)
        return [each.result(60) for each in reading], delays


def _wait_for(site: House, told: dict, delays: list[float]) -> None:
    """Ask for the story until it says the new version; how long after the commit that answer was asked for."""
    reader = Reader(site.place, "10.8.0.1")
    wanted = f"Soak story {told['story']} version ".encode()
    while True:
        begun = time.monotonic()
        body = reader.ask("GET", told["path"]).body
        found = body.partition(wanted)[2].partition(b"<")[0].split()
        if found and int(found[0].rstrip(b'"&')) >= told["version"]:
            delays.append(max(0.0, begun - told["at"]))
            return
        time.sleep(POLL)


def _environment(site: House) -> dict[str, str]:
    ours = {"DEMONSTRATION": "1", "DJANGO_SETTINGS_MODULE": "newsroom.settings", "LOG_LEVEL": "WARNING"}
    return site.place.environment | ours


def _manage(site: House, *words: str) -> None:
    command = [sys.executable, "manage.py", *words]
    subprocess.run(command, cwd=place.ROOT, env=_environment(site), check=True, stdout=subprocess.DEVNULL)


def _lines(seen: list[Seen], delays: list[float], seconds: float) -> Iterator[str]:
    times = sorted(time for each in seen for time in each.milliseconds)
    statuses = sum((each.statuses for each in seen), Counter[int]())
    delays = sorted(delays) or [0.0]
    yield "| answers | a second | p50 | p99 | slowest | stale | went back | two things at once | last good copies |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    counts = [sum(len(getattr(each, name)) for each in seen) for name in ("stale", "back", "mixed")]
    yield (
        f"| {len(times)} | {len(times) / seconds:.0f} | {_at(times, 0.5):.1f} ms | {_at(times, 0.99):.0f} ms"
        f" | {times[-1]:.0f} ms | {' | '.join(map(str, counts))} | {sum(each.last_good for each in seen)} |"
    )
    yield ""
    yield "Answers: " + ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items())) + "."
    yield (
        f"From the commit to the first request that was answered with the new page, of {len(delays)} publications:"
        f" half within {_at(delays, 0.5) * 1000:.0f} ms, 99 % within {_at(delays, 0.99) * 1000:.0f} ms,"
        f" all within {delays[-1] * 1000:.0f} ms."
    )


def _at(values: list[float], part: float) -> float:
    return values[min(int(len(values) * part), len(values) - 1)]


if __name__ == "__main__":
    main()
