"""Where does the content of a cue end?"""

from collections.abc import Sequence

from releasecli.extract.statements.hits import Hit, Unit, hit_at
from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.nouns import finite, phrase_end
from releasecli.extract.statements.places import skip_adverbs
from releasecli.extract.statements.words import Word

_DATELINE = 9  # words
_CLAUSES = frozenset(("that", "zero", "quote", "wh"))


def content_end(unit: Unit, hit: Hit) -> int:
    """The index after the last word of the content that begins at `hit.content`."""
    words = unit.words
    for i in range(hit.content + 1, len(words)):
        if words[i].tag in ",-;C" and _opens_next(unit, hit, i):
            return _without(unit, i, hit.content, ",;C-")
        if words[i].low == "while" and words[i - 1].tag != "," and _participle(unit, i + 1):
            return i
        if hit.frame not in _CLAUSES and (_leaves(unit, i) or _turns(words, i, hit.content)):
            return _without(unit, i, hit.content, ",;")
    return _without_aside(unit, _without(unit, len(words), hit.content, ".,;:-"), hit.content)


def _leaves(unit: Unit, i: int) -> bool:
    """Does a clause that is no part of a noun phrase begin here: ", but the union stepped in", "after she left"?"""
    words, stop = unit.words, len(unit.words)
    if i + 2 >= stop:
        return False
    if words[i].low in closed("leaving"):
        return words[i + 1].tag == "N"
    if words[i].tag != "," or words[i + 1].tag != "C" or words[i + 2].tag not in "DKNn":
        return False
    if words[i + 2].tag == "N":
        return True
    end = phrase_end(words, i + 2, min(stop, i + 14), attach=True)
    while end < stop and words[end].tag == "R":
        end += 1
    return i + 2 < end < stop and words[end].tag in "AMV"


def _turns(words: Sequence[Word], i: int, start: int) -> bool:
    """Does the sentence go on with another verb or clause: ", but has no plan", "and left the room", "; she aims"?"""
    word, following = words[i], words[min(i + 1, len(words) - 1)]
    if i + 2 >= len(words):
        return False
    if word.low == "but":
        against = words[i - 1].tag == "," and following.low not in closed("adds")
        return against or following.tag in "NVAM"
    if word.tag == ";" or word.low in closed("concessions"):
        end = phrase_end(words, i + 1, min(len(words), i + 14), attach=True)
        return following.tag == "N" or (i + 1 < end < len(words) and finite(words, end))
    goes_on = following.tag in "VAM" or (following.tag == "E" and words[i + 2].tag in "DTNI")
    return word.low == "and" and goes_on and not any(one.tag in "WS" for one in words[start:i])


def _without(unit: Unit, i: int, floor: int, tags: str) -> int:
    """The index without the marks and conjunctions before it."""
    while i > floor + 1 and unit.words[i - 1].tag in tags:
        i -= 1
    return i


def _without_aside(unit: Unit, end: int, floor: int) -> int:
    """The index without a fixed phrase that belongs to the cue: "about A in great detail"."""
    for size in (5, 4, 3, 2):
        if end - size > floor and tuple(word.low for word in unit.words[end - size : end]) in unit.lexicon.asides:
            return end - size
    return end


def _opens_next(unit: Unit, hit: Hit, i: int) -> bool:
    """Does the next cue of the same speaker, or a clause with another speaker, begin at this mark or conjunction?"""
    words, stop = unit.words, len(unit.words)
    comma = words[i].tag in ",;-"
    j = i + 1
    while j < stop and (words[j].tag in "CR," or words[j].low in closed("opens-next")):
        j += 1
    j = skip_adverbs(words, j, unit.lexicon.asides)
    if j + 2 < stop and words[j].tag in "PT" and words[j + 1].low == "which":
        j += 2
    if j >= stop:
        return False
    if comma and words[j].low == "with":
        return _absolute(unit, j + 1)
    if words[j].low == "according" and comma:
        return words[min(j + 2, stop - 1)].tag != "W"
    if (found := _group_from(unit, j)) is not None:
        return _same_speaker(unit, hit, found, comma=comma)
    return _other_speaker(unit, hit, j, comma=comma)


