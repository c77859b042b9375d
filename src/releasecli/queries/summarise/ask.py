"""What do these releases say, verbatim and in brief?"""

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import dropwhile
from typing import NamedTuple

from releasecli.model.results import Summary, Told
from releasecli.queries.about import about
from releasecli.queries.asked import Asked, asked
from releasecli.queries.content import content, know_stems
from releasecli.queries.filters import Filters
from releasecli.queries.identity import Identities, identities
from releasecli.queries.leads import lead_spans
from releasecli.queries.manner import opening, unended
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.speakers import speakers
from releasecli.queries.summarise.choice import Passage, Pick, told
from releasecli.store.cache.reading import text_of

_RELEASES = 400
_ONE, _OF_FEW, _OF_MANY = 400, 40, 12
_FEW = 20
_SAYS = re.compile(r"[^\W\d_]{2,}.*[^\W\d_]{2,}.*[^\W\d_]{2,}", re.DOTALL)


class SummaryQuery(NamedTuple):
    """What is to be told, in how many sentences or words. `filters.ids` names single releases."""

    search: SearchQuery = SearchQuery()
    filters: Filters = Filters()
    sentences: int | None = None
    words: int | None = None


class _Place(NamedTuple):
    """A sentence of the cache."""

    n: int
    start: int
    end: int
    paragraph: int
    text: str
    place: int
    day: str


def summarise(db: sqlite3.Connection, query: SummaryQuery) -> Summary:
    """Sentences of the releases as they stand, in order of time; five where neither sentences nor words are given."""
    question = asked(db, query.search, query.filters)
    found = _places(db, question)
    know_stems(db, len(found))
    places = _distinct(_concerned(db, question, found))
    most = query.sentences or (None if query.words else 5)
    picks = told(_passages(places, question), most, query.words)
    rows = sorted(picks, key=lambda pick: _order(places[pick.number]))
    known = identities(db)
    return Summary(
        tuple(_row(known, places[pick.number], pick) for pick in rows), len({p.n for p in found}), question.notes
    )


def _places(db: sqlite3.Connection, question: Asked) -> list[_Place]:
    """The sentences to choose from, the newest releases first, near-duplicate releases once."""
    condition = question.condition
    rows = db.execute(
        f"select min(r.n), r.day, length(r.title), s.spans, s.marks from releases r join sentences s on s.n = r.n "
        f"where {condition.sql} group by r.cluster order by r.day desc, r.n limit {_RELEASES}",
        condition.values,
    ).fetchall()
    most = _ONE if len(rows) == 1 else _OF_FEW if len(rows) <= _FEW else _OF_MANY
    return [place for row in rows for place in _of_release(db, row, most)]


def _of_release(db: sqlite3.Connection, row: tuple[int, str | None, int, bytes, bytes], most: int) -> list[_Place]:
    n, day, title, spans, marks = row
    text = text_of(db, n)
    found = [(s, e, p, text[s:e]) for s, e, p in lead_spans(spans, marks, title, most)]
    said = [place for place in found if _SAYS.search(place[3])] or found
    kept = list(dropwhile(lambda place: unended(place[3]), said)) or said
    first = opening([place[3] for place in kept])
    return [_Place(n, s, e, p, words, place - first, day or "") for place, (s, e, p, words) in enumerate(kept)]


def _concerned(db: sqlite3.Connection, question: Asked, places: Sequence[_Place]) -> Sequence[_Place]:
    """What holds a word of the query or stands in a release about it; all where nothing does."""
    meant = about(db, question, partial(text_of, db))
    return [p for p in places if question.count(content(p.text)) or meant(p.n)] or places


def _distinct(places: Sequence[_Place]) -> list[_Place]:
    """Each sentence once; what stands in three releases or more is a formula."""
    releases = Counter(text for _, text in {(place.n, place.text) for place in places})
    most = 2 if len({place.n for place in places}) > 3 else 99
    kept: dict[str, _Place] = {}
    for place in places:
        if releases[place.text] <= most:
            kept.setdefault(place.text, place)
    return list(kept.values()) or list(places)


def _passages(places: Sequence[_Place], question: Asked) -> list[Passage]:
    days = {day: age for age, day in enumerate(sorted({place.day for place in places}, reverse=True))}
    oldest = min(days, default="")
    single = len({place.n for place in places}) < 2
    return [
        Passage(
            place.text,
            release=place.n,
            age=days[place.day],
            place=place.place,
            oldest=place.day == oldest and not single,
            asked=question.count(content(place.text)),
        )
        for place in places
    ]


def _order(place: _Place) -> tuple[str, int, int]:
    return place.day or "9999", place.n, place.start


def _row(known: Identities, place: _Place, pick: Pick) -> Told:
    release, published, issuer = known.db.execute(
        "select id, published, issuer from releases where n = ?", (place.n,)
    ).fetchone()
    who = speakers(known, place.n, [(place.start, place.end)])[0]
    return Told(
        release, place.start, place.end, place.text, f"{release}:{place.paragraph}", who, pick.score, pick.why,
        published, issuer,
    )  # fmt: skip
