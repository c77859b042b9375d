"""How does the cache catch up with the records? The only writer of the cache."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from releasecli.refresh import logs
from releasecli.refresh.staleness import Changes, changed, changes
from releasecli.store.cache.database import CORRUPT, Cache, Unusable, new_cache, open_cache, set_meta
from releasecli.store.index import Index
from releasecli.store.lock import Busy, writing

__all__ = ["Progress", "Say", "again", "answering", "ensure", "make_facts", "verify", "writer"]

Answer = TypeVar("Answer")
Say = Callable[[str], None]
Progress = Callable[[str, int, int], None]


def ensure(
    index: Index,
    *,
    facts: bool = False,
    say: Say = lambda _: None,
    progress: Progress = lambda *_: None,
) -> Cache:
    """A cache in step with the records, with facts where they are needed.

    `say` gets lines for stderr, `progress` a stage, what is done and what is to do. A reader never waits for a writer:
    while another process writes, the cache answers as it is.
    """
    cache = _opened(index, say, progress)
    if found := changes(cache.db, index.root):
        cache = _caught_up(cache, found, say, progress)
    for (message,) in cache.db.execute("select message from broken order by path"):
        say(message)
    return make_facts(cache, say=say, progress=progress) if facts else cache


def make_facts(
    cache: Cache,
    *,
    outdated: bool = False,
    say: Say = lambda _: None,
    progress: Progress = lambda *_: None,
) -> Cache:
    """Facts for the releases that have none, and with `outdated` for those with facts of other rules."""
    if not outdated and not cache.db.execute("select 1 from releases where facts = 0 and live limit 1").fetchone():
        return cache
    from releasecli.refresh import facts  # noqa: PLC0415  a seam: extract is loaded where facts are missing

    if not facts.missing(cache.db, outdated=outdated):
        return cache
    cache.db.close()
    with writing(cache.file.parent, say):
        cache = open_cache(cache.index, write=True)
        for failure in facts.make_facts(cache, facts.missing(cache.db, outdated=outdated), progress):
            say(failure)
    return cache


def again(
    index: Index, *, rebuild: bool = False, say: Say = lambda _: None, progress: Progress = lambda *_: None
) -> Cache:
    """Compare every record with the cache, or build the cache anew; facts of older rules are made again."""
    with writing(index.cache, say):
        cache = _building(index, progress, say, fresh=rebuild)
        _catch_up(cache, changes(cache.db, index.root, thorough=True), say, progress)
        cache.db.close()
    return make_facts(ensure(index, say=say), outdated=True, say=say, progress=progress)


@contextmanager
def writer(index: Index, say: Say, progress: Progress) -> Iterator[Cache]:
    """The one writer's cache, in step with the records before and after."""
    with writing(index.cache, say):
        cache = _building(index, progress, say)
        _catch_up(cache, changes(cache.db, index.root), say, progress)
        try:
            yield cache
        finally:
            with suppress(*CORRUPT):
                _catch_up(cache, changes(cache.db, index.root), say, progress)
            cache.db.close()


def verify(cache: Cache, ids: Iterable[str], *, say: Say = lambda _: None) -> bool:
    """Look at the records about to be shown; True where one had changed and the cache has caught up."""
    rows = (cache.db.execute("select path from releases where id = ? and live", (each,)).fetchone() for each in ids)
    found = changed(cache.db, cache.index.root, (row[0] for row in rows if row))
    return bool(found) and _caught_up(cache, found, say, lambda *_: None) is not cache


def answering(
    index: Index, ask: Callable[[Cache], Answer], *, facts: bool = False, say: Say, progress: Progress
) -> Answer:
    """Ask a question of the cache; a cache found corrupt on the way is built again, once."""
    try:
        return ask(ensure(index, facts=facts, say=say, progress=progress))
    except CORRUPT as error:
        if isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError | sqlite3.IntegrityError):
            raise
        say("the cache is corrupt: building it again from the records")
        again(index, rebuild=True, say=say, progress=progress).db.close()
        return ask(ensure(index, facts=facts, say=say, progress=progress))


def _opened(index: Index, say: Say, progress: Progress) -> Cache:
    """The cache, built first where there is none that can be used."""
    try:
        return open_cache(index)
    except Unusable as why:
        reason = str(why)
    with writing(index.cache, say):
        if reason != "missing":
            say(f"the cache is {reason}: building it again from the records")
        cache = _building(index, progress, say)
        cache.db.close()
    return open_cache(index)


def _building(index: Index, progress: Progress, say: Say, *, fresh: bool = False) -> Cache:
    """A cache to write in: the old one, one whose building was interrupted, or a new one; in step with the records."""
    reason = "unwanted"
    if not fresh:
        try:
            return open_cache(index, write=True)
        except Unusable as why:
            reason = str(why)
    cache = open_cache(index, write=True, unfinished=True) if reason == "not finished" else new_cache(index)
    _catch_up(cache, changes(cache.db, index.root, thorough=True), say, progress)
    cache.db.execute("begin immediate")
    logs.infer_deleted(cache.db, index)
    set_meta(cache.db, "built", 1)
    cache.db.execute("commit")
    return cache


def _caught_up(cache: Cache, found: Changes, say: Say, progress: Progress) -> Cache:
    """The cache after the changes; as it was where another process writes at the moment."""
    try:
        with writing(cache.index.cache, say, wait=False):
            writer = _building(cache.index, progress, say)
            _catch_up(writer, found, say, progress)
    except Busy as busy:
        say(f"{busy.message}; what it has not finished is not in this answer")
        return cache
    cache.db.close()
    return writer


def _catch_up(cache: Cache, found: Changes, say: Say, progress: Progress) -> None:
    from releasecli.refresh import texts  # noqa: PLC0415  a seam: records and YAML are loaded where one changed

    texts.catch_up(cache, found, say, progress)
