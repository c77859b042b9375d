"""`releasecli summarise`: the sentences that tell most."""

import sys
from functools import partial
from typing import Annotated, NamedTuple

import typer

from releasecli.cli.answer import answer, form_of
from releasecli.cli.asking import filters_of, named, report, report_nothing, search_of
from releasecli.cli.options import Asked, Common, Output, Which
from releasecli.cli.session import asked, say, session_of
from releasecli.cli.sharing import Shared, form_shared, write_shared
from releasecli.model.plain import field_names, plain
from releasecli.model.results import Summary, Told
from releasecli.model.sheet import Sheet
from releasecli.queries.sheets import summary_sheet
from releasecli.queries.summarise import SummaryQuery, summarise
from releasecli.render.view import View
from releasecli.store.cache.database import Cache

EXAMPLES = (
    "releasecli summarise a74f --sentences 3",
    "releasecli summarise halvane --since 2024-05",
)
_COLUMNS = ("text", "ref")


class Length(NamedTuple):
    """How much is told."""

    sentences: Annotated[
        int | None, typer.Option("--sentences", "--limit", "-n", min=1, metavar="N", help="At most N sentences (5).")
    ] = None
    words: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most N words.")] = None
    explain: Annotated[bool, typer.Option("--explain", help="Why a sentence was chosen.")] = False


def command(
    ctx: typer.Context,
    length: Length,
    which: Which,
    output: Output,
    shared: Shared,
    common: Common,
    query: Asked = None,
) -> int:
    """A few sentences of one release, of several, or of all that match, verbatim, in order of time, each cited."""
    session = session_of(ctx, common)
    form = form_of(output, session.color)
    search, filters = search_of(query, filters_of(which, "published"))
    wanted = SummaryQuery(search, filters, length.sentences, length.words)
    if kind := form_shared(shared, form):
        return write_shared(asked(session, partial(_sheet, query=wanted), facts=True), kind)
    found = asked(session, partial(_found, query=wanted), facts=True)
    columns = (*_COLUMNS, "why") if length.explain else _COLUMNS
    records = [plain(row) for row in found.rows]
    status = answer(View(records, field_names(Told), columns, "release", "summary", (found.rows, length.explain)), form)
    sys.stdout.flush()
    for note in found.notes:
        say(note)
    say(f"{len(found.rows)} sentence{_s(len(found.rows))} of {found.releases} release{_s(found.releases)}")
    return status


def _found(cache: Cache, query: SummaryQuery) -> Summary:
    search, filters = named(cache.db, query.search, query.filters)
    report(cache.db, filters)
    found = summarise(cache.db, query._replace(search=search, filters=filters))
    if not found.rows:
        report_nothing(cache.db, filters)
    return found


def _sheet(cache: Cache, query: SummaryQuery) -> Sheet:
    title = f"Summary: {query.search.words}" if query.search.words else "Summary"
    return summary_sheet(cache.db, title, _found(cache, query))


def _s(count: int) -> str:
    return "" if count == 1 else "s"
