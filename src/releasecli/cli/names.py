"""`releasecli names`: who and what is named?"""

from collections.abc import Iterator
from functools import partial
from sqlite3 import Connection
from typing import Annotated

import typer

from releasecli.cli.asking import among, filters_of, search_of
from releasecli.cli.options import Common, Counting, Output, Texts, Which
from releasecli.cli.rows import Shape, answer_facts
from releasecli.cli.session import session_of
from releasecli.model.results import FactRow
from releasecli.queries.names import KINDS, NameQuery, names

EXAMPLES = ("releasecli names --kind person --count-by name", "releasecli names aliyev --fields release,name,office")
_SHAPE = Shape(
    "name",
    ("published", "name", "kind", "office", "state", "count", "ref"),
    {
        "name": "name",
        "kind": "kind",
        "office": "office",
        "state": "state",
        "issuer": "issuer",
        "release": "release",
        "year": "published:4",
        "month": "published:7",
    },
)


def command(
    ctx: typer.Context,
    which: Which,
    counting: Counting,
    output: Output,
    common: Common,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME|ID|-]...", help="Words of names, or ids: names in these; - reads ids."),
    ] = None,
    kind: Annotated[Texts, typer.Option(metavar="KIND", help="person, organisation, place or other.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Why a mention is that entity.")] = False,
) -> int:
    """People, bodies and places: one row an entity and release, at its first mention, with how often it is named."""
    session = session_of(ctx, common)
    search, filters = search_of(words, filters_of(which, "published"))
    query = NameQuery(search.words, among("kind", kind, KINDS), filters)
    shape = _SHAPE._replace(columns=(*_SHAPE.columns, "entity", "why")) if explain else _SHAPE
    question = partial(_explained if explain else names, query=query)
    return answer_facts(session, question, query.filters, shape, counting, output)


def _explained(db: Connection, query: NameQuery) -> Iterator[FactRow]:
    return (row._replace(about=f"{row.about}, {row.record['why']}") for row in names(db, query))
