"""How do facts become an answer?"""

import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from releasecli.cli.answer import answer, counted
from releasecli.cli.asking import report
from releasecli.cli.options import Counting
from releasecli.cli.session import Session, asked, say
from releasecli.model.results import FactRow
from releasecli.model.schema import json_schema
from releasecli.queries.filters import Filters
from releasecli.render.view import View
from releasecli.render.write import Form
from releasecli.store.cache.database import Cache


class Shape(NamedTuple):
    """How facts of one kind are shown: `kind` names their rows in the schema, `keys` is what they are counted by."""

    kind: str
    columns: tuple[str, ...]
    keys: Mapping[str, str]


def answer_facts(
    session: Session,
    question: Callable[[Cache], Iterator[FactRow]],
    filters: Filters,
    shape: Shape,
    *,
    counting: Counting,
    form: Form,
) -> int:
    """Ask for facts and write them, or count them one by one; of those not shown one is read: are there more?"""
    limit = counting.limit

    def found(cache: Cache) -> View | list[FactRow]:
        report(cache.db, filters)
        tally = counted((row.record for row in question(cache)), counting, shape.keys)
        return tally or list(islice(question(cache), limit and limit + 1))

    rows = asked(session, found, facts=True)
    if isinstance(rows, View):
        return answer(rows, form)
    status = answer(_view(rows[:limit], shape), form)
    sys.stdout.flush()
    say(_number(len(rows), limit, shape.kind) if rows else "releasecli: nothing found")
    return status


def _number(found: int, limit: int | None, kind: str) -> str:
    if limit and found > limit:
        return f"more than {limit} {kind}{'s' * (limit > 1)}, first {limit}"
    return f"{found} {kind}{'s' * (found > 1)}"


def _view(rows: list[FactRow], shape: Shape) -> View:
    fields = tuple(json_schema()["$defs"][shape.kind]["properties"])
    return View([dict(row.record) for row in rows], fields, shape.columns, "release", "facts", tuple(rows))
