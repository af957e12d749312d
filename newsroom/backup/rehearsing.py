"""The rehearsal of a restore: the same command, into a database and a folder that are thrown away afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql

from newsroom import database
from newsroom.backup import BackupError, loading, media, schema, tables
from newsroom.backup.archive import Reader
from newsroom.backup.manifest import Manifest

Say = Callable[[str], object]

_PREFIX = "newsroom_rehearsal_"


@dataclass(frozen=True)
class Rehearsed:
    """What a rehearsal found. `differences` are sentences; without any, the restored site is equal to the backup."""

    manifest: Manifest
    said: str
    seconds: float
    pages: int
    differences: list[str]


def rehearse(path: Path, *, folder: Path | None, say: Say) -> Rehearsed:
    """Restore a backup beside the site, which is not touched, compare, and throw it away.

    Needs the right to create a database, and room for the media in `folder` (the system's place for temporary files
    unless given). Raises BackupError if the backup can't be restored.
    """
    with Reader(path) as backup:
        manifest = backup.manifest
        schema.refuse_unless_known(manifest.migrations, manifest.release)
    with _scratch(folder) as (name, place):
        environment = {
            **os.environ,
            "DATABASE_URL": _address(name),
            "MEDIA_ROOT": str(place / "media"),
            "HASHED_STATIC": "0",  # pages are asked for, not their style sheets
        }
        say(f"Restoring into the scratch database {name} ...")
        started = monotonic()
        done = _run(["manage.py", "restore", str(path.resolve())], environment)
        seconds = monotonic() - started
        if done.returncode:
            raise BackupError(f"The rehearsal failed. {_last_line(done.stderr).removeprefix('CommandError: ')}")
        say("Comparing ...")
        differences = _differences(manifest, name, place / "media")
        asked = _run(["-m", "newsroom.backup.answering"], environment)
        if asked.returncode:
            differences += asked.stderr.splitlines()[-5:]
        return Rehearsed(manifest, done.stdout.strip(), seconds, int(asked.stdout or 0), differences)


def _run(words: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(  # noqa: S603  our own program and arguments
        command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )


def _last_line(said: str) -> str:
    return said.strip().rpartition("\n")[2]


def _differences(manifest: Manifest, name: str, root: Path) -> list[str]:
    """A second look from outside: the rows, the files, the edition."""
    found = [
        f"The media file {file.name} differs." for file in manifest.media if not media.is_same(root / file.name, file)
    ]
    found += [f"The media file {file} is not in the backup." for file in media.others(root, manifest.media)]
    with (
        psycopg.connect(**connection.get_connection_params() | {"dbname": name}) as scratch,
        scratch.cursor() as cursor,
    ):
        tables.prepare(cursor)
        # A backup of an older release was compared before it was brought forward; after that its rows may differ.
        if set(schema.applied(cursor)) == set(manifest.migrations):
            found += loading.differing_tables(manifest, cursor, ignored=("articles_edition",))
        row = cursor.execute("SELECT incarnation::text, number FROM articles_edition").fetchone() or ("", 0)
        if row[0] == manifest.incarnation or row[1] <= manifest.edition:
            found.append("The restored site would show pages that were kept from before.")
    return found


def _address(name: str) -> str:
    """The address of another database on the site's server."""
    return urlsplit(database.address(settings.BASE_DIR, os.environ))._replace(path=f"/{name}").geturl()


@contextmanager
def _scratch(folder: Path | None) -> Iterator[tuple[str, Path]]:
    """An empty database and an empty folder, gone afterwards; what a killed rehearsal left goes first."""
    top = folder or Path(tempfile.gettempdir())
    token = uuid.uuid4().hex[:15]
    name, place = f"{_PREFIX}{token}", top / f"{_PREFIX}{token}"
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as own:
        # Held while we live, so that the next rehearsal knows whose database may go.
        own.execute("SELECT pg_advisory_lock(%s)", [int(token, 16)])
        _remove_abandoned(own, top)
        try:
            own.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name)))
        except psycopg.Error as error:
            raise BackupError(f"A scratch database could not be created: {str(error).strip()}.") from error
        try:
            place.mkdir(mode=0o700, parents=True)
            yield name, place
        finally:
            _remove(own, name, place)


def _remove_abandoned(own: psycopg.Connection, top: Path) -> None:
    found = own.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [_PREFIX]).fetchall()
    for (name,) in found:
        token = name.removeprefix(_PREFIX)
        if own.execute("SELECT pg_try_advisory_lock(%s)", [int(token, 16)]).fetchone() == (True,):
            _remove(own, name, top / name)


def _remove(own: psycopg.Connection, name: str, place: Path) -> None:
    own.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    shutil.rmtree(place, ignore_errors=True)
