"""What does an answer consist of? Field order is the order of keys in JSON.

Named tuples, because a dataclass takes five times as long to make, at every start.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from releasecli.model.entity import Entity

Precision = Literal["time", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "span"]


class Event(NamedTuple):
    """One day or period and one sentence of a timeline; `releases` all that carry the sentence, `release` the first."""

    date: str
    earliest: str | None
    latest: str | None
    precision: Precision
    basis: Literal["stated", "inferred", "vague"]
    role: Literal["event", "named", "publication"]
    text: str
    release: str
    start: int
    end: int
    ref: str
    who: tuple[Entity, ...] = ()
    count: int = 1  # type: ignore[assignment]  # nobody looks for a value in a row
    releases: tuple[str, ...] = ()
    score: float = 0.0
    spans: tuple[tuple[int, int], ...] = ()
    why: str = ""


class Timeline(NamedTuple):
    """Events in order of time; `total` rows and `days` dates were there to choose from, in `releases` releases.

    `chosen` says whether rows were left out, `notes` what else a reader should know.
    """

    rows: tuple[Event, ...]
    total: int
    days: int
    releases: int
    chosen: bool = False
    notes: tuple[str, ...] = ()


class Told(NamedTuple):
    """One sentence of a summary, word for word."""

    release: str
    start: int
    end: int
    text: str
    ref: str
    who: tuple[Entity, ...] = ()
    score: float = 0.0
    why: str = ""
    published: str | None = None
    issuer: str | None = None


class Summary(NamedTuple):
    """Sentences in order of time, chosen from `releases` releases."""

    rows: tuple[Told, ...]
    releases: int
    notes: tuple[str, ...] = ()


def unnamed(row: Event | Told) -> str:
    """Who speaks in a row, where the sentence itself does not name them, not even by surname."""
    return ", ".join(entity.name for entity in row.who if entity.name.split()[-1] not in row.text)


class FactRow(NamedTuple):
    """One fact as a flat row: `record` is the whole row as JSON has it, the rest is what a person is shown.

    `words` is the passage around the fact, `words_start` its place in the text, `spans` what is marked in it.
    """

    record: Mapping[str, Any]
    ref: str
    published: str | None
    label: str
    about: str
    words: str
    words_start: int
    spans: tuple[tuple[int, int], ...] = ()
