"""Who and what is named, and where?"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from releasecli.model.results import FactRow
from releasecli.queries.aliases import renamed
from releasecli.queries.entities import entities_like
from releasecli.queries.filters import Filters, bearing, every, where
from releasecli.queries.identity import Identities, identities, links, renaming
from releasecli.queries.rows import Fact, Source, flat, sentence_at, sources

KINDS = ("person", "organisation", "place", "other")


class NameQuery(NamedTuple):
    """Which names: of these kinds, holding these words."""

    words: str = ""
    kind: tuple[str, ...] = ()
    filters: Filters = Filters()


def names(db: sqlite3.Connection, query: NameQuery) -> Iterator[FactRow]:
    """One row an entity and release, at its first mention there, with the number of mentions; newest release first."""
    meant = frozenset(entities_like(db, [query.words])) if query.words else None
    condition = where(db, query.filters)
    if meant is not None:
        condition = every(condition, bearing(db, query.kind or KINDS, meant))
    who = identities(db)
    for source in sources(db, condition, "names"):
        groups: dict[tuple[str, str], list[Fact]] = {}
        for fact in source.facts["names"]:
            if not query.kind or fact["kind"] in query.kind:
                groups.setdefault((fact["entity"], fact["kind"]), []).append(fact)
        yield from _rows(source, groups.values(), who, meant)


def _rows(
    source: Source, groups: Iterable[list[Fact]], who: Identities, meant: frozenset[str] | None
) -> Iterator[FactRow]:
    """One row an entity; those that the user says are one are one, and a surname alone is whose it can only be."""
    found: dict[str, Fact] = {}
    whys = {entity: link.why for entity, link in links(who, source.n).items()}
    names = renaming(who, source.n)
    for same in groups:
        fact, entity = renamed(same[0], names), same[0]["entity"]
        if meant is None or entity in meant or fact["entity"] in meant:
            if entity in whys:
                fact["why"] = f"{fact['why']}, {whys[entity]}"
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
