"""Which releases and which words does a question mean?"""

import sqlite3
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from releasecli.queries.content import content, content_form, holding
from releasecli.queries.entities import entities_like
from releasecli.queries.filters import Condition, Filters, where
from releasecli.queries.search.match import expression
from releasecli.queries.search.query import SearchQuery
from releasecli.queries.search.reading import Reading, also, read

Forms = tuple[tuple[frozenset[str], ...], ...]  # of each word of a query the ways to say it, each one or several words

_COMMON = 1.5  # times as many releases as hold the rarest word


class Asked(NamedTuple):
    """The releases as a condition on `r`, and for each word of the query the forms that stand for it."""

    condition: Condition
    words: Forms = ()
    notes: tuple[str, ...] = ()
    needed: int = 0
    telling: Forms = ()

    def count(self, passage: AbstractSet[str]) -> int:
        """How many words of the query a passage holds, given its content words."""
        return _count(self.words, passage)

    def names(self, passage: str) -> bool:
        """Whether a passage holds a word of the query, and not only one that many releases hold."""
        return _touching(self.words)(passage) and _count(self.telling or self.words, content(passage)) > 0

    def meant(self, passage: str) -> bool:
        """Whether a passage holds the whole query, or one word of it where any will do."""
        return not self.needed or self._enough(passage, self.needed)

    def _enough(self, passage: str, words: int) -> bool:
        """Of many passages most hold no part of a query."""
        return _touching(self.words)(passage) and self.count(content(passage)) >= words


def asked(db: sqlite3.Connection, search: SearchQuery, filters: Filters) -> Asked:
    """What is asked for, as `search` would read it; without words the person or place that the filters name."""
    condition = where(db, filters)
    reading = read(db, search)
    if not reading.units:
        names = _names(db, filters)
        return Asked(condition, names, needed=bool(names))
    match = expression(reading.units, reading.without, " OR " if search.any else " AND ")
    sql = f"{condition.sql} and r.n in (select rowid from words where words match ?)"
    forms = _forms(reading)
    needed = 1 if search.any else len(forms)
    telling = _telling(db, forms) if needed > 1 else forms
    return Asked(Condition(sql, (*condition.values, match)), forms, _notes(db, reading), needed, telling)


def _count(words: Forms, passage: AbstractSet[str]) -> int:
    return sum(1 for options in words if any(forms <= passage for forms in options))


def _telling(db: sqlite3.Connection, words: Forms) -> Forms:
    """The words of a query that hardly more releases hold than its rarest: of "climate change" the first."""
    held = [min((_held(db, stem) for stem in options[0]), default=0) for options in words]
    return tuple(options for options, number in zip(words, held, strict=True) if number <= _COMMON * min(held))


def _held(db: sqlite3.Connection, stem: str) -> int:
    return int(db.execute("select total(df) from vocabulary where stem = ?", (stem,)).fetchone()[0])


@lru_cache(maxsize=4)
def _touching(words: Forms) -> Callable[[str], bool]:
    """A function from a passage to whether it may hold a word of the query."""
    ways = [forms for options in words for forms in options]
    return holding(frozenset().union(*ways)) if all(ways) else bool


def _forms(reading: Reading) -> Forms:
    return tuple(tuple(_content(option.stems) for option in unit.options) for unit in reading.units)


def _content(stems: Iterable[str]) -> frozenset[str]:
    """The words of a phrase that say something by themselves, as a passage is asked for no others."""
    return frozenset(filter(content_form, stems)) or frozenset(stems)


def _names(db: sqlite3.Connection, filters: Filters) -> Forms:
    """The names that the filters want in a release: of a person the last word, of a place all."""
    wanted = (("person", filters.person, -1), ("place", filters.place, 0))
    return tuple(
        tuple(content(" ".join(slug.split("-")[first:])) for slug in entities_like(db, names, kind))
        for kind, names, first in wanted
        if names
    )


def _notes(db: sqlite3.Connection, reading: Reading) -> tuple[str, ...]:
    corrected = tuple(f"corrected: {typed} → {right}" for typed, right in reading.corrections)
    others = also(db, reading)
    return (*corrected, f"also searched: {', '.join(others)}") if others else corrected
