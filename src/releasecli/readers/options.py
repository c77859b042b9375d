"""What may be said about reading, and what comes back beside documents?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read. Everything pickles, so that other processes can read.

    `exclude`: globs against the path below an input and against the file name. `mapping`: our field to the file's own
    column or key (`{"published": "date_col"}`). `path_pattern`: `{issuer}/{day}{mon}{year}{_}.txt`. `profiles`: the
    user's own source profiles by name, as in `releasecli.yaml`; they come before the shipped ones. `profile`: use this
    one and recognise nothing. `fields`: values for every document (`--issuer`, ...). `format`: a reader's name, for
    stdin or files whose name says nothing. `encoding`: read text as this. Sizes are in bytes.
    `validators`: the ETag and Last-Modified a URL came with last time (`etag`, `last_modified` in its fields).
    """

    exclude: tuple[str, ...] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    path_pattern: str | None = None
    profiles: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    profile: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    format: str | None = None
    encoding: str | None = None
    max_bytes: int = 256_000_000
    max_unpacked: int = 4_000_000_000
    timeout: float = 20.0
    robots: bool = True
    validators: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to open: a file, a mail folder, a URL, or "-". `below` is the path that path patterns see.

    `named`: the user named it; it was not found in a folder.
    """

    uri: str
    below: str
    reader: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or one row of it, that could not be taken in: one line of reason without the place.

    `skipped`: left out on purpose, nothing lost (a page that did not change since). `passing`: for a reason outside the
    input, so another try may mend it.
    """

    uri: str
    reason: str
    line: int | None = None
    skipped: bool = False
    passing: bool = False

    def __str__(self) -> str:
        """`uri:line: reason`, as the user reads it."""
        return f"{self.uri}:{self.line}: {self.reason}" if self.line else f"{self.uri}: {self.reason}"
