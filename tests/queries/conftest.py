import sqlite3
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from releasecli.extract.facts import facts
from releasecli.model import Header, Release, Source
from releasecli.store.cache import clusters, fulltext, schema
from releasecli.store.cache.fact_rows import fact_rows, put_facts
from releasecli.store.cache.rows import Kept, prepare, put


@pytest.fixture
def cache_of() -> Iterator[Callable[..., sqlite3.Connection]]:
    """A function from releases to a cache that holds them with their facts; the ids end in 00000001, 00000002, ..."""
    opened: list[sqlite3.Connection] = []

    def make(*told: Any) -> sqlite3.Connection:
        db = sqlite3.connect(":memory:", isolation_level=None)
        opened.append(db)
        schema.create(db)
        fulltext.create(db)
        memo: clusters.Memo = {}
        for number, each in enumerate(told, 1):
            keep(db, number, each, memo)
        fulltext.finish(db)
        return db

    yield make
    for db in opened:
        db.close()


def keep(db: sqlite3.Connection, number: int, told: Any, memo: clusters.Memo) -> None:
    """Put a release with its facts into a cache; its id ends in the number."""
    header = Header(
        title=told.text.split("\n", 1)[0],
        issuer=told.issuer,
        side=told.side,
        published=told.published,
        language="en",
    )
    release = Release(
        f"{(told.published or 'undated')[:10]}-{number:08x}", header, told.text, Source("text", str(number))
    )
    ready = prepare(told.text, "en")
    n = put(db, release, ready, Kept(f"releases/{number}.yaml", 0, 0))
    assert n
    clusters.join(db, n, ready.bands, memo)
    put_facts(db, n, fact_rows(told.text, ready.spans, facts(told.text, header)), 1)
