"""What does the resolver find for one mention?"""

from typing import Literal, NamedTuple

from releasecli.extract.times.partial import Partial, TimeType

Basis = Literal["stated", "inferred", "vague"]


class Found(NamedTuple):
    """A value with its reasons; `days` replaces the days that follow from the value."""

    value: str
    type: TimeType = "DATE"
    basis: Basis = "stated"
    anchor: str | None = None
    mod: str | None = None
    days: tuple[str | None, str | None] | None = None
    readings: tuple[str, ...] = ()


def of_day(partial: Partial) -> str:
    """What follows the day in a value: a clock time (`T10:30`) or a part of the day (`TMO`)."""
    return f"T{partial.clock}" if partial.clock else f"T{partial.part}"
