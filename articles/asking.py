"""Querysets that are compiled once and asked many times.

Making SQL of a queryset costs several times what the database needs to answer it, and so does planning that SQL; pages ask
the same few questions with other values. A question is written as any queryset; its SQL is kept, and each connection of the
database keeps its plan.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache, partial
from json import JSONDecoder
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql.base import TIMESTAMPTZ_OID
from django.db.backends.postgresql.psycopg_any import register_tzloader
from django.db.models import JSONField, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.fields.json import KeyTransform
from django.db.transaction import TransactionManagementError
from psycopg import RawCursor, sql
from psycopg.errors import FeatureNotSupported
from psycopg.pq import TransactionStatus
from psycopg.types.datetime import TimestamptzLoader
from psycopg.types.numeric import Int8

#: How many forms of one question are kept: by language, length and the like.
FORMS = 64

_PLACE = re.compile("%[%s]")


def keys_of(rows: Iterable[int]) -> str:
    """Keys as one value (str) of a question, for `among`."""
    return ",".join(map(str, rows))


def among(keys: str) -> RawSQL:
    """The keys of one value of a question, to filter by `pk__in`: as many values as there are keys would be many forms of it."""
    return RawSQL("SELECT unnest(string_to_array(%s, ',')::bigint[])", (keys,))


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

    An int is compared with columns of eight bytes only: Django knows of smaller ones that nothing there is so large.
    The values become parameters of the kept SQL, so they may stand in filters, or be where a slice begins. All else (lengths,
    names of columns) is given by position and makes a form of its own. The function then answers querysets that are ready to be
    read, once.
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
        statement, parameters = self._compiler.as_sql()
        columns = [selected[0] for selected in self._compiler.select[: self._compiler.col_count]]
        # Looked for in each column of each query otherwise.
        self._compiler.get_converters = partial(_same, _quickened(self._compiler.get_converters(columns)))
        self._compiler.has_composite_fields = partial(_same, self._compiler.has_composite_fields(columns))
        names = {value: name for name, value in stand_ins.items()}
        statement, placed = _with_names(statement, parameters, names)
        self._sql = _Statement(statement)
        missing = set(stand_ins) - placed
        if missing:
            raise ValueError(f"Not a parameter of the query: {', '.join(sorted(missing))}")

    def with_values(self, values: Mapping[str, Any]) -> QuerySet:
        """The queryset with these values in their places. Raises TransactionManagementError for a lock without a transaction."""
        connection = connections[DEFAULT_DB_ALIAS]  # each thread has its own
        if self._rows.query.select_for_update and connection.get_autocommit():
            # Django's compiler says so, too, but only when it compiles.
            raise TransactionManagementError("A lock would be gone before anything is done under it.")
        parameters = {name: Int8(value) if isinstance(value, int) else value for name, value in values.items()}
        compiler = _outside(self._compiler)
        compiler.execute_sql = partial(self._answered, connection, parameters)
        # Copies of the outside alone: nobody changes what is within before it is read, and Django's own copies are deep.
        rows, query = _outside(self._rows), _outside(self._rows.query)
        rows._query, rows._result_cache = query, None
        query.get_compiler = partial(_same, compiler)
        return rows

    def _answered(
        self, connection: Any, parameters: Mapping[str, Any], *_how: Any, **_chunks: Any
    ) -> list[list[tuple]]:
        """All that the server answers, in one chunk: Django's compiler would ask for chunks until one is empty."""
        cursor = _cursor(connection, self._sql)
        cursor.execute(self._sql, parameters)
        rows = cursor.fetchall()
        if self._compiler.has_extra_select:  # columns that are there to be ordered by
            rows = [row[: self._compiler.col_count] for row in rows]
        return [rows]


def _quickened(converters: dict[int, tuple[list[Any], Any]]) -> dict[int, tuple[list[Any], Any]]:
    """The same conversions of columns; JSON, of which there may be hundreds of pieces on a page, by a shorter way."""
    quick: dict[int, tuple[list[Any], Any]] = {}
    for place, (found, expression) in converters.items():
        field = expression.output_field
        inner = field.base_field if isinstance(field, ArrayField) else field
        plain = type(inner) is JSONField and inner.decoder is None and not isinstance(expression, KeyTransform)
        decode = _decoded_each if inner is not field else _decoded
        quick[place] = ([decode] if plain and len(found) == 1 else found, expression)
    return quick


