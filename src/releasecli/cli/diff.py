"""`releasecli diff`: what changed between two versions?"""

from functools import partial
from typing import Annotated

import typer

from releasecli.cli.answer import answer, form_of
from releasecli.cli.options import Common, Output
from releasecli.cli.session import asked, say, session_of
from releasecli.model.plain import field_names, plain
from releasecli.model.reading import Change, Reading
from releasecli.queries.diff import diff
from releasecli.queries.refs import Ref, parse_ref
from releasecli.queries.show import show
from releasecli.refresh.corrections import facts_of
from releasecli.render.view import View
from releasecli.store.cache.database import Cache
from releasecli.store.versions import earlier, version

EXAMPLES = (
    "releasecli diff a74f",
    "releasecli diff a74f@v1 a74f --json",
)
_COLUMNS = ("kind", "change", "ref", "old.text", "new.text")


def command(
    ctx: typer.Context,
    output: Output,
    common: Common,
    one: Annotated[str, typer.Argument(metavar="ID[@vN]", help="A release, or an earlier version of it.")],
    other: Annotated[str | None, typer.Argument(metavar="[ID[@vN]]", help="What it is compared with.")] = None,
) -> int:
    """Changed sentences, dates and figures; with one id the last change of that release (exit status 1: none)."""
    session = session_of(ctx, common)
    changes = asked(session, partial(_changes, one=one, other=other))
    view = View([plain(change) for change in changes], field_names(Change), _COLUMNS, "ref", "diff", changes)
    return answer(view, form_of(output, session.color))


def _changes(cache: Cache, one: str, other: str | None) -> tuple[Change, ...]:
    first = parse_ref(cache.db, one)
    second = parse_ref(cache.db, other) if other else Ref(first.id)
    if other is None and first.version is None:
        known = earlier(cache.index.root, first.id)
        if not known:
            say(f"{first.id} reads as when it came in: no earlier version")
            return ()
        first = Ref(first.id, known[-1])
    old, new = _reading(cache, first), _reading(cache, second)
    say(f"{_name(old)} → {_name(new)}")
    return diff(old, new)


def _reading(cache: Cache, ref: Ref) -> Reading:
    return show(cache.db, ref, lambda release: facts_of(release)[0], partial(version, cache.index.root))


def _name(reading: Reading) -> str:
    return f"{reading.release.id}@v{reading.release.version}"
