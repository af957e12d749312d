"""Two hosts of one site: each an application with nginx before it and folders of its own, one database behind both."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial

import pytest

from tests.deploy.printed import Printed, count, number, soon
from tests.deploy.readers import House, Reader, believing_the_balancer, places
from tests.deploy.topology import Place, application, nginx, prepare

# Of the group that shares the site.
pytestmark = pytest.mark.xdist_group("readers")

#: How long a change may take to be seen everywhere, in seconds.
SOON = 1.0


@pytest.fixture(scope="module")
def other(open_house: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The second host."""
    place = prepare(tmp_path_factory.mktemp("other"))
    believing_the_balancer(place)
    place.environment = open_house.place.environment | places(place, open_house.server)
    assert place.environment["EDITION_DIR"] != open_house.place.environment["EDITION_DIR"]
    with nginx(place), ExitStack() as place.stack:
        place.application = place.stack.enter_context(application(place))
        yield place


def test_a_change_in_the_database_is_on_every_host_within_a_second(
    open_house: House, printed: Printed, other: Place
) -> None:
    here, there = (Reader(place, "198.51.100.93") for place in (open_house.place, other))
    for reader in (here, there):
        assert reader.ask("GET", printed.path).status == 200
    took = []
    for _ in range(5):
        edition = printed.change(settled=False)
        began = time.monotonic()
        for reader in (here, there):
            # Both links have moved without a reader's doing: nginx itself serves no older page from here on.
            soon(partial(shows, reader.place, edition), 5)
            assert count(reader.ask("GET", printed.path, headers={})) == printed.times
        took.append(time.monotonic() - began)
    assert sorted(took)[len(took) // 2] < SOON, took


def shows(place: Place, edition: int) -> bool:
    """Whether the host's link has come to this edition."""
    name = (place.prefix / "edition/current").readlink().name
    return int(name.rpartition("-")[2].partition(".")[0]) >= edition


def test_no_host_ever_goes_back(open_house: House, printed: Printed, other: Place) -> None:
    ended = threading.Event()

    def read(place: Place, headers: dict[str, str]) -> tuple[list[int], list[int]]:
        reader, stories, editions = Reader(place, "198.51.100.94"), [], []
        while not ended.is_set():
            answer = reader.ask("GET", printed.path, headers=headers)
            assert answer.status == 200
            stories.append(count(answer))
            editions.append(number(answer))
        return stories, editions

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read, place, {}) for place in (open_house.place, other) for _ in range(2)]
        began = time.monotonic()
        while time.monotonic() - began < 4 and not any(reader.done() for reader in readers):
            printed.change(settled=False)
            time.sleep(0.1)
        ended.set()
        for reader in readers:
            stories, editions = reader.result()
            assert len({*stories}) > 3
            assert stories == sorted(stories) and editions == sorted(editions)
