"""Which releases hold a word, and which words are there?

`words` holds the stems of folded words, a filler between paragraphs so that no phrase crosses them. It stores no text
and cannot forget: a number once added stays until the cache is rebuilt. `vocabulary` holds every folded word with the
number of releases that hold it, and that hold it never in small letters (as a name, or in letters without capitals);
words of the English dictionary are no names. `letters` says in which it was written. `deletes` has hashes of the words
and of the words with one letter left out, `skeletons` the consonants a word may sound with.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from releasecli.resources import gazetteer
from releasecli.store.cache.forms import LONGEST, PLAIN, deletions, folded, letters_of
from releasecli.text.fold import key
from releasecli.text.paragraphs import paragraphs
from releasecli.text.sound import skeletons
from releasecli.text.stem import stem
from releasecli.text.tokens import words

FILLER = "¶"
_DEAD = 200  # texts; fewer cost a search nothing
_WORDS = 5000  # new words are worked out so many at a time: memory stays flat
_TABLES = """
create virtual table words using fts5(title, lead, body, content='', tokenize='ascii');
create table vocabulary(
  k integer primary key, key text not null unique, stem text not null, df integer not null, names integer not null,
  letters integer not null);
create table skeletons(code text, k integer, primary key(code, k)) without rowid;
create index vocabulary_stem on vocabulary(stem);
create table stems(stem text primary key, df integer not null) without rowid;
create table deletes(hash integer, k integer, primary key(hash, k)) without rowid;
-- distinct words of each text that is not yet counted
create table uncounted(n integer primary key, words text not null);
-- other names: folded words of a name, separated by blanks, names of one group stand for the same
create table synonyms(name text, grp integer, letters integer, primary key(name, grp)) without rowid;
create index synonyms_group on synonyms(grp);
create table synonym_codes(code text, name text, primary key(code, name)) without rowid;
-- the rows that are joined away: a search asks first whether there are any
create index releases_dead on releases(n) where not live;
create table common(key text primary key) without rowid;
"""


def create(db: sqlite3.Connection) -> None:
    """Make the full-text tables in an empty database, with the names and common words that ship."""
    db.executescript(_TABLES)
    _put_names(db, _named(row for name in ("aliases", "bodies", "renderings") for row in gazetteer(name)))
    db.executemany("insert or ignore into common values(?)", ((key(row[0]),) for row in gazetteer("common")))


def add(db: sqlite3.Connection, n: int, title: str, text: str) -> None:
    """Index one text under a number never used before; `text` may begin with the title."""
    rest = text.removeprefix(title) if title else text
    blocks = [words(rest[start:end]) for start, end in paragraphs(rest)]
    head = words(title)
    lead, body = (blocks[:1], blocks[1:]) if len(blocks) > 1 else ([], blocks)
    columns = (_line([head]), _line(lead), _line(body))
    db.execute("insert into words(rowid, title, lead, body) values(?, ?, ?, ?)", (n, *columns))
    distinct = set(head).union(*blocks)
    db.execute("insert into uncounted values(?, ?)", (n, "\n".join(distinct)))


def finish(db: sqlite3.Connection) -> None:
    """Count the words added since the last call; after a large share of the index, make the full-text table compact."""
    number = db.execute("select count(*) from uncounted").fetchone()[0]
    if not number:
        return
    counts = _counted(row[0] for row in db.execute("select words from uncounted"))
    _count_stems(db, counts.stems)
    _count_keys(db, counts)
    db.execute("delete from uncounted")
    total = db.execute("select max(rowid) from words").fetchone()[0]
    if number * 4 > total:
        db.execute("insert into words(words) values('optimize')")


def is_stale(db: sqlite3.Connection) -> bool:
    """Are so many texts of the full-text table no longer live that it pays to make it anew?"""
    dead = db.execute("select count(*) from releases indexed by releases_dead where not live").fetchone()[0]
    return bool(dead > _DEAD and dead * 10 > db.execute("select count(*) from words_docsize").fetchone()[0])


def forget(db: sqlite3.Connection) -> list[int]:
    """Empty the full-text table and the vocabulary; the numbers of the live texts, which are to be added again."""
    db.execute("insert into words(words) values('delete-all')")
    for table in ("vocabulary", "skeletons", "stems", "deletes", "uncounted"):
        db.execute(f"delete from {table}")
    db.execute("delete from releases where not live")
    return [row[0] for row in db.execute("select n from releases order by n")]


def names_of(db: sqlite3.Connection, groups: Iterable[Iterable[str]]) -> None:
    """Put the user's groups of names in place of earlier ones; they have negative numbers."""
    db.execute("delete from synonyms where grp < 0")
    _put_names(db, ((name, -1 - number, letters) for name, number, letters in _named(groups)))


