"""Which options do the commands share, and what do they mean?"""

from typing import Annotated, NamedTuple

import typer

_WHICH, _WHEN, _OUT, _ALL = "Which releases", "When", "Output", "Everywhere"
Texts = list[str] | None
Asked = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUERY|ID|-]...", help="Words or ids; - reads ids; none: all releases."),
]


class Common(NamedTuple):
    """What every command takes, before or after its name."""

    folder: Annotated[
        str | None, typer.Option("--index", metavar="DIR", help="Use this index.", rich_help_panel=_ALL)
    ] = None
    color: Annotated[str | None, typer.Option(metavar="WHEN", help="auto, always or never.", rich_help_panel=_ALL)] = (
        None
    )
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.", rich_help_panel=_ALL)] = False


class Output(NamedTuple):
    """How rows are written."""

    json: Annotated[bool, typer.Option("--json", help="An array of objects.", rich_help_panel=_OUT)] = False
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One object a line.", rich_help_panel=_OUT)] = False
    csv: Annotated[bool, typer.Option("--csv", help="Comma-separated, with header.", rich_help_panel=_OUT)] = False
    tsv: Annotated[bool, typer.Option("--tsv", help="Tab-separated, with header.", rich_help_panel=_OUT)] = False
    ids: Annotated[bool, typer.Option("--ids", help="Ids only.", rich_help_panel=_OUT)] = False
    null: Annotated[
        bool, typer.Option("--null", "-0", help="End ids with NUL instead of a line end.", rich_help_panel=_OUT)
    ] = False
    fields: Annotated[
        str | None, typer.Option(metavar="A,B", help="Only these keys, in this order.", rich_help_panel=_OUT)
    ] = None


class Counting(NamedTuple):
    """Rows, or only how many."""

    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most N rows.", rich_help_panel=_OUT)
    ] = None
    number: Annotated[bool, typer.Option("--count", help="Only the number of rows.", rich_help_panel=_OUT)] = False
    count_by: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="Count by issuer, side, year, month, ...", rich_help_panel=_OUT),
    ] = None


class Which(NamedTuple):
    """Which releases an answer draws on."""

    issuer: Annotated[
        Texts, typer.Option(metavar="NAME", help="Issued by NAME; twice: by either.", rich_help_panel=_WHICH)
    ] = None
    side: Annotated[Texts, typer.Option(metavar="XX", help="Issued by this state.", rich_help_panel=_WHICH)] = None
    category: Annotated[
        Texts, typer.Option(metavar="KIND", help="readout, statement, communique, ...", rich_help_panel=_WHICH)
    ] = None
    language: Annotated[Texts, typer.Option(metavar="XX", help="In this language.", rich_help_panel=_WHICH)] = None
    tag: Annotated[Texts, typer.Option(metavar="TAG", help="With this tag.", rich_help_panel=_WHICH)] = None
    by: Annotated[Texts, typer.Option(metavar="NAME", help="With a statement by NAME.", rich_help_panel=_WHICH)] = None
    person: Annotated[Texts, typer.Option(metavar="NAME", help="Naming this person.", rich_help_panel=_WHICH)] = None
    place: Annotated[Texts, typer.Option(metavar="NAME", help="Naming this place.", rich_help_panel=_WHICH)] = None
    changed: Annotated[
        bool, typer.Option("--changed", help="Changed by their source since.", rich_help_panel=_WHICH)
    ] = False
    published: Annotated[
        str | None,
        typer.Option(metavar="RANGE", help="Published then: 2023-03, A..B, 'last week'.", rich_help_panel=_WHEN),
    ] = None
    event: Annotated[
        str | None, typer.Option(metavar="RANGE", help="Telling of these days.", rich_help_panel=_WHEN)
    ] = None
    added: Annotated[
        str | None,
        typer.Option(metavar="RANGE", help="Taken in then; with --changed: changed then.", rich_help_panel=_WHEN),
    ] = None
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Published since; timeline: events since.", rich_help_panel=_WHEN)
    ] = None
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Published until; timeline: events until.", rich_help_panel=_WHEN)
    ] = None
    on: Annotated[
        str | None, typer.Option(metavar="RANGE", help="Published then; timeline: events then.", rich_help_panel=_WHEN)
    ] = None
    undated: Annotated[
        bool, typer.Option("--undated", help="Keep releases without a date, too.", rich_help_panel=_WHEN)
    ] = False
