"""python -m bench.publishing: what a publication costs with archives of SIZES stories ("1000 10000 100000" unless told).

Drafts of the archive are published for the first time, and live stories once more with another headline. Counted are the
statements of the transaction and its milliseconds, which others wait for; the milliseconds from the call to its return, in which
the story's list is found before the transaction begins; and processor time in this process and its session of the database. It
works on a copy of the archive whose words have been weighed. The table goes to docs/performance.md.
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
    head = " | ".join(f"{size:,}: statements | ms | ms of the call | CPU ms" for size in sizes)
    lines = [f"| stories: | {head} | goal |", f"| --- {'| ---: | ---: | ---: | ---: ' * len(sizes)}| --- |"]
    for deed in DEEDS:
        cells = " | ".join("{} | {:.1f} | {:.1f} | {:.1f}".format(*column[deed]) for column in columns)
        lines.append(f"| {deed} | {cells} | {STATEMENTS} statements, {MILLISECONDS} ms |")
    print("\n".join(lines))
    for deed in DEEDS:
        statements, elapsed, _call, _cpu = columns[-1][deed]
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


def _costs() -> Iterator[tuple[str, tuple[int, float, float, float]]]:
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


def _middle(deeds: list[Callable[[], Any]]) -> tuple[int, float, float, float]:
    from django.db import connection, transaction

    from bench.desk import processor

    begun: list[float] = []  # of each statement of the transaction

    def note(execute: Callable, *statement: Any) -> Any:
        if connection.in_atomic_block:
            if not begun:
                transaction.on_commit(lambda: ended.append(time.perf_counter()))
            begun.append(time.perf_counter())
        return execute(*statement)

    ended: list[float] = []
    statements, within, elapsed, cpu = [], [], [], []
    for deed in deeds:
        begun.clear()
        called, used = time.perf_counter(), processor()
        with connection.execute_wrapper(note):
            deed()
        elapsed.append((time.perf_counter() - called) * 1000)
        cpu.append(processor() - used)
        statements.append(len(begun))
        within.append((ended[-1] - begun[0]) * 1000)
    return max(statements), *(statistics.median(column) for column in (within, elapsed, cpu))


if __name__ == "__main__":
    main()
