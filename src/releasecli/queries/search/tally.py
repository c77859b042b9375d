"""How many of the releases that match have which value?"""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from releasecli.errors import UsageError
from releasecli.model.hits import Tally
from releasecli.queries.aliases import aliases, canonical, slug_of
from releasecli.queries.filters import Condition
from releasecli.queries.identity import identities, link
from releasecli.store.cache.facets import KINDS as FACETS
from releasecli.store.cache.facets import numbers_in, spelt
from releasecli.store.cache.posts import LONE, post_of

_NONE = "(none)"


class _Key(NamedTuple):
    """Where a value stands: its column, and the table beside `releases` that has it."""

    column: str
    table: str = ""


_COLUMNS = {
    "issuer": _Key("r.issuer"),
    "side": _Key("r.side"),
    "category": _Key("r.category"),
    "language": _Key("r.language"),
    "year": _Key("substr(r.published, 1, 4)"),
    "month": _Key("substr(r.published, 1, 7)"),
    "tag": _Key("t.tag", "tags"),
}
FACTS = ("speaker", "person", "place")  # what can be counted only where facts are there
KEYS = (*_COLUMNS, *FACTS)


def tally(db: sqlite3.Connection, fits: Condition, by: str) -> tuple[Tally, ...]:
    """The values of releases under a condition on `r`, most frequent first; a release counts once for each of its own.

    Raises UsageError for a value that cannot be counted.
    """
    if by not in KEYS:
        raise UsageError(f"cannot count by '{by}'", f"count by {', '.join(KEYS)}")
    if by in FACTS:
        return _merged(db, _facets(db, FACETS.index(by), fits))
    counts = _counted(db, _COLUMNS[by], fits)
    return _offices(db, counts) if by == "issuer" else tuple(Tally(value or _NONE, count) for value, count in counts)


def _counted(db: sqlite3.Connection, key: _Key, fits: Condition) -> list[tuple[str | None, int]]:
    beside = f"left join {key.table} t on t.n = r.n" if key.table else ""
    return db.execute(
        f"select {key.column} as value, count(*) as times from releases r {beside} where {fits.sql} "
        "group by value order by value is null, times desc, value",
        fits.values,
    ).fetchall()


def _facets(db: sqlite3.Connection, kind: int, fits: Condition) -> Counter[tuple[str, str]]:
    """How many releases hold each facet of a kind, under slug and name."""
    known = {
        facet: (value, name or spelt(value))
        for facet, value, name in db.execute("select facet, value, name from facets where kind = ?", (kind,))
    }
    lone = _lone(db) if FACETS[kind] != "place" else {}
    sql = f"select h.facets from releases r left join holds h on h.n = r.n where {fits.sql}"
    counts: Counter[tuple[str, str]] = Counter()
    for (blob,) in db.execute(sql, fits.values):
        numbers = numbers_in(blob or b"")
        meant = dict(lone[facet] for facet in numbers if facet in lone)
        own = {meant.get(known[facet][0], known[facet]) for facet in numbers if facet in known}
        counts.update(own or [(_NONE, _NONE)])
    return counts


def _lone(db: sqlite3.Connection) -> dict[int, tuple[str, tuple[str, str]]]:
    """The facets of surnames alone that mean somebody: slug, and slug and name of who is meant."""
    who = identities(db)
    rows = db.execute("select facet, value from facets where kind = ?", (FACETS.index(LONE),)).fetchall()
    found = ((facet, post_of(value).entity, link(who, value)) for facet, value in rows)
    return {facet: (slug, (full.entity, full.name)) for facet, slug, full in found if full and slug not in who.merged}


def _offices(db: sqlite3.Connection, counts: Sequence[tuple[str | None, int]]) -> tuple[Tally, ...]:
    """Issuers whose names differ in letters, signs or an alias only are one, under the name that most releases have."""
    names: dict[str, str] = {}
    offices: Counter[tuple[str, str]] = Counter()
    for issuer, count in counts:
        slug = slug_of(issuer) if issuer else _NONE
        offices[slug, names.setdefault(slug, issuer or _NONE)] += count
    return _merged(db, offices)


def _merged(db: sqlite3.Connection, counts: Counter[tuple[str, str]]) -> tuple[Tally, ...]:
    """Entities under the names that the user's aliases, or releases, give them."""
    merged = canonical(aliases(db))
    whole: Counter[tuple[str, str]] = Counter()
    for (slug, name), count in counts.items():
        whole[merged.get(slug, (slug, name))] += count
    ranked = sorted(whole.items(), key=lambda item: (item[0][0] == _NONE, -item[1], item[0]))
    return tuple(Tally(name, count) for (_, name), count in ranked)
