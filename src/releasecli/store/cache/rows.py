"""What does the cache keep of one release?

`prepare` is pure and runs in any process; the others write its result and are called by refresh alone.
"""

import json
import sqlite3
from calendar import monthrange
from dataclasses import dataclass
from typing import Any

from releasecli.model.plain import plain
from releasecli.model.release import Release
from releasecli.store.cache import fulltext
from releasecli.store.cache.fact_rows import clear_facts
from releasecli.store.cache.shingles import bands, shingles
from releasecli.store.cache.spans import packed
from releasecli.store.cache.texts import put_text, text_of
from releasecli.store.identity import hash_bytes, text_hash
from releasecli.text.paragraphs import paragraphs
from releasecli.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is computed from a text alone: packed spans, bands of the sketch."""

    hash: str
    spans: bytes
    marks: bytes
    bands: tuple[int, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A record on disk: path below the index, time and size as the file system says."""

    path: str
    mtime_ns: int
    size: int


def prepare(text: str, language: str | None) -> Prepared:
    """Everything the text stage needs and no other release has a say in."""
    return Prepared(
        hash=text_hash(text),
        spans=packed(sentences(text, language)),
        marks=packed(paragraphs(text)),
        bands=bands(shingles(text)),
        words=len(text.split()),
    )


def put(db: sqlite3.Connection, release: Release, ready: Prepared, kept: Kept) -> int | None:
    """Add or replace a release; the number of its new row, or None where only values beside the text changed."""
    row = columns(release, ready, kept)
    old = db.execute(
        f"select n, hash, title, {', '.join(_SEEN)}, facts from releases where id = ? and live", (release.id,)
    ).fetchone()
    same_text = old is not None and old[1:3] == (row["hash"], release.header.title)
    n = _changed(db, old, row, release) if same_text else _added(db, row, release, ready)
    db.execute("delete from tags where n = ?", (n,))
    db.executemany("insert or ignore into tags values(?, ?)", [(tag, n) for tag in release.tags])
    _remember(db, release, ready.hash)
    return None if same_text else n


def _changed(db: sqlite3.Connection, old: tuple[Any, ...], row: dict[str, Any], release: Release) -> int:
    """The same text with other values: facts are made again only where a value they depend on changed."""
    n = int(old[0])
    before = db.execute("select body from corrections where n = ?", (n,)).fetchone()
    after = _corrections(release)
    stay = old[3:-1] == tuple(row[key] for key in _SEEN) and (before[0] if before else None) == after
    values = {**row, "facts": old[-1] if stay else 0}
    db.execute(f"update releases set {', '.join(f'{key} = ?' for key in values)} where n = ?", (*values.values(), n))
    db.execute("delete from corrections where n = ?", (n,))
    if after:
        db.execute("insert into corrections values(?, ?)", (n, after))
    return n


def _added(db: sqlite3.Connection, row: dict[str, Any], release: Release, ready: Prepared) -> int:
    retire(db, release.id)
    marks = ", ".join("?" * len(row))
    n = db.execute(f"insert into releases({', '.join(row)}) values({marks})", tuple(row.values())).lastrowid
    assert n is not None
    logged = db.execute("select added, changed from logged where id = ?", (release.id,)).fetchone() or (None, None)
    db.execute("update releases set cluster = n, added = ?, changed = ? where n = ?", (*logged, n))
    put_text(db, n, release.text)
    db.execute("insert into sentences values(?, ?, ?)", (n, ready.spans, ready.marks))
    if corrections := _corrections(release):
        db.execute("insert into corrections values(?, ?)", (n, corrections))
    fulltext.add(db, n, release.header.title, release.text)
    return n


def _corrections(release: Release) -> str | None:
    return json.dumps(plain(release.corrections), ensure_ascii=False) if release.corrections else None


def retire(db: sqlite3.Connection, release_id: str) -> int | None:
    """Take a release out of every answer; its full-text row is joined away by `live = 0`."""
    found = db.execute("select n from releases where id = ? and live", (release_id,)).fetchone()
    if not found:
        return None
    n = int(found[0])
    db.executemany(
        "delete from bands where band = ? and n = ?", ((band, n) for band in bands(shingles(text_of(db, n))))
    )
    clear_facts(db, n)
    for table in ("texts", "sentences", "tags", "corrections"):
        db.execute(f"delete from {table} where n = ?", found)
    db.execute("update releases set live = 0 where n = ?", found)
    return n


_SEEN = ("issuer", "issuer_id", "side", "category", "published", "place", "language")  # what facts depend on


def columns(release: Release, ready: Prepared, kept: Kept) -> dict[str, Any]:
    """The row of a release, but for what other releases and the logs have a say in."""
    header, source = release.header, release.source
    first, last = days(header.published)
    return {
        "id": release.id,
        "hash": hash_bytes(ready.hash),
        "title": header.title,
        "issuer": header.issuer,
        "issuer_id": header.issuer_id,
        "side": header.side,
        "category": header.category,
        "category_text": header.category_text,
        "published": header.published,
        "published_from": header.published_from,
        "candidates": json.dumps(header.published_candidates) if header.published_candidates else None,
        "place": header.place,
        "language": header.language,
        "version": release.version,
        "tags": f" {' '.join(release.tags)} " if release.tags else None,
        "notes": release.notes,
        "url": source.url,
        "format": source.format,
        "sha256": source.sha256 if source.sha256 != ready.hash else None,
        "source_key": source.key,
        "path": kept.path,
        "mtime_ns": kept.mtime_ns,
        "size": kept.size,
        "day": first,
        "day_last": last,
        "words": ready.words,
    }


def _remember(db: sqlite3.Connection, release: Release, digest: str) -> None:
    """Which texts and source keys stand for this release from now on."""
    db.execute("update hashes set state = 'earlier' where id = ?", (release.id,))
    hashes = {hash_bytes(digest), hash_bytes(release.source.sha256)} - {b""}
    db.executemany("insert or replace into hashes values(?, ?, 'live')", [(h, release.id) for h in hashes])
    keys = [key for key in (release.source.key, *release.source.also) if key]
    db.executemany("insert or replace into keys values(?, ?)", [(key, release.id) for key in keys])


def days(published: str | None) -> tuple[str | None, str | None]:
    """First and last ISO day of a published value: a month has both, an unknown date neither."""
    parts = (published or "")[:10].split("-")
    if not published or not parts[0].isdigit():
        return None, None
    if len(parts) == 1:
        return f"{parts[0]}-01-01", f"{parts[0]}-12-31"
    if len(parts) == 2:
        last = monthrange(int(parts[0]), int(parts[1]))[1]
        return f"{published}-01", f"{published}-{last:02}"
    return published[:10], published[:10]
