"""Where does the content of a cue end?"""

from releasecli.extract.statements.hits import Hit, Unit, can_cue, hit_at
from releasecli.extract.statements.nouns import finite, phrase_end

_CLAUSES = frozenset(("that", "zero", "quote"))
_BEFORE_PARTICIPLE = frozenset(
    ("while", "by", "and", "before", "after", "whilst", "also", "as", "well", "in", "when", "including", "in turn")
)


def content_end(unit: Unit, hit: Hit) -> int:
    """The index after the last word of the content that begins at `hit.content`."""
    words, stop = unit.words, len(unit.words)
    clause, inner = hit.frame in _CLAUSES or _finite_inside(unit, hit), hit.content
    for i in range(hit.content + 1, stop):
        tag = words[i].tag
        if tag in ",-;C" and i > inner and _opens_next(unit, hit, i, clause=clause):
            return _without_comma(unit, i, hit.content)
        if words[i].low == "while" and words[i - 1].tag != "," and _participle(unit, i + 1):
            return i
    return _without_marks(unit, stop, hit.content)


def _finite_inside(unit: Unit, hit: Hit) -> bool:
    """Is the content of another frame nevertheless a clause ("how A would B")?"""
    return hit.frame == "wh"


def _without_comma(unit: Unit, i: int, floor: int) -> int:
    while i > floor + 1 and unit.words[i - 1].tag in ",;C-":
        i -= 1
    return i


def _without_marks(unit: Unit, i: int, floor: int) -> int:
    while i > floor + 1 and unit.words[i - 1].tag in ".,;:-":
        i -= 1
    return i


def _opens_next(unit: Unit, hit: Hit, i: int, *, clause: bool) -> bool:
    """Does the next cue of the same speaker, or a clause with another speaker, begin at this mark or conjunction?"""
    words, stop = unit.words, len(unit.words)
    comma = words[i].tag in ",;-"
    j = i + 1
    while j < stop and (
        words[j].tag in "CR," or words[j].low in ("while", "by", "before", "as", "though", "although", "whereas")
    ):
        j += 1
    if j >= stop:
        return False
    if words[j].low == "according" and comma:
        return True
    if (at := _cue_from(unit, j)) >= 0 and (found := hit_at(unit, at)) is not None:
        return _same_speaker(unit, hit, found, comma=comma, clause=clause)
    return _other_speaker(unit, hit, j, comma=comma, clause=clause)


def _participle(unit: Unit, j: int) -> bool:
    found = hit_at(unit, j) if j < len(unit.words) and can_cue(unit, j) else None
    return found is not None and found.group.kind == "ing" and found.content >= 0


def _cue_from(unit: Unit, j: int) -> int:
    """The index of a cue whose group begins at `j`, or -1."""
    words = unit.words
    for k in range(j, min(j + 5, len(words))):
        if can_cue(unit, k) and (found := hit_at(unit, k)) is not None and found.first <= max(j, k):
            return k
        if words[k].tag not in "AMXR":
            return -1
    return -1


def _same_speaker(unit: Unit, hit: Hit, found: Hit, *, comma: bool, clause: bool) -> bool:
    """A coordinated cue or a participle: "A, noting that B", "A and underscored B"."""
    kind = found.group.kind
    if found.content < 0 or found.frame == "before":
        return False
    if kind == "ing":
        return comma or hit.group.kind == "ing"
    if kind in ("inf", "joined"):
        return kind == "joined" and not clause and hit.group.kind in ("inf", "joined") and hit.frame != "to"
    if hit.frame == "to" and kind == "joined":
        return False
    if not clause:
        return True
    if found.row.lemma in ("say", "add") or found.frame == "that":
        return True
    joined = any(word.tag == "C" for word in unit.words[found.first - 3 : found.first])
    return joined and (comma or _other_tense(unit, hit, found))


def _other_tense(unit: Unit, hit: Hit, found: Hit) -> bool:
    """ "said he would order A and warned against B": the past goes with the cue, not with the content's modal verb."""
    inside = unit.words[hit.content : found.first]
    verbs = [word for k, word in enumerate(inside) if finite(inside, k)]
    return bool(verbs) and verbs[0].tag == "M" and unit.words[found.at].low.endswith("ed")


def _other_speaker(unit: Unit, hit: Hit, j: int, *, comma: bool, clause: bool) -> bool:
    """ "A, and both sides confirmed B": a clause with a subject of its own and a cue."""
    words, stop = unit.words, len(unit.words)
    if words[j].tag not in "DKNnQ" or (clause and not comma):
        return False
    end = phrase_end(words, j, min(stop, j + 14), attach=True)
    if end <= j or end >= stop:
        return False
    at = _cue_from(unit, end)
    found = hit_at(unit, at) if at >= 0 else None
    if found is None or found.group.kind != "finite" or ("mind" in found.row.flags and words[j].tag != "N"):
        return False
    if clause and words[j - 1].tag not in "CS;" and words[j - 1].low != "while":
        return found.frame == "before"
    if found.frame == "before" or found.content < 0:
        return False
    return not clause or any(words[k].tag == "K" for k in range(j, end)) or words[j].low in ("both", "the")


def left_start(unit: Unit, end: int, floor: int, *, bare: bool = False) -> int:
    """Where a content that stands before its cue and ends at `end` begins, -1 where it is no clause; `bare`: it need not be."""
    words, start = unit.words, floor
    while start < end and words[start].tag in ".,;:-":
        start += 1
    if start < end - 1 and words[start].low in ("but", "and") and words[start + 1].tag != "Y":
        start += 1
    told = bare or any(finite(words, k) or words[k].tag == "Y" for k in range(start, end))
    return start if told else -1
