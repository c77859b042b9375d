"""`releasecli edit`: open a record in an editor."""

import os
import shlex
import subprocess
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from releasecli.cli.options import Common
from releasecli.cli.session import asked, index_of, say, session_of
from releasecli.errors import IndexProblem, UsageError
from releasecli.queries.refs import parse_ref
from releasecli.refresh.check import uncorrected
from releasecli.refresh.hand import broken_file, record_file
from releasecli.store.cache.database import Cache
from releasecli.store.records import read_release

EXAMPLES = (
    "releasecli edit a74f",
    'EDITOR="code --wait" releasecli edit a74f',
)


def command(
    ctx: typer.Context,
    common: Common,
    ref: Annotated[str, typer.Argument(metavar="ID", help="Id, or how its last part begins.")],
) -> int:
    """Open the record of a release in $VISUAL or $EDITOR; the cache catches up when the editor is closed.

    Values you write are yours: no later ingest changes them. `corrections:` set or drop facts of a sentence.
    """
    session = session_of(ctx, common)
    path = asked(session, partial(_path, ref=ref), quiet=True)
    before = path.read_bytes()
    _open(path)
    release = read_release(path, path.relative_to(index_of(session).root).as_posix())
    for lost in uncorrected(release):
        say(f"nothing to correct at '{lost.sentence[:60]}'; quote the text as it is now")
    asked(session, lambda _: None)
    say(f"edited {path}" if path.read_bytes() != before else "nothing changed")
    return 0


def _open(path: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        done = subprocess.run([*shlex.split(editor), str(path)], check=False)  # noqa: S603  the editor the user chose
    except (OSError, ValueError) as error:
        raise IndexProblem(f"the editor '{editor}' cannot be started", "set EDITOR") from error
    if done.returncode:
        raise IndexProblem(f"the editor '{editor}' ended with status {done.returncode}", "set EDITOR to another one")


def _path(cache: Cache, ref: str) -> Path:
    path = broken_file(cache, ref) or record_file(cache, parse_ref(cache.db, ref).id)
    if path is None:
        raise UsageError(f"no release '{ref}'", "releasecli search lists ids")
    return path
