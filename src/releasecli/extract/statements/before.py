"""Which contents stand before their cue, or around it?"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from releasecli.extract.statements.bounds import content_end, left_start
from releasecli.extract.statements.hits import Hit, Unit, hit_at
from releasecli.extract.statements.lexicon import Row, closed
from releasecli.extract.statements.moments import moment_end
from releasecli.extract.statements.nouns import finite, phrase_end
from releasecli.extract.statements.verb_subjects import subject_before
from releasecli.extract.statements.verbs import Group
from releasecli.extract.statements.words import Word

Pair = tuple[int, int]
_NAME = 40  # characters
_CLAUSE = 4  # words that a clause has at the least
_NONE: frozenset[str] = frozenset()
_ACCORDING = Row("according to", "assert", frozenset(("that",)), _NONE, _NONE, _NONE, _NONE, _NONE, _NONE)


class Found(NamedTuple):
    """A statement in words of its unit: (first, after last) pairs; `waits`: its content is the next paragraph."""

    hit: Hit
    speaker: Pair | None
    content: tuple[Pair, ...]
    passive: bool = False
    waits: bool = False


class _Frame(NamedTuple):
    """The attribution inside a content: its speaker, its first word, the index after it."""

    speaker: Pair
    first: int
    after: int


def splits(unit: Unit, hit: Hit, floor: int) -> bool:
    """As in “A,” he said, “B”: a quotation stands right before the speaker too."""
    subject = subject_before(unit.words, hit.first, floor) if hit.group.kind == "finite" else None
    before = subject[0] - 1 if subject else -1
    if before > 0 and unit.words[before].tag == ",":
        before -= 1
    return before >= floor and unit.words[before].tag == "Y" and not _is_name(unit.words, before, floor)


def _is_name(words: Sequence[Word], at: int, floor: int) -> bool:
    """As in "on the programme “Face to Face,” he said A": a short quotation within a noun phrase."""
    return at > floor and words[at - 1].tag in "PgnKD" and words[at].end - words[at].start < _NAME


def content_before(unit: Unit, hit: Hit, floor: int) -> Found | None:
    """As in "A, he said", “A,” said B, "A, he said, B"; nothing before `floor` belongs to it."""
    frame = _inverted(unit, hit) or _straight(unit, hit, floor)
    if frame is None or hit.group.kind != "finite":
        return None
    words, edge = unit.words, frame.first
    if edge == 0 or words[edge - 1].tag not in ",Y-" or words[edge - 1].low == "/":
        return _as_clause(unit, hit, frame)
    end = edge - 1 if words[edge - 1].tag in ",-" else edge
    opening = floor < end and words[floor].low in closed("subordinates")
    bare = opening or not any(finite(words, k) for k in range(floor, end))
    rest = _rest(unit, frame.after, quoted=words[end - 1].tag == "Y", bare=bare)
    last = all(word.tag in ".," for word in words[frame.after :])
    start = left_start(unit, end, floor, bare=rest is not None or (last and end - floor > _CLAUSE))
    if not 0 <= start < end:
        return None
    return Found(hit, frame.speaker, ((start, end), rest) if rest else ((start, end),))


def _inverted(unit: Unit, hit: Hit) -> _Frame | None:
    """The speaker behind the cue: “A,” said B."""
    words = unit.words
    if not hit.first or words[hit.first - 1].tag not in ",Y-":
        return None
    if words[hit.first - 1].tag != "Y" and hit.row.lemma not in closed("inverts"):
        return None
    if hit.last >= len(words) or words[hit.last].tag not in "KDNnQ":
        return None
    end = phrase_end(words, hit.last, len(words), attach=True)
    return _Frame((hit.last, end), hit.first, end) if end > hit.last else None


def _straight(unit: Unit, hit: Hit, floor: int) -> _Frame | None:
    subject = subject_before(unit.words, hit.first, floor)
    if subject is None:
        return None
    last = hit.addressee[1] if hit.addressee else hit.last
    after = moment_end(unit.words, last)
    if after == last < len(unit.words) and unit.words[after].tag in (
        "DKnNOE" if unit.words[subject[0] - 1].tag == "Y" else "DKnQNOE"
    ):
        return None
    return _Frame(subject, subject[0], after)


def _as_clause(unit: Unit, hit: Hit, frame: _Frame) -> Found | None:
    """As in "As I announced yesterday, A"."""
    words = unit.words
    if not 0 < frame.first < 5 or words[frame.first - 1].low != "as":
        return None
    comma = next((k for k in range(hit.last, len(words)) if words[k].tag == ","), 0)
    if any(word.tag not in "C,RS" for word in words[: frame.first - 1]) or not 0 < comma < len(words) - 1:
        return None
    inside = hit._replace(content=comma + 1, frame="that")
    return Found(inside, frame.speaker, ((comma + 1, content_end(unit, inside)),))


def _rest(unit: Unit, after: int, *, quoted: bool, bare: bool) -> Pair | None:
    """The second part of a content that its attribution breaks; `bare`: the first part has no verb."""
    words, stop = unit.words, len(unit.words)
    k = _mark_behind(unit, after)
    if k < 0:
        return None
    later = next((m for m in range(k, stop) if words[m].tag == "Y"), -1)
    if quoted and later >= 0 and not any(word.tag in "AMV" for word in words[after:later]):
        return None if any(hit_at(unit, m) for m in range(k, later)) else (later, later + 1)
    if (
        quoted
        or k >= stop - 2
        or words[k].tag != ","
        or (words[k + 1].tag in "IWSRC" and not bare and words[k + 1].low != "that")
    ):
        return None
    if not bare and words[k + 1].tag in "DPE" and not any(finite(words, m) for m in range(k + 2, min(stop, k + 12))):
        return None
    k += 1 + (words[k + 1].low == "that")
    cues = [hit_at(unit, m) for m in range(k - 1, k + 2)]
    return None if any(hit and hit.frame != "before" for hit in cues) else (k, _trim(words, stop))


def _mark_behind(unit: Unit, k: int) -> int:
    """The index of the next mark behind the attribution, -1 where a clause or another cue stands between."""
    words, stop = unit.words, len(unit.words)
    while k < stop and words[k].tag not in ",.;:-Y":
        if words[k].tag in "SWAMV" or (words[k].low == "and" and k + 1 in unit.cued):
            return -1
        k += 1
    return k


def _trim(words: Sequence[Word], stop: int) -> int:
    while words[stop - 1].tag in ".,;:":
        stop -= 1
    return stop


def according(unit: Unit) -> Iterator[Found]:
    """As in "According to B, A" and "A, according to B"."""
    words, stop = unit.words, len(unit.words)
    for k in unit.cued:
        if words[k].low == "according" and k + 2 < stop and words[k + 1].low == "to" and words[k + 2].tag != "W":
            end = phrase_end(words, k + 2, stop, attach=True)
            content = _around(unit, k, end) if end > k + 2 else ()
            if content:
                hit = Hit(k, k, k + 2, _ACCORDING, Group(k, "finite"), "that", -1)
                yield Found(hit._replace(last=max(end, content[-1][1])), (k + 2, end), content)
            return


def _around(unit: Unit, k: int, end: int) -> tuple[Pair, ...]:
    """The content before the attribution, else behind it; both where only an adjunct stands before."""
    words, stop = unit.words, len(unit.words)
    edge = k - 1 if k and words[k - 1].tag in ",-" else k
    left = left_start(unit, edge, 0, bare=k > 4) if k > 2 else -1
    mark = next((m for m in range(end, min(stop, end + 30)) if words[m].tag in ",:"), stop)
    behind = (mark + 1, _trim(words, stop)) if mark + 1 < stop and words[mark + 1].tag != "." else None
    adjunct = not any(finite(words, m) for m in range(max(left, 0), edge)) and words[max(left, 0)].tag != "Y"
    if left >= 0 and not (adjunct and behind and mark == end):
        return ((left, edge),)
    return ((left, edge), behind) if left >= 0 and behind else (behind,) if behind else ()
