"""What is it that every format shows?"""

from collections.abc import Sequence
from typing import Any, NamedTuple

Record = dict[str, Any]


class View(NamedTuple):
    """One answer, ready for any format.

    `records` are whole rows as JSON has them; `fields` every key `--fields` may name; `columns` the keys of the plain
    and comma-separated forms; `ids` the key that `--ids` prints; `single` an object instead of an array in JSON;
    `painter` names the function `paint` of `render.terminal` that shows `answer` to a person; `lines` is the form of a
    pipe where rows would not do.
    """

    records: Sequence[Record]
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    ids: str
    painter: str
    answer: Any
    single: bool = False
    lines: tuple[str, ...] | None = None


def pick(record: Record, field: str) -> Any:
    """The value of a key, or of a dotted path of keys (`source.url`)."""
    value: Any = record
    for part in field.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value
