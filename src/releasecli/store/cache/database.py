"""Is there a cache that can be used, and if not, a new one?"""

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from releasecli.store.cache import schema
from releasecli.store.index import Index, elsewhere

FILE = "cache.sqlite"
CORRUPT = (sqlite3.DatabaseError, zlib.error)


class Unusable(Exception):
    """The cache is missing, of another version or corrupt; the message says which."""


class Cache(NamedTuple):
    """An open cache of an index; `file` where it is."""

    index: Index  # type: ignore[assignment]  # nobody asks a cache where something stands in it
    db: sqlite3.Connection
    file: Path


def open_cache(index: Index, *, write: bool = False, unfinished: bool = False) -> Cache:
    """The cache as it is, without any look at the records; `unfinished`: also one whose building was interrupted."""
    for folder in _folders(index):
        file = folder / FILE
        if not file.is_file():
            continue
        frozen = not _may_write(file)
        if not (frozen and (write or _unsettled(file))):
            return Cache(index, _checked(file, write=write, frozen=frozen, unfinished=unfinished), file)
    raise Unusable("missing")


def meta(db: sqlite3.Connection, key: str) -> Any:
    """A value refresh wrote down: settings and aliases as dicts, counts as numbers; None where there is none."""
    row = db.execute("select value from meta where key = ?", (key,)).fetchone()
    return json.loads(row[0]) if row and isinstance(row[0], str) else row and row[0]


def _checked(file: Path, *, write: bool, frozen: bool, unfinished: bool) -> sqlite3.Connection:
    try:
        db = connect(file, write=write, frozen=frozen)
        found = db.execute("select value from meta where key = 'schema'").fetchone()
        built = db.execute("select value from meta where key = 'built'").fetchone()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        raise Unusable("corrupt") from error
    except sqlite3.DatabaseError as error:
        raise Unusable("corrupt") from error
    if not found or found[0] != schema.VERSION:
        db.close()
        raise Unusable("of another version")
    if not built and not unfinished:
        db.close()
        raise Unusable("not finished")
    return db


def connect(file: Path, *, write: bool, frozen: bool = False) -> sqlite3.Connection:
    """A connection; `frozen`: the folder cannot be written, so nobody else writes either and no lock is possible."""
    mode = "immutable=1&mode=ro" if frozen else "mode=rwc" if write else "mode=rw"
    db = sqlite3.connect(f"{file.absolute().as_uri()}?{mode}", uri=True, timeout=30, isolation_level=None)
    if write:
        db.execute("pragma page_size = 8192")  # of a new file: most texts and facts fit into one page
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = normal")
        db.execute("pragma cache_size = -65536")
    return db


def _folders(index: Index) -> Iterator[Path]:
    """Where a cache may be, the usual place first."""
    yield index.cache
    yield index.root / ".cache"
    yield elsewhere(index.root)


def _unsettled(file: Path) -> bool:
    """Does a log beside the file hold what is not yet in it?"""
    log = Path(f"{file}-wal")
    return log.exists() and log.stat().st_size > 0


def _may_write(file: Path) -> bool:
    return os.access(file.parent, os.W_OK) and os.access(file, os.W_OK)
