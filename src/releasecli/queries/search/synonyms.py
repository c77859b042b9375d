"""Which other names does a name have?"""

import sqlite3
from collections.abc import Sequence

from releasecli.queries.search.query import Term

_LONGEST = 5
Names = dict[tuple[str, ...], tuple[str, ...]]


def names_in(db: sqlite3.Connection, terms: Sequence[Term]) -> Names:
    """The other names of every term that is a name by itself."""
    found: Names = {}
    for term in terms:
        others = _others(db, " ".join(term.words)) if term.kind != "prefix" else ()
        if others:
            found[term.words] = others
    return found


def _others(db: sqlite3.Connection, name: str) -> tuple[str, ...]:
    rows = db.execute(
        "select distinct b.name from synonyms a join synonyms b on a.grp = b.grp where a.name = ?1 and b.name <> ?1",
        (name,),
    )
    return tuple(row[0] for row in rows)
