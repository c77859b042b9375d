"""Where does a word begin and end?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from releasecli.text.fold import has_han

_VOWEL = "[aeiouyəıöüāīūAEIOUYƏİÖÜĀĪŪ]"
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)|\d{1,3}(?:,\d{3})+(?!\d)"
    rf"|[^\W_]+(?:(?<={_VOWEL})['’ʼ‘](?={_VOWEL})[^\W_]+)*(?:['’ʼ](?:s|S)\b)?"
)
_POSSESSIVE = ("'s", "’s", "ʼs", "'S", "’S", "ʼS")


class Token(NamedTuple):
    """A word: code points `start` to `end` of the text; `text` is without a possessive ending."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Token]:
    """The words of a text in order: runs of letters and digits.

    `U.S.` and `4,700` are one word, `O'Brien` and `re-open` two; an apostrophe between vowels (`Qa'ida`, `Sana'a`) is
    a sound of its word. Chinese and Japanese characters are words of their own.
    """
    found = ((match.start(), match.group()) for match in _WORD.finditer(text))
    if has_han(text):
        return [token for start, word in found for token in _pieces(start, word)]
    return [Token(start, start + len(word), word[:-2] if word.endswith(_POSSESSIVE) else word) for start, word in found]


def words(text: str) -> list[str]:
    """The words of a text without their places."""
    if has_han(text):
        return [token.text for token in tokens(text)]
    return [word[:-2] if word.endswith(_POSSESSIVE) else word for word in _WORD.findall(text)]


def _pieces(start: int, word: str) -> Iterator[Token]:
    """The word itself, or its characters where they are Chinese or Japanese."""
    if not has_han(word):
        yield Token(start, start + len(word), word[:-2] if word.endswith(_POSSESSIVE) else word)
        return
    run = ""
    for place, char in enumerate(f"{word} ", start):
        if run and (has_han(char) or char == " "):
            yield Token(place - len(run), place, run)
            run = ""
        if has_han(char):
            yield Token(place, place + 1, char)
        else:
            run += char
