"""Which entities does a typed name mean?"""

import sqlite3
from collections.abc import Sequence

from releasecli.queries.aliases import aliases
from releasecli.store.cache.facets import KINDS
from releasecli.text.fold import key
from releasecli.text.tokens import words

_KINDS = ("person", "organisation", "place", "other", "speaker", "addressee")


def entities_like(db: sqlite3.Connection, wanted: Sequence[str], kind: str | None = None) -> tuple[str, ...]:
    """The entities whose slug holds all words of one of the names, with what the user's aliases add and keep apart."""
    kinds = (kind,) if kind else _KINDS
    numbers = ", ".join(str(KINDS.index(each)) for each in kinds)
    rows = db.execute(f"select distinct value from facets where kind in ({numbers})")
    meant = [words_of(name) for name in wanted]
    chosen = [alias for alias in aliases(db) if any(_holds(slug, meant) for slug in alias.slugs)]
    also = {slug for alias in chosen for slug in alias.slugs}
    apart = {slug for alias in chosen for slug in alias.apart}
    found = [row[0] for row in rows]
    return tuple(entity for entity in found if entity in also or (entity not in apart and _holds(entity, meant)))


def words_of(name: str) -> set[str]:
    """The folded words of a name, as slugs have them."""
    return set(map(key, words(name)))


def _holds(slug: str, meant: Sequence[set[str]]) -> bool:
    parts = set(slug.split("-"))
    return any(wanted <= parts for wanted in meant)
