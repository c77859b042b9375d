"""What do the logs say, and what must be written into them?"""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from releasecli.refresh.staleness import stamp
from releasecli.store.added import Entry, entries, note, now, user
from releasecli.store.identity import hash_bytes
from releasecli.store.index import Index

_DATED = "update releases set (added, changed) = (select added, changed from logged where logged.id = releases.id)"


def read_logs(db: sqlite3.Connection, root: Path) -> None:
    """Take over every log: when texts were read, from which local paths, what was deleted."""
    db.execute("delete from logged")
    db.execute("delete from paths")
    for entry in entries(root):
        take_over(db, entry)
    db.execute(f"{_DATED} where live")


def take_over(db: sqlite3.Connection, entry: Entry) -> None:
    """Take over one entry of a log."""
    if entry.what == "deleted":
        if not db.execute("select 1 from releases where id = ? and live", (entry.id,)).fetchone():
            db.execute("update logged set deleted = 1 where id = ?", (entry.id,))
            gone = (hash_bytes(entry.hash), entry.id)
            db.execute("insert or replace into hashes values(?, ?, 'deleted')", gone)
            db.execute("delete from inputs")
        return
    db.execute("update hashes set state = 'earlier' where id = ? and state = 'deleted'", (entry.id,))
    db.execute("insert or ignore into hashes values(?, ?, 'earlier')", (hash_bytes(entry.hash), entry.id))
    changed = entry.at if entry.what == "version" else 0
    db.execute(
        "insert into logged values(?1, ?2, max(?2, ?3), 0)"
        " on conflict(id) do update set deleted = 0, changed = max(changed, ?3)",
        (entry.id, entry.at, changed),
    )
    if entry.key:
        db.execute("insert or ignore into keys values(?, ?)", (entry.key, entry.id))
    if entry.uri:
        db.execute("insert or replace into paths values(?, ?)", (entry.uri, entry.id))


def write_log(db: sqlite3.Connection, index: Index, made: Sequence[Entry]) -> None:
    """Append to this user's log and take the entries over; a log that was known before is known after."""
    if not made or not index.writable:
        return
    log = index.root / "added" / f"{user()}.jsonl"
    key = f"stamp:added/{log.name}"
    known = db.execute("select value from meta where key = ?", (key,)).fetchone()
    was_known = (known[0] if known else "-") == stamp(log)
    note(index.root, made)
    for entry in made:
        take_over(db, entry)
        db.execute(f"{_DATED} where live and id = ?", (entry.id,))
    if was_known:
        db.execute("insert or replace into meta values(?, ?)", (key, stamp(log)))


def infer_deleted(db: sqlite3.Connection, index: Index) -> None:
    """After a cache was built from nothing: what the logs know and no record holds was deleted by hand."""
    missing = "select id from logged where not deleted and id not in (select id from releases where live)"
    unread = [row[0].rpartition("/")[2] for row in db.execute("select path from broken")]
    ids = [row[0] for row in db.execute(missing)]
    delete(db, index, [each for each in ids if not any(name.startswith(each) for name in unread)])


def delete(db: sqlite3.Connection, index: Index, ids: Iterable[str]) -> None:
    """Write down what is gone, so that no later ingest brings it back unasked."""
    gone = [(release_id, digest) for release_id in ids for digest in _hashes(db, release_id)]
    made = [Entry("deleted", release_id, digest, now()) for release_id, digest in gone]
    write_log(db, index, made)


def _hashes(db: sqlite3.Connection, release_id: str) -> list[str]:
    """The hash of every text the release ever had; at least one, so that the id is written down."""
    found = [row[0].hex() for row in db.execute("select hash from hashes where id = ?", (release_id,))]
    return found or [""]
