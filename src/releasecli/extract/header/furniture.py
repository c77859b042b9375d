"""Which lines are no body text?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from releasecli.extract.header.lines import Line, head, lines, tail
from releasecli.extract.header.settings import Settings, expressions
from releasecli.extract.header.stamplines import StampLine, stamp_lines

_BLOCK_LINES = 14
_SHORT = 90
_STEPS = re.compile(r"\s*[/|›»>]\s*(?=\D)")
_SENTENCE = re.compile(r"[.!?][\"'”’»)]*$")


def furniture(text: str) -> list[tuple[int, int]]:
    """Spans that are no body text: stamps, footers, contact blocks, FOR IMMEDIATE RELEASE, `###`; in order."""
    spans = {(line.start, line.end) for line in lines(text) if is_furniture(line.text)}
    for part in (head(text), tail(text)):
        spans |= {_stamped(hit) for hit in stamp_lines(part, None, Settings())}
    spans |= set(_blocks(text))
    return _joined(text, sorted(spans))


def _stamped(hit: StampLine) -> tuple[int, int]:
    """The stamp line, or only its beginning where a whole text follows on the same line."""
    after = hit.line.text[hit.stamp.end :]
    return (hit.line.start, hit.line.end if len(after) < _SHORT else hit.line.start + hit.stamp.end)


def is_furniture(line: str) -> bool:
    """Is a line by itself no body text?"""
    if len(line) >= 300:
        return False
    steps = _STEPS.split(line)  # `Home / Newsroom / Press Releases`
    known = _line().fullmatch(line) or (len(steps) > 1 and all(map(_line().fullmatch, steps)))
    return bool(known) or not any(char.isalnum() for char in line)


def opens_block(line: str) -> bool:
    """Does a line open a contact block or the like?"""
    return len(line) < 300 and _opening().fullmatch(line) is not None


@cache
def _line() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p.pattern})" for p in expressions("furniture", "line", None)), re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p.pattern})" for p in expressions("furniture", "block", None)), re.IGNORECASE)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Contact blocks: the line that opens one, and the short lines under it, as long as they are no sentences."""
    found = list(lines(text))
    for at, line in enumerate(found):
        if at and opens_block(line.text):
            last = _last_of_block(found, at)
            yield line.start, found[last].end


def _last_of_block(found: Sequence[Line], at: int) -> int:
    """The number of the last line of the block that opens at a line; in the head a block ends at a blank line."""
    last, ends_at_gap = at, at < len(found) // 2
    for number in range(at + 1, min(at + _BLOCK_LINES, len(found))):
        line = found[number]
        if (
            (line.gap and ends_at_gap)
            or len(line.text) > _SHORT
            or (_SENTENCE.search(line.text) and len(line.text) > 40)
        ):
            break
        last = number
    return last


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, those made one that have nothing but white space between them."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined
