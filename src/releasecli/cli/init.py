"""`releasecli init`: make an index."""

import os
from typing import Annotated

import typer

from releasecli.cli.options import Common
from releasecli.cli.session import say, session_of
from releasecli.store.index import create_index

EXAMPLES = (
    "releasecli init",
    "releasecli init releases && cd releases && git init",
)


def command(
    ctx: typer.Context,
    common: Common,
    place: Annotated[str | None, typer.Argument(metavar="[DIR]", help="Else this folder.")] = None,
) -> int:
    """Make an empty index: a folder with `releasecli.yaml`, which says how records are written and holds your profiles.

    Commands look for it at --index DIR, RELEASECLI_INDEX, the folder you stand in or one above, your data folder.
    Without `init` the first `ingest` makes one in your data folder.
    """
    index = create_index(place or session_of(ctx, common).folder or os.environ.get("RELEASECLI_INDEX") or ".")
    say(f"index {index.root}")
    return 0
