"""Who says a passage?"""

from collections.abc import Sequence

from releasecli.model.entity import Entity
from releasecli.queries.identity import Identities, renaming
from releasecli.store.cache.reading import facts_of, text_of


def speakers(known: Identities, n: int, passages: Sequence[tuple[int, int]]) -> list[tuple[Entity, ...]]:
    """For each passage of a release (start, end) those to whom it ascribes something there."""
    facts = facts_of(known.db, n, text_of(known.db, n), "statements")
    said = facts["statements"] if facts else []
    said = [each for each in said if any(each["start"] < end and each["end"] > start for start, end in passages)]
    names = renaming(known, n, {who["entity"] for each in said for who in each["who"]})
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
