"""Who said what to whom?"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from releasecli.model.results import FactRow
from releasecli.queries.asked import asked
from releasecli.queries.entities import entities_like
from releasecli.queries.filters import Condition, Filters, every, one_of
from releasecli.queries.rows import Fact, flat, stored
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.words import about

KINDS = ("direct", "indirect", "mixed", "topic")
STANCES = (
    "assert", "reaffirm", "express", "thank", "congratulate", "condemn", "welcome", "agree", "call-for", "commit",
    "deny", "warn", "inform", "ask", "discuss",
)  # fmt: skip
_UNSURE = ("pronoun", "set", "passive")


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """What a statement must be; empty fields ask for nothing. `sure` leaves out what rests on a pronoun or a set."""

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    sure: bool = False
    search: SearchQuery = field(default_factory=SearchQuery)
    filters: Filters = field(default_factory=Filters)


def statements(db: sqlite3.Connection, query: StatementQuery) -> Iterator[FactRow]:
    """The statements that fit, newest release first, in the order of its text."""
    condition = _condition(db, query)
    picked = db.execute(
        "select s.n, s.i, s.paragraph from statements s join releases r on r.n = s.n "
        f"where {condition.sql} order by r.day desc, r.n, s.i",
        condition.values,
    )
    for found in stored(db, picked, "statements"):
        if about(found.fact["text"], query.about):
            yield _row(flat(found), found.fact)


def _condition(db: sqlite3.Connection, query: StatementQuery) -> Condition:
    parts = [asked(db, query.search, query.filters).condition]
    for part, names in (("speaker", query.by), ("addressee", query.to)):
        if names:
            meant = one_of("entity", entities_like(db, names))
            sql = f"(s.n, s.i) in (select n, i from speakers where part = '{part}' and {meant.sql})"
            parts.append(Condition(sql, meant.values))
    parts += [one_of(f"s.{name}", values) for name in ("stance", "kind") if (values := getattr(query, name))]
    if query.sure:
        unsure = one_of("s.basis", _UNSURE)
        parts.append(Condition(f"not {unsure.sql}", unsure.values))
    return every(*parts)


def _row(record: Fact, fact: Fact) -> FactRow:
    who = ", ".join(entity["name"] for entity in fact["who"])
    speaker = fact["speaker"]["text"] if fact["speaker"] else ""
    basis = "" if fact["basis"] in {"name", "passive"} else f" ({speaker}, {fact['basis']})"
    verb = " ".join(fact["cue"]["text"].split())
    return FactRow(
        record,
        record["ref"],
        record["published"],
        who or speaker or "nobody named",
        f"{verb}{basis}{_to(fact['addressee'])}",
        fact["text"],
        fact["start"],
        tuple((part["start"], part["end"]) for part in fact["content"]),
    )


def _to(addressee: Fact | None) -> str:
    """To whom, in the words of the text, and by name where these words hold no name."""
    if not addressee:
        return ""
    names = [entity["name"] for entity in addressee["who"]]
    if all(name.split()[-1] in addressee["text"] for name in names):
        return f", to {addressee['text']}"
    return f", to {', '.join(names)} ({addressee['text']})"
