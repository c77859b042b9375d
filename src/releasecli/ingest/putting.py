"""What does each verdict do?"""

from dataclasses import replace
from pathlib import Path

from releasecli.ingest.batch import Batch, held, keep, move_to_versions, path_of
from releasecli.ingest.events import Event, Kind
from releasecli.ingest.reading import Ready
from releasecli.ingest.verdicts import verdict
from releasecli.model import Release, Source
from releasecli.store.added import Entry, now
from releasecli.store.cache.rows import prepare
from releasecli.store.identity import by_hand, hash_bytes, merged, mint, record_path, seals, text_hash, version_path
from releasecli.store.records import write_release


def put(batch: Batch, ready: Ready, made: set[str], *, again: bool) -> Event:
    """Decide about one release and put it where it belongs; `made` holds the ids this run has added or changed.

    Raises Broken, with nothing done, where the record it belongs to cannot be read.
    """
    found = verdict(batch.cache.db, ready, again=again)
    if found.what == "new":
        event = _new(batch, ready)
    elif found.what == "version":
        event = _version(batch, ready, found.id)
    elif found.what == "earlier":
        event = _earlier(batch, ready, found.id)
    elif found.what == "known":
        event = _known(batch, ready, found.id, made)
    else:
        event = _event("deleted", ready, found.id, "deleted before; --again takes it in")
    if event.id and event.kind in {"added", "version"}:
        made.add(event.id)
    batch.events.append(event)
    return event


def _new(batch: Batch, ready: Ready) -> Event:
    origin = ready.document.origin
    release_id = _fresh_id(batch, ready)
    release = replace(ready.record, id=release_id) if ready.record else _release(ready, release_id)
    keep(batch, release, ready.text, _path(ready, release_id, batch.form))
    entry = Entry("added", release_id, ready.text.hash, now(), release.version, uri=ready.place, key=origin.key)
    batch.entries.append(entry)
    return _event("added", ready, release_id)


def _path(ready: Ready, release_id: str, form: str) -> str:
    """Where the record goes; one of another index keeps its file name, so that both merge in git."""
    path = record_path(release_id, ready.header.title, form)
    name = Path(ready.document.origin.uri or "").stem
    if not ready.record or not name.startswith(release_id):
        return path
    return f"{path.rpartition('/')[0]}/{name}.{form}"


def _release(ready: Ready, release_id: str) -> Release:
    fields, origin = ready.document.fields, ready.document.origin
    return Release(
        id=release_id,
        header=ready.header,
        text=ready.document.text,
        source=Source(origin.format, ready.text.hash, origin.url, origin.key),
        tags=tuple(sorted({tag.strip().replace(" ", "-") for tag in fields.get("tags", "").split(",") if tag.strip()})),
        seals=seals(ready.header),
    )


def _earlier(batch: Batch, ready: Ready, release_id: str) -> Event:
    """An earlier version of a release held, from another index: kept where it is not yet."""
    record = ready.record
    assert record is not None
    path = batch.cache.index.root / version_path(release_id, record.version, batch.form)
    if not list(path.parent.glob(f"v{record.version}.*")) and record.text != held(batch, release_id).text:
        batch.earlier[path] = write_release(record, batch.form)
    return _event("unchanged", ready, release_id)


def _version(batch: Batch, ready: Ready, release_id: str) -> Event:
    """The source has another text now: the old one moves to `versions/`, what a person wrote stays."""
    old, path, origin = held(batch, release_id), path_of(batch, release_id), ready.document.origin
    kept = by_hand(old.header, old.seals)
    move_to_versions(batch, old, path, version_path(release_id, old.version, path.rpartition(".")[2]))
    new = replace(
        old,
        header=merged(ready.header, old.header, kept),
        text=ready.document.text,
        source=replace(_from(old.source, ready), sha256=ready.text.hash),
        version=old.version + 1,
        seals=seals(ready.header),
    )
    keep(batch, new, ready.text, path)
    entry = Entry("version", release_id, ready.text.hash, now(), new.version, uri=ready.place, key=origin.key)
    batch.entries.append(entry)
    hand = [*kept, *(["text (kept as the earlier version)"] if text_hash(old.text) != old.source.sha256 else [])]
    return _event("version", ready, release_id, f"kept by hand: {', '.join(hand)}" if hand else "")


def _known(batch: Batch, ready: Ready, release_id: str, made: set[str]) -> Event:
    """Nothing new but perhaps its place: a new source key is noted in the record, a new path in the log."""
    db, key = batch.cache.db, ready.document.origin.key
    held_now = db.execute("select 1 from releases where id = ? and live", (release_id,)).fetchone()
    new_key = bool(held_now and key) and not db.execute("select 1 from keys where key = ?", (key,)).fetchone()
    if new_key:
        old = held(batch, release_id)
        text = prepare(old.text, old.header.language)
        keep(batch, replace(old, source=_from(old.source, ready)), text, path_of(batch, release_id))
    place = db.execute("select 1 from paths where uri = ?", (ready.place,)).fetchone()
    if new_key or (ready.alone and not place and ready.place != "-"):
        batch.entries.append(Entry("source", release_id, ready.text.hash, now(), uri=ready.place, key=key))
    return _event("duplicate" if new_key or release_id in made else "unchanged", ready, release_id)


def _from(source: Source, ready: Ready) -> Source:
    """The source with one more key behind the first, and a URL where none was known."""
    key = ready.document.origin.key
    source = replace(source, url=source.url or ready.document.origin.url)
    if key in (None, source.key, *source.also):
        return source
    if source.key is None:
        return replace(source, key=key)
    return replace(source, also=tuple(sorted({*source.also, str(key)})))


def _fresh_id(batch: Batch, ready: Ready) -> str:
    """An id no other text has: a longer piece of the hash in the rare case that eight digits are taken."""
    own = (ready.record.id,) if ready.record else ()
    ids: list[str] = [*own, *(mint(ready.header, ready.text.hash, length) for length in (8, 12, 16, 64))]
    taken = "select 1 from hashes where id = ? and hash <> ?"
    free = (each for each in ids if not batch.cache.db.execute(taken, (each, hash_bytes(ready.text.hash))).fetchone())
    return next(free, ids[-1])


def _event(kind: Kind, ready: Ready, release_id: str, detail: str = "") -> Event:
    origin = ready.document.origin
    title, published = ready.header.title, ready.header.published
    return Event(kind, origin.uri or ready.place, release_id, title, published, detail, notes=_notes(ready))


def _notes(ready: Ready) -> tuple[str, ...]:
    both = " or ".join(ready.header.published_candidates)
    more = (f"dated {both}: --order dmy or mdy says which",) if both else ()
    return ready.document.origin.notes + more
