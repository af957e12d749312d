"""A backup is the whole site in one file, and a restored site is equal to it."""

from collections.abc import Callable, Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article, Edition, Image
from newsroom.backup import saving, tables
from newsroom.backup.archive import Reader
from tests import factories
from tests.newsroom import hosts
from tests.newsroom.hosts import Host
from tests.site import edition as editions

pytestmark = pytest.mark.django_db(transaction=True)

PUBLISH = """
import django
django.setup()
from articles.models import Section
from tests import factories
story = factories.story(headline="After the fire", slug="after-the-fire", section=Section.objects.get(slug_en="briefs").pk)
print(story.path)
"""


@pytest.fixture
def site(settings: Any, roles: None) -> Host:
    hosts.furnish(settings.MEDIA_ROOT)
    return hosts.of_the_tests(settings.MEDIA_ROOT)


@pytest.fixture
def make_host(tmp_path: Path) -> Iterator[Any]:
    made: list[Host] = []

    def make(kind: Callable[[Path], Host] = Host.empty) -> Host:
        made.append(kind(tmp_path / f"host{len(made)}"))
        return made[-1]

    yield make
    for host in made:
        host.remove()


def backup(folder: Path, name: str = "site.zip") -> Path:
    call_command("backup", str(folder / name), stdout=StringIO(), stderr=StringIO())
    return folder / name


def restore(path: Path, *words: str) -> str:
    said = StringIO()
    call_command("restore", str(path), *words, stdout=said, stderr=StringIO())
    return said.getvalue()


