"""Which values of its record does the cache hold of one release?"""

import json
import sqlite3

from releasecli.model.header import Header
from releasecli.model.record import SINGLE
from releasecli.model.release import Correction


def header_of(db: sqlite3.Connection, n: int) -> Header:
    """The header of a live release."""
    row = db.execute(f"select {', '.join(SINGLE)}, candidates from releases where n = ?", (n,)).fetchone()
    return Header(**dict(zip(SINGLE, row[:-1], strict=True)), published_candidates=tuple(json.loads(row[-1] or "[]")))


def corrections_of(db: sqlite3.Connection, n: int) -> tuple[Correction, ...]:
    """A person's corrections of a release."""
    row = db.execute("select body from corrections where n = ?", (n,)).fetchone()
    return tuple(Correction(**made) for made in json.loads(row[0])) if row else ()
