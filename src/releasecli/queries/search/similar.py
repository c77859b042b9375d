"""Which words tell most of a release?"""

import sqlite3
from collections import Counter
from collections.abc import Iterator

from releasecli.errors import UsageError
from releasecli.queries.search.feedback import frequencies
from releasecli.queries.search.reading import Option, Unit
from releasecli.queries.search.weigh import releases, weight
from releasecli.store.cache.forms import indexed
from releasecli.store.cache.reading import text_of
from releasecli.text.tokens import words

_WORDS = 25
_TITLE = 3  # what a word of the title counts beside one of the body


def like(db: sqlite3.Connection, release: str) -> Iterator[Unit]:
    """The most telling words of a release, given by its id, as things to look for.

    Raises UsageError where there is no such release.
    """
    row = db.execute("select n, title from releases where id = ? and live", (release,)).fetchone()
    if row is None:
        raise UsageError(f"no release '{release}'", "releasecli search lists ids")
    counted = Counter(map(indexed, words(text_of(db, row[0]))))
    for word in words(row[1]):
        counted[indexed(word)] += _TITLE - 1
    size = releases(db)
    known = frequencies(db, set(counted), max(1000, size // 50))
    telling = sorted(known, key=lambda stem: (-counted[stem] / (counted[stem] + 1.5) * weight(size, known[stem]), stem))
    return (Unit(stem, (Option((stem,)),)) for stem in telling[:_WORDS])
