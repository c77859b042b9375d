"""How does a batch reach the disk? Records first, then the log, then the cache: a crash between loses nothing."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from releasecli.ingest.events import Event
from releasecli.model import Release
from releasecli.refresh.logs import write_log
from releasecli.refresh.staleness import stamp
from releasecli.refresh.texts import take
from releasecli.store.added import Entry
from releasecli.store.atomic import write_all
from releasecli.store.cache.clusters import Memo
from releasecli.store.cache.database import Cache
from releasecli.store.cache.rows import Prepared
from releasecli.store.identity import by_hand, merged
from releasecli.store.records import read_release, write_release


@dataclass(slots=True)
class Batch:
    """What waits to be written; the cache has it already, inside its open transaction.

    `seen`: stamps of the records that were read and will be written; `earlier`: texts for `versions/`, `moved`: those
    that are the record's file as it is when the batch is written.
    """

    cache: Cache
    form: str
    records: dict[str, Release] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    earlier: dict[Path, bytes] = field(default_factory=dict)
    moved: dict[Path, Path] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    memo: Memo = field(default_factory=dict)


def held(batch: Batch, release_id: str) -> Release:
    """A known release, from the batch or from its file."""
    if release := batch.records.get(path := path_of(batch, release_id)):
        return release
    file = batch.cache.index.root / path
    batch.seen[path] = stamp(file)
    return read_release(file, path)


def path_of(batch: Batch, release_id: str) -> str:
    """Where a live release is kept, below the index."""
    row = batch.cache.db.execute("select path from releases where id = ? and live", (release_id,)).fetchone()
    return str(row[0])


def keep(batch: Batch, release: Release, ready: Prepared, path: str) -> None:
    """Put a release into the cache and among what is to be written."""
    batch.records[path] = release
    take(batch.cache, release, ready, (path, 0, 0), batch.memo)


def move_to_versions(batch: Batch, old: Release, path: str, to: str) -> None:
    """Keep an earlier text as its file has it."""
    root = batch.cache.index.root
    if path in batch.records:
        batch.earlier[root / to] = write_release(old, batch.form)
    else:
        batch.moved[root / to] = root / path


def flush(batch: Batch, *, dry: bool = False) -> list[Event]:
    """Write everything, end the transaction and begin the next; the events that are true from now on."""
    events = batch.events
    if not dry:
        _write(batch)
        batch.cache.db.execute("begin immediate")
    for waiting in (batch.records, batch.seen, batch.earlier, batch.moved):
        waiting.clear()
    batch.entries, batch.events = [], []
    return events


def _write(batch: Batch) -> None:
    db, root = batch.cache.db, batch.cache.index.root
    edited = [path for path, seen in batch.seen.items() if path in batch.records and stamp(root / path) != seen]
    for path in edited:
        batch.records[path] = _with_edits(batch.records[path], read_release(root / path, path))
    write_all(batch.earlier | {to: file.read_bytes() for to, file in batch.moved.items()})
    write_all({root / path: write_release(each, _form(path)) for path, each in batch.records.items()})
    for path in batch.records.keys() - edited:  # the edited ones the cache has yet to hear of
        stat = (root / path).stat()
        db.execute(
            "update releases set mtime_ns = ?, size = ? where path = ? and live", (stat.st_mtime_ns, stat.st_size, path)
        )
    write_log(db, batch.cache.index, batch.entries)
    db.execute("commit")


def _with_edits(new: Release, edited: Release) -> Release:
    """What is to be written with what a person wrote since the record was read."""
    return replace(
        new,
        header=merged(new.header, edited.header, by_hand(edited.header, edited.seals)),
        text=edited.text if new.version == edited.version else new.text,
        tags=edited.tags,
        notes=edited.notes,
        corrections=edited.corrections,
    )


def _form(path: str) -> str:
    return "json" if path.endswith(".json") else "yaml"
