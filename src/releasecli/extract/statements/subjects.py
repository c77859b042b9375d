"""Which noun phrase is the speaker of a cue, in words of its unit?"""

from collections.abc import Sequence

from releasecli.extract.statements.actors import impersonal, speaks, tells
from releasecli.extract.statements.hits import Hit, Unit
from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.nouns import finite, phrase_end
from releasecli.extract.statements.verb_subjects import subject_before
from releasecli.extract.statements.verbs import with_subject
from releasecli.extract.statements.words import Word

_SPEECH = frozenset(("that", "zero", "quote", "before", "colon"))
Pair = tuple[int, int]


def speaker_of(unit: Unit, hit: Hit, last: Pair | None, floor: int, *, first: bool) -> Pair | None:
    """The subject of the cue, or the one it shares: `last`, of the cue before, or that of the main clause."""
    if hit.group.kind == "inf":
        return _of_occasion(unit, hit) if first else None
    if hit.group.kind == "ing" and (own := with_subject(unit.words, hit.first)) is not None:
        return own
    if hit.group.kind == "finite":
        if (own := subject_before(unit.words, hit.first, floor)) is not None:
            return own
        if hit.first and unit.words[hit.first - 1].tag not in "C,;-RXS":
            return None
    return last or _shared(unit, hit)


def _shared(unit: Unit, hit: Hit) -> Pair | None:
    """The subject of the first cue that has none of its own."""
    if hit.group.kind == "joined":
        return _of_pair(unit, hit)
    if hit.group.kind == "ing" and hit.at <= 1:
        return _of_main_clause(unit, hit)
    return _main_subject(unit, hit.first)


def may_speak(unit: Unit, hit: Hit, speaker: Pair) -> bool:
    """Can this subject be the speaker of this cue?"""
    row = hit.row
    if unit.words[speaker[0]].low == "it" and speaker[1] - speaker[0] == 1:
        return not row.flags & {"topic", "topical", "reportive"} and ("mind" not in row.flags or hit.frame in _SPEECH)
    if unit.words[speaker[0]].low in closed("impersonal") and speaker[1] - speaker[0] == 1:
        return False
    if of_talks(unit, speaker):
        return row.topic or row.lemma.startswith("conclude")
    if "talks" in row.flags and (not speaks(unit.words, speaker) or unit.words[speaker[0]].low in ("a", "an")):
        return False
    reports = "reportive" not in row.flags or tells(unit.words, speaker)
    free = hit.frame in _SPEECH and reports and not row.flags & {"mind", "topic", "actor"}
    return free or speaks(unit.words, speaker)


def of_talks(unit: Unit, speaker: Pair) -> bool:
    """As in "the conversation focused on A": a subject that is no speaker."""
    return impersonal(unit.words, speaker, unit.lexicon.lists["talks"])


def opens(unit: Unit, hit: Hit) -> bool:
    """Is the cue in a part that stands before its main clause: a participle, or "After B said A, ..."?"""
    if hit.group.kind == "ing":
        return hit.at <= 1
    subordinate = unit.words[0].low in closed("subordinates") and hit.first < 9
    return subordinate and not any(word.tag == "," for word in unit.words[: hit.first])


def opening_end(unit: Unit, hit: Hit) -> int:
    """As in "Exchanging views on A, B said": the index of the comma before the subject, or 0."""
    words, stop = unit.words, len(unit.words)
    for k in range(hit.content + 1, stop):
        if words[k].tag == ",":
            end = phrase_end(words, k + 1, stop, attach=True)
            if k + 1 < end < stop and (finite(words, end) or end in unit.cued or words[end].tag == "R"):
                return k
    return 0


def _of_main_clause(unit: Unit, hit: Hit) -> Pair | None:
    comma = opening_end(unit, hit) if hit.content >= 0 else 0
    return (comma + 1, phrase_end(unit.words, comma + 1, len(unit.words), attach=True)) if comma else None


def _of_occasion(unit: Unit, hit: Hit) -> Pair | None:
    """As in "met today with B to discuss A": the subject of the meeting."""
    words, occasions = unit.words, unit.lexicon.lists["occasions"]
    for k in range(hit.first - 1, -1, -1):
        held = words[k].low in occasions and words[k].tag in "VEn" and not _is_noun(words, k)
        if held or _made_call(words, k, hit.first):
            if (found := subject_before(words, _group_start(words, k), 0)) is not None:
                return found
        elif words[k].tag in "MS;:V":
            return None
    return None


def _is_noun(words: Sequence[Word], k: int) -> bool:
    """As in "a video call", "their meeting"; no verb like that of "the leaders meet"."""
    before = words[k - 1] if k else words[k]
    if words[k].low.endswith("ing"):
        return True
    return words[k].tag == "n" and (before.tag in "DEIQg" or (before.tag == "n" and not before.low.endswith("s")))


def _group_start(words: Sequence[Word], k: int) -> int:
    """The first word of the verb group that ends at `k`: "will also meet"."""
    while k and words[k - 1].tag in "AMR":
        k -= 1
    return k


def _made_call(words: Sequence[Word], k: int, stop: int) -> bool:
    return words[k].low == "made" and any(word.low == "call" for word in words[k:stop])


def _of_pair(unit: Unit, hit: Hit) -> Pair | None:
    """As in "We reject and condemn A": the subject of the verb that stands before "and"."""
    first = hit.first - 2
    found = subject_before(unit.words, first, 0) if first > 0 and first in unit.cued else None
    return found if found and (unit.words[found[0]].tag in "NDK" or found[1] - found[0] > 1) else None


def _main_subject(unit: Unit, before: int) -> Pair | None:
    """The subject of the first clause of the unit."""
    words, occasions = unit.words, unit.lexicon.lists["occasions"]
    for k in range(1, before):
        if words[k].tag in "VAMEn" and (finite(words, k) or words[k].low in occasions or k in unit.cued):
            subject = subject_before(words, k, 0)
            if subject and subject[1] <= k:
                return subject
    return None
