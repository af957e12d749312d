"""A damaged, foreign or hostile file is refused in a sentence, before anything of the site is touched."""

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from newsroom.backup import BackupError
from newsroom.backup.archive import Reader
from tests import factories
from tests.newsroom import hosts
from tests.newsroom.hosts import Host

pytestmark = pytest.mark.django_db(transaction=True)

SEAL = b"A backup of Newsroom. SHA-256 of all before these digits: "


@pytest.fixture
def site(settings: Any, roles: None) -> Host:
    factories.story(lead_image=factories.ImageFactory().pk)
    path = settings.MEDIA_ROOT / "images" / "one.jpg"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"a picture")
    return hosts.of_the_tests(settings.MEDIA_ROOT)


@pytest.fixture
def backup(site: Host, tmp_path: Path) -> Path:
    # One of its pictures has no files: the backup is kept all the same.
    with pytest.raises(CommandError):
        call_command("backup", str(tmp_path / "site.zip"), stdout=StringIO(), stderr=StringIO())
    return tmp_path / "site.zip"


@pytest.fixture
def refuse(site: Host, backup: Path) -> Callable[..., str]:
    """Why a file is refused, and the certainty that the site is as before."""
    before = site.rows(), site.files(), site.ask("SELECT number FROM articles_edition")

    def ask(path: Path = backup) -> str:
        with pytest.raises(CommandError) as refused:
            call_command("restore", str(path), "--replace", stdout=StringIO(), stderr=StringIO())
        assert (site.rows(), site.files(), site.ask("SELECT number FROM articles_edition")) == before
        assert not [path for path in site.media.parent.rglob("*") if path.name.startswith("outside")]
        return str(refused.value)

    return ask


def sealed(path: Path) -> None:
    """Close a zip file with the digest that it should have."""
    with zipfile.ZipFile(path, "a") as file:
        file.comment = SEAL + b"0" * 64
    content = path.read_bytes()[:-64]
    path.write_bytes(content + hashlib.sha256(content).hexdigest().encode())


def forged(
    path: Path,
    *,
    manifest: Callable[[dict[str, Any]], object] = dict,
    members: dict[str, bytes] | None = None,
    how: Callable[[zipfile.ZipInfo], object] = str,
) -> None:
    """The backup as somebody would have it who can write a valid seal: with another manifest, and other members."""
    with zipfile.ZipFile(path) as file:
        content = {name: file.read(name) for name in file.namelist()}
    said = json.loads(content["manifest.json"])
    manifest(said)
    content |= {"manifest.json": json.dumps(said).encode()} | (members or {})
    with zipfile.ZipFile(path, "w") as file:
        for name, data in content.items():
            member = zipfile.ZipInfo(name)
            if name in (members or {}):
                how(member)
            file.writestr(member, data)
    sealed(path)


