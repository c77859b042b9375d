"""Who says a passage?"""

import sqlite3

from releasecli.model.facts import Entity
from releasecli.queries.aliases import aliases, canonical

_SPEAKERS = (
    "select distinct w.entity, w.name from statements s join speakers w on w.n = s.n and w.i = s.i "
    "where s.n = ? and w.part = 'speaker' and s.start < ? and s.\"end\" > ? order by s.i"
)


def speakers(db: sqlite3.Connection, n: int, start: int, end: int) -> tuple[Entity, ...]:
    """Those to whom a release ascribes something between these places of its text."""
    names = canonical(aliases(db))
    found = db.execute(_SPEAKERS, (n, end, start))
    return tuple(dict.fromkeys(Entity(*names.get(entity, (entity, name))) for entity, name in found))
