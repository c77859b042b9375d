"""Who said what to whom?"""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from releasecli.model.results import FactRow
from releasecli.queries.aliases import renamed
from releasecli.queries.asked import asked
from releasecli.queries.entities import entities_like
from releasecli.queries.filters import Condition, Filters, bearing, every, holding
from releasecli.queries.identity import identities, renaming
from releasecli.queries.rows import Fact, flat, sources
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.words import about, saying

KINDS = ("direct", "indirect", "mixed", "topic")
STANCES = (
    "assert", "reaffirm", "express", "thank", "congratulate", "condemn", "welcome", "agree", "call-for", "commit",
    "deny", "warn", "inform", "ask", "discuss",
)  # fmt: skip
_UNSURE = ("pronoun", "set", "passive")


class StatementQuery(NamedTuple):
    """What a statement must be; empty fields ask for nothing. `sure` leaves out what rests on a pronoun or a set."""

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    sure: bool = False
    search: SearchQuery = SearchQuery()
    filters: Filters = Filters()


def statements(db: sqlite3.Connection, query: StatementQuery) -> Iterator[FactRow]:
    """The statements that fit, newest release first, in the order of its text."""
    by, to = (frozenset(entities_like(db, names)) if names else None for names in (query.by, query.to))
    known = identities(db)
    for source in sources(db, _condition(db, query, by, to), "statements"):
        names = renaming(known, source.n)
        for fact in source.facts["statements"]:
            if _fits(query, fact) and _by(by, fact, names) and _by(to, fact["addressee"], names):
                said = renamed(fact, names)
                yield _row(flat(source, said), said)


def _condition(
    db: sqlite3.Connection, query: StatementQuery, by: frozenset[str] | None, to: frozenset[str] | None
) -> Condition:
    """The releases in which such a statement may stand."""
    parts = [asked(db, query.search, query.filters).condition, saying(query.about)]
    parts += [bearing(db, [kind], who) for kind, who in (("speaker", by), ("addressee", to)) if who is not None]
    if query.stance:
        parts.append(holding(["stance"], query.stance))
    return every(*parts)


def _fits(query: StatementQuery, fact: Fact) -> bool:
    return (
        (not query.stance or fact["cue"]["stance"] in query.stance)
        and (not query.kind or fact["kind"] in query.kind)
        and not (query.sure and fact["basis"] in _UNSURE)
        and about(fact["text"], query.about)
    )


def _by(wanted: frozenset[str] | None, party: Fact | None, names: Mapping[str, tuple[str, str]]) -> bool:
    """Whether one of those wanted speaks, or is spoken to, under the name the text or the answer has."""
    entities = [who["entity"] for who in (party or {"who": ()})["who"]]
    return wanted is None or any(entity in wanted or names.get(entity, (entity,))[0] in wanted for entity in entities)


def _row(record: Fact, fact: Fact) -> FactRow:
    who = ", ".join(entity["name"] for entity in fact["who"])
    speaker = fact["speaker"]["text"] if fact["speaker"] else ""
    basis = "" if fact["basis"] in {"name", "passive"} else f" ({speaker}, {fact['basis']})"
    cue = fact["cue"]
    verb = " ".join((f"{cue['lemma']}s" if cue["text"] == ":" else cue["text"]).split())  # a transcript's colon
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
