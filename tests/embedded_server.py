"""A pytest plugin: unless DATABASE_URL names a server, a run gets one of its own and throws it away.

It must be there before Django's settings are read, so it is named with `-p` and not in a conftest. Workers of
pytest-xdist inherit DATABASE_URL from the process that started them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsroom.database import UnusableDatabaseError
from newsroom.embedded import Embedded
from tests import migrated

_FOLDERS = Path(tempfile.gettempdir())
_PREFIX = "newsroom-tests-"
_server = pytest.StashKey[tuple[Embedded, Path]]()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    # A wrapper comes before every plain hook, pytest-django's reading of the settings among them.
    _keep_bytecode(early_config)
    if not os.environ.get("DATABASE_URL"):
        _remove_abandoned()
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=_FOLDERS))
        folder.chmod(0o755)  # ours alone, and nothing else is in it: the server's account has to pass
        server = Embedded(folder, durable=False)
        early_config.stash[_server] = (server, folder)
        early_config.add_cleanup(lambda: _remove(server, folder))
        try:
            server.start()
        except UnusableDatabaseError as error:
            raise pytest.UsageError(str(error)) from error
        os.environ["DATABASE_URL"] = server.url
    if not os.environ.get("PYTEST_XDIST_WORKER"):
        migrated.announce()
        early_config.add_cleanup(migrated.remove)  # the last to be added is the first to be called
    return (yield)


def _keep_bytecode(config: pytest.Config) -> None:
    """Tests start some two hundred processes. Where Python may not write beside the code, as images of containers like to
    have it, each would compile the whole project anew: for the run, what is compiled is kept in a folder of its own."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        folder = tempfile.mkdtemp(prefix="newsroom-bytecode-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = folder
        sys.dont_write_bytecode = False


def _remove(server: Embedded, folder: Path) -> None:
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)
    if os.environ.get("DATABASE_URL") == server.url:
        del os.environ["DATABASE_URL"]


def _remove_abandoned() -> None:
    """Take away what runs of ours that were killed left behind; a run that lives still holds its server."""
    for folder in _FOLDERS.glob(f"{_PREFIX}*"):
        if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
            continue
        server = Embedded(folder, durable=False)
        # The lock's file appears in the turn in which its owner takes it: without it, a run is beginning.
        if (server.home / "in-use.lock").exists() and server.retire():
            shutil.rmtree(folder, ignore_errors=True)
