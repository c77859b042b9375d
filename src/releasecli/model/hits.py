"""What does a search find? Named tuples, because a dataclass takes five times as long to make and a search is short."""

from typing import Literal, NamedTuple


class Snippet(NamedTuple):
    """A passage of a text that is shown."""

    start: int
    end: int
    text: str


class Hit(NamedTuple):
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
    snippet: Snippet | None
    spans: tuple[tuple[int, int], ...]
    ref: str
    similar: tuple[str, ...] = ()
    more: tuple[Snippet, ...] = ()
    note: str | None = None


class Tally(NamedTuple):
    """How many rows have one value."""

    value: str
    times: int
