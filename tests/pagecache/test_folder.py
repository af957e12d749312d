"""The link that says which edition is served goes forward, and nowhere else."""

import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from newsroom.pagecache import release
from newsroom.pagecache.editions import Edition
from newsroom.pagecache.folder import Folder

ONE, OTHER = "1" * 32, "2" * 32


def never() -> Edition:
    raise AssertionError("the database is not asked within one incarnation")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "var" / "edition")


def named(number: int, floor: int = 0, incarnation: str = ONE, under: str = "") -> str:
    return f"{incarnation}-{under or release.name()}-{number}.{floor}"


def test_a_link_leads_to_an_empty_folder_that_others_may_read(folder: Folder) -> None:
    assert folder.shown() == folder.key() == ""
    folder.show(Edition(ONE, 7, 3), confirm=never)
    assert folder.shown() == named(7, 3)
    assert folder.key() == Edition(ONE, 7, 3).key
    assert list((folder.path / "current").iterdir()) == []
    for path in (folder.path, folder.path / folder.shown()):
        assert path.stat().st_mode & 0o777 == 0o755


def test_it_goes_forward_within_an_incarnation(folder: Folder) -> None:
    for number, shown in ((7, 7), (9, 9), (8, 9), (9, 9), (10, 10)):
        folder.show(Edition(ONE, number, 0), confirm=never)
        assert folder.shown() == named(shown)


def test_between_two_lives_of_the_database_the_database_decides(folder: Folder) -> None:
    folder.show(Edition(ONE, 900, 0), confirm=never)
    restored = Edition(OTHER, 3, 3)
    folder.show(restored, confirm=lambda: restored)
    assert folder.shown() == named(3, 3, OTHER)
    # A page that was begun before the restore is finished now.
    folder.show(Edition(ONE, 900, 0), confirm=lambda: restored)
    assert folder.shown() == named(3, 3, OTHER)


def test_a_new_release_is_claimed_and_not_taken_back_by_processes_of_the_old_one(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.claim(Edition(ONE, 5, 0), confirm=never)
    old = release.name()
    monkeypatch.setattr(release, "name", lambda: "v2")
    folder.show(Edition(ONE, 5, 0), confirm=never)
    assert folder.shown() == named(5, under=old)
    folder.claim(Edition(ONE, 4, 0), confirm=never)  # its snapshot was a little old
    assert folder.shown() == named(5, under="v2")
    monkeypatch.setattr(release, "name", lambda: old)
    folder.show(Edition(ONE, 6, 0), confirm=never)
    assert folder.shown() == named(6, under="v2")


def test_many_at_once_end_at_the_newest(folder: Folder) -> None:
    seen = []

    def look() -> None:
        last = 0
        while last < 40:
            name = folder.shown()
            number = int(name.partition(".")[0].rpartition("-")[2]) if name else 0
            seen.append((last, number))
            last = number

    def move(first: int) -> None:
        for number in range(first, 41, 4):
            folder.show(Edition(ONE, number, 0), confirm=never)

    threads = [threading.Thread(target=look)] + [threading.Thread(target=move, args=[first]) for first in (1, 2, 3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert folder.shown() == named(40)
    assert all(before <= after for before, after in seen)


@pytest.mark.parametrize("what", ["a link to nowhere we know", "nothing", "an unfinished swap"])
def test_whatever_it_finds_it_puts_right(folder: Folder, what: str) -> None:
    folder.show(Edition(ONE, 1, 0), confirm=never)
    if what == "a link to nowhere we know":
        (folder.path / "current").unlink()
        (folder.path / "current").symlink_to("elsewhere")
    elif what == "nothing":
        (folder.path / "current").unlink()
    else:
        (folder.path / "current.new").symlink_to("elsewhere")
    folder.show(Edition(ONE, 2, 0), confirm=never)
    assert folder.shown() == named(2)


def test_if_it_cannot_be_written_nothing_is_kept_rather_than_something_old(
    folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.show(Edition(ONE, 1, 0), confirm=never)
    (folder.path / named(2)).write_text("in the way, as a full disk would be")
    (folder.path / "current.new").mkdir()
    for _ in range(3):
        folder.show(Edition(ONE, 2, 0), confirm=never)
        assert folder.shown() == ""
    assert caplog.text.count("can't be kept") == 1


def test_folders_of_editions_that_are_long_over_go(folder: Folder) -> None:
    for number in (1, 2, 3):
        folder.show(Edition(ONE, number, 0), confirm=never)
    long_ago = time.time() - 3600
    os.utime(folder.path / named(1), (long_ago, long_ago))
    (folder.path / "stripes").mkdir()
    os.utime(folder.path / "stripes", (long_ago, long_ago))
    folder.show(Edition(ONE, 4, 0), confirm=never)
    left = {path.name for path in folder.path.iterdir()}
    assert left == {"current", "lock", "stripes", named(2), named(3), named(4)}


def test_a_release_follows_from_what_pages_are_made_from(tmp_path: Path, settings: Any) -> None:
    for name in ("articles", "newsroom", "templates", "static", "requirements"):
        (tmp_path / name).mkdir(exist_ok=True)
    before = release.digest(tmp_path)
    assert release.digest(tmp_path) == before and before.isalnum()
    found = {before}
    for name, text in (
        ("articles/x.py", "a"),
        ("articles/x.py", "b"),
        ("templates/x.html", "a"),
        ("newsroom/x.mo", "a"),
    ):
        (tmp_path / name).write_text(text)
        found.add(release.digest(tmp_path))
    settings.SITE_URL = "https://another.example"
    found.add(release.digest(tmp_path))
    assert len(found) == 6
    (tmp_path / "articles/__pycache__").mkdir()
    (tmp_path / "articles/__pycache__/x.py").write_text("of this machine")
    (tmp_path / "articles/notes.txt").write_text("no page is made of it")
    assert release.digest(tmp_path) in found
