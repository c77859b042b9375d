"""Which releases answer a search, and what has to be said about it?"""

import sqlite3
import zlib
from dataclasses import dataclass

from releasecli.model.hits import Hit
from releasecli.queries.filters import Condition, Filters, where
from releasecli.queries.search.passages import Passage, opening, passages
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.search.rank import FEW, Scored, count, expression, ranked, ranked_some
from releasecli.queries.search.reading import Reading, read
from releasecli.queries.search.vocabulary import forms

_LONG = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search: the hits and what was decided on the way.

    `total` counts the releases with all words (with some words under `any`); `also` other spellings and names that were
    searched; `nearest` words of the index, with their releases, where nothing was found.
    """

    hits: tuple[Hit, ...]
    total: int = 0
    corrections: tuple[tuple[str, str], ...] = ()
    also: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    nearest: tuple[tuple[str, int], ...] = ()


def search(db: sqlite3.Connection, query: SearchQuery, filters: Filters) -> Found:
    """The best releases first."""
    condition = _condition(db, filters)
    reading = read(db, query)
    if not reading.units:
        return Found(_newest(db, query, where(db, filters)))
    rows = _rows(db, query, reading, condition)
    total = len(rows) if query.limit is None else _total(db, query, reading, condition)
    hits = tuple(_hits(db, reading, rows))
    return Found(hits, total, reading.corrections, reading.also, reading.dropped)


def _condition(db: sqlite3.Connection, filters: Filters) -> Condition | None:
    """The condition of the filters, None where every release of the full-text table fits."""
    if filters == Filters() and not db.execute("select exists(select 1 from releases where not live)").fetchone()[0]:
        return None
    return where(db, filters)


def _rows(db: sqlite3.Connection, query: SearchQuery, reading: Reading, condition: Condition | None) -> list[Scored]:
    """Hits with all words; hits with some where that was asked for, or where a longer query finds few."""
    if query.any or (len(reading.units) >= _LONG and not query.every):
        rows = ranked_some(db, reading, condition, query.limit)
        enough = not query.any and sum(row.all for row in rows) >= FEW
        return [row for row in rows if row.all] if enough else rows
    return ranked(db, reading, condition, query.limit)


def _total(db: sqlite3.Connection, query: SearchQuery, reading: Reading, condition: Condition | None) -> int:
    joiner = " OR " if query.any else " AND "
    return count(db, expression(reading.units, reading.without, joiner), condition)


def _newest(db: sqlite3.Connection, query: SearchQuery, condition: Condition) -> tuple[Hit, ...]:
    rows = db.execute(
        f"select r.n from releases r where {condition.sql} order by r.day desc, r.n limit ?",
        (*condition.values, -1 if query.limit is None else query.limit),
    ).fetchall()
    return tuple(_hits(db, Reading(()), [Scored(row[0], 0.0) for row in rows]))


def _hits(db: sqlite3.Connection, reading: Reading, rows: list[Scored]) -> list[Hit]:
    stems = {stem: number for number, unit in enumerate(reading.units) for o in unit.options for stem in o.stems}
    units = {word: stems[stem] for word, stem in forms(db, set(stems)).items()} if stems else {}
    return [_hit(db, row, units) for row in rows]


def _hit(db: sqlite3.Connection, row: Scored, units: dict[str, int]) -> Hit:
    id_, title, issuer, side, published, body = db.execute(
        "select r.id, r.title, r.issuer, r.side, r.published, t.body from releases r left join texts t on t.n = r.n "
        "where r.n = ?",
        (row.n,),
    ).fetchone()
    text = zlib.decompress(body).decode("utf-8", "surrogatepass") if body else ""
    found = passages(text, units)
    best: Passage | None = found[0] if found else opening(text)
    return Hit(
        id_,
        title,
        issuer,
        side,
        published,
        round(row.score, 4),
        "all" if row.all else "some",
        tuple(dict.fromkeys(text[start:end] for start, end in (best.marks if best else ()))),
        best.span if best else None,
        best.marks if best else (),
        f"{id_}:{best.paragraph}" if best else id_,
    )
