"""Which of the found releases tell the same text?"""

import sqlite3
from collections.abc import Iterable, Sequence

from releasecli.queries.search.hits import Row
from releasecli.queries.search.rank import Scored

_PART = 500  # numbers bound in one statement


def folded(db: sqlite3.Connection, rows: Sequence[Scored], limit: int | None) -> list[Row]:
    """The best of each cluster of near-duplicates, in order, with the ids of the others that were found."""
    clusters = _clusters(db, [row.n for row in rows])
    kept: dict[int, Scored] = {}
    others: dict[int, list[int]] = {}
    for row in rows:
        cluster = clusters.get(row.n, row.n)
        if cluster in kept:
            others.setdefault(cluster, []).append(row.n)
        elif limit is None or len(kept) < limit:
            kept[cluster] = row
    ids = _ids(db, [n for numbers in others.values() for n in numbers])
    return [Row(row, tuple(ids[n] for n in others.get(cluster, ()))) for cluster, row in kept.items()]


def _clusters(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, int]:
    """The cluster of every release that is in one with others."""
    return dict(
        row
        for part in _parts(numbers)
        for row in db.execute(f"select n, cluster from releases where n in ({part}) and cluster is not null")
    )


def _ids(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, str]:
    return dict(
        row for part in _parts(numbers) for row in db.execute(f"select n, id from releases where n in ({part})")
    )


def _parts(numbers: Sequence[int]) -> Iterable[str]:
    """The numbers as lists for SQL: they are our own, and there may be more than can be bound."""
    return (",".join(map(str, numbers[start : start + _PART])) for start in range(0, len(numbers), _PART))
