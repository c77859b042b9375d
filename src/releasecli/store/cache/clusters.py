"""Which releases tell the same in nearly the same words?

Linear in the number of releases: a band keeps its first 32 texts, and a text is compared with at most 16 others, those
that share most bands. A text that resembles thousands meets one of the first of them, and by it their cluster.
"""

import sqlite3
from collections import Counter

from releasecli.store.cache.reading import text_of
from releasecli.store.cache.shingles import ALIKE, likeness, shingles

Memo = dict[int, set[int]]
_REMEMBERED, _COMPARED, _CROWD = 256, 16, 32


def join(db: sqlite3.Connection, n: int, bands: tuple[int, ...], memo: Memo) -> None:
    """Put a new release into the cluster of every release that shares 0.8 of its shingles; clusters that meet merge."""
    cluster = n
    for other in _candidates(db, n, bands):
        theirs = db.execute("select cluster from releases where n = ?", (other,)).fetchone()[0]
        if theirs != cluster and likeness(_shingles(db, n, memo), _shingles(db, other, memo)) >= ALIKE:
            _merge(db, cluster, theirs)
            cluster = min(cluster, theirs)


def _candidates(db: sqlite3.Connection, n: int, bands: tuple[int, ...]) -> list[int]:
    """Releases that share a band with this one, those with most bands first; bands not yet crowded take it in."""
    marks = ", ".join("?" * len(bands))
    met = db.execute(f"select band, n from bands where band in ({marks})", bands).fetchall()
    crowd = Counter(band for band, _ in met)
    free = [(band, n) for band in bands if crowd[band] < _CROWD]
    db.executemany("insert or ignore into bands values(?, ?)", free)
    shared = Counter(other for _, other in met)
    return sorted(shared, key=lambda other: (-shared[other], other))[:_COMPARED]


def _merge(db: sqlite3.Connection, one: int, other: int) -> None:
    db.execute("update releases set cluster = ? where cluster = ? and live", (min(one, other), max(one, other)))


def _shingles(db: sqlite3.Connection, n: int, memo: Memo) -> set[int]:
    if n not in memo:
        if len(memo) >= _REMEMBERED:
            memo.clear()
        memo[n] = shingles(text_of(db, n))
    return memo[n]
