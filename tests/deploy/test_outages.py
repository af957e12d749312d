"""The site outlives its parts: the deployed processes, one part after another taken away while readers read."""

import gzip
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.deploy.printed import GZIP, Printed, count, number, reading, soon
from tests.deploy.readers import House, Reader
from tests.deploy.topology import application

# Of the group that shares the site.
pytestmark = pytest.mark.xdist_group("readers")

READER = "198.51.100.90"


@pytest.fixture
def reader(open_house: House) -> Reader:
    return Reader(open_house.place, READER)


def have_read(printed: Printed, reader: Reader) -> None:
    """Every page was read in the current edition, in both forms."""
    for path in printed.pages:
        for headers in (GZIP, {}):
            assert reader.ask("GET", path, headers=headers).status == 200, path


def is_fresh(printed: Printed, reader: Reader) -> bool:
    answer = reader.ask("GET", printed.path)
    return answer.status == 200 and answer.headers["X-Last-Good"] is None and count(answer) == printed.times


def test_with_the_application_killed_every_page_is_served_and_it_heals_by_itself(
    printed: Printed, reader: Reader
) -> None:
    place = reader.place
    have_read(printed, reader)
    with reading(printed.house, printed.pages) as crowd:
        assert place.application
        os.killpg(place.application.pid, signal.SIGKILL)
        place.application.wait()
        current = [reader.ask("GET", path, headers=GZIP) for path in printed.pages]
        assert {(answer.status, answer.headers["X-Last-Good"]) for answer in current} == {(200, None)}
        # What the dead can't be asked: search, and to take a letter.
        search, letter = reader.ask("GET", "/es/buscar/?q=a"), reader.post("/feedback/", {"text": "to nobody"})
        assert (search.status, letter.status) == (503, 503)
        assert "no está disponible" in search.body.decode() and "did not arrive" in letter.body.decode()
        place.application = place.stack.enter_context(application(place))
        printed.change()
        soon(lambda: is_fresh(printed, reader), 5)
    assert len(crowd.answers) > 20 and crowd.failed == []


def test_with_the_application_gone_after_a_new_edition_the_last_good_copies_are_served(
    printed: Printed, reader: Reader
) -> None:
    place = reader.place
    have_read(printed, reader)
    before = printed.times
    edition = printed.change()
    soon(lambda: number(reader.ask("GET", "/healing/")) == edition, 5)  # nginx knows of it, and nobody read a page
    assert place.application
    os.killpg(place.application.pid, signal.SIGKILL)
    place.application.wait()
    with reading(printed.house, printed.pages) as crowd:
        soon(lambda: len(crowd.answers) > 100, 20)
        story = reader.ask("GET", printed.path, headers={})
        assert (story.headers["X-Last-Good"], count(story), number(story) < edition) == ("1", before, True)
        place.application = place.stack.enter_context(application(place))
        soon(lambda: is_fresh(printed, reader), 5)
    assert crowd.failed == [] and crowd.last_good > 50
    assert reader.ask("GET", printed.path).headers["X-Last-Good"] is None


def test_with_the_database_stopped_every_page_is_served_and_a_letter_is_given_back(
    printed: Printed, reader: Reader
) -> None:
    have_read(printed, reader)
    edition = printed.change()
    soon(lambda: number(reader.ask("GET", "/healing/")) == edition, 5)
    with reading(printed.house, printed.pages) as crowd:
        printed.house.server.stop()
        try:
            soon(lambda: crowd.last_good > 30, 20)
            letter = reader.post("/feedback/", {"text": "Kept while it is away"})
            assert letter.status == 503 and "Kept while it is away</textarea>" in letter.body.decode()
            unread = reader.ask("GET", "/es/nunca-leida/", headers={})
            assert unread.status == 503 and unread.headers["Retry-After"]
            assert "Volvemos en un momento" in unread.body.decode()  # the application's own words
        finally:
            printed.house.server.start()
        printed.change()
        soon(lambda: is_fresh(printed, reader), 5)
    assert crowd.last_good > 30 and crowd.failed == []
    assert reader.post("/feedback/", {"text": "Kept while it is away"}).status == 303


def test_what_was_withdrawn_stays_away_when_everything_fails(printed: Printed, reader: Reader) -> None:
    house = printed.house
    have_read(printed, reader)
    house.write(f"UPDATE articles_article SET state = 'withdrawn' WHERE id = {printed.other}")
    edition = house.settle()
    soon(lambda: number(reader.ask("GET", "/healing/")) == edition, 5)
    house.server.stop()
    try:
        for path in (printed.other_path, "/"):  # the page, and a list that showed it
            for headers in (GZIP, {}):
                answer = reader.ask("GET", path, headers=headers)
                # What the application has made in this edition is in its memory: never a last good copy of an older one.
                assert answer.status == 503 or number(answer) == edition
                body = gzip.decompress(answer.body) if answer.headers["Content-Encoding"] else answer.body
                assert printed.other_path not in body.decode()
        assert reader.ask("GET", printed.other_path).status in (410, 503)
    finally:
        house.server.start()
    soon(lambda: reader.ask("GET", printed.other_path).status == 410, 5)
    house.write(f"UPDATE articles_article SET state = 'live' WHERE id = {printed.other}")
    house.settle()
    soon(lambda: reader.ask("GET", printed.other_path).status == 200, 5)


def test_with_the_stores_deleted_every_page_is_served(printed: Printed, reader: Reader) -> None:
    have_read(printed, reader)
    with reading(printed.house, printed.pages) as crowd:
        for _ in range(3):
            for store in ("pages", "kept"):
                for entry in (reader.place.prefix / store).iterdir():
                    shutil.rmtree(entry, ignore_errors=True)
            printed.change()
            soon(lambda: is_fresh(printed, reader), 5)
    assert len(crowd.answers) > 20 and crowd.failed == []


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """The folder on a disk of its own without room for anything."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk takes more rights than this account has")
    try:
        with pytest.raises(OSError, match="No space"), (folder / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.parametrize("folder", ["pages", "kept", "edition"])
def test_on_a_full_disk_every_page_is_served_and_none_is_old(printed: Printed, reader: Reader, folder: str) -> None:
    have_read(printed, reader)
    with full(reader.place.prefix / folder), reading(printed.house, printed.pages) as crowd:
        for _ in range(3):
            printed.change()
            soon(lambda: is_fresh(printed, reader), 5)
    printed.change()
    soon(lambda: is_fresh(printed, reader), 5)
    assert len(crowd.answers) > 20 and crowd.failed == []
