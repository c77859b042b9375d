"""How are facts read back from the cache, with the release they stand in?"""

import sqlite3
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from releasecli.queries.filters import Condition
from releasecli.store.cache.reading import facts_of, sentences_of, text_of

Fact = dict[str, Any]


class Source(NamedTuple):
    """A release, its number, its sentences (start, end, paragraph), and its facts by kind."""

    n: int
    release: str
    published: str | None
    issuer: str | None
    text: str
    sentences: list[tuple[int, int, int]]
    facts: dict[str, list[Fact]]


def sources(db: sqlite3.Connection, condition: Condition, *kinds: str, oldest: bool = False) -> Iterator[Source]:
    """The releases under a condition, newest first, with their facts of these kinds."""
    picked = db.execute(
        "select r.n, r.id, r.published, r.issuer from releases r "
        f"where {condition.sql} order by r.day {'asc' if oldest else 'desc'}, r.n",
        condition.values,
    )
    for n, release, published, issuer in picked:
        text = text_of(db, n)
        if facts := facts_of(db, n, text, *kinds):
            yield Source(n, release, published, issuer, text, sentences_of(db, n), facts)


def sentence_at(source: Source, at: int) -> tuple[int, int, int]:
    """Start, end and paragraph of the sentence around a place of the text."""
    number = bisect_right(source.sentences, (at, len(source.text) + 1))
    return source.sentences[max(0, number - 1)] if source.sentences else (0, len(source.text), 1)


def flat(source: Source, fact: Fact) -> Fact:
    """The fact as one flat row: where it stands, then its own keys."""
    about = {"release": source.release, "published": source.published, "issuer": source.issuer}
    return {"ref": f"{source.release}:{sentence_at(source, fact['start'])[2]}", **about, **fact}
