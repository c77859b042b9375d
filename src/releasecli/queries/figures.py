"""Which figures were claimed?"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from releasecli.model.results import FactRow
from releasecli.queries.aliases import renamed
from releasecli.queries.asked import asked
from releasecli.queries.filters import Condition, Filters, every, holding
from releasecli.queries.identity import identities, renaming
from releasecli.queries.rows import Fact, Source, flat, sentence_at, sources
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.units import units_meant
from releasecli.queries.words import about, saying


class FigureQuery(NamedTuple):
    """What a figure must be: `counted` words of the counted noun phrase, `about` words of its sentence.

    `over_time` asks for the oldest first.
    """

    counted: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    over_time: bool = False
    search: SearchQuery = SearchQuery()
    filters: Filters = Filters()


def figures(db: sqlite3.Connection, query: FigureQuery) -> Iterator[FactRow]:
    """The figures that fit, newest release first; each with its sentence, who said it and a date beside it."""
    known = identities(db)
    units = units_meant(query.unit)
    condition = _condition(db, query, units)
    for source in sources(db, condition, "figures", "statements", "times", oldest=query.over_time):
        names = renaming(known, source.n)
        for fact in source.facts["figures"]:
            if (not units or (fact["unit"] or "").lower() in units) and about(fact["counted"] or "", query.counted):
                start, end, _ = sentence_at(source, fact["start"])
                sentence = source.text[start:end]
                if about(sentence, query.about):
                    beside = {"date": _date(source, start, end), "who": renamed(_who(source, fact), names)}
                    yield _row(flat(source, fact) | {"sentence": sentence} | beside, start)


def _condition(db: sqlite3.Connection, query: FigureQuery, units: set[str]) -> Condition:
    """The releases in which such a figure may stand."""
    base = every(asked(db, query.search, query.filters).condition, saying((*query.counted, *query.about)))
    return every(base, holding(["unit"], units)) if units else base


def _who(source: Source, figure: Fact) -> list[Fact]:
    """Those who make the statements that the figure stands in."""
    around = [said for said in source.facts["statements"] if _within(figure, said)]
    return list({(who["entity"], who["name"]): who for said in around for who in said["who"]}.values())


def _within(figure: Fact, said: Fact) -> bool:
    return bool(said["start"] <= figure["start"] and said["end"] >= figure["end"])


def _date(source: Source, start: int, end: int) -> str | None:
    """The first day or last day of the first date in a sentence."""
    for time in source.facts["times"]:
        days = time["earliest"] or time["latest"]
        if start <= time["start"] < end and days and time["role"] == "event" and time["basis"] != "vague":
            return str(days)
    return None


def _row(record: Fact, start: int) -> FactRow:
    who = ", ".join(entity["name"] for entity in record["who"])
    return FactRow(
        record,
        record["ref"],
        record["published"],
        str(record["text"]),
        f"{_value(record)}{f' ({who})' if who else ''}".strip(),
        record["sentence"],
        start,
        ((record["start"], record["end"]),),
    )


def _value(record: Fact) -> str:
    if record["value"] is None:
        return ""
    most = f"-{record['value_max']:,.12g}" if record["value_max"] is not None else ""
    return f"{record['bound']}{record['value']:,.12g}{most} {record['unit'] or ''}".strip()
