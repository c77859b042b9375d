"""Why does a hit stand where it does?"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from releasecli.queries.search.reading import Reading, Unit
from releasecli.queries.search.weigh import COLUMNS, branches

_PLACES = ("title", "lead", "body")


class Part(NamedTuple):
    """What one thing that was looked for gives to the score of a release, and where in the release it stands."""

    typed: str
    score: float
    places: tuple[str, ...]


def explained(db: sqlite3.Connection, reading: Reading, ids: Sequence[str]) -> list[list[Part]]:
    """The parts of each release, given by its id, the weightiest first."""
    numbers = [db.execute("select n from releases where id = ? and live", (each,)).fetchone()[0] for each in ids]
    return [
        sorted((part for unit in reading.units if (part := _part(db, unit, n))), key=lambda part: -part.score)
        for n in numbers
    ]


def _part(db: sqlite3.Connection, unit: Unit, n: int) -> Part | None:
    scores = (_score(db, match, n) * factor for match, factor in branches(db, [unit]))
    places = tuple(place for place in _PLACES if _holds(db, f"{{{place}}} : ({unit.match})", n))
    return Part(unit.typed, sum(scores), places) if places else None


def _score(db: sqlite3.Connection, match: str, n: int) -> float:
    sql = f"select -bm25(words, {COLUMNS}) from words where words match ? and rowid = ?"
    row = db.execute(sql, (match, n)).fetchone()
    return float(row[0]) if row else 0.0


def _holds(db: sqlite3.Connection, match: str, n: int) -> bool:
    return db.execute("select 1 from words where words match ? and rowid = ?", (match, n)).fetchone() is not None
