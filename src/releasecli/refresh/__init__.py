"""How does the cache catch up with the records? The only writer of the cache."""

import sqlite3
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from releasecli.refresh.staleness import changed, changes
from releasecli.store.cache.database import CORRUPT, Cache, Unusable, open_cache
from releasecli.store.index import Index

if TYPE_CHECKING:
    from releasecli.refresh.writers import again, writer

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
    try:
        cache = open_cache(index)
    except Unusable as why:
        cache = _writers().rebuilt(index, str(why), say, progress)
    if found := changes(cache.db, index.root):
        cache = _writers().caught_up(cache, found, say, progress)
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
    full: Cache = _writers().with_facts(cache, outdated=outdated, say=say, progress=progress)
    return full


def verify(cache: Cache, ids: Iterable[str], *, say: Say = lambda _: None) -> bool:
    """Look at the records about to be shown; True where one had changed and the cache has caught up."""
    rows = (cache.db.execute("select path from releases where id = ? and live", (each,)).fetchone() for each in ids)
    found = changed(cache.db, cache.index.root, (row[0] for row in rows if row))
    return bool(found) and _writers().caught_up(cache, found, say, lambda *_: None) is not cache


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
        _writers().again(index, rebuild=True, say=say, progress=progress).db.close()
        return ask(ensure(index, facts=facts, say=say, progress=progress))


def __getattr__(name: str) -> Any:
    """A seam: what writes (records, YAML, the lock) is loaded where something is to be written."""
    if name in {"again", "writer"}:
        return getattr(_writers(), name)
    raise AttributeError(name)


def _writers() -> Any:
    return import_module("releasecli.refresh.writers")
