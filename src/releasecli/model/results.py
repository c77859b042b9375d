"""What does an answer consist of? One frozen row type a question; field order is the order of keys in JSON."""

from dataclasses import dataclass
from typing import Literal

from releasecli.model.facts import Entity, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A release that matches a search; `spans` are the marked words inside `snippet`, in offsets of the text."""

    id: str
    title: str
    issuer: str | None
    side: str | None
    published: str | None
    score: float
    match: Literal["all", "some"]
    words: tuple[str, ...]
    snippet: Span | None
    spans: tuple[tuple[int, int], ...]
    ref: str
    similar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One day or period and one sentence of a timeline; `releases` all that carry the sentence, `release` the first."""

    date: str
    earliest: str | None
    latest: str | None
    precision: Literal["time", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "span"]
    basis: Literal["stated", "inferred", "vague"]
    role: Literal["event", "named", "publication"]
    text: str
    release: str
    start: int
    end: int
    ref: str
    who: tuple[Entity, ...] = ()
    count: int = 1
    releases: tuple[str, ...] = ()
    score: float = 0.0
    spans: tuple[tuple[int, int], ...] = ()
    why: str = ""
