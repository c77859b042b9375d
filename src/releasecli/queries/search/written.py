"""In which words of the index may that be written which is looked for?"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from releasecli.queries.search.places import Row
from releasecli.queries.search.query import Clause, Term
from releasecli.queries.search.reading import Option, Unit
from releasecli.queries.search.vocabulary import beginning, forms

Need = Sequence[Sequence[Row]]  # the forms of one thing that is looked for, each of rows that must all be there


def needs(db: sqlite3.Connection, units: Sequence[Unit]) -> list[Need]:
    """What each unit may be written as."""
    stems = {stem for unit in units for option in unit.options if not option.begins for stem in option.stems}
    words: defaultdict[str, set[str]] = defaultdict(set)
    for word, stem in forms(db, stems).items():
        words[stem].add(word)
    return [[_rows(db, option, words) for option in unit.options] for unit in units]


def needs_as_typed(db: sqlite3.Connection, clauses: Sequence[Clause]) -> list[Need]:
    """What each clause is written as if nothing but what was typed counts."""
    return [[[_as_typed(db, term)] for term in clause] for clause in clauses]


def _rows(db: sqlite3.Connection, option: Option, words: Mapping[str, set[str]]) -> list[Row]:
    """The words in a row, or each by itself where they may stand apart."""
    if option.begins:
        return [(beginning(db, option.stems[0]),)]
    row = tuple(frozenset(words.get(stem, ())) for stem in option.stems)
    return [(part,) for part in row] if option.apart else [row]


def _as_typed(db: sqlite3.Connection, term: Term) -> Row:
    if term.kind == "prefix":
        return (beginning(db, term.words[0]),)
    return tuple(frozenset({word}) for word in term.words)
