"""Which passage of a release shows best why it was found?"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from releasecli.model.span import Span
from releasecli.store.cache.fulltext import folded
from releasecli.text.tokens import tokens

_WIDTH = 240
_ROOM = 40  # of it that found words leave free
_FORMS = 12  # so many forms are looked up one by one; with more the text is cut into words
_SIGN = re.compile(r"[.,'](?<=[^\W_].)(?=[^\W_])")

Block = tuple[int, int]


class Passage(NamedTuple):
    """A passage, the spans of the found words in it, and the number of its paragraph."""

    span: Span
    marks: tuple[tuple[int, int], ...]
    paragraph: int


class Sought(NamedTuple):
    """Which unit a folded word belongs to, and words in a row, each as one of several, that belong to one together."""

    units: Mapping[str, int]
    rows: tuple[tuple[tuple[frozenset[str], ...], int], ...] = ()


class _Place(NamedTuple):
    """A found word and the unit it belongs to, None where it belongs to one in a row with others only."""

    start: int
    end: int
    word: str
    unit: int | None


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


def _places(text: str, sought: Sought) -> list[_Place]:
    """Every word of the text that belongs to a unit, in order."""
    units: dict[str, int | None] = {word: None for parts, _ in sought.rows for part in parts for word in part}
    found = _words(text, {**units, **sought.units})
    return _together(text, found, sought) if sought.rows else found


def _words(text: str, units: Mapping[str, int | None]) -> list[_Place]:
    if len(units) > _FORMS or not text.isascii():
        return _sought(text, 0, units)
    signed = list(_signed(text))
    inner = {at for start, end in signed for at in range(start, end)}
    plain = (place for place in _looked_up(text.lower(), units) if place.start not in inner)
    whole = (place for start, end in signed for place in _sought(text[start:end], start, units))
    return sorted((*plain, *whole), key=lambda place: place.start)


def _signed(text: str) -> Iterator[tuple[int, int]]:
    """Where blanks enclose a sign between letters, so that only the tokens can tell the words: 'U.S.', '4,700'."""
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() >= end:
            start, end = sign.span()
            while start and not text[start - 1].isspace():
                start -= 1
            while end < len(text) and not text[end].isspace():
                end += 1
            yield start, end


def _sought(text: str, start: int, units: Mapping[str, int | None]) -> list[_Place]:
    found = ((token, folded(token.text)) for token in tokens(text))
    return [_Place(start + t.start, start + t.end, word, units[word]) for t, word in found if word in units]


def _looked_up(lower: str, units: Mapping[str, int | None]) -> Iterator[_Place]:
    for form, unit in units.items():
        start = lower.find(form)
        while start >= 0:
            end = start + len(form)
            if not lower[end : end + 1].isalnum() and not (start and lower[start - 1].isalnum()):
                yield _Place(start, end, form, unit)
            start = lower.find(form, end)


def _together(text: str, places: Sequence[_Place], sought: Sought) -> list[_Place]:
    """The words that belong to a unit by themselves, and those that stand in a row as they should."""
    kept = {at: place for at, place in enumerate(places) if place.unit is not None}
    for parts, unit in sought.rows:
        for first in range(len(places) - len(parts) + 1):
            row = places[first : first + len(parts)]
            fits = all(place.word in part for place, part in zip(row, parts, strict=True))
            if fits and not any(map(str.isalnum, "".join(text[a.end : b.start] for a, b in pairwise(row)))):
                kept.update((at, place._replace(unit=unit)) for at, place in enumerate(row, first))
    return [kept[at] for at in sorted(kept)]


def _windows(places: Sequence[_Place], blocks: Sequence[Block]) -> list[list[_Place]]:
    """Runs of found words that fit into one passage: those with most units first, then body before title."""
    runs = []
    starts = [start for start, _ in blocks]
    for first, place in enumerate(places):
        block = max(0, bisect_right(starts, place.start) - 1)
        end = min(place.start + _WIDTH - _ROOM, blocks[block][1])
        run = [other for other in places[first : first + 30] if other.end <= end]
        if run:
            runs.append((-len({other.unit for other in run}), block == 0, -min(len(run), 4), first, run))
    return [run[-1] for run in sorted(runs, key=lambda run: run[:4])]


def _passage(text: str, window: Sequence[_Place], blocks: Sequence[Block]) -> Passage:
    number = max(1, bisect_right([start for start, _ in blocks], window[0].start))
    first, last = window[0].start, window[-1].end
    spare = max(0, _WIDTH - (last - first))
    span = _cut(text, first - spare // 3, last + spare - spare // 3, blocks[number - 1])
    return Passage(span, tuple((place.start, place.end) for place in window), number)


def _cut(text: str, start: int, end: int, block: Block) -> Span:
    """The span inside its paragraph, at whole words: a word at either edge is left out rather than cut."""
    start, end = max(start, block[0]), min(end, block[1])
    while block[0] < start < end and not text[start - 1].isspace():
        start += 1
    while start < end < block[1] and not text[end].isspace():
        end -= 1
    return Span(start, end, text[start:end])
