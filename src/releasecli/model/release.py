"""What is kept of a release?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Category = Literal["readout", "statement", "communique", "press-release", "remarks", "other"]


@dataclass(frozen=True, slots=True)
class Header:
    """Who released it, when, and what kind of release it is; None where the release does not say.

    `published` is ISO 8601 as precise as known (`2023`, `2023-03`, `2023-03-21`, `2023-03-21T19:22:00+04:00`), local
    time; `published_candidates` holds both readings where day and month cannot be told apart. `side` is the ISO 3166
    alpha-2 code of the issuer's state, `language` an ISO 639-1 code.
    """

    title: str = ""
    issuer: str | None = None
    issuer_id: str | None = None
    side: str | None = None
    category: Category | None = None
    category_text: str | None = None
    published: str | None = None
    published_from: str | None = None
    published_candidates: tuple[str, ...] = ()
    place: str | None = None
    language: str | None = None


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
