import sqlite3
from collections.abc import Callable, Sequence
from functools import cache

import pytest

from releasecli.queries.filters import Filters
from releasecli.queries.search.answer import Found, search
from releasecli.queries.search.query import SearchQuery
from releasecli.store.cache import fulltext, schema
from releasecli.store.cache.spans import packed
from releasecli.store.cache.texts import put_text
from releasecli.text.paragraphs import paragraphs
from releasecli.text.sentences import sentences

Ask = Callable[..., Found]


@cache
def _empty() -> bytes:
    db = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(db)
    fulltext.create(db)
    return db.serialize()


def make_index(texts: Sequence[str]) -> sqlite3.Connection:
    """An index of texts whose first line is the title; ids count from 1, a day apart."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.deserialize(_empty())
    for n, text in enumerate(texts, 1):
        day = f"2023-03-{n:02d}"
        db.execute(
            "insert into releases(n, id, hash, title, version, published, day, day_last, cluster) "
            "values(?, ?, ?, ?, 1, ?, ?, ?, ?)",
            (n, f"{day}-{n:08x}", str(n), text.partition("\n")[0], day, day, day, n),
        )
        put_text(db, n, text)
        spans, marks = packed(sentences(text, "en")), packed(paragraphs(text))
        db.execute("insert into sentences values(?, ?, ?)", (n, spans, marks))
        fulltext.add(db, n, text.partition("\n")[0], text)
    fulltext.finish(db)
    return db


def numbers(found: Found) -> list[int]:
    """The numbers of the texts that were found, in order."""
    return [int(hit.id[-8:], 16) for hit in found.hits]


@pytest.fixture(scope="session")
def index() -> Callable[[Sequence[str]], sqlite3.Connection]:
    return make_index


@pytest.fixture(scope="session")
def ask() -> Ask:
    def asked(texts: Sequence[str], words: str = "", **options: object) -> Found:
        return search(make_index(texts), SearchQuery(words, **options), Filters())  # type: ignore[arg-type]  # by name

    return asked


@pytest.fixture(scope="session")
def found(ask: Ask) -> Callable[..., list[int]]:
    def numbers_found(texts: Sequence[str], words: str = "", **options: object) -> list[int]:
        return numbers(ask(texts, words, **options))

    return numbers_found
