"""What goes into a file that people share?"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from releasecli.model.comparison import Comparison, Passage
from releasecli.model.results import Event, Summary, unnamed
from releasecli.model.sheet import Cited, Line, Sheet
from releasecli.store.cache.reading import text_of


def timeline_sheet(db: sqlite3.Connection, title: str, rows: Sequence[Event]) -> Sheet:
    """A timeline: one row an event under its year."""
    lines = tuple(
        Line(
            head=row.date[:10].ljust(4, "x"),
            text=row.text,
            release=row.release,
            start=row.start,
            end=row.end,
            ref=row.ref,
            group=row.date[:4].ljust(4, "x"),
            who=unnamed(row),
            basis=row.basis,
            first=row.earliest,
            last=row.latest,
            spans=row.spans,
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
            who=unnamed(row),
            first=_day(row.published),
            last=_day(row.published),
        )
        for row in found.rows
    )
    return Sheet(title, lines, cited(db, (line.release for line in lines)), "summary")


def comparison_sheet(found: Comparison, sources: tuple[Cited, ...]) -> Sheet:
    """A comparison: what both say, what differs, what only one says; a row for each passage.

    Of three and more accounts what several say of a topic, then what only one says.
    """
    parts = _topics(found) if found.table else _rows(found)
    lines = tuple(
        _line(found, passage, _Heading(group, topic, number))
        for number, (group, topic, passages) in enumerate(parts)
        for passage in passages
        if passage
    )
    return Sheet(f"{len(found.labels)} accounts compared: {', '.join(found.labels)}", lines, sources, "comparison")


_DAY = len("2023-03-21")
_Part = tuple[str, str, tuple[Passage | None, ...]]


class _Heading(NamedTuple):
    """Where a row of a comparison stands: under which heading, about what, the how manieth thing told."""

    group: str
    topic: str
    part: int


def _line(found: Comparison, passage: Passage, heading: _Heading) -> Line:
    """A row: the passage, or the sentence it stands in with the passage set off."""
    whole = next((told for told in _sentences(found) if _within(passage, told)), passage)
    return Line(
        head=whole.label,
        text=whole.text,
        release=whole.release,
        start=whole.start,
        end=whole.end,
        ref=whole.ref,
        group=heading.group,
        topic=heading.topic,
        part=heading.part,
        spans=() if whole == passage else ((passage.start, passage.end),),
    )


def _sentences(found: Comparison) -> Iterator[Passage]:
    return (told for row in found.rows if row.kind != "differs" for told in (row.a, row.b) if told)


def _within(passage: Passage, sentence: Passage) -> bool:
    same = passage.release == sentence.release and passage != sentence
    return same and sentence.start <= passage.start and passage.end <= sentence.end


def _rows(found: Comparison) -> Iterator[_Part]:
    headings = {"both": "Both say", "differs": "They differ", "only_a": f"Only {found.labels[0]}"}
    for row in found.rows:
        yield headings.get(row.kind, f"Only {found.labels[1]}"), row.topic, (row.a, row.b)


def _topics(found: Comparison) -> Iterator[_Part]:
    for topic in found.table:
        told = [passage for passage in topic.cells if passage]
        yield "Several say" if len(told) > 1 else f"Only {told[0].label}", "", topic.cells


def _day(published: str | None) -> str | None:
    """The day of publication where it is known to the day."""
    return published[:10] if published and len(published) >= _DAY else None


def cited(db: sqlite3.Connection, ids: Iterable[str]) -> tuple[Cited, ...]:
    """The releases of rows, each once, in order, with their texts."""
    columns = "n, title, issuer, published, url, language"
    found = []
    for ident in dict.fromkeys(ids):
        row = db.execute(f"select {columns} from releases where live and id = ?", (ident,)).fetchone()
        n, title, issuer, published, url, language = row
        found.append(Cited(ident, title, issuer, published, url, text_of(db, n), language))
    return tuple(found)
