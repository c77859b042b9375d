"""What does a YAML file hold: a release, a list of them, or a record of another index?"""

from collections.abc import Iterator
from typing import Any

import yaml

from releasecli.readers.decode import decode
from releasecli.readers.fields import flat
from releasecli.readers.options import Failure, ReadOptions
from releasecli.readers.raw import Draft, Raw, UnreadableError, content

_ALIASES = 50


def read(raw: Raw, options: ReadOptions) -> Iterator[Draft | Failure]:
    """One release a mapping. A record of our own keeps its text under the field `record`, so that ids come along."""
    text, notes = decode(content(raw, options.max_bytes), options.encoding)
    documents = [value for value in _loaded(text) if value is not None]
    rows = documents[0] if len(documents) == 1 and isinstance(documents[0], list) else documents
    if not rows:
        raise UnreadableError("YAML without a release in it")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            yield Failure(raw.uri, f"entry {number} is no mapping")
            continue
        name, own = (
            ("record", {"record": text})
            if str(row.get("schema", "")).startswith("releasecli/") and len(rows) == 1
            else ("yaml", {})
        )
        yield Draft("", name, fields=own, raw_fields=flat(row), row=str(number) if len(rows) > 1 else None, notes=notes)


def _loaded(text: str) -> list[Any]:
    """All documents, strings only. Aliases are bounded: a few lines of them can stand for gigabytes."""
    if text.count(" *") + text.count("[*") > _ALIASES and sum(_aliases(text)) > _ALIASES:
        raise UnreadableError("YAML with too many aliases is not read")
    try:
        return list(yaml.load_all(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnreadableError(f"not YAML: {_where(error)}") from None


def _aliases(text: str) -> Iterator[int]:
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            yield isinstance(event, yaml.AliasEvent)
    except (yaml.YAMLError, RecursionError):
        return


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return f"{problem} (line {mark.line + 1}, column {mark.column + 1})" if mark else str(problem)
