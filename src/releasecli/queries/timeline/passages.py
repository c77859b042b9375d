"""What does a sentence of the cache say?"""

import sqlite3
from collections.abc import Callable
from functools import lru_cache, partial

from releasecli.queries.timeline.dated import Dated
from releasecli.store.cache.reading import text_of

Sentence = Callable[[Dated], str]


def sentences(db: sqlite3.Connection) -> Sentence:
    """A function from a dated place to its sentence; the last texts stay unpacked."""
    whole = lru_cache(maxsize=256)(partial(text_of, db))

    def sentence(row: Dated) -> str:
        return whole(row.n)[row.sstart : row.send]

    return sentence
