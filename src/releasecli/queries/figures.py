"""Which figures were claimed?"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from releasecli.model.results import FactRow
from releasecli.queries.aliases import aliases, canonical, renamed
from releasecli.queries.asked import asked
from releasecli.queries.filters import Condition, Filters, every, one_of
from releasecli.queries.rows import Fact, flat, stored
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.words import about

_SPEAKER = (
    "(select json_group_array(distinct json_object('entity', w.entity, 'name', w.name)) "
    "from statements s join speakers w "
    "on w.n = s.n and w.i = s.i and w.part = 'speaker' "
    'where s.n = f.n and s.start <= f.start and s."end" >= f."end")'
)
_DATE = (
    "(select coalesce(t.earliest, t.latest) from times t "
    "where t.n = f.n and t.sstart = f.sstart and t.role = 'event' and t.basis <> 'vague' "
    "and coalesce(t.earliest, t.latest) is not null order by t.i limit 1)"
)


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """What a figure must be: `counted` words of the counted noun phrase, `about` words of its sentence.

    `over_time` asks for the oldest first.
    """

    counted: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    over_time: bool = False
    search: SearchQuery = field(default_factory=SearchQuery)
    filters: Filters = field(default_factory=Filters)


def figures(db: sqlite3.Connection, query: FigureQuery) -> Iterator[FactRow]:
    """The figures that fit, newest release first; each with its sentence, who said it and a date beside it."""
    condition = _condition(db, query)
    picked = db.execute(
        f"select f.n, f.i, f.paragraph, f.sstart, f.send, {_SPEAKER}, {_DATE}, f.counted from figures f "
        f"join releases r on r.n = f.n where {condition.sql} "
        f"order by r.day {'asc' if query.over_time else 'desc'}, r.n, f.i",
        condition.values,
    )
    rows = (row for row in picked if about(row[7] or "", query.counted))
    names = canonical(aliases(db))
    for found in stored(db, rows, "figures"):
        record = flat(found)
        _, _, _, start, end, speakers, date, _ = found.row
        sentence = found.text[start:end]
        if about(sentence, query.about):
            yield _row(
                record | {"sentence": sentence, "date": date, "who": renamed(json.loads(speakers), names)}, start
            )


def _condition(db: sqlite3.Connection, query: FigureQuery) -> Condition:
    base = asked(db, query.search, query.filters).condition
    return every(base, one_of("lower(f.unit)", [unit.lower() for unit in query.unit])) if query.unit else base


def _row(record: Fact, start: int) -> FactRow:
    who = ", ".join(entity["name"] for entity in record["who"])
    return FactRow(
        record,
        record["ref"],
        record["published"],
        str(record["text"]),
        f"{_value(record)} {who}".strip(),
        record["sentence"],
        start,
        ((record["start"], record["end"]),),
    )


def _value(record: Fact) -> str:
    if record["value"] is None:
        return ""
    most = f"-{record['value_max']:.12g}" if record["value_max"] is not None else ""
    return f"{record['bound']}{record['value']:.12g}{most} {record['unit'] or ''}".strip()
