"""python -m bench.publishing: what a publication costs with archives of SIZES stories ("1000 10000 100000" unless told).

Drafts of the archive are published for the first time, and live stories once more with another headline. Counted are the
statements of the transaction, milliseconds from the call to its return (committed), and of processor time in this process
and its session of the database. It works on a copy of the archive whose words have been weighed. The table goes to
docs/performance.md.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from bench import apart, place, report, weighed
from bench.corpus import building

MILLISECONDS, STATEMENTS = 30, 30
"""The goal for the transaction with the largest archive."""

TIMES = 40
"""How many stories are published to take the middle."""

DEEDS = ("a first publication", "a new version")


def main() -> None:
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
        return
    sizes = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
    columns = [apart.measured("bench.publishing", size) for size in sizes]
    head = " | ".join(f"{size:,}: statements | ms | CPU ms" for size in sizes)
    lines = [f"| stories: | {head} | goal |", f"| --- {'| ---: | ---: | ---: ' * len(sizes)}| --- |"]
    for deed in DEEDS:
        cells = " | ".join("{} | {:.1f} | {:.1f}".format(*column[deed]) for column in columns)
        lines.append(f"| {deed} | {cells} | {STATEMENTS} statements, {MILLISECONDS} ms |")
    print("\n".join(lines))
    for deed in DEEDS:
        statements, elapsed, _cpu = columns[-1][deed]
        met = statements <= STATEMENTS and elapsed <= MILLISECONDS
        measured, goal = f"{statements} statements, {elapsed:.1f} ms", f"{STATEMENTS}, {MILLISECONDS} ms"
        report.goal(f"{deed}, {sizes[-1]:,} stories", measured, goal, met=met)
    report.write("A publication", f'SIZES="{" ".join(map(str, sizes))}" python -m bench.publishing', lines)


def _measure(size: int) -> None:
    with place.database(size) as kept:
        url = place.beside(kept, f"newsroom_publishing_{size}")
        place.copy(weighed.make(kept, size), url)
        building.connect(url)
        print(json.dumps(dict(_costs())))


def _costs() -> Iterator[tuple[str, tuple[int, float, float]]]:
    from django.contrib.auth import get_user_model
    from django.db.models import F

    from articles import publishing
    from articles.models import Article, Draft, Image

    Image.objects.update(cleared=True)
    publisher = get_user_model().objects.get(username="publisher")
    drafts = Draft.objects.filter(article__published_at=None).order_by("pk").values_list("pk", flat=True)
    ahead = Draft.objects.filter(article__state="live").exclude(head=F("article__published_revision"))
    for deed, keys in zip(DEEDS, (drafts, ahead.order_by("pk").values_list("pk", flat=True)), strict=True):
        chosen = list(keys[: TIMES + 5])
        publish = [lambda key=key: publishing.publish(Article(pk=key), by=publisher) for key in chosen]
        for begin in publish[:5]:  # what is read once and kept
            begin()
        yield deed, _middle(publish[5:])


def _middle(deeds: list[Callable[[], Any]]) -> tuple[int, float, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.desk import processor

    statements, elapsed, cpu = [], [], []
    for number, deed in enumerate(deeds):
        if number % 4 == 0:  # counting costs time, so what is counted is not timed
            with CaptureQueriesContext(connection) as asked:
                deed()
            statements.append(len(asked))
            continue
        begun, used = time.perf_counter(), processor()
        deed()
        elapsed.append((time.perf_counter() - begun) * 1000)
        cpu.append(processor() - used)
    return max(statements), statistics.median(elapsed), statistics.median(cpu)


if __name__ == "__main__":
    main()
