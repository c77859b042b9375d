"""How alike are two texts? Five-word shingles, and a sketch that makes look-alikes meet without comparing all."""

import re
import zlib
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")
_BINS, _ROWS = 80, 5
ALIKE = 0.8


def shingles(text: str) -> set[int]:
    """Hashes of every run of five words, case and punctuation apart; of the whole text where it is shorter."""
    words = _WORD.findall(text.lower())
    runs = zip(*(words[at:] for at in range(5)), strict=False) if len(words) > 5 else [words]
    crc = zlib.crc32
    return {crc(" ".join(run).encode("utf-8", "surrogatepass")) for run in runs}


def likeness(one: set[int], other: set[int]) -> float:
    """Shared shingles over all shingles (Jaccard), 0 to 1."""
    both = len(one & other)
    return both / (len(one) + len(other) - both)


def bands(marks: Iterable[int]) -> tuple[int, ...]:
    """Sixteen numbers; two texts with 0.8 of their shingles in common share at least one in 998 cases of 1,000.

    One-permutation MinHash: the smallest shingle in each of 80 bins, five bins a band, an empty bin takes its
    neighbour's.
    """
    lowest = [-1] * _BINS
    for mark in sorted(marks, reverse=True):
        mixed = mark * 0x9E3779B1 & 0xFFFFFFFF
        lowest[mixed % _BINS] = mark
    return tuple(_band(lowest, at) for at in range(0, _BINS, _ROWS))


def _band(lowest: list[int], at: int) -> int:
    """A signed 32-bit number for one band."""
    values = ",".join(str(value) for value in _filled(lowest, at))
    return zlib.crc32(values.encode(), at) - (1 << 31)


def _filled(lowest: list[int], at: int) -> Iterator[int]:
    for bin_number in range(at, at + _ROWS):
        step = 0
        while lowest[(bin_number + step) % _BINS] < 0 and step < _BINS:
            step += 1
        yield lowest[(bin_number + step) % _BINS] + step
