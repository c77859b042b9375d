"""What is shared: rows on a page, and the releases they are quoted from."""

from typing import Literal, NamedTuple


class Cited(NamedTuple):
    """A release as a shared page quotes it: its text whole, so that every row can point into it."""

    id: str
    title: str
    issuer: str | None
    published: str | None
    url: str | None
    text: str
    language: str | None = None


class Line(NamedTuple):
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


class Sheet(NamedTuple):
    """What is shared: a title, its rows, the releases they are quoted from."""

    title: str
    lines: tuple[Line, ...]
    cited: tuple[Cited, ...]
    kind: Literal["timeline", "summary", "comparison", "release"] = "timeline"
