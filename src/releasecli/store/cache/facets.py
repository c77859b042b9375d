"""What is a release found and counted by, beside its words and its header?

A facet has a number; `held` leads from facets to releases, `holds` from a release to its facets.
"""

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from releasecli.store.cache.posts import posts

if TYPE_CHECKING:  # a search needs only the numbers
    from releasecli.model.facts import Facts

KINDS = ("person", "organisation", "place", "other", "speaker", "addressee", "stance", "unit", "post", "lone")


class Facet(NamedTuple):
    """A value of a kind: an entity that is named, speaks or is spoken to, a stance, a unit, who bears which office."""

    kind: str
    value: str
    name: str = ""


def facets(facts: "Facts") -> list[Facet]:
    """Each facet of a text once, entities under the name they have first."""
    return list({facet[:2]: facet for facet in reversed(list(_found(facts)))}.values())


def hold(db: sqlite3.Connection, n: int, found: Iterable[Facet]) -> None:
    """Write down the facets of a release that has none."""
    rows = [(KINDS.index(kind), value, None if name == spelt(value) else name) for kind, value, name in found]
    db.executemany("insert or ignore into facets(kind, value, name) values(?, ?, ?)", rows)
    one = "select facet from facets where kind = ? and value = ?"
    numbers = sorted(db.execute(one, row[:2]).fetchone()[0] for row in rows)
    db.executemany("insert into held values(?, ?)", ((number, n) for number in numbers))
    db.execute("insert into holds values(?, ?)", (n, struct.pack(f"<{len(numbers)}I", *numbers)))


def release(db: sqlite3.Connection, n: int) -> None:
    """Take the facets of a release away."""
    for (blob,) in db.execute("select facets from holds where n = ?", (n,)).fetchall():
        db.executemany("delete from held where facet = ? and n = ?", ((number, n) for number in numbers_in(blob)))
    db.execute("delete from holds where n = ?", (n,))


def values_of(db: sqlite3.Connection, n: int, kind: str) -> list[str]:
    """The values of one kind that a release holds."""
    row = db.execute("select facets from holds where n = ?", (n,)).fetchone()
    one = "select value from facets where facet = ? and kind = ?"
    found = (db.execute(one, (number, KINDS.index(kind))).fetchone() for number in numbers_in(row[0] if row else b""))
    return [row[0] for row in found if row]


def name_of(db: sqlite3.Connection, kind: str, value: str) -> str:
    """What an entity is called."""
    row = db.execute("select name from facets where value = ? and kind = ?", (value, KINDS.index(kind))).fetchone()
    return (row and row[0]) or spelt(value)


def numbers_in(blob: bytes) -> tuple[int, ...]:
    """The facets of a release."""
    return struct.unpack(f"<{len(blob) // 4}I", blob)


def spelt(value: str) -> str:
    """How an entity is written whose name is not stored: `Ilham Aliyev` for `ilham-aliyev`."""
    return " ".join(part.capitalize() for part in value.split("-"))


def _found(facts: "Facts") -> Iterator[Facet]:
    for name in facts.names:
        yield Facet(name.kind, name.entity, name.name)
    for said in facts.statements:
        yield Facet("stance", said.cue.stance)
        yield from (Facet("speaker", who.entity, who.name) for who in said.who)
        yield from (Facet("addressee", who.entity, who.name) for who in (said.addressee.who if said.addressee else ()))
    yield from (Facet("unit", figure.unit.lower()) for figure in facts.figures if figure.unit)
    yield from starmap(Facet, posts(facts.names))
