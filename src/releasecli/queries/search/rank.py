"""Which releases match, the best first?"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from releasecli.queries.filters import Condition
from releasecli.queries.search.reading import Reading, Unit

_WEIGHTS = "3.0, 1.2, 1.0"  # of a word in title, lead and body
_FEW = 10  # with so many releases that hold all words, those with some words are not wanted


@dataclass(frozen=True, slots=True)
class Scored:
    """A release by its number, how well it matches, and whether it holds all that was looked for."""

    n: int
    score: float
    all: bool = True


def expression(units: Sequence[Unit], without: Sequence[Unit], joiner: str = " AND ") -> str:
    """The full-text expression for releases with all (or some) of the units and none of the others."""
    wanted = joiner.join(unit.match for unit in units)
    unwanted = " OR ".join(unit.match for unit in without)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def ranked(db: sqlite3.Connection, reading: Reading, condition: Condition | None, limit: int | None) -> list[Scored]:
    """Releases that hold all units, best first."""
    return _scored(db, reading, condition, limit, " AND ", all_=True)


def ranked_some(
    db: sqlite3.Connection, reading: Reading, condition: Condition | None, limit: int | None, beside: Iterable[int]
) -> list[Scored]:
    """Releases that hold some units, best first, those `beside` left out."""
    held = set(beside)
    more = None if limit is None else limit + len(held)
    return [row for row in _scored(db, reading, condition, more, " OR ", all_=False) if row.n not in held]


def count(db: sqlite3.Connection, match: str, condition: Condition | None) -> int:
    """How many releases match an expression."""
    where, values = _where(condition)
    row = db.execute(f"select count(*) from words where words match ?{where}", (match, *values)).fetchone()
    return int(row[0])


def _scored(
    db: sqlite3.Connection, reading: Reading, condition: Condition | None, limit: int | None, joiner: str, *, all_: bool
) -> list[Scored]:
    match = expression(reading.units, reading.without, joiner)
    where, values = _where(condition)
    rows = db.execute(
        f"select rowid, -bm25(words, {_WEIGHTS}) as s from words where words match ?{where} order by s desc limit ?",
        (match, *values, -1 if limit is None else limit),
    )
    return [Scored(n, score, all_) for n, score in rows]


def _where(condition: Condition | None) -> tuple[str, tuple[object, ...]]:
    if condition is None:
        return "", ()
    return f" and rowid in (select r.n from releases r where {condition.sql})", condition.values
