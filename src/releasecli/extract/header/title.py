"""What is the title?"""

import re
from collections.abc import Sequence

from releasecli.extract.header.furniture import is_furniture, opens_block
from releasecli.extract.header.lines import Line
from releasecli.extract.header.settings import Settings, expressions
from releasecli.extract.header.stamplines import StampLine
from releasecli.extract.header.stamps import stamps
from releasecli.text.sentences import sentences

_LONGEST = 220
_LABEL = re.compile(r"^(?:title|headline|subject|titel|titre|título|заголовок)\s*:\s*", re.IGNORECASE)
_SHORTEST = 15
_CLAUSE = re.compile(r", (?:in|on|as|after|at|by|with) ", re.IGNORECASE)  # of a headline, not of a name
_DATELINE = re.compile(
    r"^(?:[A-Z]{4,}|Washington)(?:[ ,]+[A-Z][\w.]{0,12}){0,3}(?:\s?(?:--|[–—])\s?|\s-\s)(?=[\"“]?[A-Z].*[a-z])"
)
_INSIDE = re.compile(r"\s(?:[A-Z]{5,}|Washington)(?:[ ,]+[A-Z][\w.]{0,12}){0,3}(?:\s?(?:--|[–—])\s?|\s-\s)")


def title(head: Sequence[Line], stamped: Sequence[StampLine], known: Settings) -> str:
    """The first line that is not furniture, stamp or letterhead; of a text in one line its first sentence."""
    stamps_at = {hit.line.start: hit.stamp.end for hit in stamped}
    plain = [line.start in stamps_at or _plain(line.text, known) for line in head]
    for at, line in enumerate(head):
        if line.start in stamps_at:
            rest = line.text[stamps_at[line.start] :].strip(" |:,–-")
            if len(rest.split()) > 3 and not any(stamps(rest)):
                return _shortened(rest)
        elif not (plain[at] or _letterhead(head, at, plain)):
            return _shortened(_LABEL.sub("", line.text))
    return _shortened(head[0].text) if head else ""


def _plain(line: str, known: Settings) -> bool:
    return is_furniture(line) or opens_block(line) or known.is_furniture(line)


def _letterhead(head: Sequence[Line], at: int, plain: Sequence[bool]) -> bool:
    """A line that is a body's name, where stamps, furniture or another name follow soon; or a short line above it."""
    following = range(at + 1, min(at + 4, len(head)))
    if is_body(head[at].text):
        return len(head) > 2 and any(plain[number] or is_body(head[number].text) for number in following)
    short = len(head[at].text.split()) < 6 and len(head) > at + 3
    if short and is_body(head[at + 1].text) and any(plain[number] for number in following):
        return len(head) > at + 4
    return short and is_furniture(head[at + 1].text) and not plain[at + 2] and _headline(head[at + 2].text)


def _headline(line: str) -> bool:
    """Could the line be a title: not too long, and no sentence?"""
    return len(line.split()) > 2 and len(line) < 150 and not line.endswith((".", ":", ";", ","))


def is_body(line: str) -> bool:
    """Is the line the name of a releasing body?"""
    return (
        len(line) < 100
        and not _CLAUSE.search(line)
        and any(pattern.search(line) for pattern in expressions("issuer", "line", None))
    )


def _shortened(text: str) -> str:
    """What can be a title of a line that also holds a dateline, a stamp or the whole release."""
    text = _DATELINE.sub("", " ".join(text.split()), count=1)
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
    match = _INSIDE.search(text[: 2 * _LONGEST]) if not text[:40].isupper() else None
    return match.start() if match else None
