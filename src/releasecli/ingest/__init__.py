"""How do files become records? Read, header, put, with counts; then refresh."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path

from releasecli import refresh
from releasecli.errors import IndexProblem
from releasecli.ingest.batch import Batch, flush
from releasecli.ingest.events import Counts, Event, IngestOptions
from releasecli.ingest.inputs import Known, asking_less, known, mark_of_answer, mark_of_file, remember
from releasecli.ingest.putting import put
from releasecli.ingest.reading import Ready, releases
from releasecli.readers import Failure, Item, sources
from releasecli.refresh.texts import COUNTED
from releasecli.refresh.workers import Died, cores, shared
from releasecli.store.cache import fulltext
from releasecli.store.cache.database import Cache, meta
from releasecli.store.cache.making import in_memory, undone_by_a_fault
from releasecli.store.index import SETTINGS, Index
from releasecli.store.records import Broken

__all__ = ["Counts", "Event", "IngestOptions", "ingest"]

BATCH = 400
_FEW = 16
_LITTLE = 300_000  # bytes one process reads sooner than another starts


def ingest(
    inputs: Sequence[str],
    options: IngestOptions,
    index: Index,
    *,
    on_event: Callable[[Event], None] = lambda _: None,
    say: refresh.Say = lambda _: None,
    progress: refresh.Progress = lambda *_: None,
) -> Counts:
    """Take in files, folders, URLs or stdin. A failure never costs others; never half a release is kept.

    `on_event` hears of every release once it is safely stored; `progress` of inputs done and to do.
    """
    counts = Counts()
    with _cache(options, index, say, progress) as cache:
        run = _Run(options, Batch(cache, _form(cache)), counts, on_event, progress)
        _take_all(run, list(_to_do(run, inputs)))
    if options.facts and not options.dry_run and counts.added + counts.versions:
        refresh.make_facts(refresh.ensure(index, say=say), say=say, progress=progress).db.close()
    return counts


@contextmanager
def _cache(options: IngestOptions, index: Index, say: refresh.Say, progress: refresh.Progress) -> Iterator[Cache]:
    """The writer's cache; for a dry run before there is an index one that leaves nothing behind."""
    if options.dry_run and not (index.root / SETTINGS).exists():
        yield in_memory(index)
        return
    with refresh.writer(index, say, progress) as cache:
        yield cache


@dataclass(frozen=True, slots=True)
class _Run:
    """One ingest under way; `made`: ids added or changed so far."""

    options: IngestOptions
    batch: Batch
    counts: Counts
    on_event: Callable[[Event], None]
    progress: refresh.Progress
    made: set[str] = field(default_factory=set)


def _take_all(run: _Run, todo: list[tuple[Item, str]]) -> None:
    """Read in other processes, decide and write in this one; what was not yet written is undone by a fault."""
    db = run.batch.cache.db
    marks = dict(todo)
    results = shared(marks, partial(releases, asking_less(db, marks, run.options)), _processes(todo))
    with undone_by_a_fault(db, keep=not run.options.dry_run):
        for done, (item, found) in enumerate(groupby(results, key=lambda pair: pair[0]), 1):
            _take(run, item, (result for _, result in found), marks[item])
            if len(run.batch.events) >= BATCH:
                _flush(run)
            run.progress("reading inputs", done, len(todo))
        _flush(run)
        fulltext.finish(db)


def _take(run: _Run, item: Item, found: Iterator[Ready | Failure | Died], mark: str) -> None:
    """All releases of one input. An input of many is written in batches on the way."""
    db = run.batch.cache.db
    told: list[Event] = []
    mendable, number = False, 0
    for number, result in enumerate(found, 1):
        if _says_unchanged(item, result):
            _tell_again(run, known(db, item, run.options) or Known())
            return
        event, passing = _one(run, item, result)
        if event.kind in {"failed", "deleted"}:
            told.append(event)
        mendable = mendable or passing
        mark = mark or mark_of_answer(result)
        if number % BATCH == 0:
            _flush(run)
    if mark and number and not mendable:
        remember(db, item, run.options, Known(mark, number, tuple(told)))


def _says_unchanged(item: Item, result: Ready | Failure | Died) -> bool:
    """Did the server say that nothing changed?"""
    return isinstance(result, Failure) and result.skipped and "://" in item.uri


def _tell_again(run: _Run, before: Known) -> None:
    """What an input gave that is as when last read."""
    run.counts.count("unchanged", before.count - len(before.told))
    run.batch.events += before.told


def _one(run: _Run, item: Item, result: Ready | Failure | Died) -> tuple[Event, bool]:
    """What became of one release, and whether another try may mend it."""
    if isinstance(result, Ready):
        try:
            return put(run.batch, result, run.made, again=run.options.again), False
        except Broken as broken:
            result = Failure(item.uri, f"its record cannot be read: {broken}", passing=True)
    if isinstance(result, Died):
        result = Failure(item.uri, "the reader broke down on it", passing=True)
    event = Event("failed", result.uri, detail=result.reason, line=result.line)
    run.batch.events.append(event)
    return event, result.passing


def _flush(run: _Run) -> None:
    if len(run.made) // COUNTED > (len(run.made) - len(run.batch.events)) // COUNTED:
        fulltext.finish(run.batch.cache.db)
    for event in flush(run.batch, dry=run.options.dry_run):
        run.counts.count(event.kind)
        run.on_event(event)


def _to_do(run: _Run, inputs: Sequence[str]) -> Iterator[tuple[Item, str]]:
    """The inputs to read, each with its mark; one that is as when last read is counted and left out."""
    for item in sources(list(_inputs(inputs)), run.options.read):
        if isinstance(item, Failure):
            run.batch.events.append(Event("failed", item.uri, detail=item.reason, line=item.line))
            continue
        mark = mark_of_file(item)
        before = known(run.batch.cache.db, item, run.options)
        if mark and before and before.mark == mark:
            _tell_again(run, before)
        else:
            yield item, mark


def _inputs(inputs: Sequence[str]) -> Iterator[str]:
    """Of another index its records and earlier texts, not its settings and logs."""
    for each in inputs:
        folders = [folder for name in ("releases", "versions") if (folder := Path(each) / name).is_dir()]
        if folders and (Path(each) / SETTINGS).is_file():
            yield from map(str, folders)
        else:
            yield each


def _processes(todo: list[tuple[Item, str]]) -> int:
    """One where there is little to do, or where stdin must be read."""
    if any(item.uri == "-" for item, _ in todo):
        return 1
    return cores() if len(todo) >= _FEW or sum(map(_size, todo)) > _LITTLE else 1


def _size(one: tuple[Item, str]) -> int:
    try:
        return Path(one[0].uri).stat().st_size
    except (OSError, ValueError):
        return 0


def _form(cache: Cache) -> str:
    form = str((meta(cache.db, "releasecli") or {}).get("records", "yaml"))
    if form not in {"yaml", "json"}:
        raise IndexProblem(f"{SETTINGS}: records is {form!r}", "it is yaml or json")
    return form
