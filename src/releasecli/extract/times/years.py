"""Which year does a mention name itself, and which day is the nearest?"""

from collections.abc import Iterable
from datetime import date

from releasecli.extract.times.anchor import Memory, Setting
from releasecli.extract.times.found import Basis
from releasecli.extract.times.partial import Partial

AGAINST_THE_VERB = 240  # days: verbs are found by words, not by grammar, and may belong to another clause


def year_said(p: Partial, setting: Setting, memory: Memory) -> tuple[int | None, Basis, str | None]:
    """The year a mention names itself, by number or from the year it counts from."""
    if p.year:
        return p.year, "stated", None
    if p.unit == "year":
        if p.anchor == "text" and memory.date and memory.date[:4].isdigit():
            return int(memory.date[:4]) + (p.offset or 0), "inferred", memory.date
        if setting.year:
            return setting.year + (p.offset or 0), "inferred", str(setting.year)
    return None, "inferred", None


def nearest(days: Iterable[date], published: date, tense: int) -> date | None:
    """The day nearest to the publication; one that the verb's tense (-1, 0, 1) contradicts must be nearer by months."""

    def cost(day: date) -> tuple[int, bool]:
        away = (day - published).days
        return abs(away) + (AGAINST_THE_VERB if away * tense < 0 else 0), away > 0

    return min(days, key=cost, default=None)
