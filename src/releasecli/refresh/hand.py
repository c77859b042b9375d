"""What may a person do to a release? Every function writes the record first; the cache follows."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from releasecli.model.release import Release
from releasecli.refresh.texts import forget
from releasecli.refresh.writers import Progress, Say, writer
from releasecli.store.atomic import write_all
from releasecli.store.cache.database import Cache
from releasecli.store.cache.making import undone_by_a_fault
from releasecli.store.index import Index
from releasecli.store.records import read_release, write_release

Change = Callable[[Release], Release]


def remove(
    index: Index, ids: Iterable[str], *, say: Say = lambda _: None, progress: Progress = lambda *_: None
) -> tuple[str, ...]:
    """Delete releases and their earlier versions; the log says so, and no ingest brings them back unasked."""
    gone = []
    with writer(index, say, progress) as cache:
        for release_id in ids:
            if path := record_file(cache, release_id):
                path.unlink()
                shutil.rmtree(index.root / "versions" / release_id, ignore_errors=True)
                gone.append(release_id)
        with undone_by_a_fault(cache.db):
            forget(cache, gone)
    return tuple(gone)


def tag(
    index: Index,
    ids: Iterable[str],
    *,
    add: Iterable[str] = (),
    take: Iterable[str] = (),
    say: Say = lambda _: None,
    progress: Progress = lambda *_: None,
) -> tuple[str, ...]:
    """Add and take away tags; the ids of releases that changed."""
    more, less = set(add), set(take)
    return change(
        index,
        ids,
        lambda release: replace(release, tags=tuple(sorted({*release.tags, *more} - less))),
        say=say,
        progress=progress,
    )


def change(
    index: Index,
    ids: Iterable[str],
    how: Change,
    *,
    say: Say = lambda _: None,
    progress: Progress = lambda *_: None,
) -> tuple[str, ...]:
    """Rewrite records by a function; seals stay, so a changed value is a person's from now on."""
    files = {}
    changed = []
    with writer(index, say, progress) as cache:
        for release_id in ids:
            if path := record_file(cache, release_id):
                old = read_release(path, path.name)
                if (new := how(old)) != old:
                    files[path] = write_release(new, "json" if path.suffix == ".json" else "yaml")
                    changed.append(release_id)
        write_all(files)
    return tuple(changed)


def record_file(cache: Cache, release_id: str) -> Path | None:
    """The file of a live release: what `edit` opens."""
    row = cache.db.execute("select path from releases where id = ? and live", (release_id,)).fetchone()
    return cache.index.root / row[0] if row else None


def broken_file(cache: Cache, typed: str) -> Path | None:
    """The one record that cannot be read with these characters in its file name."""
    rows = cache.db.execute("select path from broken where instr(path, ?)", (typed,)).fetchall()
    return cache.index.root / rows[0][0] if len(rows) == 1 else None
