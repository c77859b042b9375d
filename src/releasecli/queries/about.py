"""Is a release about what was asked for, or does it only mention it?"""

import sqlite3
from collections.abc import Callable
from functools import cache

from releasecli.queries.asked import Asked
from releasecli.store.cache.reading import sentences_of, text_of

_OPENING = 320  # characters: the title and about the first sentence
_OFTEN = 8  # one sentence of so many


def about(db: sqlite3.Connection, asked: Asked, text: Callable[[int], str]) -> Callable[[int], bool]:
    """A function from the number of a release to whether its title and opening hold what was asked for."""

    @cache
    def meant(n: int) -> bool:
        (title,) = db.execute("select title from releases where n = ?", (n,)).fetchone()
        return asked.meant(f"{title}\n{text(n)[:_OPENING]}")

    return meant


def often(db: sqlite3.Connection, asked: Asked) -> Callable[[int], bool]:
    """A function from the number of a release to whether one of eight of its sentences names what was asked for."""

    @cache
    def spoken(n: int) -> bool:
        text, spans = text_of(db, n), sentences_of(db, n)
        return _OFTEN * sum(asked.names(text[start:end]) for start, end, _ in spans) >= len(spans)

    return spoken
