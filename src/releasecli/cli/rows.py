"""How do facts become an answer?"""

from collections.abc import Sequence

from releasecli.model.results import FactRow
from releasecli.model.schema import json_schema
from releasecli.render.view import View


def facts_view(rows: Sequence[FactRow], columns: tuple[str, ...], kind: str) -> View:
    """Facts as flat rows; `kind` names the shape of the rows in the schema."""
    fields = tuple(json_schema()["$defs"][kind]["properties"])
    return View([dict(row.record) for row in rows], fields, columns, "release", "facts", tuple(rows))
