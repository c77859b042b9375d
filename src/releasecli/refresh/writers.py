"""What happens while the one writer's place is held?"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from releasecli.errors import IndexProblem
from releasecli.refresh import logs, texts
from releasecli.refresh.staleness import Changes, changes
from releasecli.store.cache.database import CORRUPT, Cache, Unusable, open_cache
from releasecli.store.cache.making import new_cache, set_meta, undone_by_a_fault
from releasecli.store.index import Index
from releasecli.store.lock import Busy, writing

_HINT = "nothing is lost; try again when there is room"
Say = Callable[[str], None]
Progress = Callable[[str, int, int], None]


class Full(IndexProblem):
    """The disk has no room, or cannot be written."""


def again(
    index: Index, *, rebuild: bool = False, say: Say = lambda _: None, progress: Progress = lambda *_: None
) -> Cache:
    """Compare every record with the cache, or build the cache anew; facts of older rules are made again."""
    with _place(index, say):
        cache = _building(index, progress, say, fresh=rebuild)
        texts.catch_up(cache, changes(cache.db, index.root, thorough=True), say, progress)
    for line in unreadable(cache.db):
        say(line)
    return with_facts(cache, outdated=True, say=say, progress=progress)


def unreadable(db: sqlite3.Connection) -> list[str]:
    """One line a record that cannot be read: file, line and likely cause."""
    return [row[0] for row in db.execute("select message from broken order by path")]


@contextmanager
def writer(index: Index, say: Say, progress: Progress) -> Iterator[Cache]:
    """The one writer's cache, in step with the records before and after; what both have to say is said once."""
    say = _once(say)
    with _place(index, say):
        cache = _building(index, progress, say)
        texts.catch_up(cache, changes(cache.db, index.root), say, progress)
        try:
            yield cache
        finally:
            with suppress(*CORRUPT):
                texts.catch_up(cache, changes(cache.db, index.root), say, progress)
            cache.db.close()


def with_facts(cache: Cache, *, outdated: bool, say: Say, progress: Progress) -> Cache:
    """The cache with the facts it lacked."""
    from releasecli.refresh import facts  # noqa: PLC0415  a seam: extract is loaded where facts are missing

    if not facts.missing(cache.db, outdated=outdated):
        return cache
    cache.db.close()
    with _place(cache.index, say):
        cache = _building(cache.index, progress, say)
        for failure in facts.make_facts(cache, facts.missing(cache.db, outdated=outdated), progress):
            say(failure)
    return cache


def rebuilt(index: Index, reason: str, say: Say, progress: Progress) -> Cache:
    """A cache where there was none that could be used."""
    with _place(index, say):
        if reason not in ("missing", "not finished"):
            say(f"the cache is {reason}: building it again from the records")
        _building(index, progress, say).db.close()
    return open_cache(index)


def caught_up(cache: Cache, found: Changes, say: Say, progress: Progress) -> Cache:
    """The cache after the changes; as it was where another process writes at the moment."""
    try:
        with _place(cache.index, say, wait=False):
            fresh = _building(cache.index, progress, say)
            texts.catch_up(fresh, found, say, progress)
    except Busy as busy:
        say(f"{busy.message}; what it has not finished is not in this answer")
        return cache
    except Full as full:
        say(f"{full.message}; what changed is not in this answer")
        return cache
    cache.db.close()
    return fresh


def _once(say: Say) -> Say:
    heard: set[str] = set()

    def line(text: str) -> None:
        if text not in heard:
            heard.add(text)
            say(text)

    return line


@contextmanager
def _place(index: Index, say: Say, *, wait: bool = True) -> Iterator[None]:
    """The one writer's place; a disk that is full or cannot be written is one line."""
    try:
        with writing(index.cache, say, wait=wait):
            yield
    except OSError as error:
        raise Full(f"cannot write to {index.root}: {error.strerror or error}", _HINT) from error
    except sqlite3.OperationalError as error:
        raise Full(f"cannot write the cache of {index.root}: {error}", _HINT) from error


def _building(index: Index, progress: Progress, say: Say, *, fresh: bool = False) -> Cache:
    """A cache to write in: the old one, one whose building was interrupted, or a new one; in step with the records."""
    reason = "unwanted"
    if not fresh:
        try:
            return open_cache(index, write=True)
        except Unusable as why:
            reason = str(why)
    cache = open_cache(index, write=True, unfinished=True) if reason == "not finished" else new_cache(index)
    texts.catch_up(cache, changes(cache.db, index.root, thorough=True), say, progress)
    with undone_by_a_fault(cache.db):
        logs.infer_deleted(cache.db, index)
        set_meta(cache.db, "built", 1)
    return cache
