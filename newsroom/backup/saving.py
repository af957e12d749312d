"""Making a backup: one moment of the database, and the media of that moment."""

import fcntl
import os
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from newsroom import database
from newsroom.backup import BackupError, in_words, media, schema, tables
from newsroom.backup.archive import Writer, media_member, table_member
from newsroom.backup.manifest import Manifest, Stored, StoredTable
from newsroom.backup.tables import Cursor, Table

Say = Callable[[str], object]

_STEP = 1000
"""Files of the media folder between two words of progress."""


def to_file(target: Path, *, say: Say) -> Manifest:
    """Make a backup at `target`, readable by its owner only. Raises BackupError, and then nothing is there.

    The file appears under its name when it is whole and on the disk. One that exists is never overwritten.
    """
    try:
        with _appearing_at(target) as stream:
            return to_stream(stream, room=_room(target.parent), say=say)
    except OSError as error:
        raise BackupError(f"The backup could not be written to {target}: {error.strerror or error}.") from error


def to_stream(stream: IO[bytes], *, say: Say, room: int | None = None) -> Manifest:
    """Write a backup to a stream, such as the input of a program that encrypts; `room` is how many bytes it takes."""
    root = media.folder()
    with _moment() as (cursor, there), Writer(stream) as writer:
        left_out = tables.in_database(cursor).keys() - there.keys()
        for name in tables.unknown(left_out):
            say(f"Left out: the table {name!r}, which nothing in this release knows.")
        files = list(media.present(root))
        if room is not None and (least := media.size(root, files)) > room:
            raise BackupError(f"The media alone are {in_words(least)}, and there is room for {in_words(room)}.")
        named = media.named(cursor, there)
        say(f"{len(there)} tables ...")
        stored = tuple(_save_table(writer, cursor, table) for table in there.values())
        # After the tables: where sequences stand is outside of the snapshot, and must not be behind its rows.
        sequences = tables.sequences(cursor, there)
        kept = tuple(_save_media(writer, root, files, say))
        manifest = Manifest(
            **_circumstances(cursor),
            migrations=schema.applied(cursor),
            tables=stored,
            sequences=sequences,
            media=kept,
            left_out=tuple(sorted(left_out)),
            missing=tuple(sorted(named - {file.name for file in kept})),
        )
        writer.finish(manifest)
    return manifest


@contextmanager
def _moment() -> Iterator[tuple[Cursor, dict[str, Table]]]:
    """A cursor that sees the database as it is now, however long it is used, and the tables to save."""
    with psycopg.connect(**connection.get_connection_params()) as own:
        database.verify(own)
        with own.cursor() as cursor:
            if schema.is_cut_off(cursor):
                raise BackupError("A restore was cut off and this is not the whole site: run that restore again first.")
            names = _to_save(cursor).keys()
            own.rollback()
            own.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            own.read_only = True
            if names:
                # Before the snapshot: from here on nobody can empty or change a table behind its back.
                wanted = sql.SQL(", ").join(map(sql.Identifier, names))
                cursor.execute(sql.SQL("LOCK TABLE {} IN ACCESS SHARE MODE").format(wanted))
            tables.prepare(cursor)
            there = _to_save(cursor)
            if there.keys() != names:
                raise BackupError("The tables of the database are changing just now: make the backup after that.")
            yield cursor, there


def _to_save(cursor: Cursor) -> dict[str, Table]:
    ours = tables.of_models() - tables.LEFT_OUT.keys()
    return {name: table for name, table in tables.in_database(cursor).items() if name in ours}


def _save_table(writer: Writer, cursor: Cursor, table: Table) -> StoredTable:
    rows = tables.read(cursor, table, table.columns)
    tally = writer.add(table_member(table.name), rows, compress=True)
    return StoredTable(table.name, tally.bytes, tally.sha256, rows=tally.lines, columns=table.columns)


def _save_media(writer: Writer, root: Path, files: list[str], say: Say) -> Iterator[Stored]:
    """The files that are still there when their turn comes; the caller finds out which of them were needed."""
    say(f"{len(files)} media files ...")
    for number, name in enumerate(files, start=1):
        chunks = media.read(root / name)
        try:
            first = next(chunks, b"")
        except FileNotFoundError:
            continue
        except OSError as error:
            raise BackupError(f"{root / name} can't be read: {error.strerror}.") from error
        tally = writer.add(media_member(name), _again(first, chunks), compress=False)
        yield Stored(name, tally.bytes, tally.sha256)
        if number % _STEP == 0:
            say(f"{number} of {len(files)} media files ...")


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _circumstances(cursor: Cursor) -> dict:
    edition = None
    if cursor.execute("SELECT to_regclass('articles_edition')").fetchone() != (None,):
        edition = cursor.execute("SELECT incarnation::text, number FROM articles_edition").fetchone()
    (version,) = cursor.execute("SHOW server_version").fetchone() or ("",)
    incarnation, number = edition or ("", 0)
    return {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "release": release(),
        "postgresql": version,
        "site": settings.SITE_URL,
        "incarnation": incarnation,
        "edition": number,
    }


def release() -> str:
    """The version of this release."""
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]["version"]


@contextmanager
def _appearing_at(target: Path) -> Iterator[IO[bytes]]:
    """A new file that gets its name when the block ends well, and is gone if it doesn't."""
    if target.exists():
        raise BackupError(f"{target} exists already; a backup never overwrites another.")
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(target.parent)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)  # says that somebody is still writing, however we end
            yield file
            file.flush()
            os.fsync(file.fileno())
            if target.exists():
                raise BackupError(f"{target} appeared meanwhile; a backup never overwrites another.")
            partial.rename(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # so that the name survives a power cut too
    finally:
        os.close(folder)


def _remove_abandoned(folder: Path) -> None:
    """What a killed backup left behind holds people's data: it goes. One that is being written is locked."""
    for left in folder.glob(".*.zip.*.part"):
        with suppress(OSError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def _room(folder: Path) -> int:
    space = os.statvfs(folder)
    return space.f_bavail * space.f_frsize
