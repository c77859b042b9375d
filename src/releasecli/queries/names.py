"""Who and what is named, and where?"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from releasecli.model.results import FactRow
from releasecli.queries.entities import words_of
from releasecli.queries.filters import Filters, where
from releasecli.queries.rows import Fact, Found, flat, stored


@dataclass(frozen=True, slots=True)
class NameQuery:
    """Which names: of these kinds, holding these words."""

    words: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)


def names(db: sqlite3.Connection, query: NameQuery) -> Iterator[FactRow]:
    """One row an entity and release, at its first mention there, with the number of mentions; newest release first."""
    condition = where(db, query.filters)
    wanted = words_of(" ".join(query.words))
    picked = db.execute(
        "select m.n, m.position, m.paragraph, m.sstart, m.send, m.count, m.kind, m.entity from mentions m "
        f"join releases r on r.n = m.n where {condition.sql} order by r.day desc, r.n, m.first",
        condition.values,
    )
    rows = (row for row in picked if (not query.kind or row[6] in query.kind) and wanted <= set(row[7].split("-")))
    for found in stored(db, rows, "names"):
        yield _row(found, flat(found) | {"count": found.row[5]})


def _row(found: Found, record: Fact) -> FactRow:
    start, end, count = found.row[3:6]
    details = ", ".join(part for part in (record["kind"], record["office"], record["state"]) if part)
    return FactRow(
        record,
        record["ref"],
        record["published"],
        record["name"],
        f"{details}, {count} {'time' if count == 1 else 'times'}",
        found.text[start:end],
        start,
        ((record["start"], record["end"]),),
    )
