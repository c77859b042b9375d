"""What is kept of a release?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from releasecli.model.header import Header


@dataclass(frozen=True, slots=True)
class Source:
    """Where a release came from, without paths and clocks: the same release gives the same record anywhere."""

    format: str
    sha256: str
    url: str | None = None
    key: str | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one fact: the sentence by quotation, and what is set or dropped in it."""

    sentence: str
    set: Mapping[str, str] = field(default_factory=dict)
    drop: str | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """One release as kept: the machine's values, the person's values, the text in normal form.

    `seals` maps a header key to the hash of the value the machine wrote; a value that no longer fits is a person's.
    """

    id: str
    header: Header
    text: str
    source: Source
    version: int = 1
    tags: tuple[str, ...] = ()
    notes: str | None = None
    corrections: tuple[Correction, ...] = ()
    seals: Mapping[str, str] = field(default_factory=dict)
