"""Which rows of the cache do the facts of one text give?"""

import json
import sqlite3
import struct
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from releasecli.model.facts import Facts, Name, Statement
from releasecli.model.record import facts_record
from releasecli.store.cache.rows import FACT_TABLES
from releasecli.text.fold import key
from releasecli.text.tokens import tokens, words

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class FactRows:
    """Compressed facts, and the rows of each table without their `n`."""

    body: bytes
    tables: dict[str, list[Row]]


def fact_rows(text: str, spans: bytes, facts: Facts) -> FactRows:
    """Everything the facts stage writes for one text; `spans` as the text stage packed them."""
    flat = struct.unpack(f"<{len(spans) // 4}I", spans)
    where = _Places(text, flat, flat[::3])
    body = json.dumps(facts_record(facts), ensure_ascii=False, separators=(",", ":"))
    return FactRows(
        zlib.compress(body.encode("utf-8", "surrogatepass"), 6),
        {
            "times": _times(facts, where),
            "mentions": _mentions(facts.names),
            "statements": [_statement(i, said, where) for i, said in enumerate(facts.statements)],
            "speakers": [row for i, said in enumerate(facts.statements) for row in _speakers(i, said)],
            "figures": _figures(facts, where),
        },
    )


def put_facts(db: sqlite3.Connection, n: int, rows: FactRows, rules: int) -> None:
    """Write the facts of a live release in place of what was there."""
    for table in FACT_TABLES:
        db.execute(f"delete from {table} where n = ?", (n,))
    db.execute("insert or replace into facts values(?, ?)", (n, rows.body))
    for table, lines in rows.tables.items():
        if lines:
            marks = ", ".join("?" * (len(lines[0]) + 1))
            db.executemany(
                f"insert or replace into {table} values({marks})", [_numbered(table, n, row) for row in lines]
            )
    db.execute("update releases set facts = ? where n = ?", (rules, n))


@dataclass(frozen=True, slots=True)
class _Places:
    """A text and its sentences as flat triples start, end, paragraph."""

    text: str
    spans: Sequence[int]
    starts: Sequence[int]

    def of(self, start: int) -> tuple[int, int, int, int]:
        """Sentence, its start, its end and the paragraph at an offset."""
        if not self.spans:
            return 0, 0, len(self.text), 1
        at = max(0, bisect_right(self.starts, start) - 1)
        return at, self.spans[3 * at], self.spans[3 * at + 1], self.spans[3 * at + 2]


def _times(facts: Facts, where: _Places) -> list[Row]:
    rows: list[Row] = []
    digests: dict[int, int] = {}  # a sentence without end may hold many dates
    for i, time in enumerate(facts.times):
        sentence, start, end, paragraph = where.of(time.start)
        if sentence not in digests:
            digests[sentence] = _digest(where.text[start:end])
        place = (paragraph, sentence, start, end, digests[sentence])
        judged = (time.mod, time.basis, time.role, time.ambiguous)
        days = (time.earliest, time.latest, time.until)
        rows.append((i, time.start, time.end, time.type, time.value, *days, *judged, *place))
    return rows


def _mentions(names: Sequence[Name]) -> list[Row]:
    """One row an entity and kind, with the office and state of the first mention that has one."""
    groups: dict[tuple[str, str], list[Name]] = {}
    for name in names:
        groups.setdefault((name.entity, name.kind), []).append(name)
    return [
        (
            *known,
            len(same),
            same[0].start,
            same[0].name,
            next((name.office for name in same if name.office), None),
            next((name.state for name in same if name.state), None),
        )
        for known, same in groups.items()
    ]


def _statement(i: int, said: Statement, where: _Places) -> Row:
    cue = said.cue
    paragraph = where.of(said.start)[3]
    return (i, said.start, said.end, said.kind, said.basis, cue.lemma, cue.stance, cue.negated, paragraph)


def _speakers(i: int, said: Statement) -> list[Row]:
    heard = said.addressee.who if said.addressee else ()
    sides = (("speaker", said.who), ("addressee", heard))
    return [
        (who.entity, i, part, who.name, said.cue.stance, said.kind, said.basis) for part, both in sides for who in both
    ]


def _figures(facts: Facts, where: _Places) -> list[Row]:
    rows: list[Row] = []
    for i, figure in enumerate(facts.figures):
        _, start, end, paragraph = where.of(figure.start)
        counted = figure.counted and " ".join(key(token.text) for token in tokens(figure.counted))
        size = (_real(figure.value), _real(figure.value_max), figure.bound, figure.unit)
        rows.append((i, figure.start, figure.end, *size, figure.counted, counted, paragraph, start, end))
    return rows


def _real(value: float | None) -> float | None:
    """SQLite's integers end at 64 bits."""
    return None if value is None else float(value)


def _numbered(table: str, n: int, row: Row) -> Row:
    """The row with `n` in its place."""
    at = {"mentions": 2, "speakers": 1}.get(table, 0)
    return (*row[:at], n, *row[at:])


def _digest(sentence: str) -> int:
    """A number that sentences of the same words share."""
    spelt = " ".join(map(key, words(sentence)))
    return int.from_bytes(blake2b(spelt.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
