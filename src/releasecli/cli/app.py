"""Which commands are there, and how is one found without loading the others?"""

import sys
from importlib import import_module
from inspect import getdoc
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from releasecli import __version__
from releasecli.cli.parameters import flattened
from releasecli.errors import UsageError

if TYPE_CHECKING:
    from releasecli.cli import (  # noqa: F401  the edges that import-linter sees; at run time one command is loaded
        annotate,
        check,
        compare,
        diff,
        edit,
        figures,
        ingest,
        init,
        names,
        refresh,
        rm,
        schema,
        search,
        show,
        statements,
        summarise,
        tag,
        timeline,
    )

COMMANDS = {
    "ingest": "Read releases into the index.",
    "search": "Find releases by their words.",
    "show": "Read a release, its dates marked.",
    "timeline": "What happened on which day.",
    "statements": "Who said what to whom.",
    "figures": "Which figures were claimed.",
    "names": "Who and what is named.",
    "summarise": "The sentences that tell most.",
    "compare": "How two sides tell the same event.",
    "annotate": "Text in, facts out; nothing is stored.",
    "init": "Make an index.",
    "edit": "Open a record in $EDITOR.",
    "tag": "Put tags on releases, or take them off.",
    "diff": "What changed between two versions.",
    "rm": "Delete releases from the index.",
    "refresh": "Catch up with records changed by hand.",
    "check": "Is every record sound?",
    "schema": "The JSON Schema of the output.",
}
ALSO = {"summarize": "summarise"}
_ELSEWHERE = {"help": "releasecli COMMAND --help", "version": "releasecli --version"}  # where others have a command


class Command(TyperCommand):
    """A command whose help shows its options by group, without colour or boxes."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write one section a group of options: the command's own, then those it shares, in their order."""
        groups: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": []}
        for parameter in self.get_params(ctx):
            row = parameter.get_help_record(ctx)
            if row is not None:
                row = row[0], row[1].removesuffix("  [x>=1]")  # that N counts goes without saying
                panel = getattr(parameter, "rich_help_panel", None) or parameter.param_type_name.capitalize() + "s"
                groups.setdefault(panel, []).append(row)
        for panel, rows in ((panel, rows) for panel, rows in groups.items() if rows):
            with formatter.section(panel):
                formatter.write_dl(rows)


class Commands(TyperGroup):
    """The group of commands, each a stub with its help until it is called."""

    def __init__(self, **attributes: Any) -> None:
        """Put a stub in the place of every command."""
        super().__init__(**attributes)
        stubs = {name: TyperCommand(name, help=text) for name, text in COMMANDS.items()}
        self.commands = {**stubs, **{name: TyperCommand(name, hidden=True) for name in ALSO}}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As any group, then load the command itself."""
        if args[0] in _ELSEWHERE:
            raise UsageError(f"no such command '{args[0]}'", _ELSEWHERE[args[0]])
        name, stub, rest = super().resolve_command(ctx, args)
        return name, loaded(ALSO.get(name, name)) if name and stub else stub, rest


def loaded(name: str) -> Any:
    """The command of that name: the function `command` of its module, with the module's EXAMPLES first in its help."""
    module = import_module(f"releasecli.cli.{name}")
    function = module.command
    examples = "\n".join(f"  $ {line}" for line in module.EXAMPLES)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    text = f"\b\n{examples}\n\n{getdoc(function)}"
    app.command(name, cls=Command, help=text, short_help=COMMANDS[name])(flattened(function))
    return typer.main.get_command(app)


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog="releasecli COMMAND --help shows examples and options.",
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"releasecli {__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    index: Annotated[str | None, typer.Option(metavar="DIR", help="Use this index.")] = None,
    color: Annotated[str | None, typer.Option(metavar="WHEN", help="auto, always or never.")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Query and summarise official releases: who said what to whom, on which day, with proof for every line."""
    del version
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")
    ctx.obj = {"index": index, "color": color, "debug": debug}
