"""What is shown of a release that was found?"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from releasecli.model.hits import Hit
from releasecli.queries.search.passages import Block, Passage, Sought, opening, passages
from releasecli.queries.search.rank import Scored
from releasecli.queries.search.reading import Reading
from releasecli.queries.search.written import needs
from releasecli.store.cache.reading import text_of
from releasecli.store.cache.spans import opened

_ROW = """
select r.id, r.title, r.issuer, r.side, r.published, s.marks
from releases r join sentences s on s.n = r.n where r.n = ?
"""


class Row(NamedTuple):
    """A release that was found, and the ids of its near-duplicates that are not shown."""

    row: Scored
    similar: tuple[str, ...] = ()


def hits(db: sqlite3.Connection, reading: Reading, found: Sequence[Row], number: int) -> list[Hit]:
    """The rows of an answer, each with its best passages, `number` at most."""
    looked_for = sought(db, reading)
    return [_hit(db, one, looked_for, number) for one in found]


def sought(db: sqlite3.Connection, reading: Reading) -> Sought:
    """The words of the index, and the rows of words, that a search is looking for."""
    rows = [(row, unit) for unit, need in enumerate(needs(db, reading.units)) for form in need for row in form]
    return Sought(
        {word: unit for row, unit in rows if len(row) == 1 for word in row[0]},
        tuple((row, unit) for row, unit in rows if len(row) > 1),
    )


def _hit(db: sqlite3.Connection, found: Row, looked_for: Sought, number: int) -> Hit:
    id_, title, issuer, side, published, marks = db.execute(_ROW, (found.row.n,)).fetchone()
    text = text_of(db, found.row.n)
    blocks = opened(marks)
    shown = passages(text, blocks, looked_for, number) or _opening(text, blocks)
    spans = tuple(span for passage in shown for span in passage.marks)
    return Hit(
        id=id_,
        title=title,
        issuer=issuer,
        side=side,
        published=published,
        score=round(found.row.score, 4),
        match="all" if found.row.all else "some",
        words=tuple(dict.fromkeys(text[start:end] for start, end in spans)),
        snippet=shown[0].span if shown else None,
        spans=spans,
        ref=f"{id_}:{shown[0].paragraph}" if shown else id_,
        similar=found.similar,
        more=tuple(passage.span for passage in shown[1:]),
    )


def _opening(text: str, blocks: Sequence[Block]) -> list[Passage]:
    passage = opening(text, blocks)
    return [passage] if passage else []
