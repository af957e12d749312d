"""Whenever a backup or a restore is cut off, nothing is left that could be taken for the whole."""

import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from tests import factories
from tests.newsroom import hosts
from tests.newsroom.hosts import Host

pytestmark = pytest.mark.django_db(transaction=True)

DIE_AMONG_THE_MEDIA = """
import os, signal, sys
from pathlib import Path
import django
django.setup()
from newsroom.backup import saving
def say(words):
    if "media files" in words:
        os.kill(os.getpid(), signal.SIGKILL)
saving.to_file(Path(sys.argv[1]), say=say)
"""

SLOW_TO_BUILD = """
CREATE FUNCTION dawdle() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_event_trigger_ddl_commands() WHERE object_identity = 'public.articles_correction') THEN
        PERFORM pg_sleep(600);
    END IF;
END $$;
CREATE EVENT TRIGGER dawdle ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION dawdle();
"""


@pytest.fixture
def site(settings: Any, roles: None) -> Host:
    hosts.furnish(settings.MEDIA_ROOT)
    return hosts.of_the_tests(settings.MEDIA_ROOT)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Host]:
    host = Host.empty(tmp_path / "other")
    yield host
    host.remove()


def backup(path: Path) -> Path:
    call_command("backup", str(path), stdout=StringIO(), stderr=StringIO())
    return path


def killed_while_asleep(host: Host, *words: str) -> None:
    """Start a command, wait until its statement sleeps in the database, and end it with SIGKILL."""
    with (
        host.start(*words) as process,
        psycopg.connect(**connection.get_connection_params(), autocommit=True) as watcher,
    ):
        asleep = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event = 'PgSleep'"
        while not (watcher.execute(asleep, [host.database]).fetchone() or (0,))[0]:
            assert process.poll() is None, process.communicate()
        process.send_signal(signal.SIGKILL)
        process.wait()
        # The server's end notices its client's only when the statement is over.
        watcher.execute(
            "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE datname = %s AND wait_event = 'PgSleep'",
            [host.database],
        )


