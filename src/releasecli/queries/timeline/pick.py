"""Which lines are left when there are too many?"""

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from releasecli.queries.about import often
from releasecli.queries.asked import Asked
from releasecli.queries.content import content, know_stems
from releasecli.queries.filters import Condition, Range, every
from releasecli.queries.leads import lead_spans
from releasecli.queries.manner import asks, manner, nowadays, tells
from releasecli.queries.timeline.choice import Candidate, chosen
from releasecli.queries.timeline.dated import Dated, anchor, date_of, single_day, volume
from releasecli.queries.timeline.days import MOST, Day, Mention, enough, iso, ordinal, ranked
from releasecli.queries.timeline.lines import Dates, Line, lines
from releasecli.queries.timeline.passages import Sentence
from releasecli.queries.timeline.topic import signature, strength
from releasecli.store.cache.dates import SHAPES, Shape, number

# A period stands for no day, and what must be done by a day has not happened on it: both are chosen where days are
# wanting; so is "today" for nowadays. "Since" names the day it began.
_SINCE, _PERIOD = 0.5, 0.02
_LEAD = SHAPES.index(Shape("DATE", "inferred", "event", ambiguous=False))
_LOOKED_AT, _READ = 150, 8_000
_LEADS, _ALL = 8, 400
_LEAD_RELEASES = 40
_CANDIDATES = 400
_FORTNIGHT = 14
_FEW = 10  # days
_BESIDE = 0.8  # the worth of a first sentence without a word of the query


class Material(NamedTuple):
    """All that a choice draws on: the cache, what was asked, the rows (also by date), how to read a sentence."""

    db: sqlite3.Connection
    asked: Asked
    rows: Sequence[Dated]
    dates: Dates
    sentence: Sentence
    meant: Callable[[int], bool]
    when: Range | None = None

    def concerns(self, row: Dated) -> bool:
        """Whether a sentence holds a word of the query or stands in a release about it."""
        return self.asked.names(self.sentence(row)) or self.meant(row.n)


def on_topic(material: Material, found: Sequence[Line]) -> list[Line]:
    """The lines of releases that speak of what was asked for, and of others those that name it themselves."""
    speaks = often(material.db, material.asked)
    return [line for line in found if material.concerns(line.first) or speaks(line.first.n)]


def best_days(material: Material, most: int | None) -> tuple[Day, ...]:
    """The days that matter most, the best first: `most` of them, or as many as stand out."""
    know_stems(material.db, len(material.rows))
    published = volume(material.db, material.asked.condition)
    dates = material.dates if most else _around(material.dates, published)
    mentions = _mentions(material, _nearest(dates, max(_LOOKED_AT, 5 * (most or 0))))
    days = ranked(mentions, published)
    if most is None and len(enough(days)) < MOST:
        days = ranked([*mentions, *_came_out(material, anywhere=len(days) < _FEW)], published)
    return days[:most] if most else enough(days)


def best_lines(material: Material, days: Sequence[Day], per_day: int, *, leads: bool) -> list[Line]:
    """For each of the days the lines that say why it matters; `leads` adds first sentences of releases of that day."""
    offered = _offered(material, days, leads=leads)
    candidates = {day: [_candidate(material, line) for line in lines] for day, lines in offered.items()}
    why = {day.day: _why(day) for day in days}
    picked = [
        line._replace(score=choice.score, why=f"{why[day]}; {_why_line(line, len(offered[day]), choice.score)}")
        for day, choices in chosen(candidates, per_day).items()
        for choice in choices
        for line in [offered[day][choice.place]]
    ]
    return _told_once(picked, {day.day: day.score for day in days})


def _told_once(lines: Sequence[Line], scores: Mapping[str, float]) -> list[Line]:
    """Each sentence under the day that matters most, of equal days the one it names first."""
    best = sorted(lines, key=lambda line: (-scores[line.date], line.first.start))
    return list({(line.first.n, line.first.sstart): line for line in reversed(best)}.values())


def _around(dates: Dates, published: dict[str, int]) -> Dates:
    """The rows not long before the first and after the last release: where the tool chooses the span itself."""
    days = sorted(filter(None, map(ordinal, published)))
    if not days:
        return dates
    first, last = iso(days[0] - _FORTNIGHT), iso(days[-1] + _FORTNIGHT)
    inside = {
        date: {same: rows for same, rows in told.items() if first <= anchor(rows[0]) <= last}
        for date, told in dates.items()
    }
    return {date: told for date, told in inside.items() if told} or dates


