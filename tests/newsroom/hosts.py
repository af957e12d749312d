"""Hosts of the site for tests of backups: each a database and a media folder, worked on by real processes."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from django.db import connection
from psycopg import sql

from articles import library, renditions
from articles.feedback import intake
from articles.models import Image
from tests import factories, migrated
from tests.articles import photographs
from tests.site import edition as editions

PROJECT = Path(__file__).resolve().parents[2]

#: Rows that a restore leaves out or makes anew, and those of processes.
OF_THE_HOST = {
    "articles_edition",
    "articles_edition_mark",
    "django_migrations",
    "django_session",
    "procrastinate_workers",
}

#: The tables of an older release, made by its own migrations.
_OLDER = """
import django
django.setup()
from django.core.management import call_command
for step in ("desk", "0003"), ("admin",), ("feedback", "0001"), ("articles", "0002"):
    call_command("migrate", *step, verbosity=0)
"""

_ASK = """
import django, hashlib, json, sys
django.setup()
from django.test import Client
reader = Client(SERVER_NAME="127.0.0.1")
answers = {}
for address in json.load(sys.stdin):
    answer = reader.get(address)
    answers[address] = [answer.status_code, hashlib.sha256(answer.getvalue()).hexdigest()]
print(json.dumps(answers))
"""


class Host:
    """A database on the test server and a media folder."""

    def __init__(self, database: str, media: Path) -> None:
        self.database = database
        self.media = media
        self.environment = {
            **os.environ,
            "DATABASE_URL": urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl(),
            "MEDIA_ROOT": str(media),
            "VAR_DIR": str(media.parent / "var"),
            "SECRET_KEY": "of all hosts of these tests, and long enough to be one",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "HASHED_STATIC": "0",
        }

    @classmethod
    def empty(cls, folder: Path) -> "Host":
        """A new one, with nothing in its database; `remove` it afterwards."""
        return cls._of(folder, "template0")

    @classmethod
    def migrated(cls, folder: Path) -> "Host":
        """A new one with the tables of this release, as `migrate` makes them."""
        return cls._of(folder, migrated.database())

    @classmethod
    def older(cls, folder: Path) -> "Host":
        """A new one with the tables of an older release."""
        host = cls.empty(folder)
        host.manage("-c", _OLDER)
        return host

    @classmethod
    def _of(cls, folder: Path, template: str) -> "Host":
        host = cls(f"newsroom_host_{uuid.uuid4().hex[:12]}", folder / "media")
        with migrated.server() as server:
            made, like = sql.Identifier(host.database), sql.Identifier(template)
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(made, like))
        return host

    def remove(self) -> None:
        with migrated.server() as server:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.database)))

    def start(self, *words: str, **how: Any) -> subprocess.Popen[str]:
        """`manage.py` with these words, or another program of Python's if the first one starts with a dash."""
        command = [sys.executable, *([] if words[0].startswith("-") else ["manage.py"]), *words]
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, cwd=PROJECT, env=self.environment, **(pipes | how))

    def manage(self, *words: str, status: int = 0, **how: Any) -> str:
        """What the command said, once it has ended with this status."""
        with self.start(*words, **how) as process:
            said, complained = process.communicate()
        assert process.returncode == status, complained or said
        return (said or "") + (complained or "")

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(self.environment["DATABASE_URL"], autocommit=True)

    def ask(self, query: str, *values: Any) -> Any:
        """The first value of the first row."""
        with self.connect() as own:
            row = own.execute(query, values).fetchone()  # type: ignore[arg-type]
        return row[0] if row else None

    def rows(self) -> dict[str, tuple[int, str]]:
        """The number of rows of each table and a digest over all their columns; generated columns too."""
        with self.connect() as own:
            own.execute("SET TimeZone = 'UTC'")
            names = own.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
            ).fetchall()
            digest = "SELECT count(*), coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') FROM {} t"
            return {
                name: own.execute(sql.SQL(digest).format(sql.Identifier(name))).fetchone()  # type: ignore[misc]
                for (name,) in names
                if name not in OF_THE_HOST
            }

    def shape(self) -> set[tuple[str, ...]]:
        """Every column, index, constraint, trigger and function, as the database describes them."""
        query = """
            SELECT 'column', table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
            UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, tgenabled::text || pg_get_triggerdef(oid)
                FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT 'function', proname, pg_get_function_identity_arguments(oid), md5(prosrc)
                FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION ALL SELECT 'schema', nspname, '', '' FROM pg_namespace WHERE nspname !~ '^pg_'
        """
        with self.connect() as own:
            return set(own.execute(query).fetchall())

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.media).as_posix(): path.read_bytes()
            for path in self.media.rglob("*")
            if path.is_file()
        }

    def pages(self, addresses: Iterable[str]) -> dict[str, list[Any]]:
        """Status and digest of each page, as a process of this host answers."""
        command = [sys.executable, "-c", _ASK]
        asked = json.dumps(list(addresses))
        done = subprocess.run(
            command, cwd=PROJECT, env=self.environment, input=asked, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def of_the_tests(media: Path) -> Host:
    """The host that the tests themselves work on: what they write is what its processes read."""
    return Host(connection.settings_dict["NAME"], media)


def furnish(media: Path) -> dict[str, Any]:
    """An edition with pictures, accounts, a draft that readers don't see, and what readers sent."""
    edition = editions.build()
    give_files(edition["image"], media)
    upload = BytesIO(photographs.encoded(photographs.scene()))
    edition["photograph"] = library.add(Image(alt_en="A scene", credit="Staff"), library.read(upload))
    story = edition["stories"]["en"]
    factories.rewritten(story, headline="Not yet for readers")
    factories.UserFactory(username="rosa", role="Reporter")
    intake.receive_vote(article=story, language="en", helpful=True, at=factories.THEN)
    text = "Tabs\tand\nlines, a \\N and an emoji 🗞"
    intake.receive_message(article=story, address="", language="en", text=text, email="reader@mail.example")
    return edition


def give_files(image: Image, media: Path) -> None:
    """Stand-ins for a picture that has none: their names are right."""
    names = [
        renditions.rendition_name(image.name, width, format)
        for width, _height in renditions.plan(image.width, image.height)
        for format in renditions.AT_ONCE
    ]
    for name in [image.name, *names]:
        path = media / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"The picture {name}".encode())
