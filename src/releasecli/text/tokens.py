"""Where does a word begin and end?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from releasecli.text.fold import is_han

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?!\w)|\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:['’ʼ](?:s|S)\b)?|[^\W_]+")
_POSSESSIVE = ("'s", "’s", "ʼs", "'S", "’S", "ʼS")


class Token(NamedTuple):
    """A word: code points `start` to `end` of the text; `text` is without a possessive ending."""

    start: int
    end: int
    text: str


def tokens(text: str) -> list[Token]:
    """The words of a text in order: letters and digits; `U.S.` and `4,700` are one, `O'Brien` and `re-open` two.

    Chinese and Japanese characters are words of their own.
    """
    found = _WORD.finditer(text)
    if text.isascii():
        return [Token(match.start(), match.end(), _bare(match.group())) for match in found]
    return [token for match in found for token in _pieces(match.start(), match.group())]


def words(text: str) -> list[str]:
    """The words of a text without their places."""
    if text.isascii():
        return [_bare(word) for word in _WORD.findall(text)]
    return [token.text for token in tokens(text)]


def _pieces(start: int, word: str) -> Iterator[Token]:
    """The word itself, or its characters where they are Chinese or Japanese."""
    if not any(is_han(char) for char in word):
        yield Token(start, start + len(word), _bare(word))
        return
    run = ""
    for place, char in enumerate(f"{word} ", start):
        if run and (is_han(char) or char == " "):
            yield Token(place - len(run), place, run)
            run = ""
        if is_han(char):
            yield Token(place, place + 1, char)
        else:
            run += char


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(_POSSESSIVE) else word
