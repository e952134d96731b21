"""Writing many new rows at once: keys taken from the sequence, rows sent by COPY (ten times the speed of INSERT)."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from django.db import connection, models


def new_keys(model: type[models.Model], count: int) -> list[int]:
    """Fresh primary keys for `count` rows of a table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [model._meta.db_table, count]
        )  # fmt: skip
        return [key for (key,) in cursor.fetchall()]


def write_new[M: models.Model](model: type[M], rows: Sequence[M]) -> None:
    """Insert rows that have no key yet, or keys from `new_keys`. Triggers and constraints apply as for any insert."""
    if not rows:
        return
    if rows[0].pk is None:
        for row, key in zip(rows, new_keys(model, len(rows)), strict=True):
            row.pk = key
    fields = model._meta.concrete_fields
    names = [field.attname for field in fields]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([_plain(getattr(row, name)) for name in names])


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value
