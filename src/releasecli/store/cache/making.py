"""How is a new cache made, and written to?"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from releasecli.errors import IndexProblem
from releasecli.store.cache import fulltext, schema
from releasecli.store.cache.database import FILE, Cache, connect
from releasecli.store.index import Index, elsewhere


def new_cache(index: Index) -> Cache:
    """An empty cache in place of what was there; the folder ignores itself in git."""
    folder = _folder(index)
    discard(folder / FILE)
    db = connect(folder / FILE, write=True)
    _create(db)
    return Cache(index, db, folder / FILE)


def in_memory(index: Index) -> Cache:
    """An empty cache that leaves nothing behind, for trying an ingest."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    _create(db)
    return Cache(index, db, Path(":memory:"))


def discard(file: Path) -> None:
    """Remove a cache and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            Path(f"{file}{ending}").unlink()


@contextmanager
def undone_by_a_fault(db: sqlite3.Connection, *, keep: bool = True) -> Iterator[None]:
    """A transaction, committed at the end unless it was for a trial; what a fault or Ctrl-C interrupts is undone."""
    db.execute("begin immediate")
    try:
        yield
        db.execute("commit" if keep else "rollback")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


def set_meta(db: sqlite3.Connection, key: str, value: Any) -> None:
    """Write down a value that `database.meta` reads."""
    db.execute("insert or replace into meta values(?, ?)", (key, json.dumps(value)))


def _create(db: sqlite3.Connection) -> None:
    """Every table; the version comes last, so that a cache that a full disk cut short is none."""
    schema.create(db)
    fulltext.create(db)
    db.execute("insert into meta values('schema', ?)", (schema.VERSION,))


def _folder(index: Index) -> Path:
    """The first folder that takes a file."""
    for folder in dict.fromkeys((index.cache, elsewhere(index.root))):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
            return folder
    raise IndexProblem(
        f"no folder for the cache of {index.root} can be written", "free some space or set XDG_CACHE_HOME"
    )
