"""Which releases match, the best first?"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from releasecli.queries.filters import Condition
from releasecli.queries.search.feedback import feedback
from releasecli.queries.search.reading import Reading, Unit
from releasecli.queries.search.weigh import COLUMNS, Branch, branches, scores, scores_among

FEW = 10  # with so many releases that hold all words, those with some words are not wanted
_LONG = 4  # a query of so many words is a topic rather than a name
_BEST = 10  # hits that are asked for further words
_MANY = 8000  # of so many hits, those with all words in the title are the best


@dataclass(frozen=True, slots=True)
class Scored:
    """A release by its number, how well it matches, and whether it holds all that was looked for."""

    n: int
    score: float
    all: bool = True


def expression(units: Sequence[Unit], without: Sequence[Unit] = (), joiner: str = " AND ") -> str:
    """The full-text expression for releases with all (or some) of the units and none of the others."""
    wanted = joiner.join(unit.match for unit in units)
    unwanted = " OR ".join(unit.match for unit in without)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def ranked(db: sqlite3.Connection, reading: Reading, condition: Condition | None, limit: int | None) -> list[Scored]:
    """Releases that hold all units, best first."""
    match = expression(reading.units, reading.without)
    if _is_plain(reading):
        return _direct(db, match, condition, limit)
    where, values = narrowed(condition)
    among = f"select rowid from words where words match ?{where}"
    weighted = _weighted(db, reading)
    return [Scored(n, score) for n, score in scores_among(db, weighted, among, (match, *values), limit)]


def ranked_some(
    db: sqlite3.Connection, reading: Reading, condition: Condition | None, limit: int | None
) -> list[Scored]:
    """Releases that hold all units, then those that hold some, each best first."""
    whole = _matching(db, expression(reading.units, reading.without), condition)
    weighted = _weighted(db, reading)
    if condition or reading.without or any(unit.title for unit in reading.units):
        where, values = narrowed(condition)
        match = expression(reading.units, reading.without, " OR ")
        among = f"select rowid from words where words match ?{where}"
        rows = scores_among(db, weighted, among, (match, *values), None)
    else:
        rows = scores(db, weighted, None)
    found = sorted((Scored(n, score, n in whole) for n, score in rows), key=lambda row: (not row.all, -row.score))
    return found[:limit]


def count(db: sqlite3.Connection, match: str, condition: Condition | None) -> int:
    """How many releases match an expression."""
    where, values = narrowed(condition)
    row = db.execute(f"select count(*) from words where words match ?{where}", (match, *values)).fetchone()
    return int(row[0])


def narrowed(condition: Condition | None) -> tuple[str, tuple[object, ...]]:
    """The condition as a further part of a `where` on the full-text table."""
    if condition is None:
        return "", ()
    return f" and rowid in (select r.n from releases r where {condition.sql})", condition.values


def _is_plain(reading: Reading) -> bool:
    """Can the full-text table rank by itself: a single word, in one form?"""
    return len(reading.units) == 1 and len(reading.units[0].options) == 1


def _direct(db: sqlite3.Connection, match: str, condition: Condition | None, limit: int | None) -> list[Scored]:
    where, values = narrowed(condition)
    sql = f"select rowid, -bm25(words, {COLUMNS}) as s from words where words match ?{where} order by s desc limit ?"
    if limit is not None and count(db, match, condition) > _MANY:
        rows = db.execute(sql, (f"{{title}} : ({match})", *values, limit)).fetchall()
        if len(rows) == limit:
            return [Scored(n, score) for n, score in rows]
    rows = db.execute(sql, (match, *values, -1 if limit is None else limit)).fetchall()
    return [Scored(n, score) for n, score in rows]


def _weighted(db: sqlite3.Connection, reading: Reading) -> list[Branch]:
    """The weighted forms of all units, for a topic with words that its best hits share."""
    weighted = branches(db, reading.units)
    if len(reading.units) < _LONG:
        return weighted
    best = scores(db, weighted, _BEST)
    return [*weighted, *feedback(db, best, sum(unit.times for unit in reading.units))]


def _matching(db: sqlite3.Connection, match: str, condition: Condition | None) -> set[int]:
    where, values = narrowed(condition)
    return {row[0] for row in db.execute(f"select rowid from words where words match ?{where}", (match, *values))}