def _nearest(dates: Dates, most: int) -> Iterator[tuple[str, Dated]]:
    """The rows of the days that most releases name, fewer days where they have many; only these are read."""
    voices = {date: len({row.cluster for rows in told.values() for row in rows}) for date, told in dates.items()}
    read = 0
    for place, date in enumerate(sorted(voices, key=lambda date: (-voices[date], date))):
        if place >= most or (place >= most // 3 and read > _READ):
            break
        read += len(dates[date])
        yield from ((date, row) for rows in dates[date].values() for row in rows)


def _mentions(material: Material, near: Iterable[tuple[str, Dated]]) -> list[Mention]:
    dates = sorted(near, key=lambda place: place[1].n)
    places = [(date, row) for date, row in dates if material.concerns(row)]
    if not material.asked.words:
        return [_mention(material, date, row, 1, 0.0) for date, row in places]
    spoken = [(date, row, content(material.sentence(row))) for date, row in places]
    beside = [material.asked.count(words) for _, _, words in spoken]
    topic = signature((words, hit > 0) for (_, _, words), hit in zip(spoken, beside, strict=True))
    return [
        _mention(material, date, row, hit, strength(words, topic))
        for (date, row, words), hit in zip(spoken, beside, strict=True)
    ]


def _came_out(material: Material, *, anywhere: bool) -> Iterator[Mention]:
    """The days on which releases about the query came out: most of what is said of a call has no date.

    `anywhere`: where few days are named, those of releases that only mention the query too.
    """
    first, last = (material.when or (None, None))[0] or "", (material.when or (None, None))[1] or "~"
    sql, values = every(material.asked.condition, Condition("r.day is not null and r.day = r.day_last"))
    sql = f"select r.n, r.day, r.cluster from releases r where {sql}"
    for n, day, cluster in material.db.execute(sql, values).fetchall():
        if first <= day <= last and (anywhere or material.meant(n)):
            yield Mention(day, cluster, day, 1)


def _mention(material: Material, date: str, row: Dated, hits: int, topic: float) -> Mention:
    opens = row.end > row.start and row.start - row.sstart <= len("The ")
    sentence = material.sentence(row)
    weight = _PERIOD if nowadays(sentence, sentence[row.start - row.sstart : row.end - row.sstart]) else _weight(row)
    return Mention(date, row.cluster, row.day, hits, topic, weight, opens)


def _weight(row: Dated) -> float:
    if single_day(row):
        return 1.0
    since = row.latest is None and row.shape.type != "DURATION" and len(date_of(row)) == len("2031-05-03")
    return _SINCE if row.earliest and since else _PERIOD


def _offered(material: Material, days: Sequence[Day], *, leads: bool) -> dict[str, list[Line]]:
    """The lines that may stand for each day."""
    offered = {day.day: list(islice(_dated(material, day.day), _CANDIDATES)) for day in days}
    if leads:
        for day, found in offered.items():
            found.extend(_leads(material, day, anywhere=not found))
    return offered


def _dated(material: Material, day: str) -> Iterator[Line]:
    """The lines that name the day and are no questions."""
    for line in lines(day, material.dates.get(day, {})):
        if material.concerns(line.first) and not asks(material.sentence(line.first)):
            yield line


def _leads(material: Material, day: str, *, anywhere: bool) -> list[Line]:
    """First sentences, without a date of their own, of the releases published on the day or the day after.

    `anywhere`: of a release that only mentions the query the sentences that do.
    Those of the day after, and those that tell nothing, only say what the day was about: none becomes a row.
    """
    middle = ordinal(day)
    if middle is None or len(day) != 10:
        return []
    condition = material.asked.condition
    rows = material.db.execute(
        "select min(r.n), r.cluster, r.day, length(r.title), s.spans, s.marks "
        "from releases r join sentences s on s.n = r.n "
        f"where {condition.sql} and r.day in (?, ?) group by r.cluster order by r.day, r.n limit {_LEAD_RELEASES}",
        (*condition.values, day, iso(middle + 1)),
    )
    found = [
        _lead(row, day, span)
        for row in rows
        for named in [_named(material.rows, row[0])]
        for span in lead_spans(row[4], row[5], row[3], _LEADS if material.meant(row[0]) else _ALL * anywhere)
        if span[0] not in named
    ]
    found = [row for row in found if material.concerns(row)]
    return [Line(day, (row,), lead=True, heard=row.day != day or not tells(material.sentence(row))) for row in found]


def _named(rows: Sequence[Dated], n: int) -> set[int]:
    """Where the sentences with a date of a release begin."""
    return {row.sstart for row in rows[bisect_left(rows, (n,)) : bisect_left(rows, (n + 1,))]}


def _lead(row: tuple[int, int, str, int, bytes, bytes], day: str, span: tuple[int, int, int]) -> Dated:
    n, cluster, published, *_ = row
    start, end, _ = span
    return Dated(n, cluster, published, start, start, day, number(day), number(day), _LEAD, start, end, 0)


def _candidate(material: Material, line: Line) -> Candidate:
    text = material.sentence(line.first)
    words = content(text)
    hits, length = material.asked.count(words), text.count(" ") + 1
    beside = _BESIDE if line.lead and not hits else 1.0
    return Candidate(words, hits, length, lambda: manner(text) * beside, heard=line.heard)


def _why(day: Day) -> str:
    later = f", the last {day.lag} days later" if day.lag else ""
    return f"day: named in {day.voices} release{'s' * (day.voices != 1)}{later} ({day.score:.1f})"


def _why_line(line: Line, among: int, score: float) -> str:
    place = "stands in a release of that day" if line.lead else "names the day"
    return f"sentence: {place}; speaks for {among} ({score:.2f})"
