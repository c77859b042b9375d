"""Which of the forms that people share is asked for?"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from releasecli.errors import UsageError

if TYPE_CHECKING:
    from releasecli.model.results import Sheet
    from releasecli.render.export import days, html, share  # noqa: F401  the edges; at run time one of them is loaded

_PANEL = "Output"
_WRITERS = {
    "html": ("html", "page"),
    "ics": ("days", "ics"),
    "timelinejs": ("share", "timelinejs"),
    "markdown": ("share", "markdown"),
    "bibtex": ("share", "bibtex"),
}


class Shared(NamedTuple):
    """Forms of a list of rows."""

    html: Annotated[bool, typer.Option("--html", help="One page for a browser.", rich_help_panel=_PANEL)] = False
    markdown: Annotated[
        bool, typer.Option("--markdown", "--cite", help="A list with footnotes.", rich_help_panel=_PANEL)
    ] = False
    ics: Annotated[bool, typer.Option("--ics", help="A calendar.", rich_help_panel=_PANEL)] = False
    timelinejs: Annotated[bool, typer.Option("--timelinejs", help="JSON for TimelineJS.", rich_help_panel=_PANEL)] = (
        False
    )
    bibtex: Annotated[bool, typer.Option("--bibtex", help="A BibTeX entry a release.", rich_help_panel=_PANEL)] = False


def form_shared(shared: Shared) -> str | None:
    """The one form asked for, or None.

    Raises UsageError where two are.
    """
    chosen = [name for name, wanted in shared._asdict().items() if wanted]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} exclude each other", "ask for one form")
    return chosen[0] if chosen else None


def write_shared(sheet: "Sheet", form: str) -> int:
    """Write the sheet in that form; the exit status is 1 where it has no rows."""
    module, function = _WRITERS[form]
    sys.stdout.write(getattr(import_module(f"releasecli.render.export.{module}"), function)(sheet))
    return 0 if sheet.lines or sheet.cited else 1
