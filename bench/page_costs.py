"""python -m bench.page_costs SIZE: what pages cost with an archive of so many stories, for `bench.pages`, which asks by lines.

The first line that it answers has the facts of each kind of page, each further one what a page took in one round.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from bench import place
from bench.corpus import building

ADDRESSES = 24
"""A round is over so many pages of a kind (or all there are), as often as fills the clock."""

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


def main() -> None:
    size = int(sys.argv[1])
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

    from newsroom import collecting

    application = get_wsgi_application()
    collecting.seldom()  # as `newsroom.wsgi` does
    kinds = dict(addresses())
    print(json.dumps({name: _facts(application, name, paths) for name, paths in kinds.items()}), flush=True)
    sessions = _sessions(url)
    for _line in sys.stdin:
        # While it waited for its turn others had the processor: what it does first would be charged for that.
        for path in kinds["story"]:
            get(application, path)
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
