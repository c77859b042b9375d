"""What does the file beside a release say about it?"""

import json
from collections.abc import Mapping
from pathlib import Path

from releasecli.readers.fields import flat, guessed
from releasecli.readers.formats import endings

_LARGEST = 200_000
_RELEASES = endings("described")


def description(path: Path | None) -> Mapping[str, str]:
    """The fields of `x.json` beside `x.pdf`, where that file describes a release and holds none."""
    if path is None or path.suffix.lower() not in _RELEASES:
        return {}
    beside = path.with_suffix(".json")
    try:
        if not 0 < beside.stat().st_size < _LARGEST:
            return {}
        value = json.loads(beside.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    found = flat(value) if isinstance(value, dict) else {}
    return {} if holds_text(found) else found


def described(path: Path | None, found: Mapping[str, str]) -> str | None:
    """The name of the file an object without a text is about: of the same stem, or named in it."""
    if path is None or holds_text(found):
        return None
    for end in _RELEASES:
        if path.with_suffix(end).is_file():
            return path.with_suffix(end).name
    names = [
        value.rpartition("/")[2] for value in found.values() if value.lower().endswith(_RELEASES) and "\0" not in value
    ]
    return next((name for name in names if len(name) < 200 and (path.parent / name).is_file()), None)


def holds_text(found: Mapping[str, str]) -> bool:
    """Is there a text among the fields? A line is none."""
    text = guessed(found, {}).get("text", "")
    return len(text) > 200 or "\n" in text
