"""What a backup says about itself: its contents with their sizes and digests, and the release that can read it."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any, Self

from newsroom.backup import BackupError

WHAT = "newsroom-backup"

FORMAT = 1
"""Raise it with any change that an older release could not read, and keep reading the older ones."""

_NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Stored:
    """One piece of content: its name, its length in bytes, and the SHA-256 of it."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class StoredTable(Stored):
    """A table's rows as COPY writes them, in the order of the primary key; generated columns are not among them."""

    rows: int
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Sequence:
    """Where a sequence stood: numbers that were given out once are not given out again after a restore."""

    name: str
    value: int
    called: bool


@dataclass(frozen=True)
class Manifest:
    """The table of contents of a backup."""

    made_at: str
    release: str
    postgresql: str
    site: str
    incarnation: str
    edition: int
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[StoredTable, ...]
    sequences: tuple[Sequence, ...]
    media: tuple[Stored, ...]
    left_out: tuple[str, ...] = ()
    missing: tuple[str, ...] = field(default=())

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)

    @property
    def media_bytes(self) -> int:
        return sum(file.bytes for file in self.media)

    def to_json(self) -> bytes:
        return json.dumps({"what": WHAT, "format": FORMAT} | asdict(self), indent=1).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Self:
        """Raises BackupError for anything that this release did not write and can't vouch for."""
        try:
            said = json.loads(data)
            if said.pop("what") != WHAT:
                raise ValueError("not a manifest")
            made_with = said.pop("format")
        except (ValueError, KeyError, AttributeError, TypeError, RecursionError) as error:
            raise BackupError("This is not a backup of Newsroom: its manifest can't be read.") from error
        _refuse_other_formats(made_with)
        try:
            return cls._checked(said)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BackupError(f"The manifest of this backup is not one that this release writes ({error}).") from error

    @classmethod
    def _checked(cls, said: Mapping[str, Any]) -> Self:
        return cls(
            **{name: _of(str, said[name]) for name in ("made_at", "release", "postgresql", "site", "incarnation")},
            edition=_whole(said["edition"]),
            migrations=tuple((_of(str, app), _of(str, name)) for app, name in said["migrations"]),
            tables=tuple(
                StoredTable(
                    _identifier(table["name"]),
                    _whole(table["bytes"]),
                    _digest(table["sha256"]),
                    _whole(table["rows"]),
                    tuple(map(_identifier, table["columns"])),
                )
                for table in said["tables"]
            ),
            sequences=tuple(
                Sequence(_identifier(each["name"]), _of(int, each["value"]), _of(bool, each["called"]))
                for each in said["sequences"]
            ),
            media=tuple(
                Stored(safe_path(file["name"]), _whole(file["bytes"]), _digest(file["sha256"]))
                for file in said["media"]
            ),
            left_out=tuple(map(_identifier, said["left_out"])),
            missing=tuple(_of(str, name) for name in said["missing"]),
        )


def safe_path(name: Any) -> str:
    """The name of a file inside the media folder; raises ValueError for one that could lie elsewhere."""
    path = PurePosixPath(_of(str, name))
    plain = name.isprintable() and "\\" not in name and str(path) == name and len(name) <= 1000
    if not plain or path.is_absolute() or not path.parts or any(part in (".", "..") for part in path.parts):
        raise ValueError(f"{name!r} is no name for a file of the media folder")
    return name


def _refuse_other_formats(number: Any) -> None:
    if not isinstance(number, int) or number < 1:
        raise BackupError(f"This backup says that its format is {number!r}, which never existed.")
    if number > FORMAT:
        raise BackupError(
            f"This backup has format {number} and this release reads up to {FORMAT}: "
            "restore it with the release that made it, or a newer one."
        )


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise ValueError(f"{value!r} is not of type {kind.__name__}")
    return value


def _whole(value: Any) -> int:
    if _of(int, value) < 0:
        raise ValueError(f"{value!r} is negative")
    return value


def _identifier(value: Any) -> str:
    if not _NAME.fullmatch(_of(str, value)):
        raise ValueError(f"{value!r} is no name of ours")
    return value


def _digest(value: Any) -> str:
    if not _DIGEST.fullmatch(_of(str, value)):
        raise ValueError(f"{value!r} is no digest")
    return value
