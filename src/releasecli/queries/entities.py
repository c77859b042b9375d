"""Which entities does a typed name mean?"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from releasecli.text.fold import key
from releasecli.text.tokens import tokens


def entities_like(db: sqlite3.Connection, wanted: Sequence[str], kind: str | None = None) -> tuple[str, ...]:
    """The entities whose slug holds all words of one of the names, those of the user's aliases included."""
    rows = db.execute(
        "select distinct entity from mentions where (?1 is null or kind = ?1) "
        "union select distinct entity from speakers where ?1 is null",
        (kind,),
    )
    named = [words_of(name) for name in wanted]
    table = aliases(db)
    chosen = {entity for entity, one in table.items() if any(words <= _all_words(entity, one) for words in named)}
    also = {slug_of(name) for entity in chosen for name in (*table[entity].get("also", ()), entity)}
    found = [row[0] for row in rows]
    return tuple(e for e in found if e in also or any(words <= set(e.split("-")) for words in named))


def aliases(db: sqlite3.Connection) -> Mapping[str, Mapping[str, Any]]:
    """The user's aliases by entity (`{name, kind, also, not}`)."""
    row = db.execute("select value from meta where key = 'aliases'").fetchone()
    return json.loads(row[0]) or {} if row and row[0] else {}


def words_of(name: str) -> set[str]:
    """The folded words of a name, as slugs have them."""
    return {key(token.text) for token in tokens(name)}


def slug_of(name: str) -> str:
    """A name as an entity is written: folded words joined by hyphens."""
    return "-".join(key(token.text) for token in tokens(name))


def _all_words(entity: str, alias: Mapping[str, Any]) -> set[str]:
    names = (str(alias.get("name", "")), *map(str, alias.get("also", ())))
    return set(entity.split("-")).union(*(words_of(name) for name in names))
