"""How does a line become a row of the answer?"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from releasecli.model.entity import Entity
from releasecli.model.results import Event
from releasecli.queries.identity import identities
from releasecli.queries.speakers import speakers
from releasecli.queries.timeline.dated import precision
from releasecli.queries.timeline.lines import Line
from releasecli.queries.timeline.passages import Sentence
from releasecli.store.cache.reading import sentences_of


def events(db: sqlite3.Connection, lines: Iterable[Line], sentence: Sentence) -> tuple[Event, ...]:
    """The lines as rows, each with its text, its sources and its speaker."""
    found = list(lines)
    ids = _ids(db, {row.n for line in found for row in line.rows})
    places = dict(_places(db, found))
    return tuple(_event(line, sentence(line.first), ids, places[_place(line)]) for line in found)


class _Place(NamedTuple):
    """What the release that says it first tells of a sentence: its paragraph, and who speaks there."""

    paragraph: int
    who: tuple[Entity, ...]


def _ids(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str]:
    return {n: db.execute("select id from releases where n = ?", (n,)).fetchone()[0] for n in numbers}


def _places(db: sqlite3.Connection, lines: Iterable[Line]) -> Iterator[tuple[tuple[int, int, int], _Place]]:
    """Each release is opened once."""
    known = identities(db)
    for n, same in groupby(sorted({_place(line) for line in lines}), key=itemgetter(0)):
        places = list(same)
        inside = {start: paragraph for start, _, paragraph in sentences_of(db, n)}
        for place, who in zip(places, speakers(known, n, [place[1:] for place in places]), strict=True):
            yield place, _Place(inside.get(place[1], 1), who)


def _place(line: Line) -> tuple[int, int, int]:
    return line.first.n, line.first.sstart, line.first.send


def _event(line: Line, text: str, ids: Mapping[int, str], place: _Place) -> Event:
    row = line.first
    releases = tuple(dict.fromkeys(ids[each.n] for each in line.rows))
    return Event(
        date=line.date,
        earliest=row.earliest,
        latest=row.latest,
        precision=precision(row),
        basis="vague" if row.shape.ambiguous else row.shape.basis,  # type: ignore[arg-type]  # as the cache has it
        role=row.shape.role,  # type: ignore[arg-type]  # as the cache has it
        text=text,
        release=releases[0],
        start=row.sstart,
        end=row.send,
        ref=f"{releases[0]}:{place.paragraph}",
        who=place.who,
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
    if row.shape.role == "publication" or line.lead:
        return "day of publication"
    words = text[row.start - row.sstart : row.end - row.sstart]
    return f"'{words}'" if row.shape.basis == "stated" or not row.day else f"'{words}' in a release of {row.day}"