def _decoded(text: str | None, *_of: Any) -> Any:
    return None if text is None else _DECODER.raw_decode(text)[0]


def _decoded_each(texts: list[str] | None, *_of: Any) -> Any:
    return None if texts is None else [_decoded(text) for text in texts]


_DECODER = JSONDecoder()


def _with_names(statement: str, parameters: Iterable[Any], names: Mapping[Any, str]) -> tuple[str, set[str]]:
    """The statement with a name in each place of a value, and the names that it has; all that never changes stands in it.

    So the database can plan it once, knowing the constants: an index of live stories serves no query that leaves open whether
    it asks for them.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    placed: set[str] = set()

    def named(name: str) -> str:
        placed.add(name)
        return f"%({name})s"

    def constant(value: Any) -> str:
        return sql.Literal(value).as_string(connection.connection).replace("%", "%%")

    def written(value: Any) -> str:
        varies = isinstance(value, str | int | datetime) and value in names
        return named(names[value]) if varies else constant(value)

    parts = map(written, parameters)
    statement = _PLACE.sub(lambda place: next(parts) if place[0] == "%s" else place[0], statement)
    for value, name in names.items():
        if isinstance(value, int) and str(value) in statement:  # where a slice begins is no parameter of Django's
            statement = statement.replace(str(value), named(name))
    return statement, placed


class _Statement(str):
    """A statement with names in the places of its values, which is what Django is told; and the same as the server knows it.

    The driver turns one into the other, but of long statements it forgets that it did.
    """

    __slots__ = ("names", "numbered")

    def __init__(self, named: str) -> None:
        self.names = list(dict.fromkeys(filter(None, _PLACED.findall(named))))
        places = {name: f"${place}" for place, name in enumerate(self.names, start=1)}
        self.numbered = _PLACED.sub(lambda found: places[found[1]] if found[1] else "%", named).encode()


_PLACED = re.compile(r"%(?:%|\((\w+)\)s)")


def _cursor(connection: Any, statement: _Statement) -> Any:
    """A cursor of Django's on the connection of a thread, with its checks, its count of queries and its errors.

    The driver's own cursor within it stays open, and with its connection: for a statement that it has executed before it knows
    how to write the values and how to read the rows.
    """
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    own = connection.connection
    if connection.timezone != UTC:
        cursor = _Prepared(own)
        register_tzloader(connection.timezone, cursor)
        return connection._prepare_cursor(cursor)
    kept: dict[str, _Prepared] = vars(own).setdefault("asked", {})
    if statement not in kept:
        kept[statement] = _Prepared(own)
        # Django's own loader is written in Python, and there may be thirty moments on a page.
        kept[statement].adapters.register_loader(TIMESTAMPTZ_OID, TimestamptzLoader)
    return connection._prepare_cursor(kept[statement])


class _Prepared(RawCursor):
    """Leaves the values to the server and has it keep its plan, if the connection allows it: `prepare_threshold` says so."""

    def execute(self, query: Any, params: Any = None, **_options: Any) -> Self:
        if not isinstance(query, _Statement):  # somebody has added a remark on the way
            query = _Statement(query)
        values = [params[name] for name in query.names]
        try:
            return super().execute(query.numbered, values, prepare=True)
        except FeatureNotSupported:
            # A migration has changed what a kept plan answers. Within a transaction nothing can be done but to end it, and
            # the rollback forgets the plans of this connection; outside of one they have to be forgotten here.
            own = self.connection
            if own.info.transaction_status != TransactionStatus.IDLE:
                raise
            own.execute("DEALLOCATE ALL")
            return super().execute(query.numbered, values, prepare=True)


def _outside(thing: Any) -> Any:
    """Another object with the same attributes."""
    other = object.__new__(type(thing))
    other.__dict__.update(thing.__dict__)
    return other


def _same(value: Any, *_args: Any, **_options: Any) -> Any:
    return value
