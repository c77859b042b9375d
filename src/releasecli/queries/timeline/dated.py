"""Which dated sentences does the cache hold?"""

import sqlite3
from typing import Literal, NamedTuple

from releasecli.model.results import Precision
from releasecli.queries.filters import Condition, Range, every, shaped, touching
from releasecli.queries.leads import lead_spans
from releasecli.store.cache.dates import SHAPES, Shape, day, number

_COLUMNS = 't.n, r.cluster, r.day, t.start, t."end", t.value, t.earliest, t.latest, t.shape, t.sstart, t.send, t.digest'
_SHAPED = (*SHAPES, Shape("DATE", "stated", "publication", ambiguous=False))
_SHAPES: dict[str, Literal["week", "quarter", "half", "season"]] = {"W": "week", "Q": "quarter", "H": "half"}
_BY_LENGTH: dict[int, Literal["century", "decade", "year", "month", "day"]] = {
    2: "century", 3: "decade", 4: "year", 7: "month", 10: "day",
}  # fmt: skip


class Dated(NamedTuple):
    """A date in a sentence: number and cluster of the release, when that came out, the date, the sentence around it.

    Days as numbers and the kind of date as the cache has them: of many dates few are ever written.
    """

    n: int
    cluster: int
    day: str | None
    start: int
    end: int
    value: str
    first: int | None
    last: int | None
    kind: int
    sstart: int
    send: int
    digest: int

    @property
    def earliest(self) -> str | None:
        """The first day, None where it is open."""
        return day(self.first)

    @property
    def latest(self) -> str | None:
        """The last day, None where it is open."""
        return day(self.last)

    @property
    def shape(self) -> Shape:
        """What kind of date it is."""
        return _SHAPED[self.kind]


def dated(db: sqlite3.Connection, condition: Condition, when: Range | None, wanted: "Wanted") -> list[Dated]:
    """The dates of the releases that fit, in order of release and place; `when` bounds the dates themselves."""
    parts = [condition, Condition(shaped(wanted.fits)), *([touching(when)] if when else [])]
    sql, values = every(*parts)
    sql = f"select {_COLUMNS} from releases r join times t on t.n = r.n where {sql} order by t.n, t.i"
    return list(map(Dated._make, db.execute(sql, values)))


class Wanted(NamedTuple):
    """Which dates count beside stated and inferred events."""

    vague: bool = False
    named: bool = False

    def fits(self, shape: Shape) -> bool:
        """Whether a date of this shape counts; "the last four years" is no day."""
        sure = shape.type != "DURATION" and shape.basis != "vague" and not shape.ambiguous
        return (sure or self.vague) and (shape.role == "event" or self.named)


def single_day(row: Dated) -> str | None:
    """The day, where the date is one day."""
    return row.earliest if row.earliest and row.earliest == row.latest else None


def anchor(row: Dated) -> str:
    """The day by which the date stands in order: its first day, or its last where it has no first."""
    return row.earliest or row.latest or ""


def date_of(row: Dated) -> str:
    """How the date is written: the value as far as the day, else the first day, else the last.

    "Since December" begins in that month, not on its first day.
    """
    if precision(row) != "span" or _begins(row):
        return row.value.partition("T")[0]
    return row.earliest or row.latest or row.value


def _begins(row: Dated) -> bool:
    """Whether an open date begins in the month or year that it names."""
    return row.latest is None and len(row.value) in (4, 7) and (row.earliest or "").startswith(row.value)


def precision(row: Dated) -> Precision:
    """How exact the date is; `span` where it is open or lasts from one day to another."""
    if row.earliest is None or row.latest is None or row.shape.type == "DURATION":
        return "span"
    if "T" in row.value:
        return "time" if ":" in row.value else "day"
    if len(row.value) > 5 and row.value[4] == "-" and (shape := row.value[5]).isalpha():
        return _SHAPES.get(shape, "season")
    known: Precision = _BY_LENGTH.get(len(row.value), "span")
    return "span" if known == "day" and row.earliest != row.latest else known


def published(db: sqlite3.Connection, condition: Condition, when: Range | None) -> list[Dated]:
    """Each release as a date of its own: the day it came out, its first sentence that is long enough."""
    sql = (
        "select r.n, r.cluster, r.day, length(r.title), s.spans, s.marks "
        "from releases r join sentences s on s.n = r.n "
        f"where {condition.sql} and r.day is not null and r.day = r.day_last order by r.n"
    )
    first, last = (when or (None, None))[0] or "0000", (when or (None, None))[1] or "9999-99-99"
    found = [row for row in db.execute(sql, condition.values) if first <= row[2] <= last]
    return [_as_dated(row) for row in found if len(row[4]) > 1]


def volume(db: sqlite3.Connection, condition: Condition) -> dict[str, int]:
    """How many releases came out on each day, near-duplicates counted once."""
    sql = (
        "select r.day, count(distinct r.cluster) from releases r "
        f"where {condition.sql} and r.day is not null group by r.day"
    )
    return dict(db.execute(sql, condition.values).fetchall())


def _as_dated(row: tuple[int, int, str, int, bytes, bytes]) -> Dated:
    n, cluster, out, title, spans, marks = row
    start, end, _ = lead_spans(spans, marks, title, 1)[0]
    return Dated(n, cluster, out, start, start, out, number(out), number(out), len(SHAPES), start, end, n)
