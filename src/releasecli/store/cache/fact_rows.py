"""Which rows of the cache do the facts of one text give?"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from releasecli.model.facts import Facts
from releasecli.store.cache.dates import number, shape_of
from releasecli.store.cache.facets import Facet, facets, hold, release
from releasecli.store.cache.packing import packed
from releasecli.store.cache.spans import opened
from releasecli.text.fold import key
from releasecli.text.tokens import words


@dataclass(frozen=True, slots=True)
class FactRows:
    """Packed facts, the rows of `times` without their `n`, and the facets."""

    body: bytes
    times: list[tuple[Any, ...]]
    facets: list[Facet]


def fact_rows(text: str, spans: bytes, facts: Facts) -> FactRows:
    """Everything the facts stage writes for one text; `spans` as the text stage packed them."""
    return FactRows(packed(text, facts), list(_times(text, spans, facts)), facets(facts))


def put_facts(db: sqlite3.Connection, n: int, rows: FactRows, rules: int) -> None:
    """Write the facts of a live release in place of what was there."""
    clear_facts(db, n)
    db.execute("insert into facts values(?, ?)", (n, rows.body))
    db.executemany("insert into times values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ((n, *row) for row in rows.times))
    hold(db, n, rows.facets)
    db.execute("update releases set facts = ? where n = ?", (rules, n))


def clear_facts(db: sqlite3.Connection, n: int) -> None:
    """Take the facts of a release away."""
    release(db, n)
    for table in ("facts", "times"):
        db.execute(f"delete from {table} where n = ?", (n,))


def _times(text: str, spans: bytes, facts: Facts) -> Iterator[tuple[Any, ...]]:
    """The dates that may be events, each with the sentence around it."""
    sentences = opened(spans) or [(0, len(text))]
    digests: dict[int, int] = {}  # a sentence without end may hold many dates
    for i, time in enumerate(facts.times):
        if (shape := shape_of(time)) is not None:
            start, end = sentences[max(0, bisect_right(sentences, (time.start, len(text))) - 1)]
            if start not in digests:
                digests[start] = _digest(text[start:end])
            days = (number(time.earliest), number(time.latest))
            yield (i, time.start, time.end, time.value, *days, shape, start, end, digests[start])


def _digest(sentence: str) -> int:
    """A number for a sentence, the same for all sentences of the same words."""
    spelt = " ".join(map(key, words(sentence)))
    return int.from_bytes(blake2b(spelt.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")
