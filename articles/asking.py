"""Querysets that are compiled once and asked many times.

Making SQL of a queryset costs several times what the database needs to answer it, and pages ask the same few questions with
other values. A question is written as any queryset; its SQL is kept, and the values are put into their places.
"""

from collections.abc import Callable, Mapping
from copy import copy
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

#: How many forms of one question are kept: lists ask in as many as there are places for a page to begin within a month.
FORMS = 512


def _stand_in(kind: type, place: int) -> Any:
    """A value of this kind that no row has, another one for each place."""
    values = {
        str: f"\ue000{place}\ue000",
        int: 9_000_000_000_000_000_000 + place,
        datetime: datetime(9000, 1, 1, microsecond=place, tzinfo=UTC),
    }
    return values[kind]


def once(**kinds: type) -> Callable[[Callable[..., QuerySet]], Callable[..., Any]]:
    """Decorate a function that makes a queryset: of the values named here (str, int or datetime), and of whatever else shapes it.

    The values become parameters of the kept SQL, so they may stand in filters only. All else (slices, names of columns) is
    given by position and makes a form of its own. The function then answers querysets that are ready to be read, once.
    """

    def decorate(build: Callable[..., QuerySet]) -> Callable[..., Any]:
        @lru_cache(maxsize=FORMS)
        def form(*shape: Any) -> _Compiled:
            stand_ins = {name: _stand_in(kind, place) for place, (name, kind) in enumerate(kinds.items())}
            return _Compiled(build(*shape, **stand_ins), stand_ins)

        def ask(*shape: Any, **values: Any) -> QuerySet:
            return form(*shape).with_values(values)

        return ask

    return decorate


class _Compiled:
    """A queryset with the SQL that Django's compiler made of it."""

    def __init__(self, rows: QuerySet, stand_ins: Mapping[str, Any]) -> None:
        self._rows = rows
        self._compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, parameters = self._compiler.as_sql()
        names = {value: name for name, value in stand_ins.items()}
        self._parameters = [(names.get(value, ""), value) for value in parameters]
        missing = set(stand_ins) - {name for name, _value in self._parameters}
        if missing:
            raise ValueError(f"Not a parameter of the query: {', '.join(sorted(missing))}")

    def with_values(self, values: Mapping[str, Any]) -> QuerySet:
        """The queryset with these values in their places."""
        parameters = tuple(values[name] if name else value for name, value in self._parameters)
        compiler = copy(self._compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]  # each thread has its own
        compiler.as_sql = partial(_same, (self._sql, parameters))
        rows = self._rows.all()
        rows.query.get_compiler = partial(_same, compiler)  # type: ignore[method-assign]
        return rows


def _same(value: Any, *_args: Any, **_options: Any) -> Any:
    return value
