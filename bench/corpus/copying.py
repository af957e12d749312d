"""Rows into tables by COPY, with the defaults that the models give."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import psycopg
from django.db.models import NOT_PROVIDED, JSONField, Model
from psycopg import sql


class Table:
    """A model's table: its columns but those the database fills itself, and what stands in them where nothing is said."""

    def __init__(self, model: type[Model], *, without: tuple[str, ...] = ()) -> None:
        fields = [
            field
            for field in model._meta.concrete_fields
            if not field.generated and field.db_default is NOT_PROVIDED and field.attname not in without
        ]
        self.name = model._meta.db_table
        self.columns = [field.column for field in fields]
        self._defaults: dict[str, Any] = {field.attname: _default(field) for field in fields}
        if set(self._defaults) != set(self.columns):  # a column that is called otherwise than its field
            self._defaults = {field.column: self._defaults[field.attname] for field in fields}

    def row(self, **values: Any) -> tuple:
        """A row as COPY takes it; raises KeyError for a column that is not there."""
        if unknown := values.keys() - self._defaults.keys():
            raise KeyError(f"{self.name} has no {', '.join(sorted(unknown))}")
        return tuple((self._defaults | values).values())


def _default(field: Any) -> Any:
    value = field.get_default()
    return json.dumps(value) if isinstance(field, JSONField) and value is not None else value


def copy(connection: psycopg.Connection, rows: Mapping[Table, Iterable[tuple]]) -> None:
    """Write rows in one transaction, table after table."""
    with connection.transaction(), connection.cursor() as cursor:
        for table, its_rows in rows.items():
            names = sql.SQL(", ").join(map(sql.Identifier, table.columns))
            statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), names)
            with cursor.copy(statement) as pipe:
                for row in its_rows:
                    pipe.write_row(row)
