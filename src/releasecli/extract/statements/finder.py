"""Which statements does a unit of sentences hold? Cue, speaker, content and addressee as places in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from releasecli.extract.statements.actors import impersonal, speaks
from releasecli.extract.statements.bounds import content_end, left_start
from releasecli.extract.statements.hits import Hit, Unit, can_cue, hit_at
from releasecli.extract.statements.lexicon import Row
from releasecli.extract.statements.nouns import finite, phrase_end, subject_before
from releasecli.extract.statements.verbs import Group
from releasecli.extract.statements.words import Word

_SPEECH = frozenset(("that", "zero", "quote", "before", "colon"))
_IT = frozenset(("it", "this", "that", "there", "which", "these", "those"))


@dataclass(frozen=True, slots=True)
class Found:
    """A statement in words of its unit: (first, after last) pairs; `waits`: its content is the next paragraph."""

    hit: Hit
    speaker: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    passive: bool = False
    waits: bool = False


def find(unit: Unit) -> list[Found]:
    """All statements of the unit, in order, none inside the content of another."""
    found: list[Found] = list(_according(unit))
    i = found[0].hit.last if found else 0
    words = unit.words
    while i < len(words):
        hit = hit_at(unit, i) if can_cue(unit, i) else None
        statement = _statement(unit, hit, found) if hit else None
        if hit and statement:
            found.append(statement)
            i = max(hit.last, statement.content[-1][1] if statement.content else 0, i + 1)
        else:
            i += 1
    return found


def _statement(unit: Unit, hit: Hit, found: Sequence[Found]) -> Found | None:
    floor = found[-1].content[-1][1] if found and found[-1].content else 0
    if hit.frame == "before" or (hit.frame == "quote" and _split(unit, hit, floor)):
        return _content_before(unit, hit, found)
    if hit.frame == "after":
        return Found(hit, None, ((hit.content, content_end(unit, hit)),), passive=True)
    if hit.group.kind == "passive":
        return _passive(unit, hit, floor)
    speaker = _speaker(unit, hit, found, floor)
    if hit.frame == "colon":
        return Found(hit, speaker, (), waits=True) if speaker else None
    if speaker is None or not _speaks(unit, hit, speaker):
        return None
    if impersonal(unit.words, speaker, unit.lexicon.lists["talks"]):
        return _of_talks(unit, hit)
    return Found(hit, speaker, _contents(unit, hit))


def _split(unit: Unit, hit: Hit, floor: int) -> bool:
    """“A,” he said, “B”: a quotation stands right before the speaker too."""
    subject = subject_before(unit.words, hit.first, floor) if hit.group.kind == "finite" else None
    before = subject[0] - 1 if subject else -1
    if before > 0 and unit.words[before].tag == ",":
        before -= 1
    return before >= floor and unit.words[before].tag == "Y"


def _contents(unit: Unit, hit: Hit) -> tuple[tuple[int, int], ...]:
    end = _opening_end(unit, hit) if _opens(unit, hit) else 0
    end = end or content_end(unit, hit)
    first = unit.words[hit.content]
    if hit.frame == "quote" and first.tag == "Y" and unit.words[hit.content - 1].tag in ",:":
        end = _quoted_end(unit, hit, end)
    return ((hit.content, end),)


_SUBORDINATES = frozenset(
    (
        "after",
        "before",
        "since",
        "as",
        "when",
        "while",
        "though",
        "although",
        "because",
        "if",
        "once",
        "whereas",
        "until",
    )
)


def _opens(unit: Unit, hit: Hit) -> bool:
    """Is the cue in a part that stands before its main clause: a participle, or "After B said A, ..."?"""
    if hit.group.kind == "ing":
        return hit.at <= 1
    return (
        unit.words[0].low in _SUBORDINATES and hit.first < 9 and not any(w.tag == "," for w in unit.words[: hit.first])
    )


def _quoted_end(unit: Unit, hit: Hit, end: int) -> int:
    """A quotation behind a comma or colon is the whole content, with what is quoted right behind it."""
    k = hit.content + 1
    while k < end and (
        unit.words[k].tag == "Y" or (unit.words[k].tag in ".,-C" and k + 1 < end and unit.words[k + 1].tag == "Y")
    ):
        k += 1
    return k


def _opening_end(unit: Unit, hit: Hit) -> int:
    """ "Exchanging views on A, B said": the content ends at the comma before the subject."""
    words = unit.words
    for k in range(hit.content + 1, len(words)):
        if words[k].tag == ",":
            end = phrase_end(words, k + 1, len(words), attach=True)
            if k + 1 < end < len(words) and (finite(words, end) or can_cue(unit, end) or words[end].tag == "R"):
                return k
    return 0


def _of_talks(unit: Unit, hit: Hit) -> Found | None:
    """ "The conversation focused on A": nobody speaks."""
    return (
        Found(hit, None, _contents(unit, hit), passive=True)
        if hit.row.topic or hit.row.lemma.startswith("conclude")
        else None
    )


def _speaks(unit: Unit, hit: Hit, speaker: tuple[int, int]) -> bool:
    """Can this subject be the speaker of this cue?"""
    row, first = hit.row, unit.words[speaker[0]]
    if first.low in _IT and speaker[1] - speaker[0] == 1:
        return False
    if impersonal(unit.words, speaker, unit.lexicon.lists["talks"]):
        return row.topic or row.lemma.startswith("conclude")
    if "talks" in row.flags:
        return False
    if hit.frame in _SPEECH and not row.flags & {"mind", "topic"} and "actor" not in row.flags:
        return True
    return speaks(unit.words, speaker)


def _speaker(unit: Unit, hit: Hit, found: Sequence[Found], floor: int) -> tuple[int, int] | None:
    """The subject of the cue, or the one it shares with the cue or verb before."""
    if hit.group.kind == "finite":
        own = subject_before(unit.words, hit.first, floor)
        if own:
            return own
        if hit.first and unit.words[hit.first - 1].tag not in "C,;-RXS":
            return None
    if hit.group.kind == "inf" and not found:
        return _of_occasion(unit, hit)
    if hit.group.kind in ("inf", "joined") and not found:
        return None
    if found and found[-1].speaker:
        return found[-1].speaker if hit.group.kind != "inf" else None
    if hit.group.kind == "ing" and hit.at <= 1:
        return _of_main_clause(unit, hit)
    return main_subject(unit, hit.first)


def _of_main_clause(unit: Unit, hit: Hit) -> tuple[int, int] | None:
    """The subject behind an opening participle: "Exchanging views on A, B said"."""
    comma = _opening_end(unit, hit) if hit.content >= 0 else 0
    return (comma + 1, phrase_end(unit.words, comma + 1, len(unit.words), attach=True)) if comma else None


def _of_occasion(unit: Unit, hit: Hit) -> tuple[int, int] | None:
    """ "met today with B to discuss A": the subject of the meeting."""
    words, occasions = unit.words, unit.lexicon.lists["occasions"]
    for k in range(hit.first - 1, -1, -1):
        if words[k].low in occasions and words[k].tag in "VEnR" and words[k].low != "meeting":
            return subject_before(words, k, 0)
        if words[k].tag in "MS;:" or (words[k].tag == "V" and words[k].low not in ("made", "held")):
            return None
        if words[k].low == "made" and any(words[m].low == "call" for m in range(k, hit.first)):
            return subject_before(words, k, 0)
    return None


def main_subject(unit: Unit, before: int) -> tuple[int, int] | None:
    """The subject of the first clause of the unit."""
    words = unit.words
    for k in range(1, before):
        if (finite(words, k) or words[k].low in unit.lexicon.lists["occasions"] or can_cue(unit, k)) and words[
            k
        ].tag in "VAMEn":
            subject = subject_before(words, k, 0)
            if subject and subject[1] <= k:
                return subject
    return None


def _passive(unit: Unit, hit: Hit, floor: int) -> Found | None:
    words = unit.words
    if hit.frame == "that":
        if hit.first and words[hit.first - 1].low in ("it", "also"):
            return Found(hit, None, ((hit.content, content_end(unit, hit)),), passive=True)
        return None
    subject = subject_before(words, hit.first, floor)
    if "passive" not in hit.row.flags and not (hit.last < len(words) and words[hit.last].low == "by"):
        return None
    if subject is None or words[subject[0]].tag == "N" or words[subject[0]].low in _IT or speaks(unit.words, subject):
        return None
    if hit.last < len(words) and words[hit.last].low == "by":
        end = phrase_end(words, hit.last + 1, len(words), attach=True)
        speaker = (hit.last + 1, end)
        return Found(hit, speaker, (subject,)) if end > hit.last + 1 and speaks(unit.words, speaker) else None
    start = _left_edge(words, subject, floor)
    if any(finite(words, k) and words[k - 1].tag not in "WS" for k in range(start + 1, hit.first)):
        return None
    return Found(hit, None, ((start, subject[1]),), passive=True)


def _left_edge(words: Sequence[Word], subject: tuple[int, int], floor: int) -> int:
    """Where a subject that is a content begins, with all that belongs to it, behind an opening adjunct."""
    start = floor
    while start < subject[0] and words[start].tag in ",.;C":
        start += 1
    if start < subject[0] and words[start].tag in "PSRI":
        comma = next((k for k in range(start, subject[0]) if words[k].tag == ","), -1)
        return comma + 1 if comma >= 0 else subject[0]
    return start


def _content_before(unit: Unit, hit: Hit, found: Sequence[Found]) -> Found | None:
    """ "A, he said" / "A," said B / "A, he said, B"."""
    words, stop = unit.words, len(unit.words)
    if hit.group.kind != "finite":
        return None
    used = found[-1].content[-1][1] if found and found[-1].content else 0
    before = hit.first - 1
    if before >= 0 and words[before].tag in ",Y-" and (inverted := _inverted(unit, hit)):
        speaker, edge, after = inverted, hit.first, inverted[1]
    else:
        subject = subject_before(words, hit.first, used)
        if subject is None:
            return None
        speaker, edge, after = subject, subject[0], hit.addressee[1] if hit.addressee else hit.last
        if after < stop and words[after].tag in "DKnQNOE":
            return None
    if edge == 0 or words[edge - 1].tag not in ",Y-" or (words[edge - 1].tag == "-" and words[edge - 1].low == "/"):
        return _as_clause(unit, hit, speaker, edge)
    end = edge - 1 if words[edge - 1].tag in ",-" else edge
    bare = not any(finite(words, k) for k in range(used, end))
    rest = _rest(unit, after, stop, quoted=words[end - 1].tag == "Y", bare=bare)
    start = left_start(unit, end, used, bare=rest is not None)
    if start < 0 or start >= end:
        return None
    return Found(hit, speaker, ((start, end), rest) if rest else ((start, end),))


def _as_clause(unit: Unit, hit: Hit, speaker: tuple[int, int], edge: int) -> Found | None:
    """ "As I announced yesterday, A"."""
    words = unit.words
    if edge != 1 or words[0].low != "as":
        return None
    comma = next((k for k in range(hit.last, len(words)) if words[k].tag == ","), 0)
    if not comma or comma + 1 >= len(words):
        return None
    inside = replace(hit, content=comma + 1, frame="that")
    return Found(inside, speaker, ((comma + 1, content_end(unit, inside)),))


def _inverted(unit: Unit, hit: Hit) -> tuple[int, int] | None:
    """The speaker behind the cue: “A,” said B."""
    words = unit.words
    if hit.last >= len(words) or words[hit.last].tag not in "KDNnQ" or hit.row.lemma in ("continue", "go on"):
        return None
    end = phrase_end(words, hit.last, len(words), attach=True)
    return (hit.last, end) if end > hit.last else None


def _rest(unit: Unit, after: int, stop: int, *, quoted: bool, bare: bool) -> tuple[int, int] | None:
    """The second part of a content that its attribution breaks."""
    words = unit.words
    k = after
    while k < stop and words[k].tag not in ",.;:-Y":
        if words[k].tag in "SWAMV" or (words[k].low == "and" and can_cue(unit, min(k + 1, stop - 1))):
            return None
        k += 1
    later = next((m for m in range(k, stop) if words[m].tag == "Y"), -1)
    if quoted and later >= 0 and all(words[m].tag not in "AMV" for m in range(after, later)):
        return None if any(can_cue(unit, m) and hit_at(unit, m) for m in range(k, later)) else (later, later + 1)
    if quoted or k >= stop - 2 or words[k].tag != "," or (words[k + 1].tag in "IWSDRPEC" and not bare):
        return None
    if any(can_cue(unit, m) and hit_at(unit, m) for m in range(k, min(k + 3, stop))):
        return None
    return (k + 1, _trim(words, stop))


def _trim(words: Sequence[Word], stop: int) -> int:
    while words[stop - 1].tag in ".,;:":
        stop -= 1
    return stop


def _according(unit: Unit) -> Iterator[Found]:
    """ "According to B, A" and "A, according to B"."""
    words, stop = unit.words, len(unit.words)
    for k in range(stop - 2):
        if words[k].low == "according" and words[k + 1].low == "to":
            end = phrase_end(words, k + 2, stop, attach=True)
            if end <= k + 2:
                return
            hit = Hit(k, k, k + 2, _ACCORDING, _PLAIN, "that", -1)
            content = _around(unit, k, end, stop)
            if content:
                yield Found(replace(hit, last=max(end, content[-1][1])), (k + 2, end), content)
            return


def _around(unit: Unit, k: int, end: int, stop: int) -> tuple[tuple[int, int], ...]:
    words = unit.words
    left = left_start(unit, k - 1 if words[k - 1].tag in ",-" else k, 0, bare=k > 4) if k > 2 else -1
    if left >= 0:
        return ((left, k - 1 if words[k - 1].tag in ",-" else k),)
    comma = next((m for m in range(end, min(stop, end + 30)) if words[m].tag == ","), -1)
    if comma < 0 or comma + 2 >= stop:
        return ()
    return ((comma + 1, _trim(words, stop)),)


_NONE: frozenset[str] = frozenset()
_ACCORDING = Row("according to", "assert", frozenset(("that",)), _NONE, _NONE, _NONE, _NONE, _NONE, _NONE)
_PLAIN = Group(0, "finite")
