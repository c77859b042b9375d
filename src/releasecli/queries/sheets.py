"""What goes into a file that people share?"""

import sqlite3
from collections.abc import Iterable, Sequence

from releasecli.model.results import Aligned, Cited, Comparison, Event, Line, Reading, Sheet, Summary
from releasecli.store.cache.reading import text_of


def timeline_sheet(db: sqlite3.Connection, title: str, rows: Sequence[Event]) -> Sheet:
    """A timeline: one row an event under its year."""
    lines = tuple(
        Line(
            head=row.date[:10],
            text=row.text,
            release=row.release,
            start=row.start,
            end=row.end,
            ref=row.ref,
            group=row.date[:4],
            who=", ".join(entity.name for entity in row.who if entity.name not in row.text),
            basis=row.basis,
            first=row.earliest,
            last=row.latest,
        )
        for row in rows
    )
    return Sheet(title, lines, cited(db, (line.release for line in lines)))


def summary_sheet(db: sqlite3.Connection, title: str, found: Summary) -> Sheet:
    """A summary: one row a sentence under the day its release came out."""
    lines = tuple(
        Line(
            head=(row.published or "")[:10],
            text=row.text,
            release=row.release,
            start=row.start,
            end=row.end,
            ref=row.ref,
            who=", ".join(entity.name for entity in row.who if entity.name not in row.text),
        )
        for row in found.rows
    )
    return Sheet(title, lines, cited(db, (line.release for line in lines)), "summary")


def comparison_sheet(found: Comparison, sources: tuple[Cited, ...]) -> Sheet:
    """A comparison: what both say, what differs, what only one says; a row for each passage."""
    named = dict(zip(("only_a", "only_b"), found.labels, strict=False))
    lines = tuple(
        Line(
            head=passage.label,
            text=passage.text,
            release=passage.release,
            start=passage.start,
            end=passage.end,
            ref=passage.ref,
            group=f"Only {named[row.kind]}" if row.kind in named else _topic(row),
        )
        for row in found.rows
        for passage in (row.a, row.b)
        if passage
    )
    return Sheet(f"Compared: {', '.join(found.labels)}", lines, sources, "comparison")


def _topic(row: Aligned) -> str:
    return f"{row.kind.capitalize()}: {row.topic}" if row.topic else row.kind.capitalize()


def release_sheet(readings: Sequence[Reading]) -> Sheet:
    """Releases as they are read: their dated words as rows."""
    lines = tuple(
        Line(
            head=time.value,
            text=time.text,
            release=reading.release.id,
            start=time.start,
            end=time.end,
            ref=_ref(reading, time.start),
            group=reading.release.header.title,
            basis=time.basis,
            first=time.earliest,
            last=time.latest,
        )
        for reading in readings
        for time in reading.facts.times
        if time.role == "event" and time.basis != "vague" and (time.earliest or time.latest)
    )
    title = readings[0].release.header.title if len(readings) == 1 else f"{len(readings)} releases"
    return Sheet(title, lines, tuple(map(cited_of, readings)), "release")


def cited(db: sqlite3.Connection, ids: Iterable[str]) -> tuple[Cited, ...]:
    """The releases of rows, each once, in order, with their texts."""
    columns = "n, title, issuer, published, url"
    found = []
    for ident in dict.fromkeys(ids):
        row = db.execute(f"select {columns} from releases where live and id = ?", (ident,)).fetchone()
        n, title, issuer, published, url = row
        found.append(Cited(ident, title, issuer, published, url, text_of(db, n)))
    return tuple(found)


def cited_of(reading: Reading) -> Cited:
    """A release that was read, as a page quotes it."""
    release = reading.release
    return Cited(
        release.id,
        release.header.title,
        release.header.issuer,
        release.header.published,
        release.source.url,
        release.text,
    )


def _ref(reading: Reading, at: int) -> str:
    numbers = (number for number, (_, end) in enumerate(reading.paragraphs, 1) if at < end)
    return f"{reading.release.id}:{next(numbers, 0)}"
