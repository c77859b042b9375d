"""`releasecli check`: is every record sound?"""

from typing import Annotated

import typer

from releasecli.cli.answer import answer, form_of
from releasecli.cli.options import Common, Output
from releasecli.cli.progress import progress
from releasecli.cli.session import index_of, say, session_of
from releasecli.model.plain import field_names, plain
from releasecli.refresh.check import Problem, check
from releasecli.render.view import View

EXAMPLES = ("releasecli check", "releasecli check --fix")
_COLUMNS = ("kind", "where", "message", "cure")


def command(
    ctx: typer.Context,
    output: Output,
    common: Common,
    fix: Annotated[bool, typer.Option("--fix", help="Cure what a machine may cure.")] = False,
) -> int:
    """Every record readable, hashes right, the cache equal to the records, nothing orphaned; exit status 3 if not."""
    session = session_of(ctx, common)
    with progress() as report:
        found = check(index_of(session), fix=fix, say=say, progress=report)
    lines = tuple(_line(problem) for problem in found)
    view = View([plain(one) for one in found], field_names(Problem), _COLUMNS, "where", "lines", lines)
    answer(view, form_of(output, session.color))
    left = [problem for problem in found if not problem.fixed and not problem.note]
    say(f"{len(found)} found, {len(left)} left" if found else "all is well")
    return 3 if left else 0


def _line(problem: Problem) -> str:
    state = " (cured)" if problem.fixed else f"; {problem.cure}" if problem.cure else ""
    return f"{problem.where}: {problem.message}{state}"
