"""What does a sentence of the cache say?"""

import sqlite3
from collections.abc import Callable
from functools import lru_cache, partial

from releasecli.queries.timeline.dated import Dated
from releasecli.store.cache.reading import text_of

Sentence = Callable[[Dated], str]
Text = Callable[[int], str]


def texts(db: sqlite3.Connection) -> Text:
    """A function from a release to its text; the last ones stay unpacked."""
    return lru_cache(maxsize=256)(partial(text_of, db))


def sentences(text: Text) -> Sentence:
    """A function from a dated place to its sentence, which is remembered when its text is not."""

    @lru_cache(maxsize=32768)
    def passage(n: int, start: int, end: int) -> str:
        return text(n)[start:end]

    def sentence(row: Dated) -> str:
        return passage(row.n, row.sstart, row.send)

    return sentence
