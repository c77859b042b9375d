"""What do JSON and JSON Lines hold?"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from releasecli.readers.beside import described
from releasecli.readers.decode import decode
from releasecli.readers.fields import flat, guessed
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, PassingError, Raw, UnreadableError, content
from releasecli.resources import data

_LINED = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_LISTS, _ENVELOPES = map(tuple, (data("formats")["json"]["lists"], data("formats")["json"]["envelopes"]))
_WRAPPED = 3


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release an object: a single one, a list, a list under a usual key, or one a line."""
    if raw.path and raw.below.lower().endswith(_LINED):
        yield from _streamed(raw, raw.path, options)
        return
    text, notes = decode(content(raw, options.max_bytes), options.encoding)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if not _one_a_line(raw, text):
            raise UnreadableError(_reason(error)) from None
        yield from _lines(raw, enumerate(text.split("\n"), 1), notes)
        return
    rows = _rows(value)
    if rows is None:
        raise UnreadableError("JSON without an object in it")
    if len(rows) == 1 and isinstance(rows[0], dict) and (name := described(raw.path, flat(rows[0]))):
        if raw.named:
            yield Failure(raw.uri, f"describes {name} and holds no text itself", skipped=True)
        return
    site = _site(value) if rows != [value] else {}
    for number, row in enumerate(rows, 1):
        if isinstance(row, dict):
            one = _record(row, text) or _draft(row, "json", notes, number if len(rows) > 1 else None)
            yield replace(one, fields=site | dict(one.fields))
        else:
            yield Failure(raw.uri, f"entry {number} is no object")


def _record(row: dict[str, Any], text: str) -> Draft | None:
    """A record of another index comes as it is; what `show --json` prints holds facts as well and is no record."""
    own = str(row.get("schema", "")).startswith("releasecli/") and "paragraphs" not in row
    return Draft("", "record", fields={"record": text}, raw_fields=flat(row)) if own else None


def _one_a_line(raw: Raw, text: str) -> bool:
    """JSON Lines by name, or because the first line is a whole object."""
    if raw.below.lower().endswith(_LINED):
        return True
    first, _, rest = text.lstrip().partition("\n")
    try:
        return isinstance(json.loads(first), dict) and bool(rest.strip())
    except (ValueError, RecursionError):
        return False


def _streamed(raw: Raw, path: Path, options: ReadOptions) -> Iterator[Draft | Failure]:
    """Line by line, each in an encoding of its own should it have one; never the whole file at once."""
    try:
        with path.open("rb") as file:
            if file.read(2) in {b"\xff\xfe", b"\xfe\xff"}:
                text, notes = decode(content(raw, options.max_bytes), options.encoding)
                yield from _lines(raw, enumerate(text.split("\n"), 1), notes)
                return
            file.seek(0)
            for number, line in enumerate(file, 1):
                text, notes = decode(line, options.encoding)
                yield from _lines(raw, [(number, text)], notes)
    except OSError as error:
        raise PassingError(f"cannot be read: {error.strerror}") from None


def _lines(raw: Raw, lines: Iterable[tuple[int, str]], notes: tuple[str, ...]) -> Iterator[Draft | Failure]:
    for number, line in lines:
        if not line.strip():
            continue
        try:
            row = json.loads(line.strip())
        except (ValueError, RecursionError) as error:
            yield Failure(raw.uri, _reason(error, of_a_line=True), number)
            continue
        if isinstance(row, dict):
            yield _draft(row, "jsonl", notes, number, number)
        else:
            yield Failure(raw.uri, "no object on this line", number)


def _draft(value: dict[str, Any], name: str, notes: tuple[str, ...], row: int | None, line: int | None = None) -> Draft:
    """One object; its keys are given their meaning later, under the profile's map."""
    envelope: dict[str, Any] = next((value[key] for key in _ENVELOPES if isinstance(value.get(key), dict)), {})
    return Draft("", name, raw_fields=flat(value | envelope), row=str(row) if row else None, notes=notes, line=line)


def _rows(value: Any) -> list[Any] | None:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    return _listed(value, _WRAPPED) or [value]


def _listed(value: dict[str, Any], depth: int) -> list[Any]:
    """What stands under a usual key, also within what wraps it (`{"data": {"items": [...]}}`); [] for one release."""
    for key in _LISTS:
        if isinstance(value.get(key), list) and any(isinstance(item, dict) for item in value[key]):
            return list(value[key])
    if not depth or "text" in guessed(flat(value), {}):
        return []
    inner = (_listed(each, depth - 1) for each in value.values() if isinstance(each, dict))
    return next(filter(None, inner), [])


def _site(value: Any) -> dict[str, str]:
    """The title of a feed in JSON, which often names who releases."""
    title = value.get("title") if isinstance(value, dict) else None
    return {"site": title} if isinstance(title, str) else {}


def _reason(error: Exception, *, of_a_line: bool = False) -> str:
    if isinstance(error, json.JSONDecodeError):
        where = f"column {error.colno}" if of_a_line else f"line {error.lineno}, column {error.colno}"
        return f"not JSON: {error.msg[0].lower()}{error.msg[1:]} ({where})"
    return "not JSON: nested too deeply"
