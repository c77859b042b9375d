"""What do the words alone say about a time, before the document is asked?"""

from typing import Literal, NamedTuple

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


class Partial(NamedTuple):
    """An under-specified value: None is what the words leave open.

    `unit` and `offset` count from the anchor (`offset` -1 and `week`: last week); `anchor` is `published`, or `text`
    for words that count from a date before them (two days later). `numeric` keeps a slashed date in its own order.
    """

    kind: str = "date"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    week: int | None = None
    unit: str | None = None
    precision: str | None = None
    offset: int | None = None
    n: float | None = None
    clock: str | None = None
    part: str | None = None
    holiday: str | None = None
    literal: str | None = None
    mod: str | None = None
    anchor: str | None = None
    numeric: tuple[int, int, int] | None = None
    fiscal: bool = False
    bc: bool = False
    neighbour: bool = False


class Mention(NamedTuple):
    """A recognised expression: its place, the rule that found it, what it says.

    `first` and `last` count pieces (`last` exclusive); `bound` is `since`, `until`, `by`, ... from the words around it;
    `tense` the direction of the clause: -1 past, 1 future, 0 unknown; `stamp` where a day of publication may stand.
    """

    start: int
    end: int
    text: str
    rule: str
    partial: Partial
    first: int
    last: int
    bound: str | None = None
    tense: int = 0
    role: Literal["event", "named", "publication"] = "event"
    joined: bool = False
    stamp: bool = False
