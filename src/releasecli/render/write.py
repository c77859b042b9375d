"""Which form does an answer take, here and now?"""

import os
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TextIO

from releasecli.errors import UsageError
from releasecli.render import formats
from releasecli.render.view import View

if TYPE_CHECKING:
    from releasecli.render import terminal  # noqa: F401  the edge to the painters, loaded for a person only

_Writer = Callable[[View, TextIO, Sequence[str]], None]
_WRITERS: dict[str, _Writer] = {
    "json": formats.write_json,
    "jsonl": formats.write_jsonl,
    "csv": formats.write_csv,
    "tsv": formats.write_tsv,
    "plain": formats.write_plain,
}


class Form(NamedTuple):
    """What the user asked for: a format or None (decide by the terminal), chosen keys, colour."""

    format: str | None = None
    fields: tuple[str, ...] = ()
    end: str = "\n"
    color: str = "auto"


def write(view: View, form: Form, out: TextIO) -> None:
    """Write the answer in that form.

    Raises UsageError for a key the rows do not have.
    """
    _check_fields(view, form.fields)
    if form.format == "ids":
        formats.write_ids(view, out, form.end)
    elif form.format:
        _WRITERS[form.format](view, out, form.fields)
    elif form.fields or not for_person(out, form.color):
        formats.write_plain(view, out, form.fields)
    else:
        paint = import_module(f"releasecli.render.terminal.{view.painter}").paint
        console = import_module("releasecli.render.terminal.console").console
        paint(console(out, form.color), view.answer)


def for_person(out: TextIO, color: str = "auto") -> bool:
    """Whether rows are painted for a person: on a terminal, or where colour is wanted always (`fzf --preview`)."""
    return color == "always" or out.isatty() or bool(os.environ.get("FORCE_COLOR"))


def _check_fields(view: View, wanted: Sequence[str]) -> None:
    for field in wanted:
        if field.split(".")[0] not in view.fields:
            near = get_close_matches(field, view.fields, 1)
            meant = f"did you mean '{near[0]}'? " if near else ""
            raise UsageError(f"no field '{field}'", f"{meant}fields are {', '.join(view.fields)}")
