"""`releasecli statements`: who said what to whom?"""

from functools import partial
from typing import Annotated, NamedTuple

import typer

from releasecli.cli.answer import answer, counted, form_of
from releasecli.cli.asking import filters_of, report, search_of
from releasecli.cli.options import Common, Counting, Output, Which
from releasecli.cli.rows import facts_view
from releasecli.cli.session import asked, session_of
from releasecli.model.results import FactRow
from releasecli.queries.statements import StatementQuery, statements
from releasecli.store.cache.database import Cache

EXAMPLES = ("releasecli statements --by aliyev --about checkpoint", "releasecli statements lachin --count-by speaker")
_COLUMNS = ("published", "who", "cue.text", "ref", "text")
_KEYS = {
    "speaker": "who",
    "stance": "cue.stance",
    "lemma": "cue.lemma",
    "kind": "kind",
    "basis": "basis",
    "issuer": "issuer",
    "release": "release",
    "year": "published:4",
    "month": "published:7",
}


class Statements(NamedTuple):
    """Which statements."""

    to: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Said to NAME.")] = None
    about: Annotated[list[str] | None, typer.Option(metavar="WORDS", help="Holding these words.")] = None
    stance: Annotated[list[str] | None, typer.Option(metavar="S", help="assert, condemn, thank, call-for, ...")] = None
    kind: Annotated[list[str] | None, typer.Option(metavar="K", help="direct, indirect, mixed or topic.")] = None
    sure: Annotated[bool, typer.Option("--sure", help="Only speakers given by name or role.")] = False


def command(
    ctx: typer.Context,
    wanted: Statements,
    which: Which,
    counting: Counting,
    output: Output,
    common: Common,
    words: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]...", help="In releases that match.")] = None,
) -> int:
    """Statements with their speakers resolved, newest release first; --by NAME asks for those of one speaker."""
    session = session_of(ctx, common)
    search, filters = search_of(words, filters_of(which, "published"))
    query = StatementQuery(
        by=filters.by,
        to=tuple(wanted.to or ()),
        about=tuple(wanted.about or ()),
        stance=tuple(wanted.stance or ()),
        kind=tuple(wanted.kind or ()),
        sure=wanted.sure,
        search=search,
        filters=filters,
    )
    rows = asked(session, partial(_rows, query=query), facts=True)
    form = form_of(output, session.color)
    if tally := counted([row.record for row in rows], counting, _KEYS):
        return answer(tally, form)
    return answer(facts_view(rows[: counting.limit], _COLUMNS, "statement"), form)


def _rows(cache: Cache, query: StatementQuery) -> list[FactRow]:
    report(cache.db, query.filters)
    return list(statements(cache.db, query))
