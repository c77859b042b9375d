"""Where does a paragraph begin and end?"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n?")
_SENTENCE_END = tuple(".!?:;…։؟۔。\"'”’»)]")
_ITEM = re.compile(r"(?:[-*–•▪◦●‣]|\d{1,2}[.)])\s+(?=\S)")
_WRAP = 140  # characters: nobody wraps lines later than that


class _Line(NamedTuple):
    start: int
    end: int
    indent: int


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs in order, without outer white space; the first is number 1 in a `ref` (`ID:1`).

    A paragraph is a blank-line block; a line where the lines of a block are whole sentences or too long to have been
    wrapped; an item of a list with the lines that hang from it; or what begins with an indented line.
    """
    return [(lines[0].start, lines[-1].end) for block in _blocks(text) for lines in _split(text, block)]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Runs of lines that are not blank, each line without outer white space."""
    block: list[_Line] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if line.strip():
            indent = len(line) - len(line.lstrip())
            block.append(_Line(match.start() + indent, match.start() + len(line.rstrip()), indent))
        elif block:
            yield block
            block = []


def _split(text: str, block: list[_Line]) -> Iterator[list[_Line]]:
    """The lines of each paragraph of a block."""
    if len(block) == 1:
        yield block
    elif _unwrapped(text, block):
        yield from ([line] for line in block)
    elif _hangs(text, block):
        yield from _begun(block, lambda line: _ITEM.match(text, line.start, line.end) is not None)
    else:
        least = min(line.indent for line in block)
        yield from _begun(block, lambda line: line.indent > least)


def _unwrapped(text: str, block: list[_Line]) -> bool:
    return all(text[line.end - 1] in _SENTENCE_END for line in block) or any(
        line.end - line.start > _WRAP for line in block
    )


def _hangs(text: str, block: list[_Line]) -> bool:
    """Whether a line stands just below the words of an item of a list, as its next line."""
    items = ((_ITEM.match(text, line.start, line.end), line, following) for line, following in pairwise(block))
    return any(item and following.indent == line.indent + len(item.group()) for item, line, following in items)


def _begun(block: list[_Line], begins: Callable[[_Line], bool]) -> Iterator[list[_Line]]:
    """The lines of a block, a new paragraph at every line that begins one."""
    lines = block[:1]
    for line in block[1:]:
        if begins(line):
            yield lines
            lines = []
        lines.append(line)
    yield lines
