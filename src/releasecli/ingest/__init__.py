"""How do files become records? Read, header, put, with counts; then refresh."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from stat import S_ISREG

import releasecli
from releasecli import refresh
from releasecli.errors import IndexProblem
from releasecli.ingest.batch import Batch, flush
from releasecli.ingest.events import Counts, Event, IngestOptions, Kind
from releasecli.ingest.putting import put
from releasecli.ingest.reading import Ready, place_of, releases
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
    stamps = dict(todo)
    results = shared(stamps, partial(releases, _asking_less(run, todo)), _processes(todo))
    with undone_by_a_fault(db, keep=not run.options.dry_run):
        for done, (item, found) in enumerate(groupby(results, key=lambda pair: pair[0]), 1):
            _take(run, item, (result for _, result in found), stamps[item])
            if len(run.batch.events) >= BATCH:
                _flush(run)
            run.progress("reading inputs", done, len(todo))
        _flush(run)
        fulltext.finish(db)


def _take(run: _Run, item: Item, found: Iterator[Ready | Failure | Died], stamp: str) -> None:
    """All releases of one input. An input of many is written in batches on the way."""
    kinds = set()
    number = 0
    for number, result in enumerate(found, 1):
        if _unchanged(run, item, result):
            return
        kinds.add(_one(run, item, result))
        stamp = stamp or _validators(result)
        if number % BATCH == 0:
            _flush(run)
    if stamp and number and not kinds & {"failed", "deleted"}:
        db = run.batch.cache.db
        db.execute(
            "insert or replace into inputs values(?, ?, ?, ?)", (place_of(item), stamp, _key(run.options), number)
        )


def _asking_less(run: _Run, todo: list[tuple[Item, str]]) -> IngestOptions:
    """The options with how each URL's answer was marked last time, so that a server need not send it again."""
    marked = "select stamp from inputs where uri = ? and options = ?"
    urls = [item.uri for item, _ in todo if "://" in item.uri and not run.options.again]
    rows = {url: run.batch.cache.db.execute(marked, (url, _key(run.options))).fetchone() for url in urls}
    known = {url: _pair(row[0]) for url, row in rows.items() if row}
    return replace(run.options, read=replace(run.options.read, validators=known)) if known else run.options


def _pair(stamp: str) -> tuple[str, str]:
    etag, _, modified = stamp.partition("\n")
    return etag, modified


def _validators(result: Ready | Failure | Died) -> str:
    """ETag and Last-Modified of the answer a release came in, a line each; empty for none."""
    fields = result.document.fields if isinstance(result, Ready) else {}
    marks = (fields.get("etag", ""), fields.get("last_modified", ""))
    return "\n".join(marks) if any(marks) else ""


def _unchanged(run: _Run, item: Item, result: Ready | Failure | Died) -> bool:
    """Did the server say that nothing changed? All releases of the last answer are counted."""
    if not (isinstance(result, Failure) and result.skipped and "://" in item.uri):
        return False
    row = run.batch.cache.db.execute("select count from inputs where uri = ?", (item.uri,)).fetchone()
    run.counts.count("unchanged", row[0] if row else 1)
    return True


def _one(run: _Run, item: Item, result: Ready | Failure | Died) -> Kind:
    if isinstance(result, Ready):
        try:
            return put(run.batch, result, run.made, again=run.options.again)
        except Broken as broken:
            result = Failure(item.uri, f"its record cannot be read: {broken}")
    if isinstance(result, Died):
        result = Failure(item.uri, "the reader broke down on it")
    run.batch.events.append(Event("failed", result.uri, detail=result.reason, line=result.line))
    return "failed"


def _flush(run: _Run) -> None:
    if len(run.made) // COUNTED > (len(run.made) - len(run.batch.events)) // COUNTED:
        fulltext.finish(run.batch.cache.db)
    for event in flush(run.batch, dry=run.options.dry_run):
        run.counts.count(event.kind)
        run.on_event(event)


def _to_do(run: _Run, inputs: Sequence[str]) -> Iterator[tuple[Item, str]]:
    """The inputs to read, each with its stamp; one that is as when last read is counted and left out."""
    db, key = run.batch.cache.db, _key(run.options)
    for item in sources(list(_inputs(inputs)), run.options.read):
        if isinstance(item, Failure):
            run.batch.events.append(Event("failed", item.uri, detail=item.reason, line=item.line))
            continue
        stamp = _stamp(item)
        row = db.execute("select stamp, options, count from inputs where uri = ?", (place_of(item),)).fetchone()
        if stamp and not run.options.again and row and row[:2] == (stamp, key):
            run.counts.count("unchanged", row[2])
        else:
            yield item, stamp


def _inputs(inputs: Sequence[str]) -> Iterator[str]:
    """Of another index its records and earlier texts, not its settings and logs."""
    for each in inputs:
        folders = [folder for name in ("releases", "versions") if (folder := Path(each) / name).is_dir()]
        if folders and (Path(each) / SETTINGS).is_file():
            yield from map(str, folders)
        else:
            yield each


def _stamp(item: Item) -> str:
    """Time and size of a file; empty for what has none, or was written a moment ago and may be written again."""
    try:
        stat = Path(item.uri).stat()
    except (OSError, ValueError):
        return ""
    settled = S_ISREG(stat.st_mode) and abs(time.time() - stat.st_mtime) > 1
    return f"{stat.st_mtime_ns}:{stat.st_size}" if settled else ""


def _key(options: IngestOptions) -> str:
    """What else the outcome depends on."""
    whole = f"{releasecli.__version__}{options.read}{options.header}"
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


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
