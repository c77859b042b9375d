"""Which releases does an answer draw on?"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from releasecli.queries.entities import entities_like, words_of
from releasecli.queries.identity import identities, lone_surnames
from releasecli.store.cache.dates import SHAPES, Shape, number
from releasecli.store.cache.facets import KINDS

Range = tuple[str | None, str | None]


class Filters(NamedTuple):
    """What a release must be: values of one field are alternatives, fields add up.

    Ranges are first and last ISO day, None = open. `ids` None are all releases, an empty tuple is none of them.
    `changed` asks for those that came in again with another text, and `added` is then the day of the last; `undated`
    keeps releases that a range of publication cannot judge.
    """

    published: Range | None = None
    event: Range | None = None
    added: Range | None = None
    issuer: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    ids: tuple[str, ...] | None = None
    by: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    changed: bool = False
    undated: bool = False

    @property
    def needs_facts(self) -> bool:
        """Whether facts must be in the cache before this can be answered."""
        return bool(self.by or self.person or self.place or self.event)


class Condition(NamedTuple):
    """An SQL condition on `releases` under the alias `r`, and the values it binds."""

    sql: str
    values: tuple[object, ...] = ()


def where(db: sqlite3.Connection, filters: Filters) -> Condition:
    """The condition of all filters together; it always asks for live releases."""
    return every(Condition("r.live"), *_fields(db, filters), *_ranges(filters), *_named(db, filters))


def every(*parts: Condition) -> Condition:
    """All of the conditions at once."""
    return Condition(" and ".join(part.sql for part in parts), tuple(v for part in parts for v in part.values))


def either(one: Condition, other: Condition) -> Condition:
    """One of the two conditions, or both."""
    return Condition(f"({one.sql} or {other.sql})", (*one.values, *other.values))


def one_of(column: str, values: Collection[str] | Collection[int]) -> Condition:
    """Values go in as one JSON array: there may be more of them than SQLite binds."""
    return Condition(f"{column} in (select value from json_each(?))", (json.dumps(list(values)),))


def holding(kinds: Collection[str], values: Collection[str]) -> Condition:
    """The releases with one of these facets: people or places named, speakers, stances, units."""
    numbers = [KINDS.index(kind) for kind in kinds if kind in KINDS]
    inside = every(one_of("kind", numbers), one_of("value", values))
    facets = f"select facet from facets where {inside.sql}"
    return Condition(f"r.n in (select n from held where facet in ({facets}))", inside.values)


def bearing(db: sqlite3.Connection, kinds: Collection[str], entities: Collection[str]) -> Condition:
    """The releases with one of these entities, also where only a surname stands that means one of them."""
    lone = list(lone_surnames(identities(db), entities)) if set(kinds) - {"place", "organisation", "other"} else []
    if not lone:
        return holding(kinds, entities)
    named = one_of("facet", [facet for facet, _ in lone])
    alone = Condition(f"r.n in (select n from held where {named.sql})", named.values)
    return either(holding(kinds, entities), every(alone, holding(kinds, {entity for _, entity in lone})))


def touching(days: Range) -> Condition:
    """The times (alias `t`) that lie in a range at least in part."""
    first, last = _closed(days)
    sql = "coalesce(t.earliest, t.latest) <= ? and coalesce(t.latest, t.earliest) >= ?"
    return Condition(sql, (number(last), number(first)))


def shaped(wanted: Callable[[Shape], bool]) -> str:
    """An SQL condition on times (alias `t`): those of some shapes."""
    return f"t.shape in ({', '.join(str(place) for place, shape in enumerate(SHAPES) if wanted(shape))})"


def undated(db: sqlite3.Connection, filters: Filters) -> int:
    """How many live releases a range of publication leaves out because they have no date."""
    if filters.published is None or filters.undated:
        return 0
    row = db.execute("select count(*) from releases r where r.live and r.day is null").fetchone()
    return int(row[0])


def _fields(db: sqlite3.Connection, filters: Filters) -> Iterator[Condition]:
    if filters.ids is not None:
        yield one_of("r.id", filters.ids)
    if filters.issuer:
        yield one_of("r.issuer", _issuers(db, filters.issuer))
    if filters.side:
        yield one_of("r.side", [side.upper() for side in filters.side])
    if filters.category:
        yield one_of("r.category", [category.lower() for category in filters.category])
    if filters.language:
        yield one_of("r.language", [language.lower() for language in filters.language])
    if filters.changed:
        yield Condition("r.version > 1")
    if filters.tag:
        tagged = one_of("tag", filters.tag)
        yield Condition(f"r.n in (select n from tags where {tagged.sql})", tagged.values)


def _ranges(filters: Filters) -> Iterator[Condition]:
    if filters.published:
        inside = "r.day <= ? and r.day_last >= ?"
        first, last = _closed(filters.published)
        yield Condition(f"({inside} or r.day is null)" if filters.undated else inside, (last, first))
    if filters.added:
        first, last = _closed(filters.added)
        when = "changed" if filters.changed else "added"
        yield Condition(f"date(r.{when}, 'unixepoch', 'localtime') between ? and ?", (first, last))
    if filters.event:
        events = shaped(lambda shape: shape.role == "event")
        around = touching(filters.event)
        yield Condition(f"r.n in (select t.n from times t where {events} and {around.sql})", around.values)


def _named(db: sqlite3.Connection, filters: Filters) -> Iterator[Condition]:
    if filters.by:
        yield bearing(db, ["speaker"], entities_like(db, filters.by))
    for kind, wanted in (("person", filters.person), ("place", filters.place)):
        if wanted:
            yield bearing(db, [kind], entities_like(db, wanted, kind))


def _issuers(db: sqlite3.Connection, wanted: Collection[str]) -> list[str]:
    """The issuers whose name, with the id the source gives them, holds all words of one of the names."""
    known = db.execute("select distinct issuer, issuer_id from releases where live and issuer is not null").fetchall()
    parts = [words_of(name) for name in wanted]
    held = ((issuer, words_of(f"{issuer} {ident or ''}")) for issuer, ident in known)
    return [issuer for issuer, words in held if any(part <= words for part in parts)]


def _closed(bounds: Range) -> tuple[str, str]:
    return bounds[0] or "0000", bounds[1] or "9999-99-99"
