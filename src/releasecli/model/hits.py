"""What does a search find? Apart from the other results: a search loads nothing it does not use."""

from dataclasses import dataclass
from typing import Literal

from releasecli.model.span import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A release that matches a search; `spans` are the marked words inside `snippet` and `more`, offsets of the text.

    `similar` are the ids of near-duplicates that are not shown, `more` further passages where several were asked for;
    `note` is a person's note that holds the words where the text does not.
    """

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
    more: tuple[Span, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows have one value."""

    value: str
    count: int
