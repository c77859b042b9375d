"""Where does a paragraph begin and end?"""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n?")
_SENTENCE_END = tuple(".!?:;…։؟۔。\"'”’»)]")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the paragraphs in order, without outer white space: blank-line blocks, or lines that are sentences.

    The first is number 1 in a `ref` (`ID:1` is the title).
    """
    return [span for block in _blocks(text) for span in _split(text, block)]


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that are not blank, each line without outer white space."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            block.append((start, match.start() + len(line.rstrip())))
        elif block:
            yield block
            block = []


def _split(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines where every one of them ends as a sentence does (so none was wrapped), else the whole block."""
    if all(text[end - 1] in _SENTENCE_END for _, end in lines):
        return lines
    return [(lines[0][0], lines[-1][1])]
