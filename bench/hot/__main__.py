"""python -m bench.hot: a story that was read before, from nginx's store and from the application's memory.

Beside each, what the same server does at the least with the same bytes: a static file, a constant answer. nginx is
configured as deployed, granian is started as deployed. The table goes to docs/performance.md.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench import place, report
from bench.corpus import building
from bench.hot.driving import CONNECTIONS, Load
from tests.deploy.test_compose import EXAMPLE
from tests.deploy.topology import (
    HOST,
    READER,
    Place,
    application,
    command,
    listens,
    nginx,
    prepare,
    running,
    until,
)
from tests.ports import free_port

ROUNDS, SECONDS = 11, 1

#: What may be compared with what, and how much more it may cost.
GOALS = {
    ("nginx, the story", "nginx, a static file"): 1.5,
    ("nginx, the story, uncompressed", "nginx, a static file, uncompressed"): 1.5,
    ("nginx, the story, over TLS", "nginx, a static file, over TLS"): 1.5,
    ("granian, the story from memory", "granian, a constant answer"): 1.6,
}

_GZIP = {"Accept-Encoding": "gzip"}


def main() -> None:
    stories = int(os.environ.get("STORIES", "1000"))
    with place.database(stories) as url, tempfile.TemporaryDirectory(prefix="newsroom-hot-") as folder:
        building.ensure(url, stories)
        with _site(Path(folder), url) as (site, plain, pids, sizes):
            loads = _loads(site, plain, pids)
            for _round in range(ROUNDS):
                for load in loads:
                    load.round(SECONDS)
    lines = list(_lines(loads, sizes))
    print("\n".join(lines))
    report.write("Pages that were read before", f"STORIES={stories} python -m bench.hot", lines)
    dear = []
    for (name, least), most in GOALS.items():
        times = _times(loads, name, least)
        report.goal(f"{name}, beside {least.partition(', ')[2]}", f"{times:.2f} ×", f"{most} ×", met=times <= most)
        dear += [name] if times > most else []
    if dear:
        sys.exit(f"Over the goal: {', '.join(dear)}")


def _times(loads: list[Load], name: str, least: str) -> float:
    """How many times the cost of `least` it is: the middle of the rounds, each beside its neighbour on the same machine."""
    costs = {load.name: load.costs for load in loads}
    return statistics.median(own / other for own, other in zip(costs[name], costs[least], strict=True))


@contextmanager
def _site(folder: Path, url: str) -> Iterator[tuple[Place, int, dict[str, int], tuple[int, int]]]:
    """The site with a story that everybody keeps, the port of nginx without TLS, the servers, and the story's sizes."""
    # As deep as /srv/newsroom: for each page nginx follows the link to the edition, folder by folder.
    site = prepare(folder)
    plain = free_port()
    configuration = (site.prefix / "nginx.conf").read_text()
    listen = f"listen 127.0.0.1:{site.https} ssl http2;"
    assert configuration.count(listen) == 1
    # The story is filed for one host, whichever way it comes: one more way, without encryption.
    (site.prefix / "nginx.conf").write_text(configuration.replace(listen, f"{listen} listen 127.0.0.1:{plain};"))
    site.environment = EXAMPLE | {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": url,
        "MEDIA_ROOT": str(site.prefix / "media"),
        "EDITION_DIR": str(site.prefix / "edition"),
        "VAR_DIR": str(site.prefix / "var"),
        "HASHED_STATIC": "0",
        "GRANIAN_HOST": "127.0.0.1",
        "GRANIAN_PORT": str(site.app),
    }
    with ExitStack() as stack:
        front = stack.enter_context(nginx(site))
        server = stack.enter_context(application(site))
        sizes = _keep(site)
        constant, port = stack.enter_context(_constant(site))
        site.http = port
        yield site, plain, {"nginx": front.pid, "granian": server.pid, "constant": constant}, sizes


