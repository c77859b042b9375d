import random
import sqlite3
import zlib
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from releasecli.store.cache import schema
from releasecli.store.cache.texts import put_text, text_of

CHANCE = random.Random(1)
WORDS = ["".join(CHANCE.choices("abcdefghijklmnop", k=7)) for _ in range(300)]
ENOUGH = 5000


def told(n: int) -> str:
    return " ".join(random.Random(n).choices(WORDS, k=40))


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    """So many texts of one kind that there are dictionaries."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(made)
    for n in range(1, ENOUGH):
        put_text(made, n, told(n))
    yield made
    made.close()


def test_texts_come_back_with_a_dictionary_and_without(db: sqlite3.Connection) -> None:
    assert all(text_of(db, n) == told(n) for n in range(1, ENOUGH, 97))


def test_later_texts_take_less(db: sqlite3.Connection) -> None:
    sizes = "select avg(length(body)) from texts where n between ? and ?"
    first, second = (db.execute(sizes, bounds).fetchone()[0] for bounds in pairwise([1, 2047, ENOUGH]))
    assert second < 0.8 * first


def test_a_damaged_text_is_told_from_a_whole_one(db: sqlite3.Connection) -> None:
    body = db.execute("select body from texts where n = 4000").fetchone()[0]
    for broken in (body[:-9], body[:40] + bytes([body[40] ^ 1]) + body[41:]):
        db.execute("insert or replace into texts values(?, ?)", (ENOUGH, broken))
        with pytest.raises(zlib.error):
            text_of(db, ENOUGH)


@given(text=st.text())
def test_any_text_comes_back(db: sqlite3.Connection, text: str) -> None:
    db.execute("delete from texts where n = ?", (ENOUGH,))
    put_text(db, ENOUGH, text)
    assert text_of(db, ENOUGH) == text
