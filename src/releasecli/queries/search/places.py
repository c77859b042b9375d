"""Where in a text do folded words stand?"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from releasecli.store.cache.forms import folded
from releasecli.text.fold import lowered
from releasecli.text.tokens import tokens

_FORMS = 300  # so many words are looked up one by one; with more the text is cut into words
# . , ' and what is not ASCII (so written it is quick to compile): a letter, or between letters
_SIGN = re.compile(r"[^\x00-&(-+\-/-\x7f](?:(?<=\w)|(?<=[^\W_].)(?=[^\W_]))")
_MANY = 10  # one character in so many that is not plain: the text is cut into words
Row = tuple[frozenset[str], ...]  # words that stand one after another, each as one of several


class Place(NamedTuple):
    """Where a folded word stands."""

    start: int
    end: int
    word: str


def places(text: str, wanted: Collection[str]) -> list[Place]:
    """Every word of the text whose folded form is wanted, in order."""
    if len(wanted) > _FORMS or (len(text.encode("utf-8", "surrogatepass")) - len(text)) * _MANY > len(text):
        return _cut(text, 0, wanted)
    signed = list(_signed(text))
    inner = {at for start, end in signed for at in range(start, end)}
    plain = (place for place in _looked_up(lowered(text), wanted) if place.start not in inner)
    whole = (place for start, end in signed for place in _cut(text[start:end], start, wanted))
    return sorted((*plain, *whole))


def in_a_row(text: str, found: Sequence[Place], row: Row) -> Iterator[int]:
    """The places, by number, from which on the words of a row stand one after another."""
    for first in range(len(found) - len(row) + 1):
        here = found[first : first + len(row)]
        fits = all(place.word in words for place, words in zip(here, row, strict=True))
        if fits and not any(map(str.isalnum, "".join(text[a.end : b.start] for a, b in pairwise(here)))):
            yield first


def _signed(text: str) -> Iterator[tuple[int, int]]:
    """Where blanks enclose what only the tokens can tell: a sign between letters, other letters ('U.S.', 'Laçın')."""
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() >= end and not sign[0].isspace():
            start, end = sign.span()
            while start and not text[start - 1].isspace():
                start -= 1
            while end < len(text) and not text[end].isspace():
                end += 1
            yield start, end


def _cut(text: str, start: int, wanted: Collection[str]) -> list[Place]:
    found = (Place(start + token.start, start + token.end, folded(token.text)) for token in tokens(text))
    return [place for place in found if place.word in wanted]


def _looked_up(lower: str, wanted: Collection[str]) -> Iterator[Place]:
    for word in wanted:
        start = lower.find(word)
        while start >= 0:
            end = start + len(word)
            if not lower[end : end + 1].isalnum() and not (start and lower[start - 1].isalnum()):
                yield Place(start, end, word)
            start = lower.find(word, end)
