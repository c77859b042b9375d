"""Which releases tell the same in nearly the same words?"""

import sqlite3

from releasecli.store.cache.reading import text_of
from releasecli.store.cache.shingles import ALIKE, likeness, shingles

Memo = dict[int, set[int]]
_REMEMBERED = 256


def join(db: sqlite3.Connection, n: int, memo: Memo) -> None:
    """Put a new release into the cluster of every release that shares 0.8 of its shingles; clusters that meet merge."""
    cluster = n
    for other, theirs in _candidates(db, n):
        if theirs != cluster and likeness(_shingles(db, n, memo), _shingles(db, other, memo)) >= ALIKE:
            _merge(db, cluster, theirs)
            cluster = min(cluster, theirs)


def _candidates(db: sqlite3.Connection, n: int) -> list[tuple[int, int]]:
    """Releases that share a band with this one, those with most bands first, and their clusters."""
    return db.execute(
        "select other.n, releases.cluster from bands own indexed by bands_n"
        " cross join bands other on other.band = own.band and other.n <> own.n"
        " cross join releases on releases.n = other.n where own.n = ? group by other.n order by count(*) desc, other.n",
        (n,),
    ).fetchall()


def _merge(db: sqlite3.Connection, one: int, other: int) -> None:
    db.execute("update releases set cluster = ? where cluster = ? and live", (min(one, other), max(one, other)))


def _shingles(db: sqlite3.Connection, n: int, memo: Memo) -> set[int]:
    if n not in memo:
        if len(memo) >= _REMEMBERED:
            memo.clear()
        memo[n] = shingles(text_of(db, n))
    return memo[n]
