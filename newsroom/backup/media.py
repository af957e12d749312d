"""The media folder: which files are there, which the rows name, and putting those of a backup in place.

Files are named after what they show, and rows come after their files. So new files can lie beside the old ones until
the database commits, and whenever a restore is cut off, every row that readers see has its files.
"""

import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection, models
from psycopg import sql

from articles import renditions
from newsroom.backup import BackupError, in_words
from newsroom.backup.archive import Reader
from newsroom.backup.manifest import Stored, safe_path
from newsroom.backup.tables import Cursor, Table

#: Columns that name a file without being file fields.
PLAIN_NAMES = (("articles_article", "share_image"),)

_CHUNK = 1024 * 1024
_PARTIAL = ".part"


def folder() -> Path:
    """The media folder. Raises BackupError if media are kept anywhere else than in a folder."""
    if not isinstance(default_storage, FileSystemStorage):
        raise BackupError("Media are not kept in a folder here: this release can't back them up or restore them.")
    return Path(default_storage.location)


def present(root: Path) -> Iterator[str]:
    """The names of the files below `root`, in order. Half-written files and whatever is no plain file are not there."""
    for place, folders, files in os.walk(root):
        folders.sort()
        for file in sorted(files):
            path = Path(place) / file
            if path.is_file() and not path.is_symlink() and not file.endswith(_PARTIAL):
                yield path.relative_to(root).as_posix()


def size(root: Path, names: Iterable[str]) -> int:
    """Bytes of these files together; one that is gone by now has none."""
    total = 0
    for name in names:
        with suppress(FileNotFoundError):
            total += (root / name).stat().st_size
    return total


def named(cursor: Cursor, tables: dict[str, Table]) -> set[str]:
    """The names of all files that the rows of this database rely on."""
    columns = {
        (model._meta.db_table, field.column)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, models.FileField)
    }
    names: set[str] = set()
    for table, column in sorted(columns.union(PLAIN_NAMES)):
        if table in tables and column in tables[table].columns:
            query = sql.SQL("SELECT DISTINCT {0} FROM {1} WHERE {0} <> ''").format(
                sql.Identifier(column), sql.Identifier(table)
            )
            names.update(name for (name,) in cursor.execute(query).fetchall())
    return names.union(_renditions(cursor, tables))


def _renditions(cursor: Cursor, tables: dict[str, Table]) -> Iterator[str]:
    if "articles_image" not in tables:
        return
    for name, width, height, has_later in cursor.execute(
        "SELECT file, width, height, has_avif FROM articles_image"
    ).fetchall():
        for wide, _high in renditions.plan(width, height):
            for format in renditions.AT_ONCE + (renditions.LATER if has_later else ()):
                yield renditions.rendition_name(name, wide, format)


def read(path: Path) -> Iterator[bytes]:
    """A file in pieces. Raises FileNotFoundError at once if it is gone."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def is_same(path: Path, stored: Stored) -> bool:
    """Whether this content lies there already."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size != stored.bytes:
        return False
    digest = hashlib.sha256()
    for chunk in read(path):
        digest.update(chunk)
    return digest.hexdigest() == stored.sha256


def others(root: Path, kept: Iterable[Stored]) -> list[str]:
    """The files that are there and would not be after restoring these: other names, or other content."""
    wanted = {file.name: file for file in kept}
    return [name for name in present(root) if name not in wanted or not is_same(root / name, wanted[name])]


class Placing:
    """Puts the files of a backup beside those that are there. Leave with an error, and the folder is as it was.

    `settle`, once the database has committed, swaps in files whose name had other content, and removes the rest.
    """

    def __init__(self, backup: Reader, root: Path) -> None:
        self._backup = backup
        self._root = root
        self._added: list[Path] = []
        self._waiting: list[tuple[Path, Path]] = []

    def __enter__(self) -> "Placing":
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        # If the database is lost, so is the answer to whether it committed: its rows may need the files.
        if kind is not None and connection.is_usable():
            for path in [*self._added, *(partial for partial, _target in self._waiting)]:
                path.unlink(missing_ok=True)
            _remove_empty_folders(self._root)

    def place(self) -> None:
        """Write what isn't there yet."""
        self._root.mkdir(parents=True, exist_ok=True)
        lacking = [file for file in self._backup.manifest.media if not is_same(self._root / file.name, file)]
        needed, free = sum(file.bytes for file in lacking), _free(self._root)
        if needed > free:
            raise BackupError(f"The media need {in_words(needed)} more and {self._root} has room for {in_words(free)}.")
        for file in lacking:
            self._write(file, self._inside(file.name))
        os.sync()  # the files are on the disk before the rows that name them

    def _inside(self, name: str) -> Path:
        target = self._root / safe_path(name)
        if not target.resolve().parent.is_relative_to(self._root.resolve()):
            raise BackupError(f"{name!r} would be written outside of {self._root}, through a link.")
        return target

    def _write(self, file: Stored, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f"{target.name}.{uuid.uuid4().hex}{_PARTIAL}")
        exists = target.exists() or target.is_symlink()
        if exists:
            self._waiting.append((partial, target))
        else:
            self._added += [partial, target]
        with partial.open("xb") as out:
            for chunk in self._backup.media(file):
                out.write(chunk)
        if settings.FILE_UPLOAD_PERMISSIONS is not None:
            partial.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        if not exists:
            partial.rename(target)

    def settle(self) -> int:
        """Make the folder equal to the backup's; how many files went away. Raises BackupError if that can't be done."""
        try:
            return self._settle()
        except OSError as error:
            raise BackupError(
                f"The site is restored, but its media folder could not be tidied: {error.strerror} ({error.filename})."
            ) from error

    def _settle(self) -> int:
        for partial, target in self._waiting:
            partial.replace(target)
        wanted = {file.name for file in self._backup.manifest.media}
        removed = 0
        for place, _folders, files in os.walk(self._root):
            for file in files:
                path = Path(place) / file
                if path.relative_to(self._root).as_posix() not in wanted:
                    path.unlink()
                    removed += 1
        _remove_empty_folders(self._root)
        return removed


def _remove_empty_folders(root: Path) -> None:
    for place, _folders, _files in os.walk(root, topdown=False):
        path = Path(place)
        if path != root and not any(path.iterdir()):
            path.rmdir()


def _free(path: Path) -> int:
    space = os.statvfs(path)
    return space.f_bavail * space.f_frsize
