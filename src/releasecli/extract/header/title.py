"""What is the title?"""

import re
from collections.abc import Sequence

from releasecli.extract.header.bodies import is_body, letterhead_line
from releasecli.extract.header.dateline import Dateline
from releasecli.extract.header.furniture import is_furniture, opens_block
from releasecli.extract.header.lines import Line
from releasecli.extract.header.settings import Settings, word_list
from releasecli.extract.header.stamplines import NUMBERED, StampLine, is_clock
from releasecli.extract.header.stamps import stamps
from releasecli.text.alternatives import alternatives
from releasecli.text.sentences import sentences

_LONGEST = 220
_LABEL = re.compile(rf"^{alternatives(word_list('title', 'label'))}\s*:\s*", re.IGNORECASE)
_SHORTEST = 15
_DATELINE = re.compile(
    r"^(?:[A-Z]{4,}|Washington)(?:[ ,]+[A-Z][\w.]{0,12}){0,3}(?:\.\s[A-Z]{4,})?(?:\s?(?:--|[–—])\s?|\s-\s)"
    r"(?=[\"“]?[A-Z].*[a-z])"
)
_WIRE = re.compile(r"^[\s,.)]*(?:[/(]?[A-Z][\w. -]{1,30}[)/]?\s*)?(?:[-–—:/]+|\.-)\s*")
_INSIDE = re.compile(r"\s(?:[A-Z]{5,}|Washington)(?:[ ,]+[A-Z][\w.]{0,12}){0,3}(?:\s?(?:--|[–—])\s?|\s-\s)")
_LOST = re.compile(  # the same in a text that has lost its dashes
    r"(?<! in)(?<! of)(?<! to)(?<! at)(?<! from)(?<! for)\s"
    r"(?:WASHINGTON(?:,? D\.?\s?C\.?)?|Washington,? D\.?\s?C\.?)\s(?=[A-Z])"
)
_LOST_FIRST = re.compile(
    r"^(?:[A-Z][a-z]{2,8} \d{1,2} \d{4} )?(?:WASHINGTON|Washington),? D\.?\s?C\.?\s(?=[A-Z][\w. ]{20})"
)
_ENOUGH = 40  # of a headline before it


def title(head: Sequence[Line], stamped: Sequence[StampLine], known: Settings, day: Dateline | None = None) -> str:
    """The first line that is not furniture, stamp, dateline or letterhead; of a text in one line its first sentence.

    Where only a sentence is left, a short line passed over as letterhead was the title, unless it is a body's name.
    """
    stamps_at = {hit.line.start: hit for hit in stamped}
    plain = [
        line.start in stamps_at or _alone(line, day) or is_clock(line) or _plain(line.text, known) for line in head
    ]
    near = [one or (day is not None and line.start == day.start) for one, line in zip(plain, head, strict=True)]
    passed: list[str] = []
    for at, line in enumerate(head):
        if line.start in stamps_at:
            if rest := _beside(stamps_at[line.start]):
                return _shortened(rest)
        elif _alone(line, day) or (not plain[at] and _letterhead(head, at, plain[: at + 2] + near[at + 2 :], passed)):
            passed.append(line.text)
        elif not plain[at]:
            own = next((text for text in passed if not letterhead_line(text)), None)
            return _shortened(own if own and _sentence(line.text) else _part(_named(line, day), head))
    return _shortened(next(iter(passed), head[0].text)) if head else ""


def _alone(line: Line, day: Dateline | None) -> bool:
    """Is the line a dateline and nothing else?"""
    return day is not None and line.start == day.start and line.end - day.end < 3


def _plain(line: str, known: Settings) -> bool:
    return is_furniture(line) or opens_block(line) or known.is_furniture(line)


def _beside(hit: StampLine) -> str | None:
    """The title on the line of a stamp: what follows it, or the whole line where a number stands before it."""
    rest = hit.line.text[hit.stamp.end :].strip(" |:,–-")
    if len(rest.split()) < 4 or any(stamps(rest)) or hit.parted:
        return None
    return hit.line.text if NUMBERED.match(hit.line.text[: hit.stamp.start]) else rest


def _named(line: Line, day: Dateline | None) -> str:
    """The line without a label, or without the dateline it opens with."""
    if day and line.start == day.start and day.stamp and len(line.text) > 60:
        return _WIRE.sub("", line.text[day.end - line.start :], count=1)
    return _LABEL.sub("", line.text)


def _part(line: str, head: Sequence[Line]) -> str:
    """Of `Office | Title` the part that is a line of its own too."""
    parts = line.split(" | ")
    own = (one.text for one in head if len(parts) > 1 and one.text in parts and _headline(one.text))
    return max(own, key=len, default=line)


def _letterhead(head: Sequence[Line], at: int, plain: Sequence[bool], passed: Sequence[str]) -> bool:
    """A line that is a body's name, where stamps, furniture or another name follow soon; or a short line beside it."""
    text, following = head[at].text, range(at + 1, min(at + 4, len(head)))
    if letterhead_line(text):
        return len(head) > 2 and any(plain[number] or letterhead_line(head[number].text) for number in following)
    if len(text.split()) > 5 or len(head) <= at + 2:
        return False
    if passed and head[at - 1].text == passed[-1] and len(text.split()) < 4 and plain[at + 1]:
        return _headline_next(head, at + 2, plain)
    if len(head) > at + 3 and is_body(head[at + 1].text) and any(plain[number] for number in following):
        return len(head) > at + 4
    return is_furniture(head[at + 1].text) and _headline_next(head, at + 2, plain)


def _headline_next(head: Sequence[Line], at: int, plain: Sequence[bool]) -> bool:
    """Is the next line that is neither stamp nor furniture fit to be a title?"""
    after = next((number for number in range(at, len(head)) if not plain[number]), None)
    return after is not None and _headline(head[after].text)


def _headline(line: str) -> bool:
    """Could the line be a title: not too long, and no sentence?"""
    return len(line.split()) > 1 and len(line) < 150 and not line.endswith((".", ":", ";", ",")) and not is_body(line)


def _sentence(line: str) -> bool:
    return len(line) > 150 or (line.endswith((".", "!", "?", ".”", '."')) and len(line.split()) > 7)


def _shortened(text: str) -> str:
    """What can be a title of a line that also holds a dateline, a stamp or the whole release."""
    text = _LOST_FIRST.sub("", _DATELINE.sub("", " ".join(text.split()), count=1))
    if len(text) <= _LONGEST:
        return text
    for cut in (_stamp_at(text), _dateline_at(text)):
        if cut and cut > _SHORTEST:
            text = text[:cut].rstrip(" ,;:-–—(")
    if len(text) <= _LONGEST:
        return text
    start, end = sentences(text[: 4 * _LONGEST])[0]
    if _SHORTEST < end - start <= _LONGEST:
        return text[start:end]
    return text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def _stamp_at(text: str) -> int | None:
    """Where a full date stands that has as much again after it: the title ended before it."""
    return next(
        (stamp.start for stamp in stamps(text[: 2 * _LONGEST]) if not stamp.short and stamp.end < len(text) - 20), None
    )


def _dateline_at(text: str) -> int | None:
    if text[:_ENOUGH].isupper():
        return None
    match = _INSIDE.search(text[: 2 * _LONGEST]) or _LOST.search(text, _ENOUGH, 2 * _LONGEST)
    return match.start() if match else None
