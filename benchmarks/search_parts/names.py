"""Does one spelling of a name find all, and how many other words does it bring along?"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.scale import releases
from benchmarks.search_parts.indexes import index
from benchmarks.search_parts.relevance import BENCH
from releasecli.queries.filters import Filters
from releasecli.queries.search.answer import search
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.search.reading import read
from releasecli.text.fold import key
from releasecli.text.tokens import words

OWN = Path(__file__).parents[1] / "name_groups.tsv"
_AROUND = 3000  # real releases whose words make the noise
Group = tuple[str, ...]


def show() -> None:
    """Ordered pairs found and noise words a query: given groups and our own, with the table of names and without."""
    given = [tuple(row[1:]) for row in _rows(BENCH / "name_variants.tsv")]
    own = [tuple(row) for row in _rows(OWN)]
    print(f"\n{'names':44}{'pairs':>9}{'found':>9}{'noise words a query':>22}")
    for label, groups in (("given groups", given), ("own groups", own)):
        db = _database(groups)
        _row(label, *_measured(db, groups))
        db.execute("delete from synonyms")
        db.execute("delete from synonym_codes")
        _row(f"{label}, table of other names off", *_measured(db, groups))


def _measured(db: sqlite3.Connection, groups: Sequence[Group]) -> tuple[int, int, float]:
    """Ordered pairs, those of them found, words of other groups or texts that a query also looked for."""
    pairs = found = noise = queries = 0
    for number, group in enumerate(groups):
        own = {key(word) for name in group for word in words(name)}
        for typed in range(len(group)):
            hits = {hit.id for hit in search(db, SearchQuery(group[typed]), Filters()).hits}
            others = [place for place in range(len(group)) if place != typed]
            pairs += len(others)
            found += sum(f"{number}-{place}" in hits for place in others)
            noise += len({word for also in read(db, SearchQuery(group[typed])).also for word in also.split()} - own)
            queries += 1
    return pairs, found, noise / queries


def _database(groups: Sequence[Group]) -> sqlite3.Connection:
    """An index of one text a spelling, among real releases."""
    named = [
        (f"{number}-{place}", "", f"It was said that {name} was there.")
        for number, group in enumerate(groups)
        for place, name in enumerate(group)
    ]
    real = [(each["id"], each["title"], each["text"]) for each in releases(_AROUND)]
    return index([*named, *real])


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _row(label: str, pairs: int, found: int, noise: float) -> None:
    print(f"{label:44}{pairs:9}{found / pairs:9.1%}{noise:22.2f}")
