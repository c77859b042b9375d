"""Does a release really hold the words as they were asked for?

What the full-text table cannot answer is read from the text: the words as typed, in one sentence, near each other.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, product
from math import prod

from releasecli.queries.search.places import Place, Row, in_a_row, places
from releasecli.queries.search.query import SearchQuery, parsed
from releasecli.queries.search.reading import Option, Reading, Unit
from releasecli.queries.search.written import Need, needs, needs_as_typed
from releasecli.store.cache.reading import paragraphs_of, sentences_of, text_of
from releasecli.text.tokens import tokens

Check = Callable[[int], bool]
_COMBINATIONS = 64
_Area = tuple[int, int]
_Spans = list[tuple[int, int]]


def checks(db: sqlite3.Connection, query: SearchQuery, reading: Reading) -> list[Check]:
    """What each release with the right stems must still fulfil, given by its number."""
    found: list[Check] = []
    body = [unit for unit in reading.units if not unit.title]
    together = query.same_sentence or query.near is not None
    if query.exact and query.title:
        typed = needs_as_typed(db, parsed(query.title))
        found.append(lambda n: _stand(title := _title(db, n), [(0, len(title))], typed))
    if together and len(body) > 1:
        wanted = needs_as_typed(db, parsed(query.words)) if query.exact else needs(db, body)
        found.append(lambda n: _stand_together(db, n, wanted, query))
    elif query.exact:
        found.append(as_typed(db, query, any if query.any else all))
    return found


def as_typed(db: sqlite3.Connection, query: SearchQuery, much: Callable[[Iterable[bool]], bool] = all) -> Check:
    """Does a release hold the words as typed, all of them or any?"""
    typed = needs_as_typed(db, parsed(query.words))
    return lambda n: _stand(text_of(db, n), paragraphs_of(db, n), typed, much)


def nearby(units: Sequence[Unit], distance: int) -> str:
    """An expression for what may hold all units so near to each other; empty where there are too many forms."""
    if len(units) < 2 or prod(len(unit.options) for unit in units) > _COMBINATIONS:
        return ""
    chosen = product(*(unit.options for unit in units))
    return " OR ".join(f"NEAR({' '.join(map(_phrases, options))}, {distance})" for options in chosen)


def _phrases(option: Option) -> str:
    return " ".join(f'"{stem}"' for stem in option.stems) if option.apart else option.match


def _title(db: sqlite3.Connection, n: int) -> str:
    return str(db.execute("select title from releases where n = ?", (n,)).fetchone()[0])


def _stand(
    text: str, blocks: Sequence[_Area], wanted: Sequence[Need], much: Callable[[Iterable[bool]], bool] = all
) -> bool:
    """All things, or any, stand each in some block."""
    areas = _areas(text, blocks, wanted)
    return much(any(_forms(text, area, need) for area in areas) for need in wanted)


def _stand_together(db: sqlite3.Connection, n: int, wanted: Sequence[Need], query: SearchQuery) -> bool:
    """All things stand in one sentence, or within so many words in one paragraph (or sentence)."""
    text = text_of(db, n)
    blocks = [(a, b) for a, b, _ in sentences_of(db, n)] if query.same_sentence else paragraphs_of(db, n)
    for found in _areas(text, blocks, wanted):
        held = [_forms(text, found, need) for need in wanted]
        if all(held) and (query.near is None or any(_near(text, form, query.near) for form in product(*held))):
            return True
    return False


def _areas(text: str, blocks: Sequence[_Area], wanted: Sequence[Need]) -> list[list[Place]]:
    """The wanted words of each block."""
    words = {word for need in wanted for form in need for row in form for part in row for word in part}
    found = places(text, words)
    starts = [place.start for place in found]
    return [found[bisect_left(starts, start) : bisect_left(starts, end)] for start, end in blocks]


def _forms(text: str, found: Sequence[Place], need: Need) -> list[list[_Spans]]:
    """The forms of which every row stands in the area, each with the spans of each row."""
    forms = ([_spans(text, found, row) for row in form] for form in need)
    return [form for form in forms if all(form)]


def _spans(text: str, found: Sequence[Place], row: Row) -> _Spans:
    return [(found[at].start, found[at + len(row) - 1].end) for at in in_a_row(text, found, row)]


def _near(text: str, forms: Sequence[list[_Spans]], distance: int) -> bool:
    """Is there one of each whose end lies at most so many words before the last one begins?"""
    rows = list(chain.from_iterable(forms))
    first, last = min(min(row) for row in rows)[0], max(max(row) for row in rows)[1]
    starts = [first + token.start for token in tokens(text[first:last])]
    numbered = [[(bisect_left(starts, start), bisect_left(starts, end)) for start, end in row] for row in rows]
    return any(
        all(any(start <= at <= end + distance for start, end in row) for row in numbered)
        for at in {start for row in numbered for start, _ in row}
    )
