"""Which words of a passage carry its content?"""

import sqlite3
from collections.abc import Callable
from functools import lru_cache
from itertools import chain, pairwise

from releasecli.resources import lexicon
from releasecli.text.fold import key
from releasecli.text.stem import beginning, stem
from releasecli.text.tokens import words

_STEMS: dict[str, str] = {}
_MANY = 1500  # passages: their new words take as long to stem as those of a large index to load


@lru_cache(maxsize=32768)
def content(passage: str) -> frozenset[str]:
    """The folded, stemmed words of a passage without those that say nothing by themselves."""
    return frozenset(chain.from_iterable(map(_forms, passage.split())))


@lru_cache(maxsize=65536)
def _forms(piece: str) -> tuple[str, ...]:
    """What stands between two blanks, which no word goes beyond."""
    return tuple(filter(None, map(content_form, words(piece))))


@lru_cache(maxsize=65536)
def content_form(word: str) -> str:
    """One word as `content` has it, empty where it says nothing by itself."""
    folded = key(word)
    return "" if folded in _words("empty") else _STEMS.get(folded) or stem(folded)


def pairs(passage: str) -> frozenset[tuple[str, str]]:
    """The neighbouring words of a passage, folded and stemmed, those that say nothing by themselves too."""
    return frozenset(pairwise(chain.from_iterable(map(_all_forms, passage.split()))))


@lru_cache(maxsize=65536)
def _all_forms(piece: str) -> tuple[str, ...]:
    return tuple(content_form(word) or key(word) for word in words(piece))


def holding(wanted: frozenset[str]) -> Callable[[str], bool]:
    """A function from a passage to whether its content holds one of these words.

    It looks for letters first, and reads what stands between two blanks once.
    """
    begins = frozenset(map(beginning, wanted))
    read: set[str] = set()
    telling: set[str] = set()

    def holds(passage: str) -> bool:
        if passage.isascii() and not any(map(_joined(passage.lower()).__contains__, begins)):
            return False
        pieces = set(passage.split())
        if new := pieces - read:
            read.update(new)
            telling.update(piece for piece in new if not wanted.isdisjoint(_forms(piece)))
        return not telling.isdisjoint(pieces)

    return holds


def _joined(passage: str) -> str:
    """The passage without the signs that may stand within a word of plain letters."""
    return passage.replace(".", "").replace(",", "").replace("'", "")


def know_stems(db: sqlite3.Connection, passages: int) -> None:
    """Take the stems the cache holds where so many passages are read that it pays; they are what `stem` would give."""
    if passages >= _MANY and not _STEMS:
        _STEMS.update(db.execute("select key, stem from vocabulary"))


def leans(passage: str) -> bool:
    """Whether a sentence begins with a word that points back to the one before it."""
    return key(next(iter(words(passage[:40])), "")) in _words("leaning")


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    return frozenset(key(str(word)) for word in lexicon("en", "passages").get(kind, ()))
