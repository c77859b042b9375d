"""Is everything as it should be?"""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from releasecli.model import Correction, Release
from releasecli.refresh.corrections import facts_of
from releasecli.refresh.writers import Progress, Say, again, writer
from releasecli.store.atomic import MARK
from releasecli.store.cache.database import CORRUPT, Cache
from releasecli.store.cache.reading import text_of
from releasecli.store.cache.rows import Kept, columns, prepare
from releasecli.store.index import ALIASES, SETTINGS, Index
from releasecli.store.records import Broken, load_mapping, read_release


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be: where, what, and what cures it. `note`: a person may have meant it."""

    kind: str
    where: str
    message: str
    cure: str = ""
    note: bool = False
    fixed: bool = False


def check(
    index: Index, *, fix: bool = False, say: Say = lambda _: None, progress: Progress = lambda *_: None
) -> list[Problem]:
    """Every problem of records, logs and cache; with `fix` what a machine may cure is cured and marked so."""
    with writer(index, say, progress) as cache:
        found = [*_settings(index), *_leftovers(index, fix=fix), *_orphans(index), *_contents(cache, progress)]
    if fix and any(problem.kind == "cache" for problem in found):
        again(index, rebuild=True, say=say, progress=progress).db.close()
        found = [replace(each, fixed=True) if each.kind == "cache" else each for each in found]
    return found


def _contents(cache: Cache, progress: Progress) -> list[Problem]:
    """The problems of the records and the cache; a cache too damaged to be read is one problem."""
    found = list(_database(cache))
    with suppress(*CORRUPT):
        found += [*_records(cache, progress), *_doubles(cache)]
    return found


def _records(cache: Cache, progress: Progress) -> Iterator[Problem]:
    """Every record is read again; what it says is compared with its own hash and with the cache."""
    rows = cache.db.execute("select path, mtime_ns, size, n from releases where live order by path").fetchall()
    for done, (path, time, size, n) in enumerate(rows, 1):
        progress("checking records", done, len(rows))
        with suppress(Broken):  # broken ones are listed below with what refresh said of them
            yield from _record(cache, read_release(cache.index.root / path, path), Kept(path, time, size), n)
    for path, message in cache.db.execute("select path, message from broken order by path"):
        line, _, fault = message.removeprefix(path).partition(": ")
        yield Problem("record", f"{path}{line}", fault, "correct it by hand: releasecli edit")


def _record(cache: Cache, release: Release, kept: Kept, n: int) -> Iterator[Problem]:
    path, name = kept.path, kept.path.rpartition("/")[2]
    ready = prepare(release.text, release.header.language)
    if not _same(cache, columns(release, ready, kept), n, release.text):
        yield Problem("cache", path, "the cache holds something else", "check --fix builds it again")
    if release.source.sha256 not in ("", ready.hash):
        cure = "if nobody edited it, ingest the source again"
        yield Problem("text", path, "the text is not the one that was read", cure, note=True)
    if not name.startswith(release.id):
        yield Problem("name", path, f"the file name does not begin with the id {release.id}", "rename it", note=True)
    for lost in uncorrected(release):
        yield Problem(
            "correction", path, f"nothing to correct at {lost.sentence[:60]!r}", "quote the text as it is now"
        )


def _same(cache: Cache, expected: dict[str, Any], n: int, text: str) -> bool:
    """Does the cache hold what the record says?"""
    try:
        found = cache.db.execute(f"select {', '.join(expected)} from releases where n = ?", (n,)).fetchone()
        return found == tuple(expected.values()) and text_of(cache.db, n) == text
    except (*CORRUPT, TypeError, UnicodeDecodeError):
        return False


def uncorrected(release: Release) -> tuple[Correction, ...]:
    """The corrections that touch nothing: their sentence or their fact is gone."""
    if not release.corrections:
        return ()
    return facts_of(release)[1]


def _settings(index: Index) -> Iterator[Problem]:
    """Settings and names are a person's, too."""
    for name in (SETTINGS, ALIASES):
        try:
            load_mapping(index.root / name, name)
        except Broken as broken:
            where, _, fault = broken.message.partition(": ")
            yield Problem("settings", where, fault, broken.hint or "correct it by hand")


def _leftovers(index: Index, *, fix: bool) -> Iterator[Problem]:
    """What an interrupted writer left; nobody else writes now, so it may go."""
    for folder in ("releases", "versions", "added"):
        for path in sorted((index.root / folder).rglob(f".*{MARK}")):
            if fix:
                path.unlink(missing_ok=True)
            where = path.relative_to(index.root).as_posix()
            yield Problem("leftover", where, "left by an interrupted write", "check --fix deletes it", fixed=fix)


def _orphans(index: Index) -> Iterator[Problem]:
    folder = index.root / "versions"
    names = "\n".join(path.name for path in (index.root / "releases").rglob("*.*"))
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.is_dir() and path.name not in names:
            yield Problem(
                "orphan", f"versions/{path.name}", "earlier texts of no release", "delete the folder", note=True
            )


def _doubles(cache: Cache) -> Iterator[Problem]:
    rows = cache.db.execute(
        "select min(id), group_concat(id, ' ') from releases where live"
        " group by hash, coalesce(day, id) having count(*) > 1"
    )
    for first, ids in rows:
        yield Problem("double", first, f"the same text and day: {ids}", "releasecli rm one of them", note=True)


def _database(cache: Cache) -> Iterator[Problem]:
    """Does the database agree with itself, and does every release have its rows?"""
    cure = "check --fix builds it again"
    name = Path(cache.file).name
    try:
        for (message,) in cache.db.execute("pragma integrity_check(5)"):
            if message != "ok":
                yield Problem("cache", name, message, cure)
        yield from (Problem("cache", name, f"rows of {table} are missing", cure) for table in _missing(cache.db))
    except CORRUPT as error:
        yield Problem("cache", name, str(error), cure)


def _missing(db: sqlite3.Connection) -> Iterator[str]:
    for table, where in (("texts", ""), ("sentences", ""), ("facts", "and releases.facts > 0")):
        sql = f"select 1 from releases where live {where} and n not in (select n from {table}) limit 1"
        if db.execute(sql).fetchone():
            yield table
    if db.execute("select 1 from texts where n not in (select n from releases where live) limit 1").fetchone():
        yield "releases"
