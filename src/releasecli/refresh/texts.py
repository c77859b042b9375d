"""How do changed records reach the cache? The text stage: metadata, folded text, sentences; no rules for facts."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from releasecli.errors import ReleaseError
from releasecli.model.release import Release
from releasecli.refresh.logs import delete, read_logs
from releasecli.refresh.staleness import Changes, Stat
from releasecli.refresh.workers import Died, cores, shared
from releasecli.store.added import user
from releasecli.store.cache import fulltext
from releasecli.store.cache.clusters import Memo, join
from releasecli.store.cache.database import Cache
from releasecli.store.cache.making import set_meta, undone_by_a_fault
from releasecli.store.cache.reading import text_of
from releasecli.store.cache.rows import Kept, Prepared, prepare, put, retire
from releasecli.store.index import ALIASES, SETTINGS
from releasecli.store.records import Broken, load_mapping, read_release

Say = Callable[[str], None]
Progress = Callable[[str, int, int], None]
Read = tuple[Release, Prepared] | str
BATCH = 500
COUNTED = 2000  # words are counted this often: memory stays flat
_FEW = 100  # fewer records than this are read by one process


def catch_up(cache: Cache, found: Changes, say: Say, progress: Progress) -> None:
    """Bring the text stage in step with the records, in batches of one transaction; what cannot be read is named."""
    db, root = cache.db, cache.index.root
    memo: Memo = {}
    processes = cores() if len(found.fresh) > _FEW else 1
    with undone_by_a_fault(db):
        _side_files(cache, found, say)
        read = shared(sorted(found.fresh), partial(_read, root), processes)
        for done, (path, result) in enumerate(read, 1):
            _take(cache, path, found.fresh[path], result, memo)
            if done % COUNTED == 0:
                fulltext.finish(db)
            if done % BATCH == 0:
                db.execute("commit")
                db.execute("begin immediate")
            progress("reading records", done, len(found.fresh))
        if gone := _gone(cache, found):
            forget(cache, gone)
            if cache.index.writable:
                say(f"{len(gone)} deleted by hand: written down in added/{user()}.jsonl")
        fulltext.finish(db)
        if fulltext.is_stale(db):
            _index_again(db, progress)
        _note_folders(cache, found)


def _index_again(db: sqlite3.Connection, progress: Progress) -> None:
    """Make the full-text table anew from the live texts."""
    numbers = fulltext.forget(db)
    for done, n in enumerate(numbers, 1):
        title = db.execute("select title from releases where n = ?", (n,)).fetchone()[0]
        fulltext.add(db, n, title, text_of(db, n))
        if done % COUNTED == 0:
            fulltext.finish(db)
        progress("indexing anew", done, len(numbers))
    fulltext.finish(db)


def take(cache: Cache, release: Release, ready: Prepared, kept: tuple[str, int, int], memo: Memo) -> None:
    """A release into the text stage; `kept` is path, time and size of its record."""
    if n := put(cache.db, release, ready, Kept(*kept)):
        join(cache.db, n, ready.bands, memo)


def _read(root: Path, path: str) -> Iterator[Read]:
    """A record and what is computed from it; runs in any process, so an error goes back as words."""
    try:
        release = read_release(root / path, path)
        yield release, prepare(release.text, release.header.language)
    except ReleaseError as error:
        yield str(error)


def _take(cache: Cache, path: str, stat: Stat, result: Read | Died, memo: Memo) -> None:
    """One record into the cache, or its fault."""
    db = cache.db
    db.execute("delete from broken where path = ?", (path,))
    if not isinstance(result, tuple):
        fault = result if isinstance(result, str) else f"{path}: cannot be read"
        db.execute("insert into broken values(?, ?, ?, ?)", (path, *stat, fault))
        return
    release, ready = result
    if other := _double(cache, release.id, path):
        fault = f"{path}: the id {release.id} is taken by {other}; delete one of the two"
        db.execute("insert into broken values(?, ?, ?, ?)", (path, *stat, fault))
        return
    take(cache, release, ready, (path, *stat), memo)


def _double(cache: Cache, release_id: str, path: str) -> str | None:
    """Another file that holds the same release and still exists; the one known first stays."""
    row = cache.db.execute("select path from releases where id = ? and live", (release_id,)).fetchone()
    return row[0] if row and row[0] != path and (cache.index.root / row[0]).exists() else None


def forget(cache: Cache, ids: Iterable[str]) -> None:
    """Take releases out of every answer, and write down that they were deleted."""
    gone = list(ids)
    for release_id in gone:
        retire(cache.db, release_id)
    delete(cache.db, cache.index, gone)


def _gone(cache: Cache, found: Changes) -> list[str]:
    """Records deleted by hand; one that only moved is known under its new path by now."""
    gone = []
    for path in found.gone:
        cache.db.execute("delete from broken where path = ?", (path,))
        gone += [row[0] for row in cache.db.execute("select id from releases where path = ? and live", (path,))]
    return gone


def _side_files(cache: Cache, found: Changes, say: Say) -> None:
    """Settings, aliases and logs."""
    db, root = cache.db, cache.index.root
    for name, stamp in found.side.items():
        if name in (SETTINGS, ALIASES):
            try:
                _settle(db, name.removesuffix(".yaml"), load_mapping(root / name, name))
            except Broken as error:
                say(str(error))
                continue
        db.execute("insert or replace into meta values('stamp:' || ?, ?)", (name, stamp))
    if any(name.startswith("added/") for name in found.side):
        read_logs(db, root)


def _settle(db: sqlite3.Connection, name: str, value: dict[str, Any]) -> None:
    """Keep settings or aliases as JSON; aliases also widen the words of a search."""
    set_meta(db, name, value)
    if f"{name}.yaml" == ALIASES:
        fulltext.names_of(db, [_spellings(alias) for alias in value.values() if isinstance(alias, dict)])


def _spellings(alias: dict[str, Any]) -> list[str]:
    also = alias.get("also") or []
    return [str(alias.get("name", "")), *(also if isinstance(also, list) else [str(also)])]


def _note_folders(cache: Cache, found: Changes) -> None:
    cache.db.executemany("insert or replace into folders values(?, ?)", found.folders.items())
