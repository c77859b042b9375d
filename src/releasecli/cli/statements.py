"""`releasecli statements`: who said what to whom?"""

from functools import partial
from typing import Annotated, NamedTuple

import typer

from releasecli.cli.asking import among, filters_of, search_of
from releasecli.cli.options import Asked, Common, Counting, Output, Texts, Which
from releasecli.cli.rows import Shape, answer_facts
from releasecli.cli.session import session_of
from releasecli.queries.statements import KINDS, STANCES, StatementQuery, statements

EXAMPLES = ("releasecli statements --by aliyev --about checkpoint", "releasecli statements lachin --count-by speaker")
_SHAPE = Shape(
    "statement",
    ("published", "who", "cue.text", "ref", "text"),
    {
        "speaker": "who",
        "stance": "cue.stance",
        "lemma": "cue.lemma",
        "kind": "kind",
        "basis": "basis",
        "issuer": "issuer",
        "release": "release",
        "year": "published:4",
        "month": "published:7",
    },
)


class Statements(NamedTuple):
    """Which statements."""

    to: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Said to NAME.")] = None
    about: Annotated[list[str] | None, typer.Option(metavar="WORDS", help="Holding these words.")] = None
    stance: Annotated[Texts, typer.Option(metavar="STANCE", help="assert, condemn, thank, call-for, ...")] = None
    kind: Annotated[list[str] | None, typer.Option(metavar="KIND", help="direct, indirect, mixed or topic.")] = None
    sure: Annotated[bool, typer.Option("--sure", help="Only speakers given by name or role.")] = False


def command(
    ctx: typer.Context,
    wanted: Statements,
    which: Which,
    counting: Counting,
    output: Output,
    common: Common,
    words: Asked = None,
) -> int:
    """Statements with their speakers resolved, newest release first; --by NAME asks for those of one speaker."""
    session = session_of(ctx, common)
    search, filters = search_of(words, filters_of(which, "published"))
    query = StatementQuery(
        by=filters.by,
        to=tuple(wanted.to or ()),
        about=tuple(wanted.about or ()),
        stance=among("stance", wanted.stance, STANCES),
        kind=among("kind", wanted.kind, KINDS),
        sure=wanted.sure,
        search=search,
        filters=filters,
    )
    return answer_facts(session, partial(statements, query=query), filters, _SHAPE, counting, output)
