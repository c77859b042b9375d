"""Who says a passage?"""

import sqlite3
from collections.abc import Sequence

from releasecli.model.facts import Entity
from releasecli.queries.identity import identities, renaming
from releasecli.store.cache.reading import facts_of, text_of


def speakers(db: sqlite3.Connection, n: int, passages: Sequence[tuple[int, int]]) -> list[tuple[Entity, ...]]:
    """For each passage of a release (start, end) those to whom it ascribes something there."""
    names = renaming(identities(db), n)
    said = (facts_of(db, n, text_of(db, n), "statements") or {"statements": []})["statements"]
    return [
        tuple(
            dict.fromkeys(
                Entity(*names.get(who["entity"], (who["entity"], who["name"])))
                for statement in said
                if statement["start"] < end and statement["end"] > start
                for who in statement["who"]
            )
        )
        for start, end in passages
    ]
