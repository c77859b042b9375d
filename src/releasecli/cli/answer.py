"""How does a command give its answer?"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from releasecli.cli.options import Counting, Output
from releasecli.errors import UsageError
from releasecli.model.hits import Tally
from releasecli.render.view import View
from releasecli.render.write import Form, write

_TIMES = ("year", "month", "day")
_FORMATS = ("json", "jsonl", "csv", "tsv", "ids")


def answer(view: View, form: Form) -> int:
    """Write the answer to stdout; the exit status: 0 where there is a row, 1 where there is none."""
    write(view, form, sys.stdout)
    return 0 if view.records else 1


def form_of(output: Output, color: str | None, extra: Mapping[str, bool] | None = None) -> Form:
    """The form the options ask for; `extra` are the command's own formats.

    Raises UsageError where two formats are asked for.
    """
    chosen = one_of({name: getattr(output, name) for name in _FORMATS} | dict(extra or {}))
    if output.null and not chosen:
        chosen = "ids"
    fields = tuple(part.strip() for part in (output.fields or "").split(",") if part.strip())
    color = color or "auto"
    if color not in {"auto", "always", "never"}:
        raise UsageError(f"--color cannot be '{color}'", "it is auto, always or never")
    return Form(chosen, fields, "\0" if output.null else "\n", color)


def one_of(options: Mapping[str, object]) -> str | None:
    """The one option that is set, or None.

    Raises UsageError where two are.
    """
    chosen = [name for name, wanted in options.items() if wanted]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} exclude each other", "ask for one of them")
    return chosen[0] if chosen else None


def counted(rows: Iterable[Mapping[str, Any]], counting: Counting, keys: Mapping[str, str]) -> View | None:
    """The view of `--count` or `--count-by KEY` over whole rows, None where neither was asked for.

    `keys` maps what may be typed to the key of the rows (`year` to `published:4`: the first four characters).
    """
    if counting.number:
        return number_view(sum(1 for _ in rows))
    if not counting.count_by:
        return None
    if counting.count_by not in keys:
        raise UsageError(f"cannot count by '{counting.count_by}'", f"count by {', '.join(keys)}")
    values = Counter(value for row in rows for value in _values(row, keys[counting.count_by]))
    return tally_view([Tally(value, count) for value, count in values.most_common(counting.limit)], counting.count_by)


def tally_view(tallies: Sequence[Tally], by: str) -> View:
    """Counts as an answer, one row a value; years, months and days in order of time."""
    if by in _TIMES:
        tallies = sorted(tallies, key=lambda tally: (not tally.value[:1].isdecimal(), tally.value))
    records = [{"value": tally.value, "count": tally.times} for tally in tallies]
    return View(records, ("value", "count"), ("value", "count"), "value", "tally", tuple(tallies))


def number_view(count: int) -> View:
    """A bare number as an answer; none found is no row, so the exit status is 1."""
    lines = (str(count),)
    records = [{"count": count}] if count else []
    return View(records, ("count",), ("count",), "count", "lines", lines, single=True, lines=lines)


def _values(row: Mapping[str, Any], path: str) -> list[str]:
    """The values of a row under a key: names of a list of entities, the first characters of a date, or one value."""
    name, _, length = path.partition(":")
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, list):
        return [str(item["name"]) if isinstance(item, dict) else str(item) for item in value] or ["(none)"]
    return [str(value)[: int(length) if length else None]] if value is not None else ["(none)"]


def words_given(words: Sequence[str] | None) -> list[str]:
    """The words typed; `-` stands for the lines of stdin."""
    given: list[str] = []
    for word in words or ():
        given.extend(line for line in _stdin() if line) if word == "-" else given.append(word)
    return given


def _stdin() -> list[str]:
    text = sys.stdin.read()
    return text.split("\0") if "\0" in text else text.splitlines()
