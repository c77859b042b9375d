"""Which words does the index hold?"""

import sqlite3

from releasecli.store.cache.reading import text_of
from releasecli.text.fold import key
from releasecli.text.stem import stem
from releasecli.text.tokens import words

_MOST = 400  # forms of one beginning; an expression with more is slower than a walk over the stems


def known(db: sqlite3.Connection, word: str) -> int:
    """In how many releases a folded word, or another form of it, stands."""
    return frequency(db, stem(word))


def frequency(db: sqlite3.Connection, form: str) -> int:
    """In how many releases a stem stands."""
    row = db.execute("select df from stems where stem = ?", (form,)).fetchone()
    return int(row[0]) if row else 0


def is_listed(db: sqlite3.Connection, name: str) -> bool:
    """Is it the name of a place or body that has other names?"""
    return db.execute("select 1 from synonyms where name = ?", (name,)).fetchone() is not None


def beginnings(db: sqlite3.Connection, word: str) -> list[str] | None:
    """The stems of all words that begin so; None where they are too many."""
    rows = db.execute(
        "select distinct stem from vocabulary where key >= ? and key < ? limit ?",
        (word, word + "\U0010ffff", _MOST + 1),
    ).fetchall()
    return None if len(rows) > _MOST else [row[0] for row in rows]


def forms(db: sqlite3.Connection, stems: set[str]) -> dict[str, str]:
    """The stem of every word of the vocabulary that has one of these stems."""
    marks = ",".join("?" * len(stems))
    return dict(db.execute(f"select key, stem from vocabulary where stem in ({marks})", tuple(stems)))


def beginning(db: sqlite3.Connection, word: str) -> frozenset[str]:
    """All words that begin so."""
    rows = db.execute("select key from vocabulary where key >= ? and key < ?", (word, word + "\U0010ffff"))
    return frozenset(row[0] for row in rows)


def written(db: sqlite3.Connection, folded: str) -> str | None:
    """How a release writes these folded words; None where no release holds them."""
    wanted = [stem(word) for word in folded.split()]
    row = db.execute(
        "select rowid from words where words match ? "
        "and exists(select 1 from releases where n = words.rowid and live) limit 1",
        (f'"{" ".join(wanted)}"',),
    ).fetchone()
    spelt = words(text_of(db, row[0])) if row else []
    stems = [stem(key(word)) for word in spelt]
    places = (at for at in range(len(stems)) if stems[at : at + len(wanted)] == wanted)
    return next((" ".join(spelt[at : at + len(wanted)]) for at in places), None)
