"""Which records are not as the cache has them?

Up to 10,000 records all are looked at; above, the folders (a file that comes, goes or is replaced changes its folder)
and the records of the newest two months, because a person edits what is new. Nothing is read, only times and sizes.
"""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from releasecli.store.index import ALIASES, SETTINGS

ALL = 10_000
ENDINGS = (".yaml", ".yml", ".json")
_MONTH = re.compile(r"releases/\d{4}/\d\d")
Stat = tuple[int, int]


class Changes(NamedTuple):
    """Paths below the index: `fresh` new or changed, with time and size; `gone`; folders as now listed.

    `side`: stamps of settings, aliases and logs where they differ.
    """

    fresh: dict[str, Stat]
    gone: tuple[str, ...]
    folders: dict[str, int]
    side: dict[str, str]

    def __bool__(self) -> bool:
        """Is there anything to catch up with?"""
        return bool(self.fresh or self.gone or self.side)


def changes(db: sqlite3.Connection, root: Path, *, thorough: bool = False) -> Changes:
    """What differs between the records and the cache; `thorough` looks at every record."""
    listed = dict(db.execute("select path, mtime_ns from folders"))
    every = thorough or _few(db)
    folders, found = _walk(root, listed, every=every)
    for newest in sorted(path for path in folders if _MONTH.fullmatch(path))[-2:]:
        if newest not in found:
            found[newest] = _scan(root, newest)[1]
    records = {path: stat for inside in found.values() for path, stat in inside.items()}
    known = _known(db) if every else _known_in(db, [*found, *(listed.keys() - folders.keys())])
    fresh = {path: stat for path, stat in records.items() if known.get(path) != stat}
    gone = tuple(path for path in known if path not in records)
    moved = {path: time for path, time in folders.items() if listed.get(path) != time}
    return Changes(fresh, gone, moved, _side(db, root))


def changed(db: sqlite3.Connection, root: Path, paths: Iterator[str]) -> Changes:
    """What differs in the few records that are about to be shown."""
    fresh: dict[str, Stat] = {}
    gone = []
    for path in paths:
        known = _of(db, path)
        try:
            found = _stat((root / path).stat())
        except OSError:
            gone.append(path)
            continue
        if found != known:
            fresh[path] = found
    return Changes(fresh, tuple(gone), {}, {})


def _few(db: sqlite3.Connection) -> bool:
    return db.execute("select 1 from releases where live limit 1 offset ?", (ALL,)).fetchone() is None


def _walk(root: Path, listed: dict[str, int], *, every: bool) -> tuple[dict[str, int], dict[str, dict[str, Stat]]]:
    """Every folder of records with its time, and the records of those that changed, or of `every` one."""
    inside: dict[str, list[str]] = {}
    for path in listed:
        inside.setdefault(path.rpartition("/")[0], []).append(path)
    folders: dict[str, int] = {}
    found: dict[str, dict[str, Stat]] = {}
    waiting = ["releases"]
    while waiting:
        path = waiting.pop()
        try:  # the folder before its files
            folders[path] = os.stat(f"{root}/{path}").st_mtime_ns  # noqa: PTH116  a Path costs more than the look
        except OSError:
            continue
        if every or listed.get(path) != folders[path]:
            inner, found[path] = _scan(root, path)
        else:
            inner = inside.get(path, [])
        waiting += inner
    return folders, found


def _scan(root: Path, folder: str) -> tuple[list[str], dict[str, Stat]]:
    """The folders and the records straight in a folder."""
    inner: list[str] = []
    records: dict[str, Stat] = {}
    with suppress(OSError), os.scandir(f"{root}/{folder}") as entries:
        for entry in entries:
            name = entry.name
            if name.endswith(ENDINGS) and name[0] != ".":
                if found := _looked_at(entry):
                    records[f"{folder}/{name}"] = found
            elif name[0] != "." and entry.is_dir():
                inner.append(f"{folder}/{name}")
    return inner, records


def _looked_at(entry: os.DirEntry[str]) -> Stat | None:
    try:
        return _stat(entry.stat())
    except OSError:
        return None


def _stat(stat: os.stat_result) -> Stat:
    return stat.st_mtime_ns, stat.st_size


def _known(db: sqlite3.Connection, inside: str = "", values: tuple[str, ...] = ()) -> dict[str, Stat]:
    """What the cache has of the records; a broken record counts as it was when last tried."""
    known: dict[str, Stat] = {}
    for table in ("releases indexed by releases_path where live", "broken where true"):
        rows = db.execute(f"select path, mtime_ns, size from {table} {inside}", values)
        known |= {path: (time, size) for path, time, size in rows}
    return known


def _known_in(db: sqlite3.Connection, folders: Iterable[str]) -> dict[str, Stat]:
    """What the cache has of the records straight in some folders."""
    return {
        path: stat
        for folder in folders
        for path, stat in _known(db, "and path >= ? and path < ?", (f"{folder}/", f"{folder}0")).items()
        if "/" not in path[len(folder) + 1 :]
    }


def _of(db: sqlite3.Connection, path: str) -> Stat | None:
    for table in ("broken where", "releases where live and"):
        if row := db.execute(f"select mtime_ns, size from {table} path = ?", (path,)).fetchone():
            return int(row[0]), int(row[1])
    return None


def _side(db: sqlite3.Connection, root: Path) -> dict[str, str]:
    """Stamps of the other files answers depend on, where they are not as noted."""
    now = {name: stamp(root / name) for name in (SETTINGS, ALIASES)}
    with suppress(OSError), os.scandir(root / "added") as logs:
        now |= {f"added/{log.name}": stamp(Path(log.path)) for log in logs if log.name.endswith(".jsonl")}
    noted = dict(db.execute("select substr(key, 7), value from meta where key like 'stamp:%'"))
    return {name: seen for name, seen in now.items() if noted.get(name, "-") != seen}


def stamp(path: Path) -> str:
    """Time and size of a file as one word."""
    try:
        time, size = _stat(path.stat())
    except OSError:
        return "-"
    return f"{time}:{size}"
