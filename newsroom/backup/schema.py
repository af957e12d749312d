"""The schema of the site's database: which release it is at, building it at a given one, and the old one set aside.

Migrations commit one by one (some, of the job queue, can't share a transaction). So a database that must be built
anew is first moved into a schema beside, in one transaction, and only taken down when the new one is complete.
Whatever fails in between moves it back; after a killed process the next restore does.
"""

from collections.abc import Collection
from contextlib import suppress

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from newsroom.backup import BackupError
from newsroom.backup.tables import Cursor

Migrations = Collection[tuple[str, str]]

ASIDE = "newsroom_set_aside"
"""The schema in which the old site waits while the new one is built."""

# What lies in a schema and belongs to no extension, as the first words of a statement about it.
_CONTENTS = """
WITH owned AS (SELECT objid FROM pg_depend WHERE deptype = 'e'),
     counting AS (SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND deptype IN ('a', 'i')),
     place AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = %s)
SELECT kind, name FROM (
    SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                          WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END AS kind,
           format('%%I.%%I', place.nspname, c.relname) AS name, c.oid
    FROM pg_class c JOIN place ON c.relnamespace = place.oid
    WHERE c.relkind IN ('v', 'm', 'r', 'p', 'S', 'c')
      AND (c.relkind <> 'S' OR c.oid NOT IN (SELECT objid FROM counting)) -- a sequence of a column goes where its table goes
    UNION ALL SELECT 'ROUTINE', format('%%I.%%I(%%s)', place.nspname, p.proname, pg_get_function_identity_arguments(p.oid)),
                     p.oid
    FROM pg_proc p JOIN place ON p.pronamespace = place.oid
    UNION ALL SELECT 'TYPE', format('%%I.%%I', place.nspname, t.typname), t.oid
    FROM pg_type t JOIN place ON t.typnamespace = place.oid WHERE t.typtype IN ('e', 'd', 'r')
    UNION ALL SELECT 'TEXT SEARCH CONFIGURATION', format('%%I.%%I', place.nspname, g.cfgname), g.oid
    FROM pg_ts_config g JOIN place ON g.cfgnamespace = place.oid
) everything WHERE oid NOT IN (SELECT objid FROM owned)
ORDER BY kind <> 'ROUTINE' -- first, while the types of their arguments are where their names say
"""


def known() -> set[tuple[str, str]]:
    """The migrations that this release has, those that were squashed included."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return set(loader.disk_migrations).union(*(migration.replaces for migration in loader.replacements.values()))


def applied(cursor: Cursor) -> tuple[tuple[str, str], ...]:
    """The migrations of this release that the database has had, in order of name."""
    if cursor.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
        return ()
    rows = cursor.execute("SELECT DISTINCT app, name FROM django_migrations ORDER BY 1, 2").fetchall()
    ours = known()
    return tuple(pair for pair in rows if pair in ours)


def refuse_unless_known(migrations: Migrations, release: str) -> None:
    """Raises BackupError, which names what is lacking, if a backup needs migrations that this release has not."""
    lacking = sorted(set(migrations) - known())
    if lacking:
        named = ", ".join(".".join(each) for each in lacking[:3]) + (" and others" if len(lacking) > 3 else "")
        raise BackupError(
            f"This backup was made by release {release}, with a database that this release does not know ({named}). "
            "Restore it with the release that made it, or a newer one."
        )
    if not migrations:
        raise BackupError("This backup holds a database in which nothing was ever set up: there is nothing to restore.")


def is_at(migrations: Migrations, cursor: Cursor) -> bool:
    """Whether the database has had exactly these migrations, and this release has no others."""
    if set(applied(cursor)) != set(migrations):
        return False
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def build(migrations: Migrations) -> None:
    """Make the tables as they are after exactly these migrations."""
    wanted = set(migrations)
    executor = MigrationExecutor(connection)
    nodes = executor.loader.graph.nodes
    # A squashed migration stands for those it replaced.
    there = {node for node in nodes if node in wanted or set(nodes[node].replaces) & wanted}
    last = _last_of_each_app(executor, there)
    contradiction = BackupError("The tables of this backup can't be built: its list of migrations contradicts itself.")
    # What needs another that is missing is known before a table is made.
    plan = executor.migration_plan(last, clean_start=True)
    if not {(migration.app_label, migration.name) for migration, _backwards in plan} <= wanted | there:
        raise contradiction
    executor.migrate(last)
    built = set(MigrationRecorder(connection).applied_migrations())
    if not wanted <= built or not built <= wanted | there:
        raise contradiction


def bring_forward() -> int:
    """Apply what this release has beyond the migrations that the database has had; how many they were."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    ContentType.objects.clear_cache()
    if plan:
        call_command("migrate", verbosity=0, interactive=False)
    return len(plan)


def set_aside(cursor: Cursor) -> None:
    """Move everything in the site's schema into the one beside."""
    cursor.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(ASIDE)))
    _move(cursor, _current(cursor), ASIDE)


def is_cut_off(cursor: Cursor) -> bool:
    """Whether a restore was killed while the old site lay aside."""
    return cursor.execute("SELECT to_regnamespace(%s)", [ASIDE]).fetchone() != (None,)


def put_back() -> None:
    """Take down what was built and put the old site back, in one transaction."""
    with suppress(psycopg.Error):
        if connection.connection is not None:
            connection.connection.rollback()
    # A migration that fails at its end leaves Django believing that it is still in a transaction: begin afresh.
    connection.close()
    connection.connect()
    with transaction.atomic():
        cursor: Cursor = connection.connection.cursor()
        here = _current(cursor)
        for kind, name in cursor.execute(_CONTENTS, [here]).fetchall():
            cursor.execute(f"DROP {kind} IF EXISTS {name} CASCADE")
        _move(cursor, ASIDE, here)
        cursor.execute(sql.SQL("DROP SCHEMA {}").format(sql.Identifier(ASIDE)))


def let_go(cursor: Cursor) -> None:
    """Take down the old site."""
    cursor.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(ASIDE)))


def _current(cursor: Cursor) -> str:
    (name,) = cursor.execute("SELECT current_schema()").fetchone() or ("public",)
    return name


def _move(cursor: Cursor, origin: str, target: str) -> None:
    for kind, name in cursor.execute(_CONTENTS, [origin]).fetchall():
        cursor.execute(sql.SQL(f"ALTER {kind} {name} SET SCHEMA ") + sql.Identifier(target))


def _last_of_each_app(executor: MigrationExecutor, among: set[tuple[str, str]]) -> list[tuple[str, str]]:
    graph = executor.loader.graph
    return [
        node
        for node in sorted(among)
        if not any(child.key in among and child.key[0] == node[0] for child in graph.node_map[node].children)
    ]
