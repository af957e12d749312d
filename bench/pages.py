"""python -m bench.pages: what a page that no cache holds costs, with archives of SIZES stories ("1000 10000 100000" unless told).

Each kind of page through the WSGI application, without a server around it: queries, and milliseconds of processor time of
this process and of its sessions of the database. Many pages of a kind are asked for in turn, in a process that has made pages
before but remembers no card, text or picture of them; beside it what they cost when it does, as in the next edition. Feeds find
the items of their stories kept, as a publication leaves them; what one costs that finds none is told, too.

The archives take turns, round by round, so that they are compared within seconds. Whatever else a machine does can only add to
the time that a page takes (it shares memory and caches with us), so the least of the rounds is what it costs, and their middle is
told beside it; the growth is the middle of what each round has found. Calls of functions are counted too, which are the same at
every hour. The table goes to docs/performance.md; a kind of page that asks too often, costs too much, or costs clearly more with
the largest archive than with the smallest makes the command fail. Far down a section are the pages around 1,000, or the last full
ones.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from bench import apart, place, report
from bench.corpus import building

QUERIES, MILLISECONDS, GROWTH = 6, 4.0, 1.3
"""The budget of a page; the last is how many times the cost with the smallest archive it may cost with the largest."""

ROUNDS, ADDRESSES = 9, 24
"""So many rounds are measured, each over so many pages of a kind (or all there are), as often as fills the clock."""

#: The kinds of page that the budget is set for; the others are told beside them.
BUDGETED = ("story", "section", "section, far down", "country", "topic", "feed")

#: A feed that finds none of its items kept, as after an upgrade.
WITHOUT_ITEMS = "feed, all items new"


class Facts(NamedTuple):
    """What is the same at every hour of one kind of page: most queries, mean bytes, and calls of functions in Python (when
    nothing of it is remembered, and when its parts are)."""

    queries: int
    size: int
    calls: int
    calls_again: int


class Spent(NamedTuple):
    """Milliseconds of processor time that a page took in one round: in the application, in the database, and in both when the
    process remembers its parts."""

    application: float
    database: float
    again: float

    @property
    def cpu(self) -> float:
        return self.application + self.database


@dataclass(frozen=True)
class Kind:
    """One kind of page with one archive."""

    facts: Facts
    rounds: Sequence[Spent]

    @property
    def least(self) -> Spent:
        return min(self.rounds, key=lambda spent: spent.cpu)

    @property
    def middle(self) -> float:
        return statistics.median(spent.cpu for spent in self.rounds)

    @property
    def again(self) -> float:
        return min(spent.again for spent in self.rounds)


def main() -> None:
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
        return
    sizes = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
    archives = _measured(sizes)
    command = f'SIZES="{" ".join(map(str, sizes))}" python -m bench.pages'
    lines = list(_table(sizes, archives))
    print("\n".join(lines))
    report.write("Pages that no cache holds", command, lines)
    missed = [name for name in BUDGETED if not _met(name, [archive[name] for archive in archives])]
    if missed:
        sys.exit(f"Over the budget of {MILLISECONDS} ms, {QUERIES} queries and {GROWTH} times: {', '.join(missed)}")


def _table(sizes: list[int], archives: list[dict[str, Kind]]) -> Iterator[str]:
    told = f"CPU ms: least, middle of {ROUNDS} (database in the least), remembered"
    heads = " | ".join(f"{size:,} stories: {told}" for size in sizes)
    yield f"| page | queries | {heads} | growth | calls, remembered |"
    yield f"| --- | ---: |{' ---: |' * (len(sizes) + 2)}"
    for name in archives[-1]:
        kinds = [archive.get(name) for archive in archives]
        cells = " | ".join(
            f"{kind.least.cpu:.2f}, {kind.middle:.2f} ({kind.least.database:.2f}), {kind.again:.2f}" if kind else ""
            for kind in kinds
        )
        known = [kind for kind in kinds if kind]
        growth = f"{_growth(known):.2f}" if len(known) > 1 else ""
        facts = known[-1].facts
        calls = f"{facts.calls:,}, {facts.calls_again:,}"
        yield f"| {name} | {max(kind.facts.queries for kind in known)} | {cells} | {growth} | {calls} |"


def _met(name: str, kinds: list[Kind]) -> bool:
    """Whether a kind of page keeps to the budget, told as a goal too."""
    dearest, queries = max(kind.least.cpu for kind in kinds), max(kind.facts.queries for kind in kinds)
    growth = _growth(kinds)
    met = dearest <= MILLISECONDS and queries <= QUERIES and growth <= GROWTH
    middle, again = max(kind.middle for kind in kinds), max(kind.again for kind in kinds)
    measured = f"{dearest:.2f} ms (middle {middle:.2f}, remembered {again:.2f}), {queries} queries, × {growth:.2f}"
    report.goal(f"cold page: {name}", measured, f"{MILLISECONDS:g} ms, {QUERIES}, × {GROWTH}", met=met)
    return met


def _growth(kinds: Sequence[Kind]) -> float:
    """How many times what the smallest archive costs the largest one does, as the middle of the rounds has it."""
    pairs = zip(kinds[0].rounds, kinds[-1].rounds, strict=True)
    return statistics.median(largest.cpu / smallest.cpu for smallest, largest in pairs)


def _measured(sizes: list[int]) -> list[dict[str, Kind]]:
    """Each archive is measured in a process of its own, and they take turns."""
    with place.database(sizes[0]) as url, ExitStack() as stack:
        environment = os.environ | {"DATABASE_URL": url}
        processes = [stack.enter_context(apart.Asked("bench.pages", size, environment)) for size in sizes]
        facts = [process.answer() for process in processes]
        rounds = [[process.ask("round") for process in processes] for _round in range(ROUNDS)]
    return [
        {name: Kind(Facts(*told), [Spent(*one[place][name]) for one in rounds]) for name, told in archive.items()}
        for place, archive in enumerate(facts)
    ]


def _measure(size: int) -> None:
    with place.database(size) as url, tempfile.TemporaryDirectory() as static:
        building.ensure(url, size)
        from django.core.management import call_command
        from django.test.utils import override_settings

        # The names of files are hashed as on any site; compressing what they hold would change nothing here.
        plain = ("css", "js", "svg", "txt", "html", "json", "map", "png", "woff2", "gz", "ico", "md", "license")
        with override_settings(STATIC_ROOT=static, WHITENOISE_SKIP_COMPRESS_EXTENSIONS=plain):
            call_command("collectstatic", interactive=False, verbosity=0)
            _answer(url)


def _answer(url: str) -> None:
    """Tell the facts of each kind of page, and then what a page takes, as often as a line asks for it."""
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    kinds = dict(addresses())
    print(json.dumps({name: _facts(application, name, paths) for name, paths in kinds.items()}), flush=True)
    sessions = _sessions(url)
    for _line in sys.stdin:
        spent = {}
        for name, paths in kinds.items():
            _keep_items(application, name, paths)
            spent[name] = _processor_time(application, paths, sessions)
        print(json.dumps(spent), flush=True)


def _facts(application: Any, name: str, paths: list[str]) -> Facts:
    _keep_items(application, name, paths)
    return Facts(*_queries(application, paths), *_calls(application, paths))


def _keep_items(application: Any, name: str, paths: list[str]) -> None:
    """Leave items of feeds kept, as the press does half a second after each new one; or none of them, where that is measured."""
    from articles import feeditems
    from articles.models import FeedItem

    if name == WITHOUT_ITEMS:
        FeedItem.objects.all().delete()
    elif "feed" in name:
        for path in paths:
            get(application, path)
            feeditems.keep_written()


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


def _processor_time(application: Any, paths: list[str], sessions: list[Path]) -> Spent:
    """What a page takes, over many of them."""
    from articles.remembering import forget

    own = database = again = 0.0
    times = max(1, ADDRESSES // len(paths))
    for _time in range(times):
        forget()
        first = _spent(application, paths, sessions)
        own, database = own + first[0], database + first[1]
        again += sum(_spent(application, paths, sessions))
    return Spent(*(spent / times / len(paths) for spent in (own, database, again)))


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
    yield "robots.txt, which says next to nothing", ["/robots.txt"]


if __name__ == "__main__":
    main()
