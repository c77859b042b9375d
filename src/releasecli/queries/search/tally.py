"""How many of the releases that match have which value?"""

import sqlite3
from typing import NamedTuple

from releasecli.errors import UsageError
from releasecli.model.hits import Tally
from releasecli.queries.aliases import aliases, canonical
from releasecli.queries.filters import Condition

_NONE = "(none)"


class _Key(NamedTuple):
    """Where a value stands: its column, the table beside `releases` that has it, and how its name is read."""

    column: str
    table: str = ""
    name: str = ""


KEYS = {
    "issuer": _Key("r.issuer"),
    "side": _Key("r.side"),
    "category": _Key("r.category"),
    "language": _Key("r.language"),
    "year": _Key("substr(r.published, 1, 4)"),
    "month": _Key("substr(r.published, 1, 7)"),
    "tag": _Key("t.tag", "tags"),
    "speaker": _Key("t.entity", "(select distinct entity, n from speakers where part = 'speaker')", "speakers"),
    "person": _Key("t.entity", "(select entity, n from mentions where kind = 'person')", "mentions"),
    "place": _Key("t.entity", "(select entity, n from mentions where kind = 'place')", "mentions"),
}
FACTS = frozenset({"speaker", "person", "place"})  # what can be counted only where facts are there


def tally(db: sqlite3.Connection, fits: Condition, by: str) -> tuple[Tally, ...]:
    """The values of releases under a condition on `r`, most frequent first; a release counts once for each of its own.

    Raises UsageError for a value that cannot be counted.
    """
    if by not in KEYS:
        raise UsageError(f"cannot count by '{by}'", f"count by {', '.join(KEYS)}")
    key = KEYS[by]
    rows = _counted(db, key, fits)
    return _merged(db, rows, key) if key.name else tuple(Tally(value or _NONE, count) for value, count in rows)


def _counted(db: sqlite3.Connection, key: _Key, fits: Condition) -> list[tuple[str | None, int]]:
    beside = f"left join {key.table} t on t.n = r.n" if key.table else ""
    return db.execute(
        f"select {key.column} as value, count(*) as times from releases r {beside} where {fits.sql} "
        "group by value order by value is null, times desc, value",
        fits.values,
    ).fetchall()


def _merged(db: sqlite3.Connection, rows: list[tuple[str | None, int]], key: _Key) -> tuple[Tally, ...]:
    """Entities under the names that releases, or the user's aliases, give them."""
    known = canonical(aliases(db))
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for entity, count in rows:
        slug, name = known.get(entity or "", (entity or _NONE, ""))
        counts[slug] = counts.get(slug, 0) + count
        names[slug] = name
    ranked = sorted(counts.items(), key=lambda item: (item[0] == _NONE, -item[1], item[0]))
    return tuple(Tally(names[slug] or _name(db, slug, key.name), count) for slug, count in ranked)


def _name(db: sqlite3.Connection, entity: str, table: str) -> str:
    row = db.execute(f"select name from {table} where entity = ? limit 1", (entity,)).fetchone()
    return row[0] if row else entity
