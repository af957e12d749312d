"""The site that is audited: the demonstration edition, served as in production, on free ports, thrown away afterwards.

Commands come from docker-compose.yml, variables from deploy/production.env and the front is deploy/nginx.conf, by the
means that the tests of the deployment use. The database is a server of the audit's own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsroom.embedded import Embedded
from tests.deploy.test_compose import EXAMPLE
from tests.deploy.topology import HOST, Place, application, nginx, prepare

ROOT = Path(__file__).resolve().parents[2]

_MANAGE = (sys.executable, "manage.py")
#: What has to run to its end before the application starts; {prefix} is the folder that nginx serves from.
_PREPARATIONS = (
    (*_MANAGE, "migrate", "--noinput", "--verbosity=0"),
    (*_MANAGE, "collectstatic", "--noinput", "--verbosity=0"),
    (*_MANAGE, "demo"),
    # The worker, until nothing is left to do: readers get the pictures that it makes.
    (*_MANAGE, "procrastinate", "worker", "--one-shot"),
)

#: Takes two public pages away for ever, and prints where they were.
_TAKE_AWAY = """
from articles.models import Announcement
for language in ("en", "es"):
    row = Announcement.objects.filter(language=language).order_by("pk").first()
    print(row.path_in(language))
    row.delete()
"""


@dataclass
class Site:
    """The running site. Its address is https://HOST/, which a browser finds with `browser_flags`."""

    place: Place
    server: Embedded

    @property
    def url(self) -> str:
        return f"https://{HOST}"

    @property
    def browser_flags(self) -> list[str]:
        """The host's name leads to nginx on this machine, whose certificate is a day old and signed by nobody."""
        return [
            f"--host-resolver-rules=MAP {HOST}:443 127.0.0.1:{self.place.https}",
            "--ignore-certificate-errors",
        ]

    def take_away(self) -> list[str]:
        """The addresses of pages that were public until now, one in each language."""
        return _run(self.place, (*_MANAGE, "shell", "--no-imports", "-c", _TAKE_AWAY)).split()

    def lose_database(self) -> None:
        """From here on the site has no database."""
        self.server.stop()


@contextmanager
def running() -> Iterator[Site]:
    """The site for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="newsroom-audit-"))
    folder.chmod(0o755)  # ours alone: the database's account has to pass
    server = Embedded(folder, durable=False)
    try:
        with server:
            place = _prepared(folder / "site", server.url)
            with nginx(place), application(place):
                yield Site(place, server)
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _prepared(prefix: Path, database: str) -> Place:
    prefix.mkdir()
    place = prepare(prefix)
    place.environment |= _environment(place, database)
    for words in _PREPARATIONS:
        _run(place, words)
    return place


def _environment(place: Place, database: str) -> dict[str, str]:
    return EXAMPLE | {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": database,
        "DEMONSTRATION": "1",
        "MEDIA_ROOT": str(place.prefix / "media"),
        "EDITION_DIR": str(place.prefix / "edition"),
        "STATIC_ROOT": str(place.prefix / "static"),
        "VAR_DIR": str(place.prefix / "var"),
        "GRANIAN_HOST": "127.0.0.1",
        "GRANIAN_PORT": str(place.app),
    }


def _run(place: Place, words: tuple[str, ...]) -> str:
    done = subprocess.run(words, cwd=ROOT, env=place.environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words[1:3])} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done.stdout
