"""How are the places of sentences and paragraphs kept?

As steps: how far each begins behind the end of the one before, and how long it is. A step takes two bytes, or four in a
text where one does not fit; the first byte, a code of `struct`, says which.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, chain, pairwise

Spans = list[tuple[int, int]]


def packed(spans: Iterable[tuple[int, int]]) -> bytes:
    """Spans in the order of the text, none of which overlaps another."""
    steps = [later - earlier for earlier, later in pairwise([0, *chain.from_iterable(spans)])]
    code = "H" if max(steps, default=0) < 1 << 16 else "I"
    return code.encode() + struct.pack(f"<{len(steps)}{code}", *steps)


def opened(blob: bytes) -> Spans:
    """The spans of a blob, start and end."""
    code = chr(blob[0])
    edges = [*accumulate(struct.unpack(f"<{(len(blob) - 1) // struct.calcsize(f'<{code}')}{code}", blob[1:]))]
    return list(zip(edges[::2], edges[1::2], strict=True))


def sentences(spans: bytes, marks: bytes) -> list[tuple[int, int, int]]:
    """Each sentence with the number of the paragraph it begins in, from 1; `marks` are the paragraphs."""
    starts = [start for start, _ in opened(marks)]
    return [(start, end, bisect_right(starts, start)) for start, end in opened(spans)]
