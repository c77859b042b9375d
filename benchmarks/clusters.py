"""What does it cost to find near-duplicates? CPU of sketches and clusters for twice and four times as many releases."""

import argparse
import sqlite3
import time

from benchmarks._measure import table
from benchmarks.scale import releases
from releasecli.store.cache import schema
from releasecli.store.cache.clusters import Memo, join
from releasecli.store.cache.shingles import bands, shingles
from releasecli.store.cache.texts import put_text


def main(argv: list[str]) -> None:
    """Cluster N, 2N and 4N releases of `bench/scale`, the later ones with changed words."""
    options = argparse.ArgumentParser(prog="python -m benchmarks clusters", description=__doc__)
    options.add_argument("-n", type=int, default=17_500, help="the smallest number (17500)")
    number = options.parse_args(argv).n
    rows = []
    for times in (1, 2, 4):
        seconds, clusters = _clustered(number * times)
        rows.append((number * times, seconds, seconds / number / times * 1000, clusters))
    table(("releases", "CPU s", "CPU ms a release", "clusters of several"), rows)


def _clustered(number: int) -> tuple[float, int]:
    """CPU seconds of all but making the texts; how many clusters hold more than one release."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(db)
    memo: Memo = {}
    spent = 0.0
    for n, release in enumerate(releases(number), 1):
        text = f"{release['title']}\n\n{release['text']}"
        _put(db, n, text)
        started = time.process_time()
        join(db, n, bands(shingles(text)), memo)
        spent += time.process_time() - started
    several = "select count(*) from (select 1 from releases group by cluster having count(*) > 1)"
    return spent, db.execute(several).fetchone()[0]


def _put(db: sqlite3.Connection, n: int, text: str) -> None:
    db.execute("insert into releases(n, id, hash, title, version, cluster) values(?1, ?1, ?1, '', 1, ?1)", (n,))
    put_text(db, n, text)
