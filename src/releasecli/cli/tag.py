"""`releasecli tag`: put tags on releases, or take them off."""

from functools import partial
from typing import Annotated

import typer

from releasecli.cli.answer import words_given
from releasecli.cli.options import Common
from releasecli.cli.progress import progress
from releasecli.cli.session import asked, index_of, say, session_of
from releasecli.errors import UsageError
from releasecli.queries.refs import parse_ref
from releasecli.refresh.hand import tag
from releasecli.store.cache.database import Cache

EXAMPLES = (
    "releasecli tag a74f --add corridor",
    "releasecli search lachin --ids | releasecli tag - --add corridor",
)


def command(
    ctx: typer.Context,
    common: Common,
    refs: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids; - reads them from stdin.")],
    add: Annotated[list[str] | None, typer.Option("--add", "-a", metavar="TAG", help="Put this tag on.")] = None,
    drop: Annotated[list[str] | None, typer.Option("--drop", "-d", metavar="TAG", help="Take this tag off.")] = None,
) -> int:
    """Tags are kept in the record, over new versions too; every command takes --tag to ask for them."""
    if not add and not drop:
        raise UsageError("no tag to add or to drop", "releasecli tag ID --add TAG")
    if wrong := next((one for one in (*(add or ()), *(drop or ())) if not one or any(map(str.isspace, one))), None):
        raise UsageError(f"'{wrong}' is no tag", "a tag is one word")
    session = session_of(ctx, common)
    ids = asked(session, partial(_ids, refs=words_given(refs)))
    with progress() as report:
        changed = tag(index_of(session), ids, add=add or (), take=drop or (), say=say, progress=report)
    same = len(ids) - len(changed)
    say(f"{len(changed)} changed{f', {same} as before' if same else ''}")
    return 0


def _ids(cache: Cache, refs: list[str]) -> list[str]:
    return list(dict.fromkeys(parse_ref(cache.db, ref).id for ref in refs))