def test_a_killed_backup_leaves_no_backup_and_the_next_one_removes_its_rest(site: Host, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    with site.start("-c", DIE_AMONG_THE_MEDIA, str(folder / "site.zip")) as process:
        assert process.wait() == -signal.SIGKILL
    assert not list(folder.glob("*.zip"))
    (left,) = folder.iterdir()
    assert left.stat().st_mode & 0o777 == 0o600
    with pytest.raises(CommandError, match=r"not a backup|damaged or incomplete"):
        call_command("restore", str(left), "--replace", stdout=StringIO(), stderr=StringIO())
    backup(folder / "site.zip")
    assert [path.name for path in folder.iterdir()] == ["site.zip"]


def test_a_restore_killed_among_the_rows_changes_nothing(site: Host, tmp_path: Path) -> None:
    """The tables are those of the backup, so all happens in one transaction."""
    kept = backup(tmp_path / "site.zip")
    factories.story(headline="Written since", slug="written-since")
    addresses = ["/", "/es/", "/news/", "/news/briefs/the-summit-ends/"]
    rows, files, pages = site.rows(), site.files(), site.pages(addresses)
    with site.connect() as own:
        own.execute(
            "ALTER TABLE feedback_vote ADD CONSTRAINT dawdle CHECK (pg_sleep(600) IS NOT NULL OR helpful) NOT VALID"
        )
    try:
        killed_while_asleep(site, "restore", str(kept), "--replace")
    finally:
        with site.connect() as own:
            own.execute("ALTER TABLE feedback_vote DROP CONSTRAINT dawdle")
    assert (site.rows(), site.files(), site.pages(addresses)) == (rows, files, pages)


def test_a_restore_killed_while_it_builds_tables_is_mended_by_the_next(site: Host, other: Host, tmp_path: Path) -> None:
    """The tables are those of another release, so the old site lies aside while new ones are made."""
    kept = backup(tmp_path / "site.zip")
    other.manage("migrate", "--verbosity", "0", "articles", "0002")
    with other.connect() as own:
        own.execute("INSERT INTO articles_tag (name, slug) VALUES ('The Old Gazette', 'a-tag')")
        own.execute(SLOW_TO_BUILD)
    rows, shape = other.rows(), other.shape()
    killed_while_asleep(other, "restore", str(kept), "--replace")
    assert "cut off" in other.manage("backup", str(tmp_path / "half.zip"), status=1)
    assert not (tmp_path / "half.zip").exists()

    with other.connect() as own:
        own.execute("DROP EVENT TRIGGER dawdle")
    said = other.manage("restore", str(kept), status=1)
    assert "what was there before it has been put back" in said and "say --replace" in said
    assert (other.rows(), other.shape()) == (rows, shape)

    other.manage("restore", str(kept), "--replace")
    assert other.rows() == site.rows()
    assert other.files() == site.files()


def test_a_restore_that_fails_after_the_media_takes_them_away_again(site: Host, other: Host, tmp_path: Path) -> None:
    kept = backup(tmp_path / "site.zip")
    with other.connect() as own:
        own.execute("CREATE FUNCTION dawdle() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$")
        own.execute(
            "CREATE EVENT TRIGGER dawdle ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION dawdle()"
        )
    shape = other.shape()
    assert "nothing was changed (no)" in other.manage("restore", str(kept), status=1)
    assert other.files() == {}
    assert other.shape() == shape


def test_somebody_who_uses_the_database_is_waited_for_and_then_named(site: Host, tmp_path: Path) -> None:
    kept = backup(tmp_path / "site.zip")
    rows = site.rows()
    with psycopg.connect(site.environment["DATABASE_URL"]) as busy:
        busy.execute("UPDATE feedback_vote SET helpful = helpful")
        assert "stop the application and the worker first" in site.manage("restore", str(kept), "--replace", status=1)
        busy.rollback()
    assert site.rows() == rows


def no_larger_than(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_backup_that_can_not_be_written_to_its_end_is_gone(site: Host, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    said = site.manage("backup", str(folder / "site.zip"), status=1, preexec_fn=no_larger_than(20_000))
    assert "could not be written" in said and "File too large" in said
    assert not list(folder.iterdir())


def test_a_restore_whose_media_can_not_be_written_changes_nothing(site: Host, other: Host, tmp_path: Path) -> None:
    kept = backup(tmp_path / "site.zip")
    (large,) = [len(data) for name, data in site.files().items() if name.endswith(".jpg") and len(data) > 8_000][:1]
    said = other.manage("restore", str(kept), status=1, preexec_fn=no_larger_than(large - 1))
    assert "The media could not be written: File too large" in said
    assert other.files() == {}
    assert other.ask("SELECT count(*) FROM pg_class WHERE relname = 'articles_article'") == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Mounts a disk of so many bytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk; the limits on file sizes above are tried by everybody")

    def mount(size: int) -> Path:
        words = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
        if subprocess.run(words, check=False, capture_output=True).returncode:
            pytest.skip("this container may not mount a disk; the limits on file sizes above are tried everywhere")
        return place

    yield mount
    subprocess.run(["umount", str(place)], check=False, capture_output=True)


def test_a_full_disk_is_said_and_left_as_it_was(site: Host, small_disk: Callable[[int], Path], tmp_path: Path) -> None:
    whole = backup(tmp_path / "site.zip").stat().st_size
    media = sum(map(len, site.files().values()))
    disk = small_disk((media + whole) // 2 // 4096 * 4096)
    said = site.manage("backup", str(disk / "site.zip"), status=1)
    assert "could not be written" in said and "No space left on device" in said
    assert not list(disk.iterdir())


def test_media_for_which_there_is_no_room_are_not_begun(
    site: Host, other: Host, small_disk: Callable[[int], Path], tmp_path: Path
) -> None:
    kept = backup(tmp_path / "site.zip")
    disk = small_disk(8192)
    assert "there is room for 8.2 kB" in site.manage("backup", str(disk / "site.zip"), status=1)
    other.environment["MEDIA_ROOT"] = str(disk)
    assert "has room for 8.2 kB" in other.manage("restore", str(kept), status=1)
    assert not list(disk.iterdir())
