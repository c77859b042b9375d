"""What is a release when it is read, and what changed between two readings?"""

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:  # who reads a release has made these
    from releasecli.model.facts import Facts
    from releasecli.model.release import Release
    from releasecli.model.span import Span


class Reading(NamedTuple):
    """One release as it is read: `paragraphs` are spans of its text, `shown` the numbers (from 1) that were asked for.

    `uri` and `added` say where and when the text was first read into this index; `earlier`: it has a newer text.
    """

    release: "Release"
    facts: "Facts"
    paragraphs: tuple[tuple[int, int], ...]
    shown: tuple[int, ...]
    uri: str | None = None
    added: str | None = None
    earlier: bool = False


class Change(NamedTuple):
    """What differs between two texts of a release: `old` and `new` are spans of the one and of the other.

    `ref` is where the new words stand, or the old ones where they are gone; `was` where the old ones stood.
    """

    kind: Literal["sentence", "time", "figure"]
    change: Literal["added", "removed", "changed"]
    ref: str
    was: str | None
    old: "Span | None"
    new: "Span | None"
