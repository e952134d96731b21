"""A report's content as plain data for keeping, and back: what was frozen reads the same for ever."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from mangnon.reports.records import Content


def to_plain(value: Any) -> Any:
    """Dataclasses, enums and dates as what JSON holds."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def content_from(plain: Mapping[str, Any]) -> Content:
    """The content kept as plain data."""
    return _build(Content, plain)  # type: ignore[no-any-return]


def _build(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if plain is None else _build(next(part for part in get_args(kind) if part is not type(None)), plain)
    if origin is tuple:
        return tuple(_build(get_args(kind)[0], item) for item in plain)
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]  # a class can be hashed
        return kind(**{name: _build(hints[name], value) for name, value in plain.items()})  # type: ignore[operator]
    if kind is date:
        return date.fromisoformat(plain)
    return kind(plain) if isinstance(kind, type) and issubclass(kind, Enum) else plain


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
