"""How do facts become an answer?"""

import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from sqlite3 import Connection
from typing import NamedTuple

from releasecli.cli.answer import answer, counted, form_of
from releasecli.cli.asking import report, report_nothing
from releasecli.cli.options import Counting, Output
from releasecli.cli.session import Session, asked, say
from releasecli.model.results import FactRow
from releasecli.model.schema import json_schema
from releasecli.queries.filters import Filters
from releasecli.render.view import View
from releasecli.store.cache.database import Cache


class Shape(NamedTuple):
    """How facts of one kind are shown: `kind` names their rows in the schema, `keys` is what they are counted by."""

    kind: str
    columns: tuple[str, ...]
    keys: Mapping[str, str]


def answer_facts(
    session: Session,
    question: Callable[[Connection], Iterator[FactRow]],
    filters: Filters,
    shape: Shape,
    counting: Counting,
    output: Output,
) -> int:
    """Ask for facts and write them, or count them one by one; of those not shown one is read: are there more?"""
    form, limit = form_of(output, session.color), counting.limit

    def found(cache: Cache) -> View | list[FactRow]:
        report(cache.db, filters)
        facts = question(cache.db)
        tally = counted((row.record for row in facts), counting, shape.keys)
        rows = tally or list(islice(facts, limit and limit + 1))
        if not (tally.records if tally else rows):
            report_nothing(cache.db, filters)
        return rows

    rows = asked(session, found, facts=True)
    if isinstance(rows, View):
        return answer(rows, form)
    status = answer(_view(rows[:limit], shape), form)
    sys.stdout.flush()
    say(_number(len(rows), limit, shape.kind) if rows else "releasecli: nothing found")
    return status


def _number(found: int, limit: int | None, kind: str) -> str:
    if limit and found > limit:
        return f"first {limit} {kind}{'s' * (limit > 1)}, there are more (--count says how many)"
    return f"{found} {kind}{'s' * (found > 1)}"


def _view(rows: list[FactRow], shape: Shape) -> View:
    fields = tuple(json_schema()["$defs"][shape.kind]["properties"])
    return View([dict(row.record) for row in rows], fields, shape.columns, "release", "facts", tuple(rows))
