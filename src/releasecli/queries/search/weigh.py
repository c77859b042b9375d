"""How much does each release hold of what is looked for?

BM25 as the full-text table computes it, form by form, so that each form weighs what its unit weighs: a rare spelling
counts no more than the usual one. The table's own inverse document frequency is replaced by one that never falls to
zero.
"""

import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from releasecli.queries.search.reading import Option, Unit
from releasecli.queries.search.vocabulary import frequency

COLUMNS = "5.0, 1.2, 1.0"  # what a word is worth in title, lead and body
_MOST = 120  # forms that are scored; SQLite joins at most 500 selects
_COMMON = 0.2  # a word in so large a share of a large index says nothing beside rarer ones
LARGE = 20_000  # releases; from here on time counts for more than the finest order
_NEIGHBOURS = 0.3  # what two words typed side by side are worth where they stand side by side
Branch = tuple[str, float]  # an expression of the full-text table and its weight


def branches(db: sqlite3.Connection, units: Sequence[Unit]) -> list[Branch]:
    """One weighted expression for each form of each unit; units that say nothing beside rarer ones are left out."""
    size = releases(db)
    telling = _telling(db, units, size)
    found = [branch for unit in telling for branch in _forms(db, unit, size)]
    if len(units) < 4:
        found.extend(_pairs(units))
    return found[:_MOST]


def scores(
    db: sqlite3.Connection, typed: Sequence[Branch], added: Sequence[Branch], limit: int | None
) -> list[tuple[int, float]]:
    """Releases by number with the sum over the branches, best first; each holds at least one that was typed."""
    if not typed:
        return []
    sql = (
        f"with part(n, s, own) as materialized ({_union(len(typed), len(added))}) select n, sum(s) as total from part "
        "group by n having max(own) order by total desc, n desc limit ?"
    )
    return db.execute(sql, (*_values([*typed, *added]), -1 if limit is None else limit)).fetchall()


def scores_among(
    db: sqlite3.Connection, weighted: Sequence[Branch], among: str, values: Iterable[object], limit: int | None
) -> list[tuple[int, float]]:
    """The same for the releases that a select gives, those without a score included."""
    sql = (
        f"with hit(n) as materialized ({among}), part(n, s, own) as materialized ({_union(len(weighted))}) "
        "select hit.n, coalesce(sum(s), 0.0) as total from hit left join part on part.n = hit.n "
        "group by hit.n order by total desc, hit.n desc limit ?"
    )
    return db.execute(sql, (*values, *_values(weighted), -1 if limit is None else limit)).fetchall()


def weight(size: int, df: int) -> float:
    """How telling a form is that stands in so many of so many releases."""
    return math.log(1 + (size - df + 0.5) / (df + 0.5))


def corrected_weight(size: int, df: int, wanted: float) -> float:
    """The factor that turns the table's own weight of a form into the wanted one."""
    own = math.log((size - df + 0.5) / (df + 0.5)) if df * 2 < size else 0.0
    return wanted / max(own, 0.05)


def releases(db: sqlite3.Connection) -> int:
    """How many texts the full-text table holds."""
    return int(db.execute("select max(id) from words_docsize").fetchone()[0] or 0)


def _telling(db: sqlite3.Connection, units: Sequence[Unit], size: int) -> Sequence[Unit]:
    if size < LARGE or len(units) < 4:
        return units
    rare = [unit for unit in units if _frequency(db, unit) <= size * _COMMON]
    return rare if len(rare) >= 3 else units


def _forms(db: sqlite3.Connection, unit: Unit, size: int) -> Iterator[Branch]:
    wanted = weight(size, _frequency(db, unit)) * unit.times
    for option in unit.options:
        for part in _parts(option):
            match = f"{{title}} : ({part.match})" if unit.title else part.match
            yield match, option.worth * _factor(db, part, size, wanted)


def _parts(option: Option) -> Sequence[Option]:
    """A form whose words may stand apart is scored word by word."""
    return [Option((stem,)) for stem in option.stems] if option.apart else [option]


def _factor(db: sqlite3.Connection, option: Option, size: int, wanted: float) -> float:
    if len(option.stems) > 1 or option.begins:
        return 1.0
    return corrected_weight(size, frequency(db, option.stems[0]), wanted)


def _frequency(db: sqlite3.Connection, unit: Unit) -> int:
    return max((frequency(db, option.stems[0]) for option in unit.options if len(option.stems) == 1), default=0)


def _pairs(units: Sequence[Unit]) -> Iterator[Branch]:
    """Two words that were typed side by side, side by side."""
    plain = [unit.options[0].stems for unit in units if not unit.title and len(unit.options[0].stems) == 1]
    for (left,), (right,) in pairwise(plain):
        yield f'"{left} {right}"', _NEIGHBOURS


def _union(typed: int, added: int = 0) -> str:
    one = f"select rowid as n, -? * bm25(words, {COLUMNS}) as s, {{}} as own from words where words match ?"
    return " union all ".join([one.format(1)] * typed + [one.format(0)] * added)


def _values(weighted: Sequence[Branch]) -> list[object]:
    return [value for match, factor in weighted for value in (factor, match)]
