"""`releasecli figures`: which figures were claimed?"""

from collections.abc import Iterator
from functools import partial
from sqlite3 import Connection
from typing import Annotated, NamedTuple

import typer

from releasecli.cli.asking import filters_of, search_of
from releasecli.cli.options import Asked, Common, Counting, Output, Which
from releasecli.cli.rows import Shape, answer_facts
from releasecli.cli.session import say, session_of
from releasecli.model.results import FactRow
from releasecli.queries.figures import FigureQuery, figures
from releasecli.queries.unheld import unmeasured

EXAMPLES = ("releasecli figures --counted vehicles --csv", "releasecli figures lachin --over-time")
_SHAPE = Shape(
    "figure",
    ("published", "text", "bound", "value", "unit", "counted", "ref", "sentence"),
    {
        "counted": "counted",
        "unit": "unit",
        "speaker": "who",
        "issuer": "issuer",
        "release": "release",
        "year": "published:4",
        "month": "published:7",
    },
)


class Figures(NamedTuple):
    """Which figures."""

    counted: Annotated[list[str] | None, typer.Option(metavar="WORDS", help="What is counted: vehicles.")] = None
    about: Annotated[list[str] | None, typer.Option(metavar="WORDS", help="With these words in the sentence.")] = None
    unit: Annotated[list[str] | None, typer.Option(metavar="UNIT", help="percent, USD, dollars, km, ...")] = None
    over_time: Annotated[bool, typer.Option("--over-time", help="Oldest first.")] = False


def command(
    ctx: typer.Context,
    wanted: Figures,
    which: Which,
    counting: Counting,
    output: Output,
    common: Common,
    words: Asked = None,
) -> int:
    """Figures with value, bound, unit and what is counted; beside each its sentence, its speaker and its date."""
    session = session_of(ctx, common)
    search, filters = search_of(words, filters_of(which, "published"))
    query = FigureQuery(
        counted=tuple(wanted.counted or ()),
        about=tuple(wanted.about or ()),
        unit=tuple(wanted.unit or ()),
        over_time=wanted.over_time,
        search=search,
        filters=filters,
    )
    return answer_facts(session, partial(_figures, query=query), filters, _SHAPE, counting, output)


def _figures(db: Connection, query: FigureQuery) -> Iterator[FactRow]:
    for line in unmeasured(db, query.unit):
        say(line)
    return figures(db, query)
