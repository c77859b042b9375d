"""`releasecli names`: who and what is named?"""

from functools import partial
from typing import Annotated

import typer

from releasecli.cli.answer import answer, counted, form_of
from releasecli.cli.asking import filters_of, report
from releasecli.cli.options import Common, Counting, Output, Which
from releasecli.cli.rows import facts_view
from releasecli.cli.session import asked, session_of
from releasecli.model.results import FactRow
from releasecli.queries.names import NameQuery, names
from releasecli.store.cache.database import Cache

EXAMPLES = ("releasecli names --kind person --count-by name", "releasecli names aliyev --fields release,name,office")
_COLUMNS = ("published", "name", "kind", "office", "state", "count", "ref")
_KEYS = {
    "name": "name",
    "kind": "kind",
    "office": "office",
    "state": "state",
    "issuer": "issuer",
    "release": "release",
    "year": "published:4",
    "month": "published:7",
}


def command(
    ctx: typer.Context,
    which: Which,
    counting: Counting,
    output: Output,
    common: Common,
    words: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Names that hold these words.")] = None,
    kind: Annotated[list[str] | None, typer.Option(metavar="K", help="person, organisation, place or other.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Why a mention is that entity.")] = False,
) -> int:
    """People, bodies and places: one row an entity and release, at its first mention, with how often it is named."""
    session = session_of(ctx, common)
    query = NameQuery(tuple(words or ()), tuple(kind or ()), filters_of(which, "published"))
    rows = asked(session, partial(_rows, query=query), facts=True)
    form = form_of(output, session.color)
    if tally := counted([row.record for row in rows], counting, _KEYS):
        return answer(tally, form)
    columns = (*_COLUMNS, "entity", "why") if explain else _COLUMNS
    return answer(facts_view(rows[: counting.limit], columns, "name"), form)


def _rows(cache: Cache, query: NameQuery) -> list[FactRow]:
    report(cache.db, query.filters)
    return list(names(cache.db, query))
