"""Is a content quoted, told or only a topic, and what does its cue do?"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from releasecli.extract.statements.lexicon import Lexicon, Row, closed
from releasecli.model import Span

Kind = Literal["direct", "indirect", "mixed", "topic"]
_ALL = 0.9  # share of letters in quotation marks from which on a content is a quotation
_HEADS = 7  # words among which the head of an object stands


def kind_of(text: str, content: Sequence[Span], quoted: Sequence[tuple[int, int]], *, topic: bool) -> Kind:
    """The kind: `topic`, or by how many of its letters are in quotation marks; one quoted word does not count."""
    if topic:
        return "topic"
    letters = sum(_letters(one.text) for one in content)
    inside = sum(_letters_quoted(text, one, quoted) for one in content)
    return "indirect" if not inside else "direct" if inside >= _ALL * letters else "mixed"


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _letters_quoted(text: str, one: Span, quoted: Sequence[tuple[int, int]]) -> int:
    """How many letters of a content stand in quotations of more than one word."""
    count, k = 0, max(bisect_left(quoted, (one.start,)) - 1, 0)
    while k < len(quoted) and quoted[k][0] < one.end:
        start, end = quoted[k]
        if " " in text[start:end].strip():
            count += _letters(text[max(start, one.start) : min(end, one.end)])
        k += 1
    return count


def stance_of(row: Row, content: str, lexicon: Lexicon) -> str:
    """The stance of the cue; of "expressed" and its like the head of the object decides."""
    if row.stance != "express":
        return row.stance
    for word in content.lower().split()[:_HEADS]:
        if (found := lexicon.objects.get(word.strip(",."))) is not None:
            return found
        if word in closed("of-objects"):
            break
    return row.stance
