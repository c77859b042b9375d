"""How does a line become a row of the answer?"""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache

from releasecli.model.results import Event
from releasecli.queries.speakers import speakers
from releasecli.queries.timeline.dated import precision
from releasecli.queries.timeline.lines import Line
from releasecli.queries.timeline.passages import Sentence


def events(db: sqlite3.Connection, lines: Iterable[Line], sentence: Sentence) -> tuple[Event, ...]:
    """The lines as rows, each with its text, its sources and its speaker."""
    ids = lru_cache(maxsize=None)(lambda n: db.execute("select id from releases where n = ?", (n,)).fetchone()[0])
    return tuple(_event(db, line, sentence(line.first), [ids(row.n) for row in line.rows]) for line in lines)


def _event(db: sqlite3.Connection, line: Line, text: str, ids: list[str]) -> Event:
    row = line.first
    releases = tuple(dict.fromkeys(ids))
    return Event(
        date=line.date,
        earliest=row.earliest,
        latest=row.latest,
        precision=precision(row),
        basis="vague" if row.ambiguous else row.basis,  # type: ignore[arg-type]  # as the cache has it
        role=row.role,  # type: ignore[arg-type]  # as the cache has it
        text=text,
        release=releases[0],
        start=row.sstart,
        end=row.send,
        ref=f"{releases[0]}:{row.paragraph}",
        who=speakers(db, row.n, row.sstart, row.send),
        count=len(releases),
        releases=releases,
        score=line.score or float(len(releases)),
        spans=_spans(line),
        why="; ".join(filter(None, (_why(line, text), line.why))),
    )


def _spans(line: Line) -> tuple[tuple[int, int], ...]:
    """Where in the first release's text the date stands in the sentence."""
    first = line.first
    same = [row for row in line.rows if (row.n, row.sstart) == (first.n, first.sstart)]
    return tuple((row.start, min(row.end, row.send)) for row in same if row.end > row.start)


def _why(line: Line, text: str) -> str:
    """Where the date comes from."""
    row = line.first
    if row.role == "publication" or line.lead:
        return "day of publication"
    words = text[row.start - row.sstart : row.end - row.sstart]
    return f"'{words}'" if row.basis == "stated" or not row.day else f"'{words}' in a release of {row.day}"
