"""Who says a passage?"""

import sqlite3

from releasecli.model.facts import Entity

_SPEAKERS = (
    "select distinct w.entity, w.name from statements s join speakers w on w.n = s.n and w.i = s.i "
    "where s.n = ? and w.part = 'speaker' and s.start < ? and s.\"end\" > ? order by s.i"
)


def speakers(db: sqlite3.Connection, n: int, start: int, end: int) -> tuple[Entity, ...]:
    """Those to whom a release ascribes something between these places of its text."""
    return tuple(Entity(*found) for found in db.execute(_SPEAKERS, (n, end, start)))
