"""`releasecli timeline`: what happened on which day?"""

import sys
from functools import partial
from typing import Annotated, Literal, NamedTuple

import typer

from releasecli.cli.answer import answer, counted, form_of
from releasecli.cli.asking import filters_of, named, report, report_nothing, search_of
from releasecli.cli.options import Asked, Common, Counting, Output, Which
from releasecli.cli.session import asked, say, session_of
from releasecli.cli.sharing import Shared, form_shared, write_shared
from releasecli.model.plain import field_names, plain
from releasecli.model.results import Event, Timeline
from releasecli.model.sheet import Sheet
from releasecli.queries.sheets import timeline_sheet
from releasecli.queries.timeline import TimelineQuery, timeline
from releasecli.render.marks import legend
from releasecli.render.view import View
from releasecli.render.write import for_person
from releasecli.store.cache.database import Cache

EXAMPLES = ("releasecli timeline lachin", "releasecli timeline lachin --days 10 --per-day 1 --json")
_COLUMNS = ("date", "basis", "text", "count", "ref")
_KEYS = {
    "year": "date:4",
    "month": "date:7",
    "day": "date:10",
    "basis": "basis",
    "precision": "precision",
    "release": "release",
}


class Choice(NamedTuple):
    """Which rows."""

    days: Annotated[int | None, typer.Option(min=1, metavar="N", help="The N days that matter most.")] = None
    per_day: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most N rows a day.")] = None
    all: Annotated[bool, typer.Option("--all", help="Every row.")] = False
    vague: Annotated[
        bool, typer.Option("--vague", help="Vague and ambiguous dates and spans such as the last four years too.")
    ] = False
    named: Annotated[bool, typer.Option("--named", help="Dates inside names too.")] = False
    explain: Annotated[bool, typer.Option("--explain", help="Why a day and a sentence were chosen.")] = False


def command(
    ctx: typer.Context,
    choice: Choice,
    which: Which,
    counting: Counting,
    output: Output,
    shared: Shared,
    common: Common,
    words: Asked = None,
) -> int:
    """Dated sentences in order of time, each with the release it stands in; dates bound by --since and --until.

    --by published orders by publication instead. All rows if there are 50 or fewer, else the best of 30 days.

    Marks: ● stated, ◐ inferred, ○ vague, → open end.
    """
    session = session_of(ctx, common)
    form = form_of(output, session.color)
    by, which = _axis(which)
    search, filters = search_of(words, filters_of(which, "event"))
    query = TimelineQuery(
        search=search,
        filters=filters,
        days=choice.days,
        per_day=choice.per_day,
        all=choice.all or counting.number or bool(counting.count_by),
        by=by,
        vague=choice.vague,
        named=choice.named,
    )
    if kind := form_shared(shared, form, count=counting.number, **{"count-by": counting.count_by}):
        return write_shared(asked(session, partial(_sheet, query=query, limit=counting.limit), facts=True), kind)
    found = asked(session, partial(_found, query=query), facts=True)
    rows = found.rows[: counting.limit]
    records = [plain(row) for row in rows]
    tally = counted(records, counting, _KEYS)
    columns = (*_COLUMNS, "why") if choice.explain else _COLUMNS
    view = View(records, field_names(Event), columns, "release", "timeline", (rows, choice.explain))
    status = answer(tally or view, form)
    sys.stdout.flush()
    _tell(found, len(rows), screen=form.format is None and for_person(sys.stdout, form.color))
    return status


def _axis(which: Which) -> tuple[Literal["event", "published"], Which]:
    """`--by published` orders by publication; any other value of --by is a speaker."""
    if "published" not in (which.by or ()):
        return "event", which
    return "published", which._replace(by=[name for name in which.by or () if name != "published"])


def _found(cache: Cache, query: TimelineQuery) -> Timeline:
    search, filters = named(cache.db, query.search, query.filters)
    report(cache.db, filters)
    found = timeline(cache.db, query._replace(search=search, filters=filters))
    if not found.rows:
        report_nothing(cache.db, filters)
    return found


def _sheet(cache: Cache, query: TimelineQuery, limit: int | None) -> Sheet:
    title = f"Timeline: {query.search.words}" if query.search.words else "Timeline"
    return timeline_sheet(cache.db, title, _found(cache, query).rows[:limit])


def _tell(found: Timeline, shown: int, *, screen: bool) -> None:
    for note in found.notes:
        say(note)
    if not found.rows:
        say("releasecli: no dated sentence found")
        return
    if screen:
        say(legend(("stated", "inferred", "open")))
    days = len({row.date for row in found.rows[:shown]})
    told = len({release for row in found.rows[:shown] for release in row.releases})
    parts = [f"{days} day{'' if days == 1 else 's'}, {told} release{'' if told == 1 else 's'}"]
    if found.chosen:
        parts.append(f"the best of {found.total} rows, {found.days} days, {found.releases} releases (--all for all)")
    say(" · ".join(parts))
