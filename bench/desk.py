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

LARGER = {
    # Reads the whole story from its draft, and searches the archive for what is related to words that nobody has published.
    "preview": (20, 150),
    # Looks through every text of the archive, because no index knows of a name within a word; one link on one form asks for it.
    "where a protected name stands": (12, 2000),
}
"""The budgets of pages that do more than others, by what their names say."""

TIMES = 3
"""How often a page is asked for to take the middle of its times."""

SLOW = 2.0
"""Seconds after which a page is asked for only once more: nothing finer has to be known of it."""

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
    def budget(self) -> tuple[int, int]:
        """Queries and milliseconds."""
        return next((larger for words, larger in LARGER.items() if words in self.name), (QUERIES, MILLISECONDS))

    @property
    def too_much(self) -> bool:
        queries, milliseconds = self.budget
        return self.queries > queries or self.elapsed > milliseconds or self.status != 200


def main() -> None:
    stories = int(os.environ.get("STORIES", "100000"))
    with place.database(stories) as url:
        building.ensure(url, stories)
        _count_words()
        costs = []
        for cost in _measured():
            costs.append(cost)
            print(_line(cost), flush=True)  # a long run shows how far it is
    report.write("The desk", f"STORIES={stories} python -m bench.desk", [*_HEAD, *map(_line, costs)])
    for name in ("articles.Article: list", "stories: form of a story, live"):
        one = next(cost for cost in costs if cost.name == name)
        measured, budget = f"{one.queries} queries, {one.elapsed:.0f} ms", f"{QUERIES}, {MILLISECONDS} ms"
        report.goal(f"desk, {name.partition(': ')[2]}, {stories:,} stories", measured, budget, met=not one.too_much)
    if any(cost.too_much for cost in costs):
        sys.exit(1)


def _count_words() -> None:
    """What the worker does every night, and a corpus goes without: previews look for related stories."""
    from articles.models import RelatedWord
    from articles.related import texts

    if not RelatedWord.objects.exists():
        texts.count_words()


def _measured() -> Iterator[Cost]:
    from django.conf import settings
    from django.test.utils import override_settings, setup_test_environment

    setup_test_environment()
    # The names of collected files are looked up in a table in memory; uncollected ones cost the same.
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=settings.STORAGES | plain):
        yield from _of_roles()


def _of_roles() -> Iterator[Cost]:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from bench.desk_pages import pages

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

    begun = time.perf_counter()
    with CaptureQueriesContext(connection) as asked:
        status = client.get(address).status_code
        queries = len(asked)  # later the log is gone: it begins anew with every request
    slow = time.perf_counter() - begun > SLOW
    elapsed, cpu = [], []
    for _time in range(0 if status != 200 else 1 if slow else TIMES):
        begun, used = time.perf_counter(), processor()
        client.get(address)
        elapsed.append((time.perf_counter() - begun) * 1000)
        cpu.append(processor() - used)
    middle = statistics.median
    return Cost(name, role, status, queries, middle(elapsed or [0]), middle(cpu or [0]))


def processor() -> float:
    """Milliseconds of processor time that this process and its session of the database have used."""
    from django.db import connection

    own = time.process_time() * 1000
    assert connection.connection is not None
    schedule = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    # A server on another machine, or of another account, does not say.
    return own + (int(schedule.read_text().split()[0]) / 1e6 if os.access(schedule, os.R_OK) else 0)


_HEAD = ["| page | role | queries | ms | CPU ms | |", "| --- | --- | ---: | ---: | ---: | --- |"]


def _line(cost: Cost) -> str:
    mark = "over the budget" if cost.too_much else ""
    if cost.budget != (QUERIES, MILLISECONDS):
        mark = f"{mark or 'within its own budget'}: {cost.budget[0]}, {cost.budget[1]:,} ms"
    if cost.status != 200:
        mark = f"answers {cost.status}"
    return f"| {cost.name} | {cost.role} | {cost.queries} | {cost.elapsed:.0f} | {cost.cpu:.0f} | {mark} |"


if __name__ == "__main__":
    main()
