"""How does a value become plain data, ready for JSON?"""

from collections.abc import Mapping
from typing import Any


def plain(value: Any) -> Any:
    """Values with named fields as dicts in field order, other tuples as lists, all the way down; the rest as it is."""
    if names := field_names(type(value)):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def field_names(row_type: Any) -> tuple[str, ...]:
    """The names of the fields of a dataclass or a named tuple in order, which are the keys of its JSON form."""
    return tuple(getattr(row_type, "__dataclass_fields__", ())) or getattr(row_type, "_fields", ())
