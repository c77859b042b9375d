"""Who and what is named, and where?"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from releasecli.model.results import FactRow
from releasecli.queries.aliases import aliases, canonical, renamed
from releasecli.queries.entities import entities_like
from releasecli.queries.filters import Filters, every, holding, where
from releasecli.queries.rows import Fact, Source, flat, sentence_at, sources

KINDS = ("person", "organisation", "place", "other")


@dataclass(frozen=True, slots=True)
class NameQuery:
    """Which names: of these kinds, holding these words."""

    words: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)


def names(db: sqlite3.Connection, query: NameQuery) -> Iterator[FactRow]:
    """One row an entity and release, at its first mention there, with the number of mentions; newest release first."""
    meant = frozenset(entities_like(db, [" ".join(query.words)])) if query.words else None
    condition = where(db, query.filters)
    if meant is not None:
        condition = every(condition, holding(query.kind or KINDS, meant))
    merged = canonical(aliases(db))
    for source in sources(db, condition, "names"):
        groups: dict[tuple[str, str], list[Fact]] = {}
        for fact in source.facts["names"]:
            if (meant is None or fact["entity"] in meant) and (not query.kind or fact["kind"] in query.kind):
                groups.setdefault((fact["entity"], fact["kind"]), []).append(fact)
        yield from _rows(source, groups.values(), merged)


def _rows(source: Source, groups: Iterable[list[Fact]], merged: Mapping[str, tuple[str, str]]) -> Iterator[FactRow]:
    """One row an entity; those that the user says are one are one."""
    found: dict[str, Fact] = {}
    for same in groups:
        fact = renamed(same[0], merged)
        row = found.setdefault(fact["entity"], {**flat(source, fact), "count": 0})
        row["count"] += len(same)
    for record in found.values():
        start, end, _ = sentence_at(source, record["start"])
        yield _row(record, source.text[start:end], start)


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
