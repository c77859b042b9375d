"""Which dated sentences are one line?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from releasecli.queries.timeline.dated import Dated, anchor, date_of
from releasecli.queries.vectors import firsts

_NEARLY = 0.8
_WHEN = slice(Dated._fields.index("value"), Dated._fields.index("kind") + 1)
_Same = tuple[int | None, int | None, int]  # first and last day, digest
Told = Mapping[_Same, Sequence[Dated]]
Dates = Mapping[str, Told]


class Line(NamedTuple):
    """One date and one sentence: `rows` are all places that say it, the first release first.

    `lead`: the sentence names no day but opens a release of that day or, `heard` and never shown, only tells what the
    day was about; `score` and `why` are the choice's.
    """

    date: str
    rows: tuple[Dated, ...]
    lead: bool = False
    heard: bool = False
    score: float = 0.0
    why: str = ""

    @property
    def first(self) -> Dated:
        """Where the sentence was said first."""
        return self.rows[0]


def by_date(rows: Iterable[Dated]) -> Dates:
    """Under each date the rows, equal sentences together."""
    dates: dict[str, dict[_Same, list[Dated]]] = {}
    written: dict[object, str] = {}
    for row in rows:
        when = row[_WHEN]
        date = written.get(when) or written.setdefault(when, date_of(row))
        dates.setdefault(date, {}).setdefault((row.first, row.last, row.digest), []).append(row)
    return dates


def lines(date: str, told: Told) -> list[Line]:
    """Equal sentences under a date are one line, in order of publication."""
    return sorted((Line(date, _in_order(rows)) for rows in told.values()), key=order)


def order(line: Line) -> tuple[str, str, str, int, int]:
    """By first day, a fiscal year at the year it is called, then the shorter period, then publication and place."""
    row = line.first
    return max(anchor(row), line.date[:4]), row.latest or "9999", row.day or "9999", row.n, row.start


def merged(found: Sequence[Line], words: Callable[[Line], frozenset[str]]) -> list[Line]:
    """Nearly equal sentences under one date are one line too; the first stays."""
    by_date: dict[tuple[str, str | None], list[Line]] = {}
    for line in found:
        by_date.setdefault((line.date, line.first.latest), []).append(line)
    return sorted((line for same in by_date.values() for line in _merged(same, words)), key=order)


def _merged(same: Sequence[Line], words: Callable[[Line], frozenset[str]]) -> list[Line]:
    if len(same) == 1:
        return list(same)
    kept: dict[int, Line] = {}
    for line, first in zip(same, firsts([words(line) for line in same], _NEARLY), strict=True):
        kept[first] = kept[first]._replace(rows=(*kept[first].rows, *line.rows)) if first in kept else line
    return list(kept.values())


def _in_order(rows: Sequence[Dated]) -> tuple[Dated, ...]:
    return tuple(sorted(rows, key=lambda row: (row.day or "9999", row.n, row.start)))
