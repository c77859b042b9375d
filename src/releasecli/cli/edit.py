"""`releasecli edit`: open a record in an editor."""

import os
import shlex
import subprocess
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from releasecli.cli.options import Common
from releasecli.cli.session import asked, say, session_of
from releasecli.errors import IndexProblem, UsageError
from releasecli.queries.refs import parse_ref
from releasecli.refresh.hand import edited, record_file
from releasecli.store.cache.database import Cache

EXAMPLES = ("releasecli edit 7f3c", 'EDITOR="code --wait" releasecli edit 7f3c')


def command(
    ctx: typer.Context,
    common: Common,
    ref: Annotated[str, typer.Argument(metavar="ID", help="Id, or its last 4 characters.")],
) -> int:
    """Open the record of a release in $VISUAL or $EDITOR; the cache catches up when the editor is closed.

    Values you write are yours: no later ingest changes them. `corrections:` set or drop facts of a sentence.
    """
    session = session_of(ctx, common)
    path = asked(session, partial(_path, ref=ref))
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        subprocess.run([*shlex.split(editor), str(path)], check=True)  # noqa: S603  the editor the user chose
    except (OSError, subprocess.CalledProcessError) as error:
        raise IndexProblem(f"the editor '{editor}' failed: {error}", "set EDITOR") from error
    asked(session, partial(_edited, path=path))
    say(f"edited {path}")
    return 0


def _path(cache: Cache, ref: str) -> Path:
    path = record_file(cache, parse_ref(cache.db, ref).id)
    if path is None:
        raise UsageError(f"no release '{ref}'")
    return path


def _edited(cache: Cache, path: Path) -> None:
    edited(cache, path)
