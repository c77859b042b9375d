"""Does a release really hold the words as they were asked for?

What the full-text table cannot answer is read from the text: the words as typed, and words in one sentence.
"""

import sqlite3
import struct
from collections.abc import Callable, Sequence
from itertools import product

from releasecli.queries.search.query import SearchQuery, parsed
from releasecli.queries.search.reading import Option, Reading, Unit
from releasecli.store.cache.fulltext import folded, indexed
from releasecli.store.cache.reading import text_of
from releasecli.text.tokens import tokens

Check = Callable[[int], bool]
_COMBINATIONS = 64


def checks(db: sqlite3.Connection, query: SearchQuery, reading: Reading) -> list[Check]:
    """What each release with the right stems must still fulfil, given by its number."""
    found: list[Check] = []
    if query.exact:
        found.append(lambda n: holds_as_typed(text_of(db, n), query))
    if query.same_sentence and len(reading.units) > 1:
        found.append(lambda n: _in_one_sentence(db, n, reading.units))
    return found


def nearby(units: Sequence[Unit], distance: int) -> str:
    """The full-text expression for all units within so many words of each other, in any order."""
    forms = [[option.match for option in unit.options if not (option.begins or option.apart)] for unit in units]
    chosen = list(product(*forms))[:_COMBINATIONS]
    return " OR ".join(f"NEAR({' '.join(combination)}, {distance})" for combination in chosen)


def holds_as_typed(text: str, query: SearchQuery) -> bool:
    """Every clause has an alternative whose folded words stand in the text one after another."""
    held = " " + " ".join(folded(token.text) for token in tokens(text)) + " "
    return all(
        any(f" {' '.join(term.words)}{'' if term.kind == 'prefix' else ' '}" in held for term in clause)
        for clause in parsed(query.words)
    )


def _in_one_sentence(db: sqlite3.Connection, n: int, units: Sequence[Unit]) -> bool:
    text = text_of(db, n)
    row = db.execute("select spans from sentences where n = ?", (n,)).fetchone()
    flat = struct.unpack(f"<{len(row[0]) // 4}I", row[0]) if row else (0, len(text), 1)
    return any(_holds_all(text[start:end], units) for start, end in zip(flat[::3], flat[1::3], strict=True))


def _holds_all(sentence: str, units: Sequence[Unit]) -> bool:
    held = " " + " ".join(indexed(token.text) for token in tokens(sentence)) + " "
    return all(any(all(f" {part}" in held for part in _parts(option)) for option in unit.options) for unit in units)


def _parts(option: Option) -> Sequence[str]:
    """What must stand in a row of stems: the whole form, or each of its words."""
    if option.apart:
        return [f"{stem} " for stem in option.stems]
    return [" ".join(option.stems) + ("" if option.begins else " ")]
