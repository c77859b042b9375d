"""Which passage of a release shows best why it was found?"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from releasecli.model.hits import Snippet
from releasecli.queries.search.places import Row, in_a_row, places

_WIDTH = 240
_ROOM = 40  # of it that found words leave free

Block = tuple[int, int]


class Passage(NamedTuple):
    """A passage, the spans of the found words in it, and the number of its paragraph."""

    span: Snippet
    marks: tuple[tuple[int, int], ...]
    paragraph: int


class Sought(NamedTuple):
    """Which unit a folded word belongs to, and words in a row, each as one of several, that belong to one together."""

    units: Mapping[str, int]
    rows: tuple[tuple[Row, int], ...] = ()


class _Found(NamedTuple):
    """Where a word of a unit stands."""

    start: int
    end: int
    unit: int


def passages(text: str, blocks: Sequence[Block], sought: Sought, number: int = 1) -> list[Passage]:
    """The passages that hold most of what is sought, best first."""
    if not blocks:
        return []
    chosen: list[Passage] = []
    for window in _windows(_places(text, sought), blocks):
        if len(chosen) == number:
            break
        passage = _passage(text, window, blocks)
        if not any(one.span.start < passage.span.end and passage.span.start < one.span.end for one in chosen):
            chosen.append(passage)
    return chosen


def opening(text: str, blocks: Sequence[Block]) -> Passage | None:
    """The beginning of the first paragraph after the title."""
    if not blocks:
        return None
    number = min(2, len(blocks))
    start, end = blocks[number - 1]
    return Passage(_cut(text, start, min(start + _WIDTH, end), (start, end)), (), number)


def _places(text: str, sought: Sought) -> list[_Found]:
    """Every word of the text that belongs to a unit, by itself or in a row as it should stand, in order."""
    alone = sought.units
    found = places(text, {*alone, *(word for row, _ in sought.rows for part in row for word in part)})
    units = {at: alone[place.word] for at, place in enumerate(found) if place.word in alone}
    for row, unit in sought.rows:
        for first in in_a_row(text, found, row):
            units.update(dict.fromkeys(range(first, first + len(row)), unit))
    return [_Found(found[at].start, found[at].end, unit) for at, unit in sorted(units.items())]


def _windows(places: list[_Found], blocks: Sequence[Block]) -> list[list[_Found]]:
    """Runs of found words that fit into one passage, most units first; the title comes last, for it is shown anyway."""
    runs = []
    starts = [start for start, _ in blocks]
    ends = [place.end for place in places]
    for first, place in enumerate(places):
        block = max(0, bisect_right(starts, place.start) - 1)
        end = min(place.start + _WIDTH - _ROOM, blocks[block][1])
        run = places[first : min(bisect_right(ends, end), first + 30)]
        if run:
            runs.append((block == 0, -len({other.unit for other in run}), -min(len(run), 4), first, run))
    return [run[-1] for run in sorted(runs, key=lambda run: run[:4])]


def _passage(text: str, window: Sequence[_Found], blocks: Sequence[Block]) -> Passage:
    number = max(1, bisect_right([start for start, _ in blocks], window[0].start))
    first, last = window[0].start, window[-1].end
    spare = max(0, _WIDTH - (last - first))
    span = _cut(text, first - spare // 3, last + spare - spare // 3, blocks[number - 1])
    return Passage(span, tuple((place.start, place.end) for place in window), number)


def _cut(text: str, start: int, end: int, block: Block) -> Snippet:
    """The span inside its paragraph, at whole words: a word at either edge is left out rather than cut."""
    start, end = max(start, block[0]), min(end, block[1])
    while block[0] < start < end and not text[start - 1].isspace():
        start += 1
    while start < end < block[1] and not text[end].isspace():
        end -= 1
    return Snippet(start, end, text[start:end])
