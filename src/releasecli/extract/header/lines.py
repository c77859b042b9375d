"""Which lines stand at the head and at the foot of a text?"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HEAD_LINES, _HEAD_CHARS = 14, 3000
_SENTENCE = 90
_TAIL_LINES, _TAIL_CHARS = 12, 4000
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s+[-–—/]\s+")


class Line(NamedTuple):
    """A line that is not blank, without outer white space; `gap` where a blank line or the beginning is before it."""

    start: int
    end: int
    text: str
    gap: bool


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The filled lines between two offsets."""
    at, gap = start, True
    for raw in text[start:end].split("\n"):
        if stripped := raw.strip():
            begin = at + len(raw) - len(raw.lstrip())
            yield Line(begin, begin + len(stripped), stripped, gap)
        gap = not stripped
        at += len(raw) + 1


def head(text: str) -> list[Line]:
    """The first lines."""
    return list(lines(text, 0, _HEAD_CHARS))[:_HEAD_LINES]


def tail(text: str) -> list[Line]:
    """The last lines, none of which is a line of the head; whole lines only."""
    start = max(0, len(text) - _TAIL_CHARS)
    start = text.find("\n", start) + 1 if start else 0
    last = head(text)[-1:] or [Line(0, 0, "", gap=True)]
    return [line for line in lines(text, start) if line.start >= min(last[0].end, len(text))][-_TAIL_LINES:]


def body_start(found: list[Line]) -> int:
    """Where the first sentence of the body ends, as far as lines tell: after the first long line below the title."""
    long = (line.end for line in found[1:] if len(line.text) > _SENTENCE)
    return next(long, found[-1].end if found else 0)


def pieces(text: str) -> Iterator[tuple[str, int]]:
    """The parts of a line between ` | `, ` - `, ` / ` and the like, each with its offset."""
    at = 0
    for mark in _BETWEEN.finditer(text):
        yield text[at : mark.start()], at
        at = mark.end()
    yield text[at:], at
