"""Which words of the index are other spellings of a word, and which is the one that was meant?"""

import sqlite3
from math import log10
from typing import NamedTuple

from releasecli.queries.search.vocabulary import is_listed, known
from releasecli.store.cache.forms import BARE, PLAIN, deletions
from releasecli.text.sound import difference, skeletons
from releasecli.text.stem import stem

_SLIP = 6  # letters; a word that the index holds must be longer to be a slip
_RARE = 3  # a word in no more releases than this may be a slip
_FAR = 50  # beside a word in so many times as many
ALIKE = 0.12  # how much two spellings of one name may differ in sound for each of their letters
_SHORT = 5  # letters; shorter names must be closer
_PART = 3  # letters that each of two words has at least
_MOST = 8  # spellings of one name
_LISTED = 0.33  # what is left of that for a name whose other names are listed: it is hardly yet another one
_OTHER_STEM = 4  # a word whose stem stands in more than so many times as many releases is a form of another word


class Known(NamedTuple):
    """A word of the index: in how many releases, how many write it as a name, in which letters."""

    df: int
    names: int
    letters: int

    @property
    def is_name(self) -> bool:
        """Whether it is mostly written with a capital letter, or never can be."""
        return self.names * 2 > self.df


def entry(db: sqlite3.Connection, word: str) -> Known | None:
    """What the index knows of a folded word."""
    row = db.execute("select df, names, letters from vocabulary where key = ?", (word,)).fetchone()
    return Known(*row) if row else None


def spellings(
    db: sqlite3.Connection, word: str, *, letters: int = PLAIN, alike: float = ALIKE
) -> tuple[tuple[str, float], ...]:
    """Names of the index that spell the same name otherwise, and how much they differ (0 to 1), closest first.

    `letters`: in which the word was typed. One language writes a name in one way, so that two words that both stand in
    plain letters must be alike in sound the more, the better both are known.
    """
    own = entry(db, word)
    if len(word) < 3 or not word.isalpha() or not (own is None or own.is_name):
        return ()
    listed = is_listed(db, word)
    written = {letters, own.letters if own else letters}
    codes = [code for code in skeletons(word) if code]
    marks = ",".join("?" * len(codes))
    rows = db.execute(
        "select distinct v.key, v.df, v.names, v.letters from skeletons join vocabulary v using(k) "
        f"join stems s on s.stem = v.stem where code in ({marks}) and v.names * 2 > v.df and s.df <= v.df * ? "
        "and v.key <> ? and length(v.key) between ? and ?",
        (*codes, _OTHER_STEM, word, max(3, len(word) // 2), len(word) * 2 + 2),
    )
    judged = []
    for other, *row in rows:
        found = Known(*row)
        bare = BARE in (letters, found.letters)
        limit = alike * _allowed(word, other, bare=bare)
        if found.letters == PLAIN and PLAIN in written:
            limit *= _doubt(own, found, listed=listed)
        judged.append((difference(word, other, unwritten=bare) / limit, other))
    judged.sort()
    return tuple((other, far) for far, other in judged[:_MOST] if far <= 1)


def corrected(db: sqlite3.Connection, word: str, *, rare: bool = False) -> str | None:
    """The word of the index that was meant, the nearest and then the most frequent one.

    With `rare` only where the word itself is a slip that the index holds.
    """
    if len(word) < 4 or not word.isalpha() or (rare and not _may_be_slip(db, word)) or is_listed(db, word):
        return None
    others = ((other, df) for other, df in _near(db, word) if stem(other) != stem(word) and not is_common(db, other))
    judged = [(_slips(word, other), -df, other) for other, df in others]
    best = min(((far, df, other) for far, df, other in judged if far <= 1 + (len(word) > 7)), default=None)
    if best is None or (rare and not _hides(db, word, best)):
        return None
    return best[2]


def is_common(db: sqlite3.Connection, word: str) -> bool:
    """Is it one of the words that say nothing by themselves?"""
    return db.execute("select 1 from common where key = ?", (word,)).fetchone() is not None


def parted(db: sqlite3.Connection, word: str) -> tuple[str, str] | None:
    """The two words of the index that were written as one; where there are several such pairs, the most frequent."""
    places = range(_PART, len(word) - _PART + 1)
    pairs = ((word[:place], word[place:]) for place in places)
    judged = [(min(known(db, one), known(db, two)), one, two) for one, two in pairs]
    return max(judged)[1:] if judged and max(judged)[0] else None


def joined(db: sqlite3.Connection, one: str, two: str) -> str | None:
    """The word of the index that was written as two, one of them rare or none at all."""
    parts = min(known(db, one), known(db, two))
    whole = known(db, one + two) if parts <= _RARE else 0
    return one + two if whole > parts * _FAR else None


def _allowed(word: str, other: str, *, bare: bool) -> float:
    """By how many letters two spellings may differ."""
    length = min(len(word), len(other))
    return length if length > _SHORT or bare else length * 0.4


def _doubt(own: Known | None, other: Known, *, listed: bool) -> float:
    """How much two spellings in plain letters may differ still: the better both are known, the less."""
    times = own.df if own else 1
    left = 1 / (1 + log10(times)) / (1 + log10(min(times, other.df)))
    return min(left, _LISTED) if listed else left


def _may_be_slip(db: sqlite3.Connection, word: str) -> bool:
    own = entry(db, word)
    return own is not None and len(word) > _SLIP and own.df <= _RARE


def _hides(db: sqlite3.Connection, word: str, best: tuple[int, int, str]) -> bool:
    """Is the word a slip beside a word that stands in far more releases?"""
    own = entry(db, word)
    return own is not None and -best[1] >= own.df * _FAR and best[0] == 1


def _slips(word: str, other: str) -> int:
    """By how many slips two words differ: 1 (a letter more, less or other, two exchanged), 2 (one moved), 3 or more.

    What differs lies between the letters they begin and end with alike.
    """
    start = _same(word, other)
    end = _same(word[start:][::-1], other[start:][::-1])
    one, two = word[start : len(word) - end], other[start : len(other) - end]
    if max(len(one), len(two)) <= 1 or (len(one) == 2 and one == two[::-1]):
        return 1
    return 2 if one[1:] == two[:-1] or one[:-1] == two[1:] else 3


def _same(one: str, two: str) -> int:
    """With how many same letters two words begin."""
    return next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def _near(db: sqlite3.Connection, word: str) -> list[tuple[str, int]]:
    hashes = deletions(word)
    marks = ",".join("?" * len(hashes))
    return db.execute(
        f"select distinct v.key, v.df from deletes d join vocabulary v on v.k = d.k where d.hash in ({marks})",
        tuple(hashes),
    ).fetchall()
