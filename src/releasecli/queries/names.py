"""Who and what is named, and where?"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from releasecli.model.results import FactRow
from releasecli.queries.aliases import aliases, canonical, renamed
from releasecli.queries.entities import entities_like
from releasecli.queries.filters import Filters, every, one_of, where
from releasecli.queries.rows import Fact
from releasecli.store.cache.reading import facts_of, spans_of, text_of, unpacked


@dataclass(frozen=True, slots=True)
class NameQuery:
    """Which names: of these kinds, holding these words."""

    words: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)


def names(db: sqlite3.Connection, query: NameQuery) -> Iterator[FactRow]:
    """One row an entity and release, at its first mention there, with the number of mentions; newest release first."""
    condition = where(db, query.filters)
    if query.words:
        condition = every(condition, one_of("m.entity", entities_like(db, [" ".join(query.words)])))
    picked = db.execute(
        "select r.n, r.id, r.published, r.issuer, m.kind, m.entity, m.first, m.count from mentions m "
        f"join releases r on r.n = m.n where {condition.sql} order by r.day desc, r.n, m.first",
        condition.values,
    )
    rows = (row for row in picked if not query.kind or row[4] in query.kind)
    for n, group in groupby(rows, key=itemgetter(0)):
        yield from _rows(db, n, group, canonical(aliases(db)))


def _rows(
    db: sqlite3.Connection, n: int, group: Iterator[tuple[Any, ...]], merged: Mapping[str, tuple[str, str]]
) -> Iterator[FactRow]:
    text, spans = text_of(db, n), unpacked(spans_of(db, n)[0], 3)
    mentions = {(fact["start"], fact["entity"]): fact for fact in (facts_of(db, n) or {})["names"]}
    found: dict[str, Fact] = {}
    for _, release, published, issuer, _, entity, first, count in group:
        fact = renamed(mentions[first, entity], merged)
        if fact["entity"] in found:
            found[fact["entity"]]["count"] += count
            continue
        paragraph = spans[bisect_right(spans, first, key=itemgetter(0)) - 1][2]
        about = {"release": release, "published": published, "issuer": issuer}
        found[fact["entity"]] = {"ref": f"{release}:{paragraph}", **about, **fact, "count": count}
    for record in found.values():
        start, end, _ = spans[bisect_right(spans, record["start"], key=itemgetter(0)) - 1]
        yield _row(record, text[start:end], start)


def _row(record: Fact, words: str, start: int) -> FactRow:
    count = record["count"]
    details = ", ".join(part for part in (record["kind"], record["office"], record["state"]) if part)
    return FactRow(
        record,
        record["ref"],
        record["published"],
        record["name"],
        f"{details}, {count} {'time' if count == 1 else 'times'}",
        words,
        start,
        ((record["start"], record["end"]),),
    )
