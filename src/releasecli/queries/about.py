"""Is a release about what was asked for, or does it only mention it?"""

import sqlite3
from collections.abc import Callable
from functools import cache

from releasecli.queries.asked import Asked
from releasecli.queries.content import content

_OPENING = 320  # characters: the title and about the first sentence


def about(db: sqlite3.Connection, asked: Asked, text: Callable[[int], str]) -> Callable[[int], bool]:
    """A function from the number of a release to whether its title and opening hold what was asked for."""

    @cache
    def meant(n: int) -> bool:
        (title,) = db.execute("select title from releases where n = ?", (n,)).fetchone()
        return asked.meant(content(f"{title}\n{text(n)[:_OPENING]}"))

    return meant
