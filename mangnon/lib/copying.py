"""Writing many new rows at once: keys taken from the sequence, rows sent by COPY (ten times the speed of INSERT)."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import connection, models
from django.db.models.expressions import RawSQL
from psycopg.types.range import Range

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def new_keys(model: type[models.Model], count: int) -> list[int]:
    """Fresh primary keys for `count` rows of a table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH keys AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS sequence) "
            "SELECT nextval(sequence) FROM keys, generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def write_new[M: models.Model](model: type[M], rows: Sequence[M]) -> None:
    """Insert rows that have no key yet, or keys from `new_keys`. Triggers and constraints apply as for any insert."""
    if not rows:
        return
    if rows[0].pk is None:
        for row, key in zip(rows, new_keys(model, len(rows)), strict=True):
            row.pk = key
    names = [field.attname for field in model._meta.concrete_fields]
    write_facts(model, [dict(zip(names, of(row), strict=True)) for of in [attrgetter(*names)] for row in rows])


def write_facts(model: type[models.Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows told as column → value (`child_id`, not `child`); what a row leaves out takes the column's default.

    A list of a hundred thousand rows need not become objects first: that would cost more than writing them.
    """
    if not rows:
        return
    named = set(chain.from_iterable(rows))
    usual = {field.attname: field.get_default() for field in model._meta.concrete_fields}
    usual = {name: value for name, value in usual.items() if name in named or value is not None}  # the rest is empty, the key counted on
    fields = [field for field in model._meta.concrete_fields if field.attname in usual]
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    told, shapes = itemgetter(*usual), _shapes(fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(_shaped(told({**usual, **row}), shapes))


def write_changed[M: models.Model](model: type[M], rows: Sequence[M], fields: Sequence[str]) -> None:
    """Write some columns of many known rows in one UPDATE: new values go by COPY into a passing table."""
    if not rows:
        return
    by_name = {field.name: field for field in model._meta.concrete_fields}
    chosen = [by_name[model._meta.pk.name], *(by_name[name] for name in fields)]
    quote = connection.ops.quote_name
    table, passing = quote(model._meta.db_table), quote(f"new_{model._meta.db_table}"[:60])
    columns = [quote(str(field.column)) for field in chosen]
    of, shapes = attrgetter(*(field.attname for field in chosen)), _shapes(chosen)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {passing} AS SELECT {', '.join(columns)} FROM {table} WHERE false")
        with cursor.copy(f"COPY {passing} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(_shaped(of(row), shapes))
        pairs = ", ".join(f"{column} = n.{column}" for column in columns[1:])
        cursor.execute(f"UPDATE {table} AS t SET {pairs} FROM {passing} AS n WHERE t.{columns[0]} = n.{columns[0]}")
        cursor.execute(f"DROP TABLE {passing}")


def among(values: Iterable[int] | Iterable[str]) -> RawSQL:
    """Many values for an `__in` lookup as one array parameter: 20,000 placeholders would cost more than the query."""
    chosen = list(dict.fromkeys(values))
    texts = [value for value in chosen if isinstance(value, str)]
    kind, told = ("text", _array(texts)) if texts else ("bigint", f"{{{','.join(map(str, chosen))}}}")
    return RawSQL(f"SELECT unnest(%s::{kind}[])", (told,))


def _shapes(fields: "Sequence[models.Field[Any, Any]]") -> list[tuple[int, Callable[[Any], Any]]]:
    """The columns whose values are told to COPY in a way of our own, by place."""
    return [(place, shape) for place, shape in enumerate(map(_shape, fields)) if shape]


def _shaped(values: Iterable[Any], shapes: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    told = list(values)
    for place, shape in shapes:
        told[place] = shape(told[place])
    return told


def _shape(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    """How a value of the column is told to COPY; None where the driver's own way serves. Texts are its fastest way by far."""
    if isinstance(field, models.JSONField):
        return _json
    if isinstance(field, ArrayField) and isinstance(field.base_field, models.CharField):
        return _array
    if isinstance(field, DateRangeField):
        return _range
    if isinstance(field, models.DateField):
        return _day
    return _value if field.choices else None


def _value(choice: Any) -> Any:
    """A choice as it is stored."""
    return choice.value if isinstance(choice, Enum) else choice


@lru_cache(maxsize=1 << 13)  # the driver makes each anew
def _day(day: date | None) -> str | None:
    """2026-11-28, and moments too."""
    return None if day is None else str(day)


def _array(texts: Sequence[str]) -> str:
    """{"a","b"}"""
    inner = '","'.join(texts)
    if "\\" in inner or inner.count('"') != 2 * max(len(texts) - 1, 0):
        inner = '","'.join(text.replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    return f'{{"{inner}"}}' if texts else "{}"


def _range(span: Range[date]) -> str:
    """[2026-01-01,)"""
    if span.isempty:
        return "empty"
    return f"{span.bounds[0]}{span.lower or ''},{span.upper or ''}{span.bounds[1]}"
