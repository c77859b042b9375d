"""Which values that were asked for does no release have, and which are there instead?"""

import sqlite3
from collections.abc import Iterator

from releasecli.queries.filters import Filters

_MOST = 12
_HELD = {
    "side": "select side as value from releases where live",
    "category": "select category as value from releases where live",
    "language": "select language as value from releases where live",
    "tag": "select tag as value from tags join releases using (n) where live",
}
_OFTEN = "select value from ({}) where value is not null group by value order by count(*) desc, value"


def unheld(db: sqlite3.Connection, filters: Filters) -> Iterator[str]:
    """One line a value that is asked for in vain: "no release has side 'USA'; there are US, RU"."""
    for field, sql in _HELD.items():
        wanted = getattr(filters, field)
        held = [row[0] for row in db.execute(_OFTEN.format(sql))] if wanted else []
        known = {value if field == "tag" else value.lower() for value in held}
        for value in wanted:
            if (value if field == "tag" else value.lower()) not in known:
                yield f"no release has {field} '{value}'; {_there(held)}"


def _there(held: list[str]) -> str:
    if not held:
        return "none has any"
    return f"there {'is' if len(held) == 1 else 'are'} {', '.join(held[:_MOST])}{', ...' if len(held) > _MOST else ''}"
