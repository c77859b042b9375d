"""How is a fact read back from the cache, with the release it stands in?"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from releasecli.queries.aliases import aliases, canonical, renamed
from releasecli.store.cache.reading import facts_of, text_of

Fact = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """One fact: the row that led to it, the release it stands in, its text."""

    row: tuple[Any, ...]
    fact: Fact
    release: str
    published: str | None
    issuer: str | None
    text: str


def stored(db: sqlite3.Connection, picked: Iterable[tuple[Any, ...]], kind: str) -> Iterator[Found]:
    """The facts of one kind for rows (number of the release, position, paragraph, ...); a release is unpacked once."""
    names = canonical(aliases(db))
    for n, group in groupby(picked, key=itemgetter(0)):
        release, published, issuer = db.execute(
            "select id, published, issuer from releases where n = ?", (n,)
        ).fetchone()
        facts, text = (facts_of(db, n) or {})[kind], text_of(db, n)
        for row in group:
            yield Found(row, renamed(facts[row[1]], names), release, published, issuer, text)


def flat(found: Found) -> Fact:
    """The fact as one flat row: where it stands, then its own keys."""
    about = {"release": found.release, "published": found.published, "issuer": found.issuer}
    return {"ref": f"{found.release}:{found.row[2]}", **about, **found.fact}
