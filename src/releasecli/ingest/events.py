"""What can happen to an input?"""

from dataclasses import dataclass, field
from typing import Literal

from releasecli.extract.header import HeaderOptions
from releasecli.readers import ReadOptions

Kind = Literal["added", "version", "unchanged", "duplicate", "deleted", "failed"]


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How inputs are taken in. `again`: take what was deleted; `dry_run`: say what would happen, write nothing.

    `facts`: read facts at the end, so that the first question need not.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    header: HeaderOptions = field(default_factory=HeaderOptions)
    again: bool = False
    dry_run: bool = False
    facts: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """What became of one release in an input; `id` None where it failed, `detail` says why or what was kept by hand."""

    kind: Kind
    uri: str
    id: str | None = None
    title: str = ""
    published: str | None = None
    detail: str = ""
    line: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Counts:
    """How many releases: new ones, new versions, known ones, further copies of one, deleted before, failures."""

    added: int = 0
    versions: int = 0
    unchanged: int = 0
    duplicates: int = 0
    deleted: int = 0
    failed: int = 0

    def count(self, kind: Kind, number: int = 1) -> None:
        """Count an event."""
        name = {"version": "versions", "duplicate": "duplicates"}.get(kind, kind)
        setattr(self, name, getattr(self, name) + number)
