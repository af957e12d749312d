"""python -m bench.desk: what every page of the desk costs with an archive of STORIES stories (100000 unless told).

As an editor and as a publisher: lists, searches, filters, forms, what is found by typing, histories. The table goes to
docs/performance.md; a page over the budget is marked there and makes the command fail.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import place, report
from bench.corpus import building

QUERIES, MILLISECONDS = 12, 150
"""The budget of a page."""

TIMES = 5
"""How often a page is asked for to take the middle of its times."""

ROLES = ("editor", "publisher")


@dataclass(frozen=True)
class Cost:
    """One page: queries, milliseconds from request to answer, and of processor time in this process and the database."""

    name: str
    role: str
    status: int
    queries: int
    elapsed: float
    cpu: float

    @property
    def too_much(self) -> bool:
        return self.queries > QUERIES or self.elapsed > MILLISECONDS or self.status != 200


def main() -> None:
    stories = int(os.environ.get("STORIES", "100000"))
    with place.database(stories) as url:
        building.ensure(url, stories)
        costs = list(_measured())
    lines = _table(costs)
    report.write("The desk", f"STORIES={stories} python -m bench.desk", lines)
    sys.stdout.write("\n".join(lines) + "\n")
    if any(cost.too_much for cost in costs):
        sys.exit(1)


def _measured() -> Iterator[Cost]:
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.test.utils import setup_test_environment

    from bench.desk_pages import pages

    setup_test_environment()
    for role in ROLES:
        client = Client()
        client.force_login(get_user_model().objects.get(username=role))
        for name, address in pages():
            cost = _cost(client, name, role, address)
            if cost.status != 403:  # what a role may not see costs nothing
                yield cost


def _cost(client: Any, name: str, role: str, address: str) -> Cost:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        status = client.get(address).status_code
    elapsed, cpu = [], []
    for _time in range(TIMES if status == 200 else 0):
        begun, used = time.perf_counter(), _processor()
        client.get(address)
        elapsed.append((time.perf_counter() - begun) * 1000)
        cpu.append(_processor() - used)
    middle = statistics.median
    return Cost(name, role, status, len(asked), middle(elapsed or [0]), middle(cpu or [0]))


def _processor() -> float:
    """Milliseconds of processor time that this process and its session of the database have used."""
    from django.db import connection

    own = time.process_time() * 1000
    assert connection.connection is not None
    schedule = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    # A server on another machine, or of another account, does not say.
    return own + (int(schedule.read_text().split()[0]) / 1e6 if os.access(schedule, os.R_OK) else 0)


def _table(costs: list[Cost]) -> list[str]:
    lines = ["| page | role | queries | ms | CPU ms | |", "| --- | --- | ---: | ---: | ---: | --- |"]
    for cost in costs:
        mark = "over the budget" if cost.too_much else ""
        if cost.status != 200:
            mark = f"answers {cost.status}"
        numbers = f"{cost.queries} | {cost.elapsed:.0f} | {cost.cpu:.0f}"
        lines.append(f"| {cost.name} | {cost.role} | {numbers} | {mark} |")
    return lines


if __name__ == "__main__":
    main()
