"""Which releases match, the best first?"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from releasecli.queries.filters import Condition, one_of
from releasecli.queries.search.checks import Check
from releasecli.queries.search.feedback import feedback
from releasecli.queries.search.match import expression
from releasecli.queries.search.reading import Reading
from releasecli.queries.search.weigh import COLUMNS, LARGE, Branch, branches, releases, scores, scores_among

DEAD = "releases indexed by releases_dead where not live"
FEW = 10  # with so many releases that hold all words, those with some words are not wanted
_LONG = 4  # a query of so many words is a topic rather than a name
_BEST = 10  # hits that are asked for further words
_MANY = 8000  # of so many hits, those with all words in the title are the best


class Scored(NamedTuple):
    """A release by its number, how well it matches, and whether it holds all that was looked for."""

    n: int
    score: float
    all: bool = True


class Wanted(NamedTuple):
    """What is looked for: `every` is the full-text expression for all of it, `condition` what a release must be.

    `checks` are asked about every release by its number, `whole` about those that may hold all; `but` is the id of one
    that is left out; `dead`: the full-text table holds texts that are no longer live.
    """

    reading: Reading
    every: str
    condition: Condition | None = None
    checks: tuple[Check, ...] = ()
    whole: tuple[Check, ...] = ()
    but: str | None = None
    dead: bool = False


def ranked(db: sqlite3.Connection, wanted: Wanted, limit: int | None, held: int) -> list[Scored]:
    """Releases that hold all that is looked for (`held` at most), best first."""
    if limit is not None and (_is_plain(wanted) or releases(db) >= LARGE):
        return _direct(db, wanted, limit, held)
    typed, added = _weighted(db, wanted.reading)
    rows = scores_among(db, [*typed, *added], *_among(wanted, wanted.every), limit)
    return list(_checked([Scored(n, score) for n, score in rows], wanted))


def ranked_some(db: sqlite3.Connection, wanted: Wanted, limit: int | None, *, strict: bool) -> list[Scored]:
    """Releases that hold all that is looked for, then those that hold some of it, each best first.

    Unless `strict`, releases that hold nothing but very common words may be left out.
    """
    reading = wanted.reading
    whole = _matching(db, wanted)
    typed, added = _weighted(db, reading)
    if (
        strict
        or wanted.condition
        or wanted.dead
        or wanted.but
        or reading.without
        or any(unit.title for unit in reading.units)
    ):
        match = expression(reading.units, reading.without, " OR ")
        rows = scores_among(db, [*typed, *added], *_among(wanted, match), None)
    else:
        rows = scores(db, typed, added, None)
    found = sorted((Scored(n, score, n in whole) for n, score in rows), key=lambda row: (not row.all, -row.score))
    return list(_checked(found, wanted))[:limit]


def by_day(db: sqlite3.Connection, wanted: Wanted, limit: int | None, *, oldest: bool) -> list[Scored]:
    """Releases that hold all that is looked for, or all where nothing is, in order of publication; undated last."""
    fits = wanted.condition or Condition("r.live")
    inside, values = _among(wanted, wanted.every) if wanted.reading.units else ("", ())
    rows = db.execute(
        f"select r.n from releases r where {fits.sql}{f' and r.n in ({inside})' if inside else ''} "
        f"order by {'r.day asc nulls last, r.published' if oldest else 'r.day desc, r.published desc'}, r.n limit ?",
        (*fits.values, *values, -1 if limit is None else limit),
    )
    return list(_checked([Scored(row[0], 0.0) for row in rows], wanted))


def matching(db: sqlite3.Connection, wanted: Wanted, match: str) -> Condition:
    """What matches an expression, or fits the condition where there is none, as a condition on `r`."""
    fits = wanted.condition or Condition("r.live")
    if not match and not wanted.checks:
        return fits
    inside, values = _among(wanted, match) if match else (f"select r.n from releases r where {fits.sql}", fits.values)
    if not wanted.checks:
        return Condition(f"r.n in ({inside})", values)
    found = _checked([Scored(row[0], 0.0) for row in db.execute(inside, values)], wanted)
    return one_of("r.n", [row.n for row in found])


def count(db: sqlite3.Connection, wanted: Wanted, match: str) -> int:
    """How many releases match an expression, or fit the condition where there is none."""
    if match and not wanted.checks:
        inside, values = _among(wanted, match)
        return int(db.execute(inside.replace("rowid", "count(*)", 1), values).fetchone()[0])
    fits = matching(db, wanted, match)
    return int(db.execute(f"select count(*) from releases r where {fits.sql}", fits.values).fetchone()[0])


def _is_plain(wanted: Wanted) -> bool:
    """Can the full-text table rank by itself: a single word, in one form?"""
    units = wanted.reading.units
    return len(units) == 1 and len(units[0].options) == 1


def _direct(db: sqlite3.Connection, wanted: Wanted, limit: int, held: int) -> list[Scored]:
    """As the full-text table ranks; of very many hits, those with all words in the title, else in title and lead."""
    inside, values = _among(wanted, wanted.every)
    sql = inside.replace("rowid", f"rowid, -bm25(words, {COLUMNS}) as s", 1) + " order by s desc, rowid desc limit ?"
    tiers = [wanted.every]
    if held > _MANY and _may_tier(wanted):
        tiers = [f"{{title}} : ({wanted.every})", f"{{title lead}} : ({wanted.every})", *tiers]
    for match in tiers:
        rows = db.execute(sql, (match, *values[1:], limit)).fetchall()
        if len(rows) == limit:
            break
    return [Scored(n, score) for n, score in rows]


def _may_tier(wanted: Wanted) -> bool:
    return not wanted.reading.without and not any(unit.title for unit in wanted.reading.units)


def _among(wanted: Wanted, match: str) -> tuple[str, tuple[object, ...]]:
    """The select of the numbers of releases that match an expression and fit the condition."""
    sql, values = "select rowid from words where words match ?", (match,)
    if wanted.condition:
        sql += f" and rowid in (select r.n from releases r where {wanted.condition.sql})"
    elif wanted.dead:
        sql += f" and rowid not in (select n from {DEAD})"
    if wanted.but:
        sql += " and rowid not in (select n from releases where id = ?)"
    return sql, (
        *values,
        *(wanted.condition.values if wanted.condition else ()),
        *((wanted.but,) if wanted.but else ()),
    )


def _checked(rows: Sequence[Scored], wanted: Wanted) -> Iterator[Scored]:
    return (row for row in rows if all(check(row.n) for check in wanted.checks))


def _weighted(db: sqlite3.Connection, reading: Reading) -> tuple[list[Branch], list[Branch]]:
    """The weighted forms of all units, and for a topic those of words that its best hits share."""
    typed = branches(db, reading.units)
    if len(reading.units) < _LONG:
        return typed, []
    return typed, feedback(db, scores(db, typed, (), _BEST), sum(unit.times for unit in reading.units))


def _matching(db: sqlite3.Connection, wanted: Wanted) -> set[int]:
    found = (row[0] for row in db.execute(*_among(wanted, wanted.every)))
    return {n for n in found if all(check(n) for check in wanted.whole)}
