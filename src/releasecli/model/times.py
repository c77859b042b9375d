"""What is known of a date that a text names? A module of its own: dates alone make no other dataclass."""

from dataclasses import dataclass
from typing import Literal

from releasecli.model.span import Span


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A date, time, duration or set, as TIMEX3 has it.

    `earliest` and `latest` are the first and last ISO day, None where open; `until` is the publication day at which an
    open interval still held. `readings` holds every value an ambiguous form can have. `rule` and `anchor` say why.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: str | None = None
    latest: str | None = None
    until: str | None = None
    mod: str | None = None
    basis: Literal["stated", "inferred", "vague"] = "stated"
    role: Literal["event", "named", "publication"] = "event"
    ambiguous: bool = False
    rule: str = ""
    anchor: str | None = None
    readings: tuple[str, ...] = ()
