"""python -m bench.related: what related content costs with archives of SIZES stories ("10000 100000" unless told).

Stories across the archive are dealt with as after a publication: the list of their own, as the publishing transaction makes it,
and a mark worked off, with the lists of others that the story enters (as many at once as the site allows, for no list stands
there yet, however often this was measured). Milliseconds of processor time of this process and its session of the database, and
statements. It works on a copy of the archive whose words have been weighed. The table goes to docs/performance.md.
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

#: What is measured, and the milliseconds that it may take with the largest archive.
GOALS = {"a story’s own list": None, "a mark, with the lists of others": 50, "reading a list": None}

TIMES = 40


def main() -> None:
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
        return
    sizes = [int(size) for size in os.environ.get("SIZES", "10000 100000").split()]
    columns = [apart.measured("bench.related", size) for size in sizes]
    head = " | ".join(f"{size:,} stories: CPU ms, middle | 19 of 20 | statements" for size in sizes)
    lines = [f"| deed | {head} | goal |", f"| --- {'| ---: | ---: | ---: ' * len(sizes)}| ---: |"]
    for name, goal in GOALS.items():
        cells = " | ".join("{:.1f} | {:.1f} | {}".format(*column[name]) for column in columns)
        lines.append(f"| {name} | {cells} | {f'{goal} ms' if goal else ''} |")
        if goal:
            middle = columns[-1][name][0]
            report.goal(f"{name}, {sizes[-1]:,} stories", f"{middle:.1f} ms", f"{goal} ms", met=middle <= goal)
    print("\n".join(lines))
    report.write("Related content", f'SIZES="{" ".join(map(str, sizes))}" python -m bench.related', lines)


def _measure(size: int) -> None:
    with place.database(size) as kept:
        building.connect(weighed.make(kept, size))
        print(json.dumps(dict(_costs())))


def _costs() -> Iterator[tuple[str, tuple[float, float, int]]]:
    from articles import related
    from articles.models import Article, RelatedLink, RelatedMark

    live = list(Article.objects.published().order_by("pk").values_list("pk", flat=True))
    chosen = live[:: max(1, len(live) // (TIMES + 5))][: TIMES + 5]
    stories = list(Article.objects.for_page().filter(pk__in=chosen))
    RelatedLink.objects.all().delete()
    RelatedMark.objects.all().delete()

    def marked(story: Article) -> None:
        RelatedMark.objects.all().delete()
        RelatedMark.objects.create(article_id=story.pk)

    def worked(_story: Article) -> None:
        if related.work_off(seconds=0) != 1:  # the one mark, and none of those that it leaves
            sys.exit("The mark was not worked off")

    yield "a story’s own list", _middle(stories, lambda story: related.refresh([story]))
    yield "a mark, with the lists of others", _middle(stories, worked, before=marked)
    yield "reading a list", _middle(stories, related.for_article)


def _middle(
    stories: list[Any], deed: Callable[[Any], Any], *, before: Callable[[Any], None] | None = None
) -> tuple[float, float, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.desk import processor

    cpu, statements = [], 0
    for number, story in enumerate(stories):
        if before:
            before(story)
        if number < 5:  # what is read once and kept; and counting costs time
            with CaptureQueriesContext(connection) as asked:
                deed(story)
            statements = max(statements, len(asked))
            continue
        begun, used = time.perf_counter(), processor()
        deed(story)
        cpu.append(processor() - used or (time.perf_counter() - begun) * 1000)
    return statistics.median(cpu), sorted(cpu)[int(len(cpu) * 0.95)], statements


if __name__ == "__main__":
    main()