def row(query: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()


def test_a_site_restored_on_an_empty_host_is_equal_and_lives_on(site: Host, make_host: Any, tmp_path: Path) -> None:
    with site.connect() as own:
        own.execute("INSERT INTO django_session VALUES ('someone-signed-in', 'data', now() + interval '1 day')")
    said = site.manage("backup", str(tmp_path / "site.zip"))
    assert "Backup made" in said and "Missing" not in said
    assert (tmp_path / "site.zip").stat().st_mode & 0o777 == 0o600

    other = make_host()
    assert "all compared and equal" in other.manage("restore", str(tmp_path / "site.zip"))
    assert other.rows() == site.rows()
    assert other.files() == site.files()
    assert other.shape() == site.shape()
    assert other.ask("SELECT count(*) FROM django_session") == 0
    addresses = [*editions.every_page(), *(f"/media/{name}" for name in site.files()), "/sitemap.xml", "/feed/"]
    pages = other.pages(addresses)
    assert {status for status, _digest in pages.values()} == {200}
    assert pages == site.pages(addresses)

    before = Edition.objects.get()
    assert other.ask("SELECT incarnation FROM articles_edition") != before.incarnation
    assert other.ask("SELECT number FROM articles_edition") == before.number + 1
    highest = Article.objects.order_by("-pk").values_list("pk", flat=True)[0]
    path = other.manage("-c", PUBLISH).strip()
    assert other.pages([path])[path][0] == 200
    assert other.ask("SELECT id FROM articles_article WHERE path = %s", path) > highest
    assert other.ask("SELECT number FROM articles_edition") > before.number + 1


def test_a_site_is_never_overwritten_unless_that_is_said(site: Host, tmp_path: Path) -> None:
    kept = backup(tmp_path)
    rows, files = site.rows(), site.files()
    factories.story(headline="Written since", slug="written-since")
    lost, changed = sorted(files)[:2]
    (site.media / lost).unlink()
    (site.media / changed).write_bytes(b"spoiled")
    (site.media / "images" / "newer.jpg").write_bytes(b"uploaded since")
    now, then = site.rows(), Edition.objects.get()
    with pytest.raises(CommandError, match=r"holds 5 stories, .*2 staff.*2 files that the backup has not.*--replace"):
        restore(kept)
    assert (site.rows(), Edition.objects.get().number) == (now, then.number)
    assert (site.media / "images" / "newer.jpg").exists()

    restore(kept, "--replace")
    assert (site.rows(), site.files()) == (rows, files)
    after = Edition.objects.get()
    assert after.number == then.number + 1, "the edition counts on from the one that readers had seen"
    assert after.incarnation != then.incarnation


def test_files_that_no_row_would_miss_stand_in_the_way_too(site: Host, make_host: Any, tmp_path: Path) -> None:
    kept, other = backup(tmp_path), make_host()
    other.media.mkdir(parents=True)
    (other.media / "diary.txt").write_text("of somebody else")
    assert "1 files that the backup has not, diary.txt" in other.manage("restore", str(kept), status=1)
    assert other.files() == {"diary.txt": b"of somebody else"}
    assert other.ask("SELECT count(*) FROM pg_class WHERE relname = 'articles_article'") == 0


def test_a_database_that_others_use_too_is_never_touched(site: Host, tmp_path: Path) -> None:
    kept = backup(tmp_path)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE wiki_page (id int PRIMARY KEY)")
    try:
        with pytest.raises(CommandError, match=r"not Newsroom's.*wiki_page"):
            restore(kept, "--replace")
        said = StringIO()
        call_command("backup", str(tmp_path / "second.zip"), stdout=StringIO(), stderr=said)
        assert "Left out: the table 'wiki_page'" in said.getvalue()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE wiki_page")


def test_a_backup_of_an_older_release_is_brought_forward_even_over_a_newer_site(make_host: Any, tmp_path: Path) -> None:
    old, new = make_host(Host.older), make_host(Host.migrated)
    with old.connect() as own:
        own.execute("INSERT INTO articles_tag (name, slug) VALUES ('The Old Gazette', 'a-tag')")
    old.manage("backup", str(tmp_path / "old.zip"))
    shape = new.shape()
    with new.connect() as own:
        own.execute("INSERT INTO articles_tag (name, slug) VALUES ('The New Gazette', 'a-tag')")
    assert "1 other rows" in new.manage("restore", str(tmp_path / "old.zip"), status=1)
    assert new.ask("SELECT name FROM articles_tag") == "The New Gazette"

    assert "migrations brought it up to date" in new.manage("restore", str(tmp_path / "old.zip"), "--replace")
    assert new.ask("SELECT name FROM articles_tag") == "The Old Gazette"
    assert new.shape() == shape, "every migration of this release is there, and nothing lies aside"
    assert new.manage("migrate", "--check") == ""


def test_missing_files_are_named_and_the_backup_is_kept(site: Host, tmp_path: Path) -> None:
    gone = Image.objects.exclude(width=1600).get().name
    (site.media / gone).unlink()
    said = site.manage("backup", str(tmp_path / "site.zip"), status=2)
    assert f"Missing: {gone}" in said and "1 files that rows name" in said
    assert f"1 files were missing when the backup was made: {gone}" in restore(tmp_path / "site.zip", "--replace")


class Busy(BytesIO):
    """A stream that lets something happen the moment the first byte arrives."""

    def __init__(self, deed: Any) -> None:
        super().__init__()
        self.deed = deed

    def write(self, data: Any) -> int:
        deed, self.deed = self.deed, None
        if deed:
            deed()
        return super().write(data)


def test_a_backup_is_of_one_moment_whatever_happens_meanwhile(site: Host, tmp_path: Path) -> None:
    rows, files = site.rows(), site.files()
    gone = next(iter(files))

    def meanwhile() -> None:
        factories.story(headline="Published meanwhile", slug="published-meanwhile")
        factories.rewritten(Article.objects.get(slug="the-summit-ends"), headline="Changed meanwhile")
        (site.media / gone).unlink()
        with site.connect() as own:  # emptying a table would go past any snapshot
            own.execute("SET lock_timeout = '100ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                own.execute("TRUNCATE feedback_vote")

    stream = Busy(meanwhile)
    made = saving.to_stream(stream, say=str)
    assert made.missing == (gone,)
    assert Article.objects.filter(slug="published-meanwhile").exists()
    (tmp_path / "site.zip").write_bytes(stream.getvalue())
    restore(tmp_path / "site.zip", "--replace")
    assert site.rows() == rows
    assert site.files() == {name: content for name, content in files.items() if name != gone}


def test_a_backup_can_go_into_a_pipe(site: Host, tmp_path: Path) -> None:
    with (tmp_path / "site.zip").open("wb") as target:
        said = site.manage("backup", "-", stdout=target)
    assert "Backup made: " in said
    with Reader(tmp_path / "site.zip") as found:
        assert found.manifest.edition == Edition.number_now()


def test_a_backup_never_overwrites_another(site: Host, tmp_path: Path) -> None:
    (tmp_path / "site.zip").write_bytes(b"the only backup of last year")
    with pytest.raises(CommandError, match="exists already"):
        backup(tmp_path)
    assert (tmp_path / "site.zip").read_bytes() == b"the only backup of last year"


def test_a_folder_gets_a_backup_named_after_the_hour(site: Host, tmp_path: Path) -> None:
    call_command("backup", str(tmp_path / "nightly"), stdout=StringIO(), stderr=StringIO())
    (made,) = (tmp_path / "nightly").iterdir()
    assert made.name.startswith("newsroom-20") and made.suffix == ".zip"


def test_a_job_that_a_worker_had_in_hand_waits_for_the_next_one(site: Host, tmp_path: Path) -> None:
    with site.connect() as own:
        own.execute("DELETE FROM procrastinate_jobs")
        (worker,) = own.execute("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id").fetchone()
        own.execute(
            "INSERT INTO procrastinate_jobs (id, queue_name, task_name, status, worker_id, queueing_lock) VALUES"
            " (900001, 'default', 'finish_image', 'doing', %s, 'one'), (900002, 'default', 'finish_image', 'todo', NULL, 'one')",
            [worker],
        )
    restore(backup(tmp_path), "--replace")
    with site.connect() as own:
        jobs = own.execute("SELECT id, status::text, worker_id FROM procrastinate_jobs ORDER BY id").fetchall()
    assert jobs == [(900001, "todo", None), (900002, "todo", None)]
    assert row("SELECT count(*) FROM procrastinate_workers") == (0,)


def test_every_table_is_either_saved_or_left_out_for_a_reason(db: None) -> None:
    with psycopg.connect(**connection.get_connection_params()) as own, own.cursor() as cursor:
        there = tables.in_database(cursor)
        references = cursor.execute(
            "SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
        ).fetchall()
    assert tables.unknown(there) == []
    assert tables.LEFT_OUT.keys() <= there.keys()
    assert all(there[name].key for name in there), "rows without a key have no order"
    dangling = {pair for pair in references if pair[0] not in tables.LEFT_OUT and pair[1] in tables.LEFT_OUT}
    assert dangling == {("procrastinate_jobs", "procrastinate_workers")}
    assert "worker_id" in tables.INSTEAD["procrastinate_jobs"]


def test_a_rehearsal_shows_that_the_backup_restores_and_leaves_nothing(site: Host, tmp_path: Path) -> None:
    kept, rows, files = backup(tmp_path), site.rows(), site.files()
    # Other tests make and drop their own at the same time, on the same server.
    scratch = "SELECT array_agg(datname ORDER BY datname) FROM pg_database WHERE datname LIKE 'newsroom_rehearsal_%'"
    databases = row(scratch)
    (tmp_path / "room").mkdir()
    said = site.manage("rehearse_restore", str(kept), "--folder", str(tmp_path / "room"))
    assert "the restored site is equal to the backup and answered 6 of 6 pages" in said
    assert (site.rows(), site.files()) == (rows, files)
    assert row(scratch) == databases == (None,)
    assert not list((tmp_path / "room").iterdir())
