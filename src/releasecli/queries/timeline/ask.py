"""What happened, on which day, and who says so?"""

import sqlite3
from typing import Literal, NamedTuple

from releasecli.model.results import Timeline
from releasecli.queries.about import about
from releasecli.queries.asked import Asked, asked
from releasecli.queries.content import content
from releasecli.queries.filters import Filters, Range
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.timeline.dated import Dated, Wanted, dated, published
from releasecli.queries.timeline.events import events
from releasecli.queries.timeline.lines import Line, by_date, lines, merged, order
from releasecli.queries.timeline.passages import sentences, texts
from releasecli.queries.timeline.pick import Material, best_days, best_lines, on_topic

_READABLE = 50
_PER_DAY = 2


class TimelineQuery(NamedTuple):
    """What a timeline is about and how long it may be; without words it is about everything.

    `when` bounds the dates themselves, `filters` the releases they stand in. Without `all`, `days` and `per_day` every
    row is given where at most 50 are found, otherwise the best of the days that stand out.
    """

    search: SearchQuery = SearchQuery()
    filters: Filters = Filters()
    when: Range | None = None
    days: int | None = None
    per_day: int | None = None
    all: bool = False
    by: Literal["event", "published"] = "event"
    vague: bool = False
    named: bool = False


def timeline(db: sqlite3.Connection, query: TimelineQuery) -> Timeline:
    """Dated sentences in order of time, each with the release it stands in."""
    question = asked(db, query.search, query.filters)
    found = _found(db, query, question)
    text = texts(db)
    sentence = sentences(text)
    when = _both(query.when, query.filters.event)
    material = Material(db, question, found, by_date(found), sentence, about(db, question, text), when)
    kept, total = _kept(query, material)
    unique = merged(kept, lambda line: content(sentence(line.first)))
    return Timeline(
        rows=events(db, unique, sentence),
        total=total,
        days=len(material.dates),
        releases=len({row.n for row in found}),
        chosen=len(kept) < total,
        notes=question.notes,
    )


def _found(db: sqlite3.Connection, query: TimelineQuery, question: Asked) -> list[Dated]:
    """Every date that may become a row."""
    when = _both(query.when, query.filters.event)
    if query.by == "published":
        return published(db, question.condition, when)
    return dated(db, question.condition, when, Wanted(query.vague, query.named))


def _kept(query: TimelineQuery, material: Material) -> tuple[list[Line], int]:
    """The lines to show, and how many there were."""
    dates = material.dates
    total = sum(map(len, dates.values()))
    many = total > _READABLE and not query.all
    if not many and query.days is None and query.per_day is None:
        found = [line for date, told in dates.items() for line in lines(date, told)]
        near = found if query.all else on_topic(material, found)
        if len(near) >= total / 2:
            return near, total
        many = True
    days = best_days(material, query.days if many or query.days else len(dates))
    per_day = query.per_day or (_PER_DAY if many else total)
    picked = best_lines(material, days, per_day, leads=many and query.by == "event")
    return sorted(picked, key=order), total


def _both(one: Range | None, other: Range | None) -> Range | None:
    """What lies in both ranges."""
    if one is None or other is None:
        return one or other
    return max(one[0] or "", other[0] or "") or None, min(one[1] or "~", other[1] or "~").replace("~", "") or None