def _absolute(unit: Unit, j: int) -> bool:
    """As in "A, with Minister Lind noting B"."""
    end = phrase_end(unit.words, j, min(len(unit.words), j + 14), attach=True)
    return j < end and _participle(unit, end)


def _participle(unit: Unit, j: int) -> bool:
    found = hit_at(unit, j)
    return found is not None and found.group.kind == "ing" and found.content >= 0


def _group_from(unit: Unit, j: int) -> Hit | None:
    """The cue whose verb group begins at `j`."""
    for k in range(j, min(j + 5, len(unit.words))):
        if (found := hit_at(unit, k)) is not None and found.first <= max(j, k):
            return found
        if unit.words[k].tag not in "AMXR":
            return None
    return None


def _same_speaker(unit: Unit, hit: Hit, found: Hit, *, comma: bool) -> bool:
    """A coordinated cue or a participle: "A, noting that B", "A and underscored B"."""
    kind, clause = found.group.kind, hit.frame in _CLAUSES
    if found.content < 0 or found.frame == "before":
        return False
    if kind == "ing":
        return comma or hit.group.kind == "ing"
    if kind in ("inf", "joined"):
        base = hit.group.kind in ("inf", "joined") or unit.words[hit.at].low == hit.row.lemma.split()[0]
        return kind == "joined" and not clause and base and hit.frame != "to"
    if not clause:
        return True
    joined = any(word.tag == "C" for word in unit.words[max(found.first - 3, 0) : found.first])
    again = found.row.lemma in closed("shares-clause") or found.frame == "that"
    listed = again and not any(word.tag == "," for word in unit.words[hit.content : found.first - 1])
    urged = found.frame == "to" and found.addressee is not None and found.row.stance == "call-for"
    other = _other_tense(unit, hit, found)
    return listed or (joined and (comma or again or urged)) or (other and (joined or comma))


def _other_tense(unit: Unit, hit: Hit, found: Hit) -> bool:
    """As in "said he would order A and warned against B": the past goes with the cue, not with the modal verb."""
    inside = unit.words[hit.content : found.first]
    first = next((word for k, word in enumerate(inside) if finite(inside, k)), None)
    return (
        first is not None
        and (first.tag == "M" or first.low in closed("present"))
        and (unit.words[found.at].low.endswith("ed") or unit.words[found.first].low == "did")
    )


def _other_speaker(unit: Unit, hit: Hit, j: int, *, comma: bool) -> bool:
    """As in "A, and both sides confirmed B": a clause with a subject of its own and a cue."""
    words, clause = unit.words, hit.frame in _CLAUSES
    if words[j].tag not in "DKNnQ" or (clause and not comma):
        return False
    end = phrase_end(words, j, min(len(words), j + 14), attach=True)
    found = _group_from(unit, end) if j < end < len(words) else None
    if found is None or found.group.kind != "finite" or ("mind" in found.row.flags and words[j].tag != "N"):
        return False
    if clause and not any(word.tag in "CSW;" for word in words[max(j - 4, 0) : j]):
        return found.frame == "before"
    if found.frame == "before" or found.content < 0:
        return False
    return not clause or any(word.tag == "K" for word in words[j:end]) or words[j].low in ("both", "the")


def left_start(unit: Unit, end: int, floor: int, *, bare: bool) -> int:
    """Where a content that stands before its cue and ends at `end` begins, -1 where it is no clause.

    `bare`: it need not be one.
    """
    words, start = unit.words, floor
    while start < end and words[start].tag in ".,;:-":
        start += 1
    start = _behind_dateline(words, start, end)
    if start < end - 1 and words[start].low in closed("contrast") and words[start + 1].tag != "Y":
        start += 1
    if start < end - 1 and words[end - 1].tag == "Y" and words[end - 2].tag == ":":
        return end - 1
    told = bare or any(finite(words, k) or words[k].tag in "YN" for k in range(start, end))
    return start if told else -1


def _behind_dateline(words: Sequence[Word], start: int, end: int) -> int:
    """The index behind "VIENNA, 8 March 2024 –"; `start` where there is no dateline."""
    dashes = [k for k in range(start, end) if words[k].tag == "-"]
    if len(dashes) != 1 or dashes[0] - start > _DATELINE or words[start].tag != "K":
        return start
    return start if any(finite(words, k) for k in range(start, dashes[0])) else dashes[0] + 1
