"""How is a search understood: which words count, under which other forms, and which were left out?"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from releasecli.queries.search.query import Clause, SearchQuery, Term, parsed
from releasecli.queries.search.spelling import corrected, spellings
from releasecli.queries.search.synonyms import Names, names_in
from releasecli.queries.search.vocabulary import beginnings, known
from releasecli.text.fold import leaves_out_vowels
from releasecli.text.stem import stem

_OTHER_NAME = 0.8
_OTHER_SPELLING = 0.9
_MOST_UNITS = 64


@dataclass(frozen=True, slots=True)
class Option:
    """One form of what is looked for: stems in order (more than one is a phrase) and how much it is worth."""

    stems: tuple[str, ...]
    worth: float = 1.0
    said: str = ""  # how it is named to a person; empty for what was typed
    begins: bool = False

    @property
    def match(self) -> str:
        """The form as an expression of the full-text table."""
        return '"' + " ".join(self.stems) + '"' + (" *" if self.begins else "")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that is looked for, in any of its forms; `times` it was typed."""

    typed: str
    options: tuple[Option, ...]
    times: int = 1
    title: bool = False

    @property
    def match(self) -> str:
        """All forms as one expression of the full-text table."""
        forms = " OR ".join(option.match for option in self.options)
        return f"{{title}} : ({forms})" if self.title else f"({forms})"


@dataclass(frozen=True, slots=True)
class Reading:
    """A search as it is carried out."""

    units: tuple[Unit, ...]
    without: tuple[Unit, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def also(self) -> tuple[str, ...]:
        """Other forms that are searched too, each once."""
        return tuple(dict.fromkeys(option.said for unit in self.units for option in unit.options if option.said))


def read(db: sqlite3.Connection, query: SearchQuery) -> Reading:
    """The words of a query with their corrections, other spellings and other names, common words left out."""
    clauses = Counter((*parsed(query.words), *parsed(query.title or "", title=True)))
    kept, dropped = _weighed(db, clauses, query)
    names = {} if query.exact else names_in(db, [clause[0] for clause in kept if len(clause) == 1])
    corrections: dict[str, str] = {}
    units = [_unit(db, clause, names, corrections, exact=query.exact) for clause in kept]
    units = [replace(unit, times=kept[clause]) for unit, clause in zip(units, kept, strict=True)]
    without = [_excluded(db, words) for words in query.not_ if parsed(words)]
    return Reading(tuple(units), tuple(without), tuple(corrections.items()), tuple(dropped))


def _weighed(db: sqlite3.Connection, clauses: Counter[Clause], query: SearchQuery) -> tuple[Counter[Clause], list[str]]:
    """The clauses that say something, and the common words left out beside them."""
    if len(clauses) < 2 or query.every or query.exact:
        return clauses, []
    common = {clause for clause in clauses if _is_common(db, clause)}
    if len(common) == len(clauses):
        return clauses, []
    return (
        Counter({clause: times for clause, times in clauses.items() if clause not in common}),
        [clause[0].typed for clause in clauses if clause in common],
    )


def _is_common(db: sqlite3.Connection, clause: Clause) -> bool:
    term = clause[0]
    if len(clause) > 1 or term.kind != "word" or term.title:
        return False
    return db.execute("select 1 from common where key = ?", term.words).fetchone() is not None


def _unit(db: sqlite3.Connection, clause: Clause, names: Names, corrections: dict[str, str], *, exact: bool) -> Unit:
    options: dict[Option, None] = {}
    for term in clause:
        options.update(dict.fromkeys(_options(db, term, corrections, exact=exact)))
        for name in names.get(term.words, ()):
            options.setdefault(Option(tuple(map(stem, name.split())), _OTHER_NAME, name))
    return Unit(" OR ".join(term.typed for term in clause), _distinct(options), title=clause[0].title)


def _distinct(options: dict[Option, None]) -> tuple[Option, ...]:
    """Forms that differ in their stems, the best worth first."""
    chosen: dict[tuple[str, ...], Option] = {}
    for option in sorted(options, key=lambda option: -option.worth):
        chosen.setdefault(option.stems, option)
    return tuple(chosen.values())


def _options(db: sqlite3.Connection, term: Term, corrections: dict[str, str], *, exact: bool) -> Iterator[Option]:
    if term.kind == "prefix":
        yield from _beginning(db, term.words[0])
    elif exact:
        yield Option(tuple(map(stem, term.words)))
    elif term.kind == "phrase":
        yield Option(tuple(stem(_right(db, word, corrections)) for word in term.words))
    else:
        yield from _word(db, term, corrections)


def _word(db: sqlite3.Connection, term: Term, corrections: dict[str, str]) -> Iterator[Option]:
    """The word as typed, its correction, and other spellings of either, worth the less the more they differ."""
    word = term.words[0]
    others = spellings(db, word, unwritten=leaves_out_vowels(term.typed))
    yield Option((stem(word),))
    right = corrected(db, word, rare=bool(others or known(db, word)))
    if right:
        corrections[word] = right
        yield Option((stem(right),), 0.99, right)
        others = (*others, *spellings(db, right))
    for other, far in others:
        yield Option((stem(other),), _OTHER_SPELLING - 0.3 * far, other)


def _right(db: sqlite3.Connection, word: str, corrections: dict[str, str]) -> str:
    right = None if known(db, word) else corrected(db, word)
    if right:
        corrections[word] = right
    return right or word


def _beginning(db: sqlite3.Connection, word: str) -> Iterator[Option]:
    """The stems of the words that begin so; where there are too many, stems that begin so."""
    stems = beginnings(db, word)
    yield from (Option((each,)) for each in stems or ())
    if not stems:
        yield Option((word,), begins=True)


def _excluded(db: sqlite3.Connection, line: str) -> Unit:
    """Words that must not be there: several in one value are a phrase."""
    words = tuple(term.words for clause in parsed(line) for term in clause)
    first = parsed(line)[0][0]
    if first.kind == "prefix":
        return Unit(line, tuple(_beginning(db, first.words[0])))
    return Unit(line, (Option(tuple(stem(word) for part in words for word in part)),))
