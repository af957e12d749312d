"""python -m bench.pages: what a page that no cache holds costs, with archives of SIZES stories ("1000 10000 100000" unless told).

Each kind of page through the WSGI application, without a server around it: queries, and milliseconds of processor time of
this process and of its sessions of the database. Many pages of a kind are asked for in turn, in a process that has made pages
before but remembers no card, text or picture of them; beside it what they cost when it does, as in the next edition. Feeds find
the items of their stories kept, as a publication leaves them; what one costs that finds none is told, too. Calls of
functions are counted too, which are the same at every hour. The table goes to docs/performance.md; a kind of page that asks too
often, costs too much, or costs clearly more with the largest archive than with the smallest makes the command fail. Far down a
section are the pages around 1,000, or the last full ones.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from bench import apart, place, report
from bench.corpus import building

QUERIES, MILLISECONDS, GROWTH = 6, 4.0, 1.3
"""The budget of a page; the last is how many times the cost with the smallest archive it may cost with the largest."""

ROUNDS, ADDRESSES = 7, 24
"""The middle of so many rounds is taken, each over so many pages of a kind (or all there are), as often as fills the clock."""

#: The kinds of page that the budget is set for; the others are told beside them.
BUDGETED = ("story", "section", "section, far down", "country", "topic", "feed")

#: A feed that finds none of its items kept, as after an upgrade.
WITHOUT_ITEMS = "feed, all items new"


class Cost(NamedTuple):
    """One kind of page: most queries, milliseconds of processor time in the application and in the database, mean bytes, and
    calls of functions in Python.

    `again` is the milliseconds of both when the process remembers the parts of the page, `calls_again` the calls then.
    """

    queries: int
    application: float
    database: float
    again: float
    size: int
    calls: int
    calls_again: int

    @property
    def cpu(self) -> float:
        return self.application + self.database


def main() -> None:
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
        return
    sizes = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
    columns = [_measured(size) for size in sizes]
    command = f'SIZES="{" ".join(map(str, sizes))}" python -m bench.pages'
    lines = list(_table(sizes, columns))
    print("\n".join(lines))
    report.write("Pages that no cache holds", command, lines)
    missed = [name for name in BUDGETED if not _met(name, [column[name] for column in columns])]
    if missed:
        sys.exit(f"Over the budget of {MILLISECONDS} ms, {QUERIES} queries and {GROWTH} times: {', '.join(missed)}")


def _table(sizes: list[int], columns: list[dict[str, Cost]]) -> Iterator[str]:
    yield (
        "| page | queries | "
        + " | ".join(f"{size:,} stories: CPU ms (of it database), remembered" for size in sizes)
        + " | growth | calls, remembered |"
    )
    yield f"| --- | ---: |{' ---: |' * (len(sizes) + 2)}"
    for name in columns[-1]:
        costs = [column.get(name) for column in columns]
        cells = " | ".join(f"{cost.cpu:.2f} ({cost.database:.2f}), {cost.again:.2f}" if cost else "" for cost in costs)
        known = [cost for cost in costs if cost]
        growth = f"{known[-1].cpu / known[0].cpu:.2f}" if len(known) > 1 else ""
        calls = f"{known[-1].calls:,}, {known[-1].calls_again:,}"
        yield f"| {name} | {max(cost.queries for cost in known)} | {cells} | {growth} | {calls} |"


def _met(name: str, costs: list[Cost]) -> bool:
    """Whether a kind of page keeps to the budget, told as a goal too."""
    dearest, queries = max(cost.cpu for cost in costs), max(cost.queries for cost in costs)
    growth = costs[-1].cpu / costs[0].cpu
    met = dearest <= MILLISECONDS and queries <= QUERIES and growth <= GROWTH
    again = max(cost.again for cost in costs)
    measured = f"{dearest:.2f} ms ({again:.2f} when its parts are remembered), {queries} queries, × {growth:.2f}"
    report.goal(f"cold page: {name}", measured, f"{MILLISECONDS:g} ms, {QUERIES}, × {GROWTH}", met=met)
    return met


def _measured(size: int) -> dict[str, Cost]:
    return {name: Cost(*told) for name, told in apart.measured("bench.pages", size).items()}


def _measure(size: int) -> None:
    with place.database(size) as url, tempfile.TemporaryDirectory() as static:
        building.ensure(url, size)
        from django.core.management import call_command
        from django.test.utils import override_settings

        # The names of files are hashed as on any site; compressing what they hold would change nothing here.
        plain = ("css", "js", "svg", "txt", "html", "json", "map", "png", "woff2", "gz", "ico", "md", "license")
        with override_settings(STATIC_ROOT=static, WHITENOISE_SKIP_COMPRESS_EXTENSIONS=plain):
            call_command("collectstatic", interactive=False, verbosity=0)
            print(json.dumps(dict(costs(url))))


def costs(url: str) -> Iterator[tuple[str, Cost]]:
    """What each kind of page costs on the corpus that Django is connected to."""
    from django.core.wsgi import get_wsgi_application

    from articles import feeditems
    from articles.models import FeedItem

    application = get_wsgi_application()
    for name, paths in addresses():
        FeedItem.objects.all().delete()
        for path in paths if name != WITHOUT_ITEMS else ():
            get(application, path)
            feeditems.keep_written()  # as the press does, half a second later
        queries, size = _queries(application, paths)
        yield name, Cost(queries, *_processor_time(application, paths, url), size, *_calls(application, paths))


def _queries(application: Any, paths: list[str]) -> tuple[int, int]:
    """How often a page asks the database at most, and the mean length; each was asked for before, so that all is warm."""
    from django.db import connection

    asked: list[str] = []

    def count(execute: Callable, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    most = size = 0
    for path in paths:
        get(application, path)
        asked.clear()
        with connection.execute_wrapper(count):
            size += get(application, path)
        most = max(most, len(asked))
    return most, size // len(paths)


def _processor_time(application: Any, paths: list[str], url: str) -> tuple[float, float, float]:
    """Milliseconds of a page: in the application, in the database, and in both when parts of it are remembered."""
    from articles.remembering import forget

    sessions = _sessions(url)
    own, database, again = [], [], []
    times = max(1, ADDRESSES // len(paths))
    for _round in range(ROUNDS):
        first = [0.0, 0.0]
        second = 0.0
        for _time in range(times):
            forget()
            spent = _spent(application, paths, sessions)
            first = [before + now for before, now in zip(first, spent, strict=True)]
            second += sum(_spent(application, paths, sessions))
        own.append(first[0] / times / len(paths))
        database.append(first[1] / times / len(paths))
        again.append(second / times / len(paths))
    return statistics.median(own), statistics.median(database), statistics.median(again)


def _calls(application: Any, paths: list[str]) -> tuple[int, int]:
    """How many functions a page calls, those of C among them: when nothing of it is remembered, and when its parts are."""
    from articles.remembering import forget

    forget()
    return _called(application, paths), _called(application, paths)


def _called(application: Any, paths: list[str]) -> int:
    called = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    for path in paths:
        get(application, path)
    sys.setprofile(None)
    return called // len(paths)


def _spent(application: Any, paths: list[str], sessions: list[Path]) -> tuple[float, float]:
    begun, used = time.process_time(), _used(sessions)
    for path in paths:
        get(application, path)
    return (time.process_time() - begun) * 1000, _used(sessions) - used


def get(application: Any, address: str) -> int:
    """Ask for a page as a server would; its length in bytes. Exits if it is not there."""
    from django.test.client import FakePayload

    path, _mark, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "", "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "127.0.0.1:8000", "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http", "wsgi.input": FakePayload(b""), "wsgi.errors": sys.stderr,
    }  # fmt: skip
    answered: list[str] = []
    answer = application(environ, lambda status, _headers, _error=None: answered.append(status))
    length = sum(map(len, answer))
    if hasattr(answer, "close"):
        answer.close()
    if not answered[0].startswith("200"):
        sys.exit(f"{address} answers {answered[0]}")
    return length


def _sessions(url: str) -> list[Path]:
    """Where the system tells how much processor time each of our sessions of the database has used."""
    query = "SELECT pid FROM pg_stat_activity "
    query += "WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    with psycopg.connect(url) as connection:
        found = [Path(f"/proc/{pid}/schedstat") for (pid,) in connection.execute(query)]
    # A server on another machine, or of another account, does not say.
    return [path for path in found if os.access(path, os.R_OK)]


def _used(sessions: list[Path]) -> float:
    return sum(int(path.read_text().split()[0]) for path in sessions) / 1e6


def addresses() -> Iterator[tuple[str, list[str]]]:
    """Each kind of page with addresses of it: stories from all of the archive, of lists the longest ones."""
    from articles import coverage, pathwords
    from articles.models import Article, Country, Section, Topic

    stories = Article.objects.published().in_language("en").newest_first()
    count = stories.count()
    yield "story", [stories[place].get_absolute_url() for place in range(5, count, count // ADDRESSES)][:ADDRESSES]
    kinds: tuple[Any, ...] = (Section, Country, Topic)
    longest = {model: list(coverage.totals("en", coverage.shelf_of(model(pk=0)).kind)[:ADDRESSES]) for model in kinds}
    for model, found in longest.items():  # those with as many stories on a page as any
        longest[model] = [one for one in found if one.stories > coverage.PAGE_LENGTH] or found[:1]
    paths = {
        model: [model._default_manager.get(pk=found.key).path_in("en") for found in longest[model]] for model in kinds
    }
    yield "section", paths[Section]
    full = longest[Section][0].stories // coverage.PAGE_LENGTH  # the last page with as many stories as the first
    last = min(full, 1000)
    yield (
        "section, far down",
        [pathwords.numbered(paths[Section][0], number) for number in range(max(2, last - ADDRESSES + 1), last + 1)],
    )
    yield "country", paths[Country]
    yield "topic", paths[Topic]
    yield "feed", [pathwords.aspect("/", "feed", "en")]
    yield WITHOUT_ITEMS, [pathwords.aspect("/", "feed", "en")]
    yield "feed of a section", [pathwords.aspect(path, "feed", "en") for path in paths[Section]]
    yield "front page", ["/"]
    if longest[Country][0].stories > coverage.PAGE_LENGTH:
        yield "country, page 2", [pathwords.numbered(path, 2) for path in paths[Country][:6]]
    yield "explore", [pathwords.page("explore", "en")]
    yield "explore a section", [pathwords.explored(path, "en") for path in paths[Section]]
    yield "archive", [pathwords.page("archive", "en")]
    yield "corrections", [pathwords.page("corrections", "en")]
    yield "about", [pathwords.page("about", "en")]


if __name__ == "__main__":
    main()
