"""Restoring a backup: the database in one transaction, the media around it, and never over something unasked.

Until the commit readers have the old site with all its files, after it the new one with all of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import Error, connection, transaction
from psycopg import sql

from newsroom import database
from newsroom.backup import BackupError, loading, media, schema, tables
from newsroom.backup.archive import Reader
from newsroom.backup.manifest import Manifest
from newsroom.backup.tables import Cursor, Table

Say = Callable[[str], object]

PATIENCE = "10s"
"""How long somebody else's work may keep us from the tables."""

#: Tables in which a site that was only set up has rows already, or which hold no work of people.
_NO_LOSS = (
    "django_content_type",
    "auth_permission",
    "auth_group",
    "auth_group_permissions",
    "articles_edition",
    "articles_calendar",
    "procrastinate_jobs",
    "procrastinate_events",
    "procrastinate_periodic_defers",
    *tables.LEFT_OUT,
)

_ONE_AT_A_TIME = 0x6E657773726F6F6D  # the key of an advisory lock: "newsroom"

#: What a refusal names; all other rows are counted together.
_NAMED = (
    "articles_article",
    "articles_revision",
    "articles_image",
    "articles_page",
    "desk_user",
    "feedback_message",
    "feedback_vote",
)


@dataclass(frozen=True)
class Restored:
    """What a restore did. `forward` counts the migrations that brought an older backup up to this release."""

    manifest: Manifest
    edition: int
    forward: int
    removed_files: int


def restore(path: Path, *, replace: bool, say: Say) -> Restored:
    """Make this site equal to a backup, with a new incarnation. Raises BackupError, and then nothing was changed.

    Without `replace` it refuses if anything would be lost. Every table and file is compared with the backup by count
    and digest before the transaction commits.
    """
    root = media.folder()
    with Reader(path) as backup:
        manifest = backup.manifest
        schema.refuse_unless_known(manifest.migrations, manifest.release)
        with _in_words(), _alone(), media.Placing(backup, root) as placing:
            _mend(say)
            files = [] if replace else media.others(root, manifest.media)
            with _begun() as cursor:  # before anything is written
                _refuse_losses(cursor, replace, files, root)
            say(f"{len(manifest.media)} media files ...")
            placing.place()
            say(f"{len(manifest.tables)} tables with {manifest.rows} rows ...")
            edition, forward = _replace_database(backup, replace)
        return Restored(manifest, edition, forward, placing.settle())


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (Error, psycopg.Error) as error:
        said = str(error).strip().split("\n")[0]
        if isinstance(error, psycopg.errors.LockNotAvailable) or "lock timeout" in said:
            said = "somebody is using it: stop the application and the worker first"
        raise BackupError(f"The database refused, and nothing was changed ({said}).") from error
    except OSError as error:
        raise BackupError(f"The media could not be written: {error.strerror or error} ({error.filename}).") from error


@contextmanager
def _alone() -> Iterator[None]:
    """No two restores into one database; the server lets go of the lock however this process ends."""
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as own:
        database.verify(own)
        if own.execute("SELECT pg_try_advisory_lock(%s)", [_ONE_AT_A_TIME]).fetchone() != (True,):
            raise BackupError("Another restore into this database is under way.")
        yield


def _mend(say: Say) -> None:
    """Put back what a killed restore left aside."""
    with transaction.atomic():
        cut_off = schema.is_cut_off(_cursor())
    if cut_off:
        schema.put_back()
        say("An earlier restore was cut off: what was there before it has been put back.")


def _replace_database(backup: Reader, replace: bool) -> tuple[int, int]:
    """The new edition, and by how many migrations the backup was older.

    One transaction if the tables are those of the backup; else the old ones lie aside while new ones are made.
    """
    migrations = backup.manifest.migrations
    with _begun() as cursor:
        _refuse_losses(cursor, replace)  # somebody may have worked in it since
        reached = _edition(cursor)
        if schema.is_at(migrations, cursor):
            return _fill(backup, cursor, reached), 0
        schema.set_aside(cursor)
    try:
        schema.build(migrations)
        with transaction.atomic():
            edition = _fill(backup, _cursor(), reached)
        forward = schema.bring_forward()
        with transaction.atomic():
            schema.let_go(_cursor())
    except BaseException as error:
        _put_back_after(error)
        raise
    return edition, forward


