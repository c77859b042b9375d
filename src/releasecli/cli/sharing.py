"""Which of the forms that people share is asked for?"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from releasecli.cli.answer import one_of
from releasecli.errors import UsageError

if TYPE_CHECKING:
    from releasecli.model.sheet import Sheet
    from releasecli.render.export import days, html, share  # noqa: F401  the edges; at run time one of them is loaded
    from releasecli.render.write import Form

_PANEL = "Output"
_WRITERS = {
    "html": ("html", "page"),
    "ics": ("days", "ics"),
    "timelinejs": ("share", "timelinejs"),
    "markdown": ("share", "markdown"),
    "bibtex": ("share", "bibtex"),
}


_OF_DAYS = {"ics", "timelinejs"}


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


def form_shared(shared: Shared, form: "Form", **others: object) -> str | None:
    """The one form asked for, or None; `others` are options that make no sense beside it.

    Raises UsageError where two are asked for.
    """
    chosen = one_of(shared._asdict())
    if chosen:
        one_of({chosen: True, form.format or "": form.format, "fields": form.fields, **others})
    return chosen


def write_shared(sheet: "Sheet", form: str) -> int:
    """Write the sheet in that form; the exit status is 1 where it has no rows.

    Raises UsageError for days of a comparison, which has none.
    """
    if form in _OF_DAYS and sheet.kind == "comparison":
        raise UsageError(f"a comparison has no days for --{form}", "releasecli timeline and show have them")
    module, function = _WRITERS[form]
    sys.stdout.write(getattr(import_module(f"releasecli.render.export.{module}"), function)(sheet))
    return 0 if sheet.lines or sheet.cited else 1
