"""What does an answer consist of? One frozen row type a question; field order is the order of keys in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from releasecli.model.facts import Entity, Facts
from releasecli.model.release import Release
from releasecli.model.span import Span

Precision = Literal["time", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "span"]


@dataclass(frozen=True, slots=True)
class Event:
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
    count: int = 1
    releases: tuple[str, ...] = ()
    score: float = 0.0
    spans: tuple[tuple[int, int], ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time; `total` rows and `days` dates were there to choose from, in `releases` releases.

    `chosen` says whether rows were left out, `notes` what else a reader should know.
    """

    rows: tuple[Event, ...]
    total: int
    days: int
    releases: int
    chosen: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
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


def unnamed(row: Event | Told) -> str:
    """Who speaks in a row, where the sentence itself does not name them, not even by surname."""
    return ", ".join(entity.name for entity in row.who if entity.name.split()[-1] not in row.text)


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences in order of time, chosen from `releases` releases."""

    rows: tuple[Told, ...]
    releases: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of characters of one account; `label` names the account (its side, or its issuer)."""

    release: str
    start: int
    end: int
    text: str
    ref: str
    label: str


@dataclass(frozen=True, slots=True)
class Aligned:
    """What two accounts say: both, only one, or of the same thing in different terms (`topic` then says in what)."""

    kind: Literal["both", "only_a", "only_b", "differs"]
    topic: str
    a: Passage | None
    b: Passage | None
    score: float
    why: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What each account says of one topic, in the order of the accounts."""

    cells: tuple[Passage | None, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts row by row; of three and more also a table of topics. `labels` and `releases` name the accounts."""

    rows: tuple[Aligned, ...]
    labels: tuple[str, ...]
    releases: tuple[str, ...]
    table: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One release as it is read: `paragraphs` are spans of its text, `shown` the numbers (from 1) that were asked for.

    `uri` and `added` say where and when the text was first read into this index; `earlier`: it has a newer text.
    """

    release: Release
    facts: Facts
    paragraphs: tuple[tuple[int, int], ...]
    shown: tuple[int, ...]
    uri: str | None = None
    added: str | None = None
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class FactRow:
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


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two texts of a release: `old` and `new` are spans of the one and of the other.

    `ref` is where the new words stand, or the old ones where they are gone; `was` where the old ones stood.
    """

    kind: Literal["sentence", "time", "figure"]
    change: Literal["added", "removed", "changed"]
    ref: str
    was: str | None
    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class Cited:
    """A release as a shared page quotes it: its text whole, so that every row can point into it."""

    id: str
    title: str
    issuer: str | None
    published: str | None
    url: str | None
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a shared page: what stands at its head, the words of the text, where they stand, who says so.

    `first` and `last` are the ISO days it is about (None: open, or no date); `group` is the heading it stands under,
    `part` tells apart the things below one heading that belong side by side, `topic` names them; `spans` are what
    matters in it, such as its date.
    """

    head: str
    text: str
    release: str
    start: int
    end: int
    ref: str
    group: str = ""
    who: str = ""
    basis: str = ""
    first: str | None = None
    last: str | None = None
    topic: str = ""
    part: int = 0
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shared: a title, its rows, the releases they are quoted from."""

    title: str
    lines: tuple[Line, ...]
    cited: tuple[Cited, ...]
    kind: Literal["timeline", "summary", "comparison", "release"] = "timeline"
