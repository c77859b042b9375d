"""Under which form does the full-text table hold a word?"""

from functools import lru_cache
from zlib import crc32

from releasecli.text.fold import key, leaves_out_vowels
from releasecli.text.stem import stem

PLAIN, OTHER, BARE = range(3)  # letters: a to z alone; others somewhere; somewhere those that leave out vowels
LONGEST = 40  # a longer run of letters is no word anyone types: it is found by its beginning


def indexed(word: str) -> str:
    """The form under which a word of a text stands in `words`."""
    return stem(folded(word))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The form under which a word of a text stands in `vocabulary`."""
    return key(word)[:LONGEST]


def letters_of(word: str) -> int:
    """In which letters a word is written."""
    return PLAIN if word.isascii() else BARE if leaves_out_vowels(word) else OTHER


def deletions(word: str) -> set[int]:
    """Hashes of the word itself and of the word with one letter left out."""
    return {crc32(word.encode()), *(crc32((word[:i] + word[i + 1 :]).encode()) for i in range(len(word)))}
