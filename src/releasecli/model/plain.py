"""How does a value become plain data, ready for JSON?"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def plain(value: Any) -> Any:
    """Dataclasses as dicts in field order, tuples as lists, all the way down; everything else as it is."""
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def field_names(row_type: type) -> tuple[str, ...]:
    """The names of a dataclass's fields in order, which are the keys of its JSON form."""
    return _names(row_type)


@cache
def _names(row_type: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(row_type))
