"""How does a value become plain data, ready for JSON?"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any


def plain(value: Any) -> Any:
    """Dataclasses as dicts in field order, tuples as lists, all the way down; everything else as it is."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def field_names(row_type: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields in order, which are the keys of its JSON form."""
    return tuple(field.name for field in fields(row_type))
