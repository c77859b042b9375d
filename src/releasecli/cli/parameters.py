"""How do several commands share the same options?"""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any


def flattened(function: Callable[..., int]) -> Callable[..., int]:
    """A function whose parameters that are named tuples are spread into one option a field, as Typer wants them.

    The command itself is called with the tuples put together again. (A dataclass takes ten times as long to make.)
    """
    groups: dict[str, Any] = {}
    spread: list[inspect.Parameter] = []
    for parameter in inspect.signature(function, eval_str=True).parameters.values():
        if hasattr(parameter.annotation, "_fields"):
            groups[parameter.name] = parameter.annotation
            spread.extend(_parameter(parameter.annotation, field) for field in parameter.annotation._fields)
        else:
            spread.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def command(**values: Any) -> int:
        for name, group in groups.items():
            values[name] = group(*(values.pop(field) for field in group._fields))
        return function(**values)

    command.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]  # what Typer reads
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in spread}
    return command


def _parameter(group: Any, field: str) -> inspect.Parameter:
    default = group._field_defaults.get(field, inspect.Parameter.empty)
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(field, kind, default=default, annotation=group.__annotations__[field])
