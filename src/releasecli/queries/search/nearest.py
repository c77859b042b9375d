"""Which words of the index come nearest, where nothing was found?"""

import sqlite3

from releasecli.queries.search.query import parsed
from releasecli.queries.search.vocabulary import known
from releasecli.text.sound import skeletons

_SHOWN = 5
_START = 3  # letters that are taken for the same word in doubt
_ALIKE = 0.8  # by Jaro and Winkler


def nearest(db: sqlite3.Connection, line: str) -> tuple[tuple[str, int], ...]:
    """Words like those that stand nowhere, with the number of their releases, best first."""
    missing = [word for clause in parsed(line) for term in clause for word in term.words if not known(db, word)]
    found = [row for word in missing for row in _like(db, word)]
    return tuple(dict.fromkeys(found))[:_SHOWN]


def _like(db: sqlite3.Connection, word: str) -> list[tuple[str, int]]:
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  a seam: only where nothing was found

    codes = [code for code in skeletons(word) if code] or [""]
    marks = ",".join("?" * len(codes))
    rows = db.execute(
        f"select key, df, names from skeletons join vocabulary using(k) where code in ({marks}) union "
        "select key, df, names from vocabulary where key >= ? and key < ?",
        (*codes, word[:_START], word[:_START] + "\U0010ffff"),
    ).fetchall()
    judged = sorted((-JaroWinkler.similarity(word, key), -df, key, df, names) for key, df, names in rows)
    like = [(key, df, names) for near, _, key, df, names in judged[:_SHOWN] if near < -_ALIKE]
    return [(key.capitalize() if names * 2 > df else key, df) for key, df, names in like]
