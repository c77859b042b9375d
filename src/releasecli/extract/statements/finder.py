"""Which statements does a unit of sentences hold?"""

from collections.abc import Sequence

from releasecli.extract.statements.actors import speaks
from releasecli.extract.statements.before import Found, Pair, according, content_before, splits
from releasecli.extract.statements.bounds import content_end
from releasecli.extract.statements.hits import Hit, Unit, hit_at
from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.nouns import finite, phrase_end
from releasecli.extract.statements.subjects import may_speak, of_talks, opening_end, opens, speaker_of
from releasecli.extract.statements.verb_subjects import subject_before
from releasecli.extract.statements.words import Word


def find(unit: Unit) -> list[Found]:
    """All statements of the unit, in order, none inside the content of another."""
    found: list[Found] = list(according(unit))
    done = found[0].hit.last if found else 0
    for i in unit.cued:
        if i >= done and (hit := hit_at(unit, i)) and (statement := _statement(unit, hit, found)):
            if any(first >= last for first, last in statement.content):
                continue  # the sentence breaks off behind its cue
            found.append(statement)
            done = max(hit.last, _end(statement), i + 1)
    return found


def _end(statement: Found) -> int:
    return statement.content[-1][1] if statement.content else 0


def _statement(unit: Unit, hit: Hit, found: Sequence[Found]) -> Found | None:
    floor = _end(found[-1]) if found else 0
    if hit.frame == "before" or (hit.frame in ("quote", "zero") and splits(unit, hit, floor)):
        return content_before(unit, hit, floor)
    if hit.frame == "after":
        return Found(hit, None, ((hit.content, content_end(unit, hit)),), passive=True)
    if hit.group.kind == "passive":
        return _impersonal(unit, hit) if hit.frame == "that" else _passive(unit, hit, floor)
    return _active(unit, hit, found, floor)


def _active(unit: Unit, hit: Hit, found: Sequence[Found], floor: int) -> Found | None:
    last = found[-1].speaker if found else None
    speaker = speaker_of(unit, hit, last, floor, first=not found)
    if speaker is None or (hit.frame != "colon" and not may_speak(unit, hit, speaker)):
        return None
    if hit.frame == "colon":
        return Found(hit, speaker, (), waits=True)
    silent = of_talks(unit, speaker)
    return Found(hit, None if silent else speaker, _contents(unit, hit), passive=silent)


def _contents(unit: Unit, hit: Hit) -> tuple[Pair, ...]:
    end = (opening_end(unit, hit) if opens(unit, hit) else 0) or content_end(unit, hit)
    if hit.frame == "quote" and unit.words[hit.content].tag == "Y" and unit.words[hit.content - 1].tag in ",:":
        end = _quoted_end(unit.words, hit.content, end)
    return ((hit.content, end),)


def _quoted_end(words: Sequence[Word], start: int, end: int) -> int:
    """A quotation behind a comma or colon is the whole content, with what is quoted right behind it."""
    k = start + 1
    while k < end and (words[k].tag == "Y" or (words[k].tag in ".,-C" and k + 1 < end and words[k + 1].tag == "Y")):
        k += 1
    return k


def _impersonal(unit: Unit, hit: Hit) -> Found | None:
    """As in "It was noted that A", "The President was informed that A"."""
    if hit.first and unit.words[hit.first - 1].low in ("it", "also"):
        return Found(hit, None, ((hit.content, content_end(unit, hit)),), passive=True)
    hearer = subject_before(unit.words, hit.first, 0) if "that" in hit.row.object else None
    if hearer and speaks(unit.words, hearer):
        told = hit._replace(addressee=hearer)
        return Found(told, None, ((hit.content, content_end(unit, hit)),), passive=True)
    return None


def _passive(unit: Unit, hit: Hit, floor: int) -> Found | None:
    """As in "A was discussed", "A was praised by B"."""
    words = unit.words
    by = hit.last < len(words) and words[hit.last].low == "by"
    subject = subject_before(words, hit.first, floor) if by or "passive" in hit.row.flags else None
    if subject is None or words[subject[0]].tag == "N" or words[subject[0]].low in closed("impersonal"):
        return None
    if speaks(words, subject) or words[hit.first - 1].low == "who":
        return None
    if by:
        speaker = (hit.last + 1, phrase_end(words, hit.last + 1, len(words), attach=True))
        return Found(hit, speaker, (subject,)) if speaker[0] < speaker[1] and speaks(words, speaker) else None
    start = _left_edge(words, subject, floor)
    if any(finite(words, k) and words[k - 1].tag not in "WS" for k in range(start + 1, hit.first)):
        return None
    return Found(hit, None, ((start, subject[1]),), passive=True)


def _left_edge(words: Sequence[Word], subject: Pair, floor: int) -> int:
    """Where a subject that is a content begins, with all that belongs to it, behind an opening adjunct."""
    start = floor
    while start < subject[0] and words[start].tag in ",.;C":
        start += 1
    if start < subject[0] and words[start].tag in "PSRI":
        comma = next((k for k in range(start, subject[0]) if words[k].tag == ","), -1)
        return comma + 1 if comma >= 0 else subject[0]
    return start
