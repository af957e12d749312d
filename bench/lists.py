"""python -m bench.lists: what the lists of the public site cost with an archive of STORIES stories (100000 unless told).

The longest list of each kind, on its first page, in its middle and on its last one, and the pages that explore the archive.
The table goes to docs/performance.md; a list whose last page costs more than twice its first makes the command fail.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bench import place, report
from bench.corpus import building
from bench.desk import processor

TIMES = 15
"""How often a page is asked for to take the middle of its times."""

SLACK = 2.0
"""The last page may cost so many times the first: less is noise of a machine that others use too."""


@dataclass(frozen=True)
class Cost:
    """One page of a list: queries, milliseconds from request to answer, and of processor time here and in the database."""

    name: str
    page: int
    queries: int
    elapsed: float
    cpu: float


def main() -> None:
    stories = int(os.environ.get("STORIES", "100000"))
    with place.database(stories) as url:
        building.ensure(url, stories)
        found = list(_measured())
    lines = [_line(cost) for costs in found for cost in costs]
    report.write("The lists", f"STORIES={stories} python -m bench.lists", [*_HEAD, *lines])
    dear = [costs[0].name for costs in found if costs[-1].cpu > SLACK * costs[0].cpu]
    if dear:
        sys.exit(f"The last page costs more than the first: {', '.join(dear)}")


def _measured() -> Iterator[list[Cost]]:
    from django.conf import settings
    from django.test import Client
    from django.test.utils import override_settings, setup_test_environment

    setup_test_environment()
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=settings.STORAGES | plain):
        client = Client()
        for name, path, numbers in _lists():
            costs = [_cost(client, name, path, number) for number in numbers]
            for cost in costs:
                print(_line(cost), flush=True)  # a long run shows how far it is
            yield costs


def _lists() -> Iterator[tuple[str, str, list[int]]]:
    """The name of each list, its address, and the numbers of the pages to ask for."""
    from articles import coverage, pathwords
    from articles.models import Author, Country, Section, Tag, Topic

    for model in (Section, Country, Topic, Author, Tag):
        kind = coverage.shelf_of(model(pk=0)).kind
        longest = coverage.totals("en", kind)[0]
        row: Any = model._default_manager.get(pk=longest.key)
        path = pathwords.below("tags", "en", row.slug) if model is Tag else row.path_in("en")
        yield f"{kind}, {longest.stories} stories", path, _pages(longest.stories)
    both = coverage.totals("en", coverage.Kind.COUNTRY_TOPIC)[0]
    country = Country.objects.get(pk=both.key)
    topic = Topic.objects.get(pk=both.other)
    path = pathwords.crossed(country.path_in("en"), "en", topic.said_in("en", "slug"))
    yield f"country and topic, {both.stories} stories", path, _pages(both.stories)
    shape = coverage.shape_of(coverage.ALL, "en")
    year = shape.months[len(shape.months) // 2].first.year
    count = shape.within(year).count
    yield f"a year, {count} stories", pathwords.dated("en", year), _pages(count)
    yield "front page", "/", [1]
    yield "explore", pathwords.page("explore", "en"), [1]
    yield "explore a topic", pathwords.explored(topic.path_in("en"), "en"), [1]
    yield "archive", pathwords.page("archive", "en"), [1]


def _pages(stories: int) -> list[int]:
    last = max(1, -(-stories // 20))
    return sorted({1, 2, last // 2 or 1, last})


def _cost(client: Any, name: str, path: str, number: int) -> Cost:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from articles import pathwords

    address = pathwords.numbered(path, number)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
        queries = len(asked)
    assert answer.status_code == 200, address
    elapsed, cpu = [], []
    for _time in range(TIMES):
        begun, used = time.perf_counter(), processor()
        client.get(address)
        elapsed.append((time.perf_counter() - begun) * 1000)
        cpu.append(processor() - used)
    return Cost(name, number, queries, statistics.median(elapsed), statistics.median(cpu))


_HEAD = ["| list | page | queries | ms | CPU ms |", "| --- | ---: | ---: | ---: | ---: |"]


def _line(cost: Cost) -> str:
    return f"| {cost.name} | {cost.page} | {cost.queries} | {cost.elapsed:.1f} | {cost.cpu:.1f} |"


if __name__ == "__main__":
    main()
