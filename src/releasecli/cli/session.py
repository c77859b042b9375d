"""Which index does a command work on, and is its cache up to date?"""

import sys
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import typer

from releasecli import refresh
from releasecli.cli.options import Common
from releasecli.cli.progress import progress, wipe
from releasecli.render.marks import has_signs, plainly
from releasecli.store.cache.database import Cache
from releasecli.store.index import Index, open_index

Answer = TypeVar("Answer")


class Session(NamedTuple):
    """One command at work: what was said for all commands, before the name of the command or after it."""

    folder: str | None
    color: str | None


def session_of(ctx: typer.Context, common: Common) -> Session:
    """What stands after the command's name wins over what stands before it."""
    return Session(common.folder or ctx.obj["index"], common.color or ctx.obj["color"])


def index_of(session: Session) -> Index:
    """The index to use.

    Raises IndexProblem where there is none.
    """
    return open_index(session.folder)


def asked(session: Session, question: Callable[[Cache], Answer], *, facts: bool = False, quiet: bool = False) -> Answer:
    """The answer of the cache, caught up with the records; with `facts`, also with what their texts say.

    `quiet`: what is wrong with records is not said.
    """
    with progress() as report:
        tell = _nothing if quiet else say
        return refresh.answering(index_of(session), question, facts=facts, say=tell, progress=report)


def _nothing(_: str) -> None:
    """Where the same will be said later."""


def say(line: str) -> None:
    """One line to stderr: what was decided, counted, or left out."""
    wipe()
    sys.stderr.write(f"{line if has_signs(sys.stderr.encoding) else plainly(line)}\n")