def _keep(site: Place) -> tuple[int, int]:
    """Have the story read, until it is kept; leave its bytes as files beside it. Returns their sizes."""
    for name, taken in (("packed", _GZIP), ("plain", {})):
        for _time in range(8):  # each of granian's processes has a memory of its own
            answer = site.ask(_story(), headers=taken)
            assert answer.status == 200
        (site.prefix / f"static/{name}.html").write_bytes(answer.body)
        (site.prefix / f"static/{name}.json").write_text(json.dumps(list(answer.headers.items())))
    packed, whole = ((site.prefix / f"static/{name}.html").read_bytes() for name in ("packed", "plain"))
    assert gzip.decompress(packed) == whole
    return len(packed), len(whole)


@contextmanager
def _constant(site: Place) -> Iterator[tuple[int, int]]:
    """granian as deployed, with the constant answer in the application's place: its process and its port."""
    port = free_port()
    headers = json.loads((site.prefix / "static/packed.json").read_text())
    of_nginx = {"server", "date", "connection"}
    own = [pair for pair in headers if pair[0].lower() not in of_nginx]
    (site.prefix / "static/packed.json").write_text(json.dumps(own))
    environment = site.environment | {
        "CONSTANT": str(site.prefix / "static/packed.html"),
        "GRANIAN_PORT": str(port),
    }
    words = command("app", ("newsroom.wsgi:application", "bench.hot.constant:application"))
    with running(words, site.prefix / "constant.said", cwd=place.ROOT, env=environment) as process:
        until(lambda: listens(port), process)
        yield process.pid, port


def _story() -> str:
    from articles.models import Article

    story = Article.objects.published().order_by("-published_at", "-pk").first()
    assert story
    return story.get_absolute_url()


def _loads(site: Place, plain: int, pids: dict[str, int]) -> list[Load]:
    near, tls = f"http://127.0.0.1:{plain}", f"https://127.0.0.1:{site.https}"
    story, said = _story(), READER | {"Host": HOST}
    # The file holds what the story is sent as, so that both are the same bytes; it is not compressed once more.
    packed, whole = "/static/packed.html", "/static/plain.html"
    direct = said | _GZIP | {"X-Forwarded-Proto": "https", "X-Real-IP": "127.0.0.1"}
    return [
        Load("nginx, a static file", near + packed, pids["nginx"], said),
        Load("nginx, the story", near + story, pids["nginx"], said | _GZIP),
        Load("nginx, a static file, uncompressed", near + whole, pids["nginx"], said),
        Load("nginx, the story, uncompressed", near + story, pids["nginx"], said),
        Load("nginx, a static file, over TLS", tls + packed, pids["nginx"], said),
        Load("nginx, the story, over TLS", tls + story, pids["nginx"], said | _GZIP),
        Load("granian, a constant answer", f"http://127.0.0.1:{site.http}/", pids["constant"], direct),
        Load("granian, the story from memory", f"http://127.0.0.1:{site.app}{story}", pids["granian"], direct),
    ]


def _lines(loads: list[Load], sizes: tuple[int, int]) -> Iterator[str]:
    beside = {name: (least, most) for (name, least), most in GOALS.items()}
    yield "| what | CPU µs a request (least to most of the rounds) | times the line above | goal |"
    yield "| --- | ---: | ---: | ---: |"
    for load in loads:
        least, most = beside.get(load.name, ("", 0))
        times = f"{_times(loads, load.name, least):.2f} | {most}" if least else " | "
        middle = statistics.median(load.costs)
        yield f"| {load.name} | {middle:.1f} ({min(load.costs):.1f} to {max(load.costs):.1f}) | {times} |"
    yield ""
    yield (
        f"A story of {sizes[1]:,} bytes, {sizes[0]:,} compressed; a file of the same bytes beside each. {CONNECTIONS} connections"
        f" that stay open, {ROUNDS} rounds of {SECONDS} s in turn; the middle one counts, of costs and of ratios within a round."
        " Processor time of the server's own processes, as the kernel counts it."
    )


if __name__ == "__main__":
    main()
