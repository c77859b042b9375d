"""When and from where was each text read, and what was deleted?

`added/<user>.jsonl`, one line an event, only ever appended to, so that two people's logs never meet in a merge.
"""

import getpass
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from releasecli.model.plain import plain
from releasecli.store.atomic import append


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: `at` UTC seconds, `hash` of the text, `uri` the file or URL read, `key` for ever at its source."""

    what: Literal["added", "version", "source", "deleted", "again"]
    id: str
    hash: str
    at: int
    version: int = 1
    uri: str | None = None
    key: str | None = None


def note(root: Path, entries: Iterable[Entry]) -> None:
    """Append entries to this user's log."""
    if lines := b"".join(_line(entry) for entry in entries):
        append(root / "added" / f"{user()}.jsonl", lines)


def entries(root: Path) -> Iterator[Entry]:
    """Every entry of every user's log, in order of time; a line that cannot be read is left out."""
    read = [entry for log in sorted((root / "added").glob("*.jsonl")) for entry in _entries(log)]
    yield from sorted(read, key=lambda entry: entry.at)


def user() -> str:
    """Whose log this is: the user's login, or RELEASECLI_USER."""
    name = os.environ.get("RELEASECLI_USER")
    with suppress(Exception):  # a container may know no user at all
        name = name or getpass.getuser()
    return re.sub(r"[^\w.-]+", "_", name or "somebody").strip(".") or "somebody"


def now() -> int:
    """UTC seconds."""
    return int(datetime.now(UTC).timestamp())


def _line(entry: Entry) -> bytes:
    row = {key: value for key, value in plain(entry).items() if value is not None}
    row["at"] = datetime.fromtimestamp(entry.at, UTC).isoformat()
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _entries(log: Path) -> Iterator[Entry]:
    for line in log.read_bytes().splitlines():
        with suppress(ValueError, TypeError, KeyError):
            row = json.loads(line)
            yield Entry(**{**row, "at": int(datetime.fromisoformat(row["at"]).timestamp())})
