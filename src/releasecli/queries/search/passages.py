"""Which passage of a release shows best why it was found?"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from releasecli.model.span import Span
from releasecli.store.cache.fulltext import folded
from releasecli.text.paragraphs import paragraphs
from releasecli.text.tokens import Token, tokens

_WIDTH = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, the spans of the found words in it, and the number of its paragraph."""

    span: Span
    marks: tuple[tuple[int, int], ...]
    paragraph: int


def passages(text: str, units: Mapping[str, int], number: int = 1) -> list[Passage]:
    """The best passages, in order of the text; `units` says which unit a folded word belongs to."""
    blocks = paragraphs(text)
    found = [(token, units[word]) for token in tokens(text) if (word := folded(token.text)) in units]
    chosen: list[Passage] = []
    for window in _windows(found, blocks):
        if len(chosen) == number:
            break
        passage = _passage(text, window, blocks)
        if not any(one.span.start < passage.span.end and passage.span.start < one.span.end for one in chosen):
            chosen.append(passage)
    return sorted(chosen, key=lambda passage: passage.span.start)


def opening(text: str) -> Passage | None:
    """The beginning of the first paragraph after the title."""
    blocks = paragraphs(text)
    if not blocks:
        return None
    number = min(2, len(blocks))
    start, end = blocks[number - 1]
    return Passage(_cut(text, start, min(start + _WIDTH, end), (start, end)), (), number)


def _windows(found: list[tuple[Token, int]], blocks: Sequence[tuple[int, int]]) -> list[list[Token]]:
    """Runs of found words that fit into one passage, those with most different units first, body before title."""
    runs = []
    starts = [start for start, _ in blocks]
    for first, (token, _) in enumerate(found):
        block = bisect_right(starts, token.start) - 1
        end = min(token.start + _WIDTH - 40, blocks[block][1])
        run = [(other, unit) for other, unit in found[first : first + 30] if other.end <= end]
        if run:
            runs.append((-len({unit for _, unit in run}), block == 0, -min(len(run), 4), first, [t for t, _ in run]))
    return [run[-1] for run in sorted(runs, key=lambda run: run[:4])]


def _passage(text: str, window: list[Token], blocks: Sequence[tuple[int, int]]) -> Passage:
    number = bisect_right([start for start, _ in blocks], window[0].start)
    first, last = window[0].start, window[-1].end
    spare = max(0, _WIDTH - (last - first))
    span = _cut(text, first - spare // 3, last + spare - spare // 3, blocks[number - 1])
    return Passage(span, tuple((token.start, token.end) for token in window), number)


def _cut(text: str, start: int, end: int, block: tuple[int, int]) -> Span:
    """The span inside its paragraph, at whole words."""
    start, end = max(start, block[0]), min(end, block[1])
    while start > block[0] and not text[start - 1].isspace():
        start += 1
    while end < block[1] and not text[end].isspace():
        end -= 1
    return Span(start, end, text[start:end])
