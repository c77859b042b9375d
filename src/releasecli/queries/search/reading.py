"""How is a search understood: which words count, under which other forms, and which were left out?"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from releasecli.queries.search.query import Clause, SearchQuery, Term, parsed
from releasecli.queries.search.spelling import corrected, is_common, joined, parted, spellings
from releasecli.queries.search.synonyms import joined_names, other_names
from releasecli.queries.search.vocabulary import beginnings, is_listed, known, written
from releasecli.store.cache.forms import letters_of
from releasecli.text.stem import stem

_OTHER_NAME = 0.8
_OTHER_SPELLING = 0.9
_MOST_UNITS = 64


class Option(NamedTuple):
    """One form of what is looked for: stems in order (more than one is a phrase) and how much it is worth."""

    stems: tuple[str, ...]
    worth: float = 1.0
    said: str = ""  # how it is named to a person; empty for what was typed
    begins: bool = False
    apart: bool = False  # the words need not stand together

    @property
    def match(self) -> str:
        """The form as an expression of the full-text table."""
        if self.apart:
            return "(" + " AND ".join(f'"{stem}"' for stem in self.stems) + ")"
        return '"' + " ".join(self.stems) + '"' + (" *" if self.begins else "")


class Unit(NamedTuple):
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


class Reading(NamedTuple):
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
    corrections: dict[str, str] = {}
    typed = parsed(query.words)
    taken = typed if query.exact else _named(db, _joined(db, typed, corrections))
    clauses = Counter((*taken, *parsed(query.title or "", title=True)))
    kept, dropped = _weighed(db, clauses, query)
    units = [_unit(db, clause, corrections, exact=query.exact) for clause in kept]
    units = [unit._replace(times=kept[clause]) for unit, clause in zip(units, kept, strict=True)]
    without = [_excluded(db, words) for words in query.not_ if parsed(words)]
    return Reading(tuple(units), tuple(without), tuple(corrections.items()), tuple(dropped))


def also(db: sqlite3.Connection, reading: Reading) -> tuple[str, ...]:
    """The other forms that were searched and stand in the index, as its releases write them."""
    return tuple(dict.fromkeys(filter(None, (written(db, form) for form in reading.also))))


def _joined(db: sqlite3.Connection, clauses: tuple[Clause, ...], corrections: dict[str, str]) -> list[Clause]:
    """The clauses with a word that was written as two made whole."""
    found: list[Clause] = []
    for clause in clauses:
        one, two = (_plain(found[-1]) if found else ""), _plain(clause)
        whole = joined(db, one, two) if one and two else None
        if whole:
            corrections[f"{one} {two}"] = whole
            found[-1] = (Term(whole, (whole,)),)
        else:
            found.append(clause)
    return found


def _plain(clause: Clause) -> str:
    """The word of a clause that is a single word, else nothing."""
    return clause[0].words[0] if len(clause) == 1 and clause[0].kind == "word" else ""


def _named(db: sqlite3.Connection, clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with words that make up a listed name taken together: they stand for its other names too."""
    words = list(map(_plain, clauses))
    found: list[Clause] = []
    place = 0
    for start, end in joined_names(db, words):
        found.extend(clauses[place:start])
        typed = " ".join(clause[0].typed for clause in clauses[start:end])
        found.append((Term(typed, tuple(words[start:end]), "name"),))
        place = end
    return [*found, *clauses[place:]]


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
    return bool(_plain(clause)) and not clause[0].title and is_common(db, clause[0].words[0])


def _unit(db: sqlite3.Connection, clause: Clause, corrections: dict[str, str], *, exact: bool) -> Unit:
    options = [option for term in clause for option in _options(db, term, corrections, exact=exact)]
    return Unit(" OR ".join(term.typed for term in clause), _distinct(options), title=clause[0].title)


def _distinct(options: list[Option]) -> tuple[Option, ...]:
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
    elif term.kind == "word":
        yield from _word(db, term, corrections)
    else:
        yield Option(tuple(stem(_right(db, word, corrections)) for word in term.words), apart=term.kind == "name")
        yield from _others(db, " ".join(term.words))


def _word(db: sqlite3.Connection, term: Term, corrections: dict[str, str]) -> Iterator[Option]:
    """The word as typed, its correction, other spellings and other names, worth the less the more they differ."""
    word = term.words[0]
    alike = spellings(db, word, letters=letters_of(term.typed))
    names = tuple(_others(db, word))
    yield Option((stem(word),))
    right = corrected(db, word, rare=bool(names or known(db, word)))
    if right and not _is_likelier(db, alike, right):
        corrections[word] = right
        yield Option((stem(right),), 0.99)
        alike = spellings(db, right)
        names = (*names, *_others(db, right))
    yield from (Option((stem(other),), _OTHER_SPELLING - 0.3 * far, other) for other, far in alike)
    yield from names
    if not (right or alike or names or known(db, word) or is_listed(db, word)) and (pair := parted(db, word)):
        corrections[word] = " ".join(pair)
        yield Option(tuple(map(stem, pair)), 0.99)


def _is_likelier(db: sqlite3.Connection, alike: Sequence[tuple[str, float]], right: str) -> bool:
    """Is a spelling by sound at least as frequent as the correction?"""
    return any(other != right and known(db, other) >= known(db, right) for other, _ in alike)


def _others(db: sqlite3.Connection, name: str) -> Iterator[Option]:
    return (Option(tuple(map(stem, other.split())), _OTHER_NAME, other) for other in other_names(db, name))


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
