"""Which lines are stamps: the day of publication and hardly a word besides?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from releasecli.extract.header.lines import Line, pieces
from releasecli.extract.header.settings import Settings, weekdays, word_list
from releasecli.extract.header.stamps import Order, Stamp, stamps
from releasecli.text.alternatives import alternatives

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_CLOCK = re.compile(
    r"^(?:for release at\s|at\s)?(\d{1,2}[:.]\d\d\s*[ap]\.?\s?m\b\.?(?:\s*[A-Z]{3,4})?|"
    r"\d{1,2}:\d\d(?=\s*(?:hrs?|uhr)?[.,]?$))[\s\w.,]{0,5}$",
    re.IGNORECASE,
)
_ISSUED = re.compile(rf"\b{alternatives(word_list('stamp', 'issued'))}\b[^.]{{0,80}}$", re.IGNORECASE)
_RANGE = re.compile(rf"\d\s*(?:[-–—]|{alternatives(word_list('stamp', 'to'))})\s*$")
_DAYS = re.compile(r"(?:[^\W\d_][\w .'-]{1,30}[,:]?\s)?\d{1,2}\s?[-–—]\s?")
_GATE = re.compile(r"(?<!\d)(?:19|20|[١۱१][٩۹९]|[٢۲२][٠۰०])\d\d(?!\d)|\d\s?[./-]\s?\d\d?\s?[./-]\s?\d\d|\d\s?[年년]")
NUMBERED = re.compile(r"^(?:no|nr|№)\b[.:]{0,2}\s?\d[\d/-]*,\s*$", re.IGNORECASE)
_LONGEST, _OPENING, _WRAPPED, _PART = 160, 60, 50, 6


@dataclass(frozen=True, slots=True)
class StampLine:
    """A stamp and its line; `weight`: the words beside it name publication (2), nothing (1), a change (0).

    `parted`: the stamp is one part of several between bars or dashes.
    """

    stamp: Stamp
    line: Line
    weight: int
    parted: bool = False


def stamp_lines(found: Iterable[Line], order: Order | None, settings: Settings) -> Iterator[StampLine]:
    """The stamp lines among some lines, in order; a time on the next line is joined to its day."""
    lines = list(found)
    for at, line in enumerate(lines):
        wrapped = at > 0 and not line.gap and len(lines[at - 1].text) > _WRAPPED
        hit = _stamp_line(line, order, settings, first=line.start == 0)
        if hit and (hit.weight != 1 or not wrapped or _alone(hit)):
            following = lines[at + 1 : at + 6] + lines[max(0, at - 1) : at]
            yield replace(hit, stamp=_with_clock(hit.stamp, following))


def is_clock(line: Line) -> bool:
    """A time of day and nothing else."""
    return _CLOCK.match(line.text) is not None


def _alone(hit: StampLine) -> bool:
    """Nothing but the stamp stands on the line, so it is no end of a wrapped sentence."""
    return len(hit.line.text) <= hit.stamp.end - hit.stamp.start


def _stamp_line(line: Line, order: Order | None, settings: Settings, *, first: bool) -> StampLine | None:
    for pattern in settings.published:
        if (match := pattern.search(line.text)) and (
            stamp := next(_full(match.group(match.lastindex or 0), order), None)
        ):
            return StampLine(stamp, line, 2)
    if not _GATE.search(line.text, 0, _LONGEST if len(line.text) < _LONGEST else _OPENING):
        return None
    for stamp in _full(line.text[:_LONGEST], order):
        weight = _weight(line.text[: stamp.start], line.text[stamp.end :], first=first)
        if weight is not None:
            return StampLine(stamp, line, weight)
    return _parted(line, order, first=first)


def _parted(line: Line, order: Order | None, *, first: bool) -> StampLine | None:
    """A stamp between bars or dashes, with a few words in each of the other parts: `News | 5 May 2023 | Portis`."""
    parts = list(pieces(line.text[:_LONGEST]))
    bars = "|" in line.text
    if len(parts) == 1 or (first and not bars) or any(len(part.split()) > _PART for part, _ in parts):
        return None
    if not bars and sum(any(stamps(part, order)) for part, _ in parts) > 1:
        return None  # from day to day
    for part, at in parts:
        for stamp in _full(part, order):
            weight = _weight(part[: stamp.start], part[stamp.end :], first=True)
            if weight is not None:
                moved = replace(stamp, start=at + stamp.start, end=at + stamp.end)
                return StampLine(moved, line, weight, parted=True)
    return None


def _full(text: str, order: Order | None) -> Iterator[Stamp]:
    """Those stamps that give a whole day."""
    return (stamp for stamp in stamps(text, order) if not stamp.short and len(stamp.value or stamp.readings[0]) >= 10)


def _weight(before: str, after: str, *, first: bool) -> int | None:
    """How well the rest of the line fits a stamp; None where it is a sentence, a title or another date's label."""
    words, trail = _words(before), _words(after)
    if not trail and _DAYS.fullmatch(before):
        return 0  # Geneva, 3-4 June 2031: a meeting, over on its last day
    if {*words, *trail, before.strip(" :").lower()} & word_list("stamp", "none") or _RANGE.search(before):
        return None
    known = _known(words)
    if known and {*words, before.strip(" :,|–-").lower()} & word_list("stamp", "later"):
        return 0 if _known(trail) or _place(after) else None
    told = trail and not _known(trail) and after.endswith((".", "!", "?"))  # On 3 June 2031 the minister resigned.
    issued_by = set(words) - weekdays() if told else words
    if known and (any(len(word) > 3 for word in issued_by) or (words and len(trail) < 5 and not told)):
        return 2
    if known:
        fit = _known(trail) or _place(after) or NUMBERED.match(before) or (not words and _labelled(trail, after))
        return 1 if fit else None
    issued = _ISSUED.search(before) and not trail
    return 2 if issued else 1 if not first and not trail and _section(before) else None


def _section(before: str) -> bool:
    """The name of a column before the day: `Politics 20 September 2021`; a label with a colon is of another day."""
    bare = before.strip(" |–-,")
    plain = len(bare) < 40 and bare[:1].isupper() and not any(map(str.isdigit, bare))
    return plain and len(_words(bare)) <= 3 and not bare.endswith((".", "!", "?", ":"))


def _labelled(trail: list[str], after: str) -> bool:
    """Words of stamps right behind the day, and no sentence: `12 January 2024 News release Geneva`."""
    return _known(trail[:2]) and len(after) < _OPENING + _WRAPPED and not after.endswith((".", "!", "?", ":"))


def _place(text: str) -> bool:
    """A place and nothing else: `Ottawa, ON`."""
    words = _WORD.findall(text)
    return 0 < len(words) <= 4 and all(word[0].isupper() for word in words)


def _words(text: str) -> list[str]:
    return [word.lower().rstrip(".") for word in _WORD.findall(text)]


def _known(words: list[str]) -> bool:
    """Are all words such as stand beside stamps, alone or together?"""
    return all(word in _vocabulary() for word in words)


@cache
def _vocabulary() -> frozenset[str]:
    phrases = word_list("stamp", "words") | word_list("stamp", "later")
    return weekdays() | {part for phrase in phrases for part in phrase.split()}


def _with_clock(stamp: Stamp, following: Iterable[Line]) -> Stamp:
    """The day with the time of day that stands alone on a line beside it."""
    if stamp.value is None or len(stamp.value) != 10:
        return stamp
    for line in following:
        clock = _CLOCK.match(line.text)
        if clock and (timed := next(stamps(f"{stamp.value} {clock.group(1)}"), None)):
            return replace(stamp, value=timed.value)
    return stamp
