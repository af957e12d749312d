"""Filling the site's tables with the rows of a backup, and comparing the two."""

from psycopg import sql

from newsroom.backup import BackupError, tables
from newsroom.backup.archive import Reader
from newsroom.backup.manifest import Manifest
from newsroom.backup.tables import Cursor


def load(backup: Reader, cursor: Cursor) -> None:
    """All rows and sequences, as they were: no trigger takes part, every reference is checked at the end."""
    stored = {table.name: table for table in backup.manifest.tables}
    there = tables.in_database(cursor)
    for name, table in stored.items():
        if name not in there or set(there[name].columns) != set(table.columns):
            raise BackupError(f"The table {name!r} of this backup is not the one that its migrations make.")
    # Migrations wrote rows of their own, and all of these are in the backup too.
    emptied = sorted(there.keys() - {"django_migrations"})
    for name in emptied:
        cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(name)))
    cursor.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(map(sql.Identifier, emptied))))
    for name in tables.in_loading_order(cursor, stored):
        tables.write(cursor, stored[name], backup.table(stored[name]))
    # Every reference that waited for the end of the transaction: while checks wait, a table can't be altered.
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for name in emptied:
        cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(sql.Identifier(name)))
    for sequence in backup.manifest.sequences:
        tables.set_sequence(cursor, sequence)


def differing_tables(manifest: Manifest, cursor: Cursor, ignored: tuple[str, ...] = ()) -> list[str]:
    """A sentence for every table whose rows are not those of the backup."""
    there = tables.in_database(cursor)
    found = []
    for stored in manifest.tables:
        if stored.name in ignored:
            continue
        if stored.name not in there:
            found.append(f"The table {stored.name!r} is not there.")
            continue
        tally = tables.tally(cursor, there[stored.name], stored.columns)
        if tally.lines != stored.rows:
            found.append(f"The table {stored.name!r} has {tally.lines} rows and the backup {stored.rows}.")
        elif tally.sha256 != stored.sha256:
            found.append(f"The rows of {stored.name!r} are not equal to those of the backup.")
    return found
