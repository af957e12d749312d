"""The file of a backup: a zip that any tool can open, closed by the SHA-256 of all that comes before.

    tables/NAME.copy   rows as PostgreSQL's COPY writes them, deflated
    media/PATH         the files of the media folder, as they are
    manifest.json      what is here, with lengths and digests
    (the zip's comment) the digest of the whole file up to itself

It is written from front to back, so it can go into a pipe. Whoever changed a byte on purpose can also write a new
digest: the seal tells damage, not forgery.
"""

import hashlib
import stat
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Self

from newsroom.backup import BackupError, in_words
from newsroom.backup.manifest import Manifest, Stored, StoredTable

_MANIFEST = "manifest.json"
_SEAL = b"A backup of Newsroom. SHA-256 of all before these digits: "
_DIGITS = 64
_CHUNK = 1024 * 1024
_LARGEST_MANIFEST = 512 * 1024 * 1024
# Rows may unpack to so many times the length of the file, and to this much in any case. Honest ones stay far below.
_SWELLING, _SMALL = 250, 256 * 1024 * 1024


def table_member(name: str) -> str:
    return f"tables/{name}.copy"


def media_member(name: str) -> str:
    return f"media/{name}"


class Tally:
    """Counts and digests content as it passes by."""

    def __init__(self) -> None:
        self.bytes = 0
        self.lines = 0
        self._digest = hashlib.sha256()

    def add(self, chunk: bytes) -> None:
        self.bytes += len(chunk)
        self.lines += chunk.count(b"\n")
        self._digest.update(chunk)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


class _Sealed:
    """A stream for writing that digests what passes and holds back the last digits, where its digest will stand."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._tail = b""
        self._digest = hashlib.sha256()
        self.dropped = False

    def write(self, data: Any) -> int:
        kept = self._tail + bytes(data)
        out, self._tail = kept[:-_DIGITS], kept[-_DIGITS:]
        if not self.dropped:
            self._digest.update(out)
            self._stream.write(out)
        return len(data)

    def flush(self) -> None:
        if not self.dropped:
            self._stream.flush()

    def close(self) -> None:
        """Write the digest of all that passed in the place of the last digits."""
        self._stream.write(self._digest.hexdigest().encode())
        self._stream.flush()


class Writer:
    """Writes a backup to a stream. Leave the context with an error and the stream holds nothing that looks whole."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._sealed = _Sealed(stream)
        self._zip = zipfile.ZipFile(self._sealed, "w", allowZip64=True)
        self._now = datetime.now(UTC).timetuple()[:6]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        if kind is not None:
            self._sealed.dropped = True
            self._zip.close()

    def add(self, member: str, chunks: Iterable[bytes], *, compress: bool) -> Tally:
        """Write one member whole; what it was."""
        tally = Tally()
        how = zipfile.ZipInfo(member, self._now)
        how.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
        how.external_attr = (stat.S_IFREG | 0o600) << 16
        with self._zip.open(how, "w", force_zip64=True) as target:
            for chunk in chunks:
                tally.add(chunk)
                target.write(chunk)
        return tally

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest and the seal: only now it is a backup."""
        self.add(_MANIFEST, [manifest.to_json()], compress=True)
        self._zip.comment = _SEAL + b"0" * _DIGITS
        self._zip.close()
        self._sealed.close()


class Reader:
    """An open backup whose seal is right and whose contents are exactly those of its manifest.

    Raises BackupError for anything else. What is read is checked against its digest once more as it passes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise BackupError(f"{path} can't be read: {error.strerror}.") from error
        try:
            self.size = _check_seal(path, self._file)
            self._zip = zipfile.ZipFile(self._file)
            self.manifest = self._read_manifest()
            self._check_contents()
        except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
            self._file.close()
            raise BackupError(f"{path} can't be read as a backup ({error}).") from error
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._zip.close()
        self._file.close()

    def table(self, table: StoredTable) -> Iterator[bytes]:
        """The rows of a table, in pieces. Raises BackupError at the end if they were not the ones announced."""
        return self._read(table_member(table.name), table)

    def media(self, file: Stored) -> Iterator[bytes]:
        """A file of the media folder, in pieces, checked in the same way."""
        return self._read(media_member(file.name), file)

    def _read(self, member: str, announced: Stored) -> Iterator[bytes]:
        tally = Tally()
        try:
            with self._zip.open(member) as source:
                while chunk := source.read(_CHUNK):
                    tally.add(chunk)
                    if tally.bytes > announced.bytes:
                        break
                    yield chunk
        except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
            raise BackupError(f"{self.path} is damaged at {member} ({error}).") from error
        if (tally.bytes, tally.sha256) != (announced.bytes, announced.sha256):
            raise BackupError(f"{self.path} is damaged at {member}: it is not what the manifest says.")

    def _read_manifest(self) -> Manifest:
        try:
            length = self._zip.getinfo(_MANIFEST).file_size
        except KeyError as error:
            raise BackupError(f"{self.path} is not a backup of Newsroom: it has no manifest.") from error
        if length > _LARGEST_MANIFEST:
            raise BackupError(f"{self.path} is refused: its manifest would be {in_words(length)} long.")
        with self._zip.open(_MANIFEST) as source:
            return Manifest.from_json(source.read(length))

    def _check_contents(self) -> None:
        """Nothing but what the manifest lists, each once, each a plain file of the length it says."""
        manifest = self.manifest
        announced: dict[str, Stored] = {table_member(table.name): table for table in manifest.tables}
        announced |= {media_member(file.name): file for file in manifest.media}
        present = {member.filename: member for member in self._zip.infolist()}
        if len(announced) != len(manifest.tables) + len(manifest.media) or len(present) != len(self._zip.infolist()):
            raise BackupError(f"{self.path} is refused: it contains something twice.")
        if strange := sorted((present.keys() ^ announced.keys()) - {_MANIFEST}):
            raise BackupError(f"{self.path} is refused: contents and manifest differ at {strange[0]!r}.")
        for name, stored in announced.items():
            member = present[name]
            if member.file_size != stored.bytes or not _is_plain(member):
                raise BackupError(f"{self.path} is refused: {name!r} is not the plain file that its manifest says.")
            if not isinstance(stored, StoredTable) and member.compress_type != zipfile.ZIP_STORED:
                raise BackupError(f"{self.path} is refused: {name!r} is compressed, which media never are.")
        unpacked = sum(table.bytes for table in manifest.tables)
        if unpacked > max(_SMALL, _SWELLING * self.size):
            raise BackupError(f"{self.path} is refused: {in_words(self.size)} would unpack to {in_words(unpacked)}.")


def _is_plain(member: zipfile.ZipInfo) -> bool:
    encrypted = member.flag_bits & 0x1
    return not encrypted and stat.S_IFMT(member.external_attr >> 16) in (0, stat.S_IFREG)


def _check_seal(path: Path, file: IO[bytes]) -> int:
    """The length of the file. Raises BackupError unless it ends with the digest of all that comes before."""
    size = file.seek(0, 2)
    file.seek(0)
    digest, left = hashlib.sha256(), max(0, size - _DIGITS)
    last = b""
    while left and (chunk := file.read(min(_CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
        last = (last + chunk)[-len(_SEAL) :]
    written = file.read(_DIGITS)
    if last == _SEAL and written == digest.hexdigest().encode():
        return size
    file.seek(0)
    if file.read(2) != b"PK":
        raise BackupError(f"{path} is not a backup of Newsroom.")
    raise BackupError(f"{path} is damaged or incomplete: its checksum does not match.")
