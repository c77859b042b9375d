"""What do several accounts say of one event?"""

from typing import Literal, NamedTuple


class Passage(NamedTuple):
    """A run of characters of one account; `label` names the account (its side, or its issuer)."""

    release: str
    start: int
    end: int
    text: str
    ref: str
    label: str


class Aligned(NamedTuple):
    """What two accounts say: both, only one, or of the same thing in different terms (`topic` then says in what)."""

    kind: Literal["both", "only_a", "only_b", "differs"]
    topic: str
    a: Passage | None
    b: Passage | None
    score: float
    why: str = ""


class Topic(NamedTuple):
    """What each account says of one topic, in the order of the accounts."""

    cells: tuple[Passage | None, ...]


class Comparison(NamedTuple):
    """Two accounts row by row; of three and more also a table of topics. `labels` and `releases` name the accounts."""

    rows: tuple[Aligned, ...]
    labels: tuple[str, ...]
    releases: tuple[str, ...]
    table: tuple[Topic, ...] = ()
