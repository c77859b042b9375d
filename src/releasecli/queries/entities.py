"""Which entities does a typed name mean?"""

import sqlite3
from collections.abc import Sequence

from releasecli.queries.aliases import aliases
from releasecli.store.cache.facets import KINDS
from releasecli.text.fold import key
from releasecli.text.sound import difference, skeletons
from releasecli.text.tokens import words

_KINDS = ("person", "organisation", "place", "other", "speaker", "addressee")
_LEAST, _ALIKE = 4, 0.09  # letters of a word that is heard, and how much each may differ (Kyiv and Kiev do .087)


def entities_like(db: sqlite3.Connection, wanted: Sequence[str], kind: str | None = None) -> tuple[str, ...]:
    """The entities whose slug holds all words of one of the names, with what the user's aliases add and keep apart.

    A name that nothing bears means those that sound like it: Laçın is Lachin.
    """
    kinds = (kind,) if kind else _KINDS
    numbers = ", ".join(str(KINDS.index(each)) for each in kinds)
    found = [row[0] for row in db.execute(f"select distinct value from facets where kind in ({numbers})")]
    meant = [words_of(name) for name in wanted]
    chosen = [alias for alias in aliases(db) if any(_holds(slug, meant) for slug in alias.slugs)]
    also = {slug for alias in chosen for slug in alias.slugs}
    apart = {slug for alias in chosen for slug in alias.apart}
    heard = [name for name in meant if not any(_holds(slug, [name]) for slug in (*found, *also))]
    return tuple(
        entity
        for entity in found
        if entity in also or (entity not in apart and (_holds(entity, meant) or _sounds(entity, heard)))
    )


def words_of(name: str) -> set[str]:
    """The folded words of a name, as slugs have them."""
    return set(map(key, words(name)))


def _holds(slug: str, meant: Sequence[set[str]]) -> bool:
    parts = set(slug.split("-"))
    return any(wanted <= parts for wanted in meant)


def _sounds(slug: str, heard: Sequence[set[str]]) -> bool:
    parts = slug.split("-")
    return any(all(any(_alike(word, part) for part in parts) for word in name) for name in heard if name)


def _alike(one: str, other: str) -> bool:
    least = min(len(one), len(other))
    if least < _LEAST or skeletons(one).isdisjoint(skeletons(other)):
        return False
    return difference(one, other) <= _ALIKE * least
