"""`releasecli compare`: how do the sides tell the same event?"""

import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from releasecli.cli.answer import answer, form_of, words_given
from releasecli.cli.options import Common, Output
from releasecli.cli.session import Session, asked, say, session_of
from releasecli.cli.sharing import Shared, form_shared, write_shared
from releasecli.errors import UsageError
from releasecli.model.comparison import Aligned, Comparison, Passage
from releasecli.model.plain import field_names, plain
from releasecli.model.sheet import Cited
from releasecli.queries.compare.ask import compared, read_account
from releasecli.queries.refs import parse_ref
from releasecli.queries.sheets import cited, comparison_sheet
from releasecli.render.view import View
from releasecli.render.write import Form
from releasecli.store.cache.database import Cache

if TYPE_CHECKING:
    from releasecli.cli.accounts import File

EXAMPLES = (
    "releasecli compare 01e7 05e5",
    "releasecli compare 01e7",
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COLUMNS = ("kind", "topic", "a.text", "a.ref", "b.text", "b.ref")


def command(
    ctx: typer.Context,
    output: Output,
    shared: Shared,
    common: Common,
    refs: Annotated[list[str], typer.Argument(metavar="A [B]...", help="Ids or files; A alone: who else tells it.")],
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Score and reason of each row.")] = False,
) -> int:
    """What both say, in which words; what only one says; figures, dates, names and stance that differ.

    With one id the releases of other issuers that tell the same event; with three and more a table of topics.
    """
    session = session_of(ctx, common)
    form = form_of(output, session.color)
    kind = form_shared(shared, form, explain=explain)
    given = words_given(refs)
    if len(given) == 1 and kind:
        raise UsageError(f"--{kind} needs two accounts", "releasecli compare A lists who else tells it")
    if len(given) == 1:
        return _tell_others(session, given[0], form)
    files = all(Path(name).is_file() for name in given)
    told, sources = _of_files(given) if files else asked(session, partial(_compared, given=given), facts=True)
    if kind:
        return write_shared(comparison_sheet(told, sources), kind)
    status = answer(_view(told, ids=form.format == "ids", explain=explain), form)
    sys.stdout.flush()
    say(_counts(told))
    return status


def _view(told: Comparison, *, ids: bool, explain: bool) -> View:
    if ids:
        return View([{"release": ident} for ident in told.releases], ("release",), ("release",), "release", "lines", ())
    if told.table:
        return _table_view(told, explain=explain)
    columns = (*_COLUMNS, "score", "why") if explain else _COLUMNS
    rows = [plain(row) for row in told.rows]
    return View(rows, field_names(Aligned), columns, "kind", "compare", (told, explain))


def _table_view(told: Comparison, *, explain: bool) -> View:
    """Rows of three and more accounts: what each says of a topic under its letter, a to z."""
    letters = _LETTERS[: len(told.labels)]
    records = [
        {"kind": _kind(topic.cells, letters)} | dict(zip(letters, map(plain, topic.cells), strict=True))
        for topic in told.table
    ]
    columns = ("kind", *(f"{letter}.{part}" for letter in letters for part in ("text", "ref")))
    return View(records, ("kind", *letters), columns, "kind", "compare", (told, explain))


def _kind(cells: Sequence[Passage | None], letters: str) -> str:
    telling = [letter for letter, cell in zip(letters, cells, strict=True) if cell]
    if len(telling) == 1:
        return f"only_{telling[0]}"
    return "all" if len(telling) == len(cells) else "some"


def _counts(told: Comparison) -> str:
    letters = _LETTERS[: len(told.labels)]
    only = {f"only_{letter}": f"only {label}" for letter, label in zip(letters, told.labels, strict=True)}
    if told.table:
        counts = Counter(_kind(topic.cells, letters) for topic in told.table)
        names = {"all": "all", "some": "some", **only}
    else:
        counts = Counter(row.kind for row in told.rows)
        names = {"both": "both", "differs": "differ", **only}
    return ", ".join(f"{counts[kind]} {name}" for kind, name in names.items())


def _compared(cache: Cache, given: Sequence[str]) -> tuple[Comparison, tuple[Cited, ...]]:
    """Releases of the index and files, side by side in the order typed."""
    ids = {name: parse_ref(cache.db, name).id for name in given if not Path(name).is_file()}
    files = {name: _file(name) for name in given if name not in ids}
    accounts = [read_account(cache.db, ids[name]) if name in ids else files[name].account for name in given]
    known = {each.id: each for each in cited(cache.db, ids.values())}
    return compared(accounts), tuple(known[ids[name]] if name in ids else files[name].cited for name in given)


def _of_files(given: Sequence[str]) -> tuple[Comparison, tuple[Cited, ...]]:
    files = [_file(name) for name in given]
    return compared([each.account for each in files]), tuple(each.cited for each in files)


def _tell_others(session: Session, ref: str, form: Form) -> int:
    from releasecli.cli.others import tell_others  # noqa: PLC0415  a seam as of a command: it searches

    return tell_others(session, ref, form)


def _file(name: str) -> "File":
    from releasecli.cli.accounts import read  # noqa: PLC0415  the seam to extract: the cache holds the facts

    return read(name)