@lru_cache(maxsize=65536)
def _indexed(word: str) -> str:
    return stem(key(word)[:LONGEST])


@lru_cache(maxsize=65536)
def _small(word: str) -> str:
    """The key of a word that begins with a small letter which has a capital for names; Georgian letters have none."""
    return folded(word) if word[:1] != word[:1].title() else ""


def _line(blocks: list[list[str]]) -> str:
    return f" {FILLER} ".join(" ".join(map(_indexed, block)) for block in blocks)


def _named(groups: Iterable[Iterable[str]]) -> Iterator[tuple[str, int, int]]:
    for number, group in enumerate(groups):
        for name in group:
            spelt = " ".join(key(word) for word in words(name))
            if spelt:
                yield spelt, number, letters_of(name)


def _put_names(db: sqlite3.Connection, named: Iterable[tuple[str, int, int]]) -> None:
    rows = sorted(named, key=lambda row: row[2])  # what is listed in plain letters too counts as plain
    db.executemany("insert or ignore into synonyms values(?, ?, ?)", rows)
    codes = {(code, name) for name, _, _ in rows if name.isalpha() for code in skeletons(name) if code}
    db.executemany("insert or ignore into synonym_codes values(?, ?)", sorted(codes))


class _Counts(NamedTuple):
    """How many texts hold a key, a key never in small letters, and a stem; the letters of keys that are not plain."""

    keys: Counter[str]
    named: Counter[str]
    stems: Counter[str]
    letters: dict[str, int]


def _counted(texts: Iterable[str]) -> _Counts:
    counts = _Counts(Counter(), Counter(), Counter(), {})
    for text in texts:
        distinct = text.split("\n")
        keys = set(map(folded, distinct))
        counts.keys.update(keys)
        if sum(map(str.isupper, distinct)) * 2 <= len(distinct):  # a text in capitals tells nothing of names
            counts.named.update(keys - set(map(_small, distinct)))
        counts.stems.update(set(map(_indexed, distinct)))
        if not text.isascii():
            counts.letters.update({folded(word): letters_of(word) for word in distinct if not word.isascii()})
    return counts


def _count_stems(db: sqlite3.Connection, stems: Counter[str]) -> None:
    db.executemany(
        "insert into stems values(?, ?) on conflict(stem) do update set df = df + excluded.df",
        sorted(item for item in stems.items() if item[0]),
    )


def _count_keys(db: sqlite3.Connection, counts: _Counts) -> None:
    """Add to the counts of known words; new words also get their skeletons and their deletions."""
    last = db.execute("select coalesce(max(k), 0) from vocabulary").fetchone()[0]
    small = _small_words(db)
    rows = (
        (word, stem(word), df, 0 if word in small else counts.named[word], counts.letters.get(word, PLAIN))
        for word, df in sorted(counts.keys.items())
        if word
    )
    db.executemany(
        "insert into vocabulary(key, stem, df, names, letters) values(?, ?, ?, ?, ?) on conflict(key) "
        "do update set df = df + excluded.df, names = names + excluded.names, letters = max(letters, excluded.letters)",
        rows,
    )
    new = db.execute("select k, key from vocabulary where k > ?", (last,)).fetchall()
    for at in range(0, len(new), _WORDS):
        _put_forms(db, new[at : at + _WORDS])


def _small_words(db: sqlite3.Connection) -> set[str]:
    """The words of the English dictionary that are not listed as a name in plain letters ("Nice")."""
    named = {row[0] for row in db.execute("select name from synonyms where letters = ?", (PLAIN,))}
    return {key(row[0]) for row in gazetteer("words")} - named


def _put_forms(db: sqlite3.Connection, new: Sequence[tuple[int, str]]) -> None:
    """By which mistakes and sounds new words are found."""
    found = sorted((hashed, k) for k, word in new if len(word) >= 3 and word.isalpha() for hashed in deletions(word))
    db.executemany("insert or ignore into deletes values(?, ?)", found)
    codes = sorted((code, k) for k, word in new if word.isalpha() for code in skeletons(word) if code)
    db.executemany("insert or ignore into skeletons values(?, ?)", codes)
