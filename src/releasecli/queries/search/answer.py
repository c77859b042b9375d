"""Which releases answer a search, and what has to be said about it?"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from releasecli.model.hits import Hit, Tally
from releasecli.queries.filters import Condition, Filters, either, one_of, where
from releasecli.queries.search.checks import as_typed, checks, nearby
from releasecli.queries.search.fold import folded
from releasecli.queries.search.hits import Row, hits
from releasecli.queries.search.match import expression
from releasecli.queries.search.nearest import nearest
from releasecli.queries.search.noted import noted
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.search.rank import (
    DEAD,
    FEW,
    Scored,
    Wanted,
    by_day,
    count,
    matching,
    ranked,
    ranked_some,
)
from releasecli.queries.search.reading import Reading, also, read
from releasecli.queries.search.similar import like
from releasecli.queries.search.tally import tally
from releasecli.queries.search.weigh import LARGE, releases

_SEVERAL = 3  # a query of so many words may be answered by releases with some of them
_NOTHING = Condition("0")  # what was typed holds no word
_SPARE = 40  # rows ranked beyond the limit, for near-duplicates that fold


class Found(NamedTuple):
    """The answer to a search: the hits and what was decided on the way.

    `total` counts the releases with all words (with some words under `any`), near-duplicates too; `also` other
    spellings and names that were searched; `dropped` words too common to count; `nearest` words of the index, with
    their releases, where nothing was found; `reading` how each word was looked for; `tallies` counts by a value where
    they were asked for.
    """

    hits: tuple[Hit, ...]
    total: int
    reading: Reading
    also: tuple[str, ...] = ()
    nearest: tuple[tuple[str, int], ...] = ()
    tallies: tuple[Tally, ...] = ()

    @property
    def corrections(self) -> tuple[tuple[str, str], ...]:
        """Words as typed and as searched."""
        return self.reading.corrections

    @property
    def dropped(self) -> tuple[str, ...]:
        """Words that were too common to count."""
        return self.reading.dropped


def search(db: sqlite3.Connection, query: SearchQuery, filters: Filters) -> Found:
    """The releases that match, best first; without words the newest first."""
    reading = reading_of(db, query)
    wanted = wanted_of(db, query, filters, reading)
    held = 0 if wanted.checks else count(db, wanted, wanted.every)
    rows = _rows(db, query, wanted, held)
    total = len(rows) if wanted.checks else count(db, wanted, _match(query, wanted)) if query.any else held
    chosen = [Row(row) for row in rows[: query.limit]] if query.unfold else folded(db, rows, query.limit)
    shown = tuple(hits(db, reading, chosen, query.snippets))
    notes = noted(db, query, filters, wanted)
    shown += tuple(notes if query.limit is None else notes[: query.limit - len(shown)])
    near = () if shown else nearest(db, query.words)
    return Found(shown, total + len(notes), reading, also(db, reading), near)


def counts(db: sqlite3.Connection, query: SearchQuery, filters: Filters, by: str | None = None) -> Found:
    """How many releases match, by a value where one is given; no hits.

    Raises UsageError for a value that cannot be counted.
    """
    reading = reading_of(db, query)
    wanted = wanted_of(db, query, filters, reading)
    match = _match(query, wanted)
    notes = [hit.id for hit in noted(db, query, filters, wanted)]
    total = count(db, wanted, match) + len(notes)
    tallies = tally(db, _with(matching(db, wanted, match), notes), by) if by else ()
    return Found((), total, reading, also(db, reading), () if total else nearest(db, query.words), tallies)


def _with(fits: Condition, ids: Sequence[str]) -> Condition:
    """The releases of a condition and some more."""
    return either(fits, one_of("r.id", ids)) if ids else fits


def reading_of(db: sqlite3.Connection, query: SearchQuery) -> Reading:
    """The words looked for: those typed, or those that tell most of the release that others should be like."""
    reading = read(db, query)
    if query.more_like is None:
        return reading
    return reading._replace(units=(*reading.units, *like(db, query.more_like)))


def wanted_of(db: sqlite3.Connection, query: SearchQuery, filters: Filters, reading: Reading) -> Wanted:
    """Which releases fit, as the full-text table is asked for them."""
    condition = _condition(db, filters) if reading.units or not query.words.strip() else _NOTHING
    body = [unit for unit in reading.units if not unit.title]
    within = "" if query.near is None else nearby(body, query.near)
    every = expression(reading.units, reading.without, within=within)
    dead = db.execute(f"select exists(select 1 from {DEAD})").fetchone()[0]
    whole = (as_typed(db, query),) if query.exact and query.any else ()
    return Wanted(reading, every, condition, tuple(checks(db, query, reading)), whole, query.more_like, bool(dead))


def _rows(db: sqlite3.Connection, query: SearchQuery, wanted: Wanted, held: int) -> Sequence[Scored]:
    """Hits with all words; hits with some where that was asked for, or where a longer query finds few."""
    limit = query.limit and query.limit + (0 if query.unfold else _SPARE)
    limit = None if wanted.checks else limit
    units = wanted.reading.units
    words = sum(len(unit.options[0].stems) for unit in units if not unit.title)
    if query.sort in {"newest", "oldest"} or not units:
        return by_day(db, wanted, limit, oldest=query.sort == "oldest")
    some = query.any or query.more_like is not None
    strict = query.every or query.near is not None or query.exact or bool(wanted.checks)
    if not some and (strict or words < _SEVERAL):
        return ranked(db, wanted, limit, held)
    if not some and (len(units) <= _SEVERAL or releases(db) >= LARGE) and held >= FEW:
        return ranked(db, wanted, limit, held)
    rows = ranked_some(db, wanted, limit, strict=query.any)
    enough = not some and sum(row.all for row in rows[:FEW]) == FEW
    return [row for row in rows if row.all] if enough else rows


def _match(query: SearchQuery, wanted: Wanted) -> str:
    """The full-text expression of what counts as found."""
    if query.any or query.more_like is not None:
        return expression(wanted.reading.units, wanted.reading.without, " OR ")
    return wanted.every


def _condition(db: sqlite3.Connection, filters: Filters) -> Condition | None:
    """The condition of the filters, None where every live release fits."""
    return None if filters == Filters() else where(db, filters)
