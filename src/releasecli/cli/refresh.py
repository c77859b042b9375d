"""`releasecli refresh`: catch up with records changed by hand."""

from typing import Annotated

import typer

from releasecli import refresh
from releasecli.cli.options import Common
from releasecli.cli.progress import progress
from releasecli.cli.session import index_of, say, session_of

EXAMPLES = ("releasecli refresh", "releasecli refresh --all")


def command(
    ctx: typer.Context,
    common: Common,
    every: Annotated[bool, typer.Option("--all", help="Compare every record, not only those that look new.")] = False,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Build the cache anew from the records.")] = False,
) -> int:
    """Bring the cache in step with the records and read the facts that are missing; every command does what it needs.

    Worth calling after `git pull` on a large index, or after a new version of releasecli (facts by its rules).
    """
    session = session_of(ctx, common)
    index = index_of(session)
    with progress() as report:
        if every or rebuild:
            cache = refresh.again(index, rebuild=rebuild, say=say, progress=report)
        else:
            cache = refresh.ensure(index, facts=True, say=say, progress=report)
    (count,) = cache.db.execute("select count(*) from releases where live").fetchone()
    say(f"{count:,} release{'' if count == 1 else 's'} · index {index.root}")
    return 0
