"""`releasecli rm`: delete releases."""

import sys
from functools import partial
from typing import Annotated

import typer

from releasecli.cli.answer import words_given
from releasecli.cli.options import Common
from releasecli.cli.progress import progress
from releasecli.cli.session import asked, index_of, say, session_of
from releasecli.errors import UsageError
from releasecli.queries.refs import ids_like, parse_ref
from releasecli.refresh.hand import remove
from releasecli.store.cache.database import Cache

_FEW = 10
EXAMPLES = (
    "releasecli rm a74f",
    "releasecli search --issuer brask --ids | releasecli rm - --force",
)


def command(
    ctx: typer.Context,
    common: Common,
    refs: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids; - reads them from stdin.")],
    force: Annotated[bool, typer.Option("--force", "-f", help="Do not ask.")] = False,
) -> int:
    """Delete releases and their earlier versions; no later ingest brings them back unless told so (--again)."""
    session = session_of(ctx, common)
    ids, lines = asked(session, partial(_meant, refs=words_given(refs)))
    if not force and not _agreed(len(ids), lines):
        say("nothing deleted")
        return 1
    with progress() as report:
        gone = remove(index_of(session), ids, say=say, progress=report)
    say(f"{len(gone)} deleted")
    return 0


def _meant(cache: Cache, refs: list[str]) -> tuple[list[str], list[str]]:
    """The ids of what is to go, and a line for each of the first few."""
    ids = list(dict.fromkeys(parse_ref(cache.db, ref).id for ref in refs))
    return ids, [f"{ident}  {dict(ids_like(cache.db, ident))[ident]}" for ident in ids[:_FEW]]


def _agreed(count: int, lines: list[str]) -> bool:
    """Ask, after what would go was shown."""
    if not sys.stdin.isatty():
        raise UsageError("rm asks before it deletes, and there is nobody to ask", "add --force")
    for line in (*lines, *([f"and {count - _FEW} more"] if count > _FEW else [])):
        say(line)
    return typer.confirm(f"delete {count} release{'' if count == 1 else 's'}?", err=True)
