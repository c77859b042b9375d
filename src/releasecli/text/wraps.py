"""Lines that end only because the page is not wider."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from releasecli.text.paragraphs import paragraphs

_LEAST = 40  # characters: shorter lines are those of a list or an address
_FULL = 0.9  # of the longest line, as letters differ in width
_LIST = 4  # lines
_COLUMN = re.compile(r"\S(?:\t| {3,})\S")


def unwrapped(text: str) -> str:
    r"""The text with a blank for every line end at which the next word had no room; offsets stay.

    >>> unwrapped("The President of Norland and the Premier of Westland\\nmet in Oslo.\\n\\nThey agreed.")
    'The President of Norland and the Premier of Westland met in Oslo.\\n\\nThey agreed.'
    """
    wraps = [at for start, end in paragraphs(text) for at in _wraps(text, start, end)]
    starts = [0, *(at + 1 for at in wraps)]
    return " ".join(text[start:end] for start, end in zip(starts, [*wraps, len(text)], strict=True))


def _wraps(text: str, start: int, end: int) -> Iterator[int]:
    """The line ends of a paragraph that are there for want of room."""
    first = text.rfind("\n", 0, start) + 1
    lines = text[first:end].split("\n")
    if _is_list(lines):
        return
    width = _FULL * max(map(len, lines))
    at = first - 1
    for line, following in pairwise(lines):
        at += len(line) + 1
        if len(line) >= _LEAST and len(f"{line} {following.split(maxsplit=1)[0]}") > width:
            yield at


def _is_list(lines: Sequence[str]) -> bool:
    """Whether each of several lines begins with a capital, or each has columns."""
    capitals = len(lines) >= _LIST and all(line.lstrip()[:1].isupper() for line in lines)
    return capitals or all(map(_COLUMN.search, lines))