def listed(name: str, content: bytes) -> Callable[[dict[str, Any]], object]:
    """A manifest that names one more media file."""
    stored = {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    return lambda said: said["media"].append(stored)


def test_a_forged_backup_without_changes_would_be_taken(backup: Path) -> None:
    forged(backup)
    Reader(backup).__exit__()


def test_one_changed_byte_anywhere_is_noticed(backup: Path) -> None:
    content = backup.read_bytes()
    changed = backup.with_name("changed.zip")
    places = {*range(0, len(content), len(content) // 150), *range(len(content) - 200, len(content))}
    for place in places:
        changed.write_bytes(content[:place] + bytes([content[place] ^ 0x20]) + content[place + 1 :])
        with pytest.raises(BackupError):
            Reader(changed)


def test_a_damaged_file_is_refused_before_anything_happens(backup: Path, refuse: Callable[..., str]) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    assert "damaged or incomplete" in refuse()


@pytest.mark.parametrize("kept", [0, 1, 64, 1000, -1, -64, -200])
def test_a_file_that_was_cut_off_is_refused(kept: int, backup: Path, refuse: Callable[..., str]) -> None:
    backup.write_bytes(backup.read_bytes()[:kept])
    assert "not a backup of Newsroom" in refuse() or "damaged or incomplete" in refuse()


def test_a_file_that_grew_is_refused(backup: Path, refuse: Callable[..., str]) -> None:
    backup.write_bytes(backup.read_bytes() + b"\n")
    assert "damaged or incomplete" in refuse()


def test_other_files_are_refused_by_name(tmp_path: Path, refuse: Callable[..., str]) -> None:
    (tmp_path / "letter.zip").write_text("Dear reader")
    assert "letter.zip is not a backup of Newsroom" in refuse(tmp_path / "letter.zip")
    with zipfile.ZipFile(tmp_path / "plain.zip", "w") as file:
        file.writestr("manifest.json", "{}")
    sealed(tmp_path / "plain.zip")
    assert "not a backup of Newsroom" in refuse(tmp_path / "plain.zip")
    assert "can't be read: No such file" in refuse(tmp_path / "none.zip")
    assert "can't be read: Is a directory" in refuse(tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "../outside.jpg",
        "/tmp/outside.jpg",
        "images/../../outside.jpg",
        "images\\outside.jpg",
        "./outside.jpg",
        "",
        "a\n",
    ],
)
def test_media_stay_in_their_folder(name: str, backup: Path, refuse: Callable[..., str]) -> None:
    forged(backup, manifest=listed(name, b"x"), members={f"media/{name}": b"x"})
    assert "is no name for a file of the media folder" in refuse()


def test_media_are_not_written_through_links(site: Host, backup: Path, refuse: Callable[..., str]) -> None:
    elsewhere = site.media.parent / "elsewhere"
    elsewhere.mkdir()
    (site.media / "share").symlink_to(elsewhere)
    forged(backup, manifest=listed("share/outside.jpg", b"x"), members={"media/share/outside.jpg": b"x"})
    assert "through a link" in refuse()
    assert not list(elsewhere.iterdir())


def test_links_and_compressed_media_are_no_plain_files(backup: Path, refuse: Callable[..., str]) -> None:
    original = backup.read_bytes()

    def link(member: zipfile.ZipInfo) -> None:
        member.external_attr = (stat.S_IFLNK | 0o777) << 16

    forged(backup, manifest=listed("outside", b"/etc/passwd"), members={"media/outside": b"/etc/passwd"}, how=link)
    assert "is not the plain file" in refuse()

    def deflate(member: zipfile.ZipInfo) -> None:
        member.compress_type = zipfile.ZIP_DEFLATED

    backup.write_bytes(original)
    forged(backup, manifest=listed("outside", b"0" * 9999), members={"media/outside": b"0" * 9999}, how=deflate)
    assert "is compressed" in refuse()


def test_contents_are_exactly_those_of_the_manifest(backup: Path, refuse: Callable[..., str]) -> None:
    original = backup.read_bytes()
    forged(backup, members={"media/outside.jpg": b"x"})
    assert "contents and manifest differ at 'media/outside.jpg'" in refuse()
    backup.write_bytes(original)
    forged(backup, manifest=listed("outside.jpg", b"x"))
    assert "contents and manifest differ" in refuse()
    backup.write_bytes(original)
    forged(backup, manifest=listed("images/one.jpg", b"a picture"))
    assert "something twice" in refuse()
    backup.write_bytes(original)
    forged(backup, manifest=listed("outside.jpg", b"x"), members={"media/outside.jpg": b"y"})
    assert "damaged at media/outside.jpg" in refuse()


def test_a_small_file_that_unpacks_to_a_flood_is_refused(backup: Path, refuse: Callable[..., str]) -> None:
    def swell(said: dict[str, Any]) -> None:
        table = next(table for table in said["tables"] if table["name"] == "feedback_vote")
        table["bytes"] = 300 * 1024 * 1024

    def deflate(member: zipfile.ZipInfo) -> None:
        member.compress_type = zipfile.ZIP_DEFLATED

    forged(backup, manifest=swell, members={"tables/feedback_vote.copy": b"\n" * 300 * 1024 * 1024}, how=deflate)
    assert backup.stat().st_size < 2 * 1024 * 1024
    assert "would unpack to 314.6 MB" in refuse()


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "newer format": (lambda said: said.update(format=2), "format 2 and this release reads up to 1"),
    "older format": (lambda said: said.update(format=0), "format is 0, which never existed"),
    "odd format": (lambda said: said.update(format="1"), "which never existed"),
    "newer release": (
        lambda said: said.update(release="9.9", migrations=[*said["migrations"], ["articles", "0999_from_next_year"]]),
        r"release 9.9.*articles.0999_from_next_year.*newer one",
    ),
    "no migrations": (lambda said: said.update(migrations=[]), "nothing to restore"),
    "contradiction": (
        lambda said: said["migrations"].remove(["articles", "0001_initial"]),
        "contradicts itself",
    ),
    "other columns": (lambda said: said["tables"][0]["columns"].pop(), "not the one that its migrations make"),
    "other table": (
        lambda said: said["tables"][0].update(name="articles_address; DROP TABLE articles_article"),
        "not one that this release writes",
    ),
    "negative rows": (lambda said: said["tables"][0].update(rows=-1), "not one that this release writes"),
    "wrong count": (lambda said: said["tables"][0].update(rows=999_999), "rows and the backup 999999"),
    "no digest": (lambda said: said["media"][0].update(sha256="0"), "not one that this release writes"),
    "nothing known": (lambda said: said.clear(), "its manifest can't be read"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_manifest_that_does_not_fit_is_refused_in_words(
    change: str, backup: Path, refuse: Callable[..., str]
) -> None:
    alter, sentence = CHANGES[change]
    forged(backup, manifest=alter)
    said = refuse()
    assert pytest.raises(ValueError, match=sentence).matches(ValueError(said)), said


def test_rows_that_break_the_rules_of_the_database_are_refused(backup: Path, refuse: Callable[..., str]) -> None:
    """A draft of a story that is not in the backup: only the references tell."""
    with zipfile.ZipFile(backup) as file:
        rows = file.read("tables/articles_draft.copy")
    other = rows.replace(rows.split(b"\t")[0] + b"\t", b"987654\t", 1)

    def digest(said: dict[str, Any]) -> None:
        table = next(table for table in said["tables"] if table["name"] == "articles_draft")
        table.update(bytes=len(other), sha256=hashlib.sha256(other).hexdigest())

    forged(backup, manifest=digest, members={"tables/articles_draft.copy": other})
    assert "The database refused, and nothing was changed" in refuse()