def _put_back_after(error: BaseException) -> None:
    try:
        schema.put_back()
    except Error as second:
        raise BackupError(
            f"The restore failed ({error}), and what was there before could not be put back ({second}). "
            "It is kept in the database: run the restore again and it will be."
        ) from error


@contextmanager
def _begun() -> Iterator[Cursor]:
    """A transaction that has the database to itself."""
    with transaction.atomic():
        cursor = _cursor()
        if names := tables.in_database(cursor):
            wanted = sql.SQL(", ").join(map(sql.Identifier, names))
            cursor.execute(sql.SQL("LOCK TABLE {} IN ACCESS EXCLUSIVE MODE").format(wanted))
        yield cursor


def _fill(backup: Reader, cursor: Cursor, reached: int) -> int:
    """Rows, comparison and new incarnation in the current transaction; the new edition."""
    loading.load(backup, cursor)
    if different := loading.differing_tables(backup.manifest, cursor):
        raise BackupError(f"{different[0]} Nothing was changed.")
    edition = _start_new_life(cursor, reached)
    cursor.execute("SELECT pg_notify('newsroom_edition', %s)", [str(edition)])
    ContentType.objects.clear_cache()
    return edition


def _cursor() -> Cursor:
    """A cursor of the driver itself, for COPY, in the transaction that Django has opened."""
    connection.ensure_connection()
    cursor: Cursor = connection.connection.cursor()
    tables.prepare(cursor)
    cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
    return cursor


def _refuse_losses(cursor: Cursor, replace: bool, files: Sequence[str] = (), root: Path | None = None) -> None:
    """Raises BackupError, which names what would be lost, unless that is nothing or meant."""
    there = tables.in_database(cursor)
    if strangers := tables.unknown(there):
        raise BackupError(
            f"The database {connection.settings_dict['NAME']!r} has tables that are not Newsroom's "
            f"({', '.join(strangers[:3])}): restore into a database of its own."
        )
    if replace:
        return
    rows = _rows_in_words(cursor, there)
    lost = [f"the database {connection.settings_dict['NAME']!r} holds {rows}"] if rows else []
    if files:
        lost.append(f"the folder {root} holds {len(files)} files that the backup has not, {files[0]} for one")
    if lost:
        sentence = " and ".join(lost)
        raise BackupError(
            f"{sentence[0].upper()}{sentence[1:]}. A restore would remove all of that. "
            "Nothing was changed. Make a backup of it, then say --replace."
        )


def _rows_in_words(cursor: Cursor, there: dict[str, Table]) -> str:
    """The kinds of rows that people would miss; empty if there are none."""
    called = {model._meta.db_table: str(model._meta.verbose_name_plural) for model in apps.get_models()}
    counts: dict[str, int] = {}
    for name in there.keys() - set(_NO_LOSS):
        (count,) = cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))).fetchone() or (0,)
        if count:
            counts[name] = count
    parts = [f"{counts.pop(name)} {called[name]}" for name in _NAMED if name in counts and name in called]
    return ", ".join([*parts, *([f"{sum(counts.values())} other rows"] if counts else [])])


def _edition(cursor: Cursor) -> int:
    """The edition that the database to be replaced has reached; 0 if it has none."""
    if cursor.execute("SELECT to_regclass('articles_edition')").fetchone() == (None,):
        return 0
    (number,) = cursor.execute("SELECT number FROM articles_edition").fetchone() or (0,)
    return number


def _start_new_life(cursor: Cursor, reached: int) -> int:
    """A new incarnation, so that no page kept from before is ever shown; the edition counts on from both lives."""
    row = cursor.execute(
        "UPDATE articles_edition SET incarnation = gen_random_uuid(), number = greatest(number, %s) + 1,"
        " started_at = clock_timestamp(), transaction_id = pg_current_xact_id()::text::bigint RETURNING number",
        [reached],
    ).fetchone()
    if row is None:  # nothing was ever public in the backup
        row = cursor.execute(
            "INSERT INTO articles_edition (id, incarnation, number, started_at, transaction_id) VALUES"
            " (1, gen_random_uuid(), %s, clock_timestamp(), pg_current_xact_id()::text::bigint) RETURNING number",
            [reached + 1],
        ).fetchone()
    (number,) = row or (0,)
    return number
