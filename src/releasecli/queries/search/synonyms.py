"""Which other names does a name have?"""

import sqlite3
from collections.abc import Iterator, Sequence

from releasecli.queries.search.spelling import entry, spellings
from releasecli.queries.search.vocabulary import is_listed
from releasecli.store.cache.forms import PLAIN
from releasecli.text.sound import difference, skeletons
from releasecli.text.stem import stem

_LONGEST = 6  # words of a name
_ALIKE = 0.06  # how much a word may differ from a listed name for each of its letters
_CLOSE = 0.04  # how much a word of the index may differ from another name: it was not typed at all
_VOWELS = "aeiouy"
_SHORT = 4  # a name of so few letters must be spelt as listed


def other_names(db: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The other names of the place or body that a folded name stands for, in the spellings that the index holds."""
    if not _may_be_name(db, name):
        return ()
    listed = _listed(db, name)
    marks = ",".join("?" * len(listed))
    rows = db.execute(
        "select distinct b.name, b.letters from synonyms a join synonyms b on a.grp = b.grp "
        f"where a.name in ({marks}) and b.name <> ?",
        (*listed, name),
    ).fetchall()
    return tuple(dict.fromkeys(other for row in rows for other in _standing(db, *row) if other != name))


def joined_names(db: sqlite3.Connection, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where listed names of several words stand in a row of folded words: first place and end, the longest names."""
    place = 0
    while place < len(words):
        size = min(_LONGEST, len(words) - place)
        while size > 1 and not is_listed(db, " ".join(words[place : place + size])):
            size -= 1
        if size > 1:
            yield place, place + size
        place += size


def _listed(db: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The name as it is listed: itself, or names that it spells otherwise."""
    if is_listed(db, name) or " " in name or len(name) <= _SHORT:
        return (name,)
    codes = [code for code in skeletons(name) if code]
    marks = ",".join("?" * len(codes))
    rows = db.execute(f"select distinct name from synonym_codes where code in ({marks})", codes)
    return tuple(
        row[0]
        for row in rows
        if len(row[0]) > _SHORT and difference(name, row[0]) <= _ALIKE * min(len(name), len(row[0]))
    )


def _may_be_name(db: sqlite3.Connection, name: str) -> bool:
    """Is it a name here? What the index mostly writes in small letters is none ("island", the German Iceland)."""
    own = entry(db, name) if " " not in name else None
    return own is None or own.is_name


def _standing(db: sqlite3.Connection, name: str, letters: int) -> Iterator[str]:
    """The name where the index holds all its words, for a single word also its other spellings.

    A short name in other letters must be written in such: "Şam", Damascus, is no "Sam".
    """
    if " " in name:
        if all(entry(db, word) for word in name.split()) and _stands_together(db, name):
            yield name
        return
    own = entry(db, name)
    if own and own.is_name and (len(name) > _SHORT or letters == PLAIN or own.letters != PLAIN):
        yield name
    if len(name) > _SHORT and sum(map(name.count, _VOWELS)) * 3 >= len(name):
        yield from (other for other, _ in spellings(db, name, alike=_CLOSE) if len(other) > _SHORT + 1)


def _stands_together(db: sqlite3.Connection, name: str) -> bool:
    phrase = '"' + " ".join(map(stem, name.split())) + '"'
    return db.execute("select 1 from words where words match ? limit 1", (phrase,)).fetchone() is not None
