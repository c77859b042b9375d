"""Which releases are found by a person's note, though their own text does not hold the words?"""

import sqlite3

from releasecli.model.hits import Hit
from releasecli.queries.filters import Filters, where
from releasecli.queries.search.hits import Row, hits
from releasecli.queries.search.query import SearchQuery, parsed
from releasecli.queries.search.rank import Scored, Wanted
from releasecli.store.cache.forms import folded
from releasecli.text.tokens import words

# the planner would walk all releases
_NOTED = "releases r indexed by releases_notes where r.notes is not null and r.live"


def noted(db: sqlite3.Connection, query: SearchQuery, filters: Filters, wanted: Wanted) -> list[Hit]:
    """The releases whose note holds all words as typed, newest first; each hit carries the note."""
    if not query.words.strip() or query.title or query.near or query.same_sentence:
        return []
    if not db.execute(f"select exists(select 1 from {_NOTED})").fetchone()[0]:
        return []
    condition = where(db, filters)
    sql = f"select r.n, r.notes from {_NOTED} and {condition.sql} order by r.day desc, r.n"
    found = [(n, note) for n, note in db.execute(sql, condition.values) if _holds(note, query)]
    kept = {n: note for n, note in found if not _in_text(db, n, wanted.every)}
    shown = hits(db, wanted.reading, [Row(Scored(n, 0.0)) for n in kept], query.snippets)
    return [hit._replace(note=note) for hit, note in zip(shown, kept.values(), strict=True)]


def _holds(note: str, query: SearchQuery) -> bool:
    """Every clause has an alternative whose folded words stand in the note one after another."""
    held = f" {' '.join(map(folded, words(note)))} "
    return all(
        any(f" {' '.join(term.words)}{'' if term.kind == 'prefix' else ' '}" in held for term in clause)
        for clause in parsed(query.words)
    )


def _in_text(db: sqlite3.Connection, n: int, expression: str) -> bool:
    if not expression:
        return False
    sql = "select 1 from words where rowid = ? and words match ?"
    return db.execute(sql, (n, expression)).fetchone() is not None
