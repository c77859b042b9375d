"""Is this text known, a new version of a known one, or new?

First rule that fits: (a) the text is known and the dates agree or one is unknown; (b) its source key is known; (c) the
same local path, and at least half of the five-word shingles shared; (d) new.
"""

import sqlite3
from dataclasses import dataclass
from typing import Literal

from releasecli.ingest.reading import Ready
from releasecli.store.cache.reading import text_of
from releasecli.store.cache.shingles import shingles
from releasecli.store.identity import hash_bytes

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do, and with which release."""

    what: Literal["known", "version", "earlier", "deleted", "new"]
    id: str = ""


def verdict(db: sqlite3.Connection, ready: Ready, *, again: bool) -> Verdict:
    """The rule that fits; with `again` what was deleted is as if it had never been."""
    for release_id, state in db.execute(
        "select id, state from hashes where hash = ? order by state desc, id", (hash_bytes(ready.text.hash),)
    ):
        if state == "deleted" and not again and _agree(_date(release_id), ready.header.published):
            return Verdict("deleted", release_id)
        if state != "deleted" and (state == "earlier" or _agree(_published(db, release_id), ready.header.published)):
            return Verdict("known", release_id)
    if ready.record and (held := _version(db, ready.record.id)):
        return Verdict("version" if ready.record.version > held else "earlier", ready.record.id)
    if release_id := _same_source(db, ready) or _same_path(db, ready):
        if _live(db, release_id):
            return Verdict("version", release_id)
        return Verdict("new") if again else Verdict("deleted", release_id)
    return Verdict("new")


def _same_source(db: sqlite3.Connection, ready: Ready) -> str | None:
    row = db.execute("select id from keys where key = ?", (ready.document.origin.key,)).fetchone()
    return row and str(row[0])


def _same_path(db: sqlite3.Connection, ready: Ready) -> str | None:
    """The release last read from this path, where the text is still half the same."""
    if not ready.alone or "://" in ready.place or ready.place == "-":
        return None
    row = db.execute(
        "select releases.id, n from paths join releases on releases.id = paths.id and live where uri = ?",
        (ready.place,),
    ).fetchone()
    return row[0] if row and _half_shared(text_of(db, row[1]), ready.document.text) else None


def _half_shared(old: str, new: str) -> bool:
    one, other = shingles(old), shingles(new)
    return len(one & other) >= _HALF * min(len(one), len(other))


def _version(db: sqlite3.Connection, release_id: str) -> int:
    """Which version is held of a release; 0 where none is."""
    row = db.execute("select version from releases where id = ? and live", (release_id,)).fetchone()
    return int(row[0]) if row else 0


def _live(db: sqlite3.Connection, release_id: str) -> bool:
    return bool(db.execute("select 1 from releases where id = ? and live", (release_id,)).fetchone())


def _published(db: sqlite3.Connection, release_id: str) -> str | None:
    row = db.execute("select published from releases where id = ? and live", (release_id,)).fetchone()
    return str(row[0]) if row and row[0] else None


def _date(release_id: str) -> str | None:
    """The date an id tells, unknown parts left out."""
    if release_id.startswith("undated"):
        return None
    return "-".join(part for part in release_id.split("-")[:3] if part != "00")


def _agree(one: str | None, other: str | None) -> bool:
    """Do two dates agree as far as both go, down to the day?"""
    if not one or not other:
        return True
    length = min(10, len(one), len(other))
    return one[:length] == other[:length]
