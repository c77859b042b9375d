"""Which words of the index are other spellings of a word, and which is the one that was meant?"""

import sqlite3

from releasecli.store.cache.fulltext import deletions
from releasecli.text.fold import skeleton
from releasecli.text.stem import stem

_RARE = 3  # a word in no more releases than this may be a slip
_FAR = 50  # beside a word in so many times as many


def spellings(db: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """Words of the index that spell the same name otherwise, the most frequent first."""
    bones = skeleton(word)
    if len(bones) < 2:
        return ()
    rows = db.execute(
        "select key from vocabulary where skeleton = ? and names * 2 > df and key <> ? order by df desc", (bones, word)
    )
    own = stem(word)
    return tuple(row[0] for row in rows if stem(row[0]) != own and _alike(word, row[0]))[:8]


def corrected(db: sqlite3.Connection, word: str, *, rare: bool = False) -> str | None:
    """The word of the index that was meant; with `rare` only where the word itself is a slip that the index holds."""
    if len(word) < 4 or not word.isalpha():
        return None
    near = _near(db, word)
    if not near:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415  a seam: a search without slips never needs it

    judged = [(OSA.distance(word, other), -df, other) for other, df in near if other != word]
    best = min(((far, df, other) for far, df, other in judged if far <= 1 + (len(word) > 7)), default=None)
    if best is None or (rare and not _hides(db, word, best)):
        return None
    return best[2]


def _hides(db: sqlite3.Connection, word: str, best: tuple[int, int, str]) -> bool:
    """Is the word a rare slip beside a word that stands in far more releases?"""
    own = db.execute("select df from vocabulary where key = ?", (word,)).fetchone()
    return bool(own) and len(word) > 6 and own[0] <= _RARE and -best[1] >= own[0] * _FAR and best[0] == 1


def _near(db: sqlite3.Connection, word: str) -> list[tuple[str, int]]:
    hashes = deletions(word)
    marks = ",".join("?" * len(hashes))
    return db.execute(
        f"select distinct v.key, v.df from deletes d join vocabulary v on v.k = d.k where d.hash in ({marks})",
        tuple(hashes),
    ).fetchall()


def _alike(word: str, other: str) -> bool:
    """Do two words of one skeleton also agree in most of their vowels?"""
    return abs(len(word) - len(other)) <= 2 and word[0] == other[0]
