"""Where are the quotations?"""

import re
from collections.abc import Iterator, Sequence

_MARK = re.compile(r"[\"“”„«»]|''|``")
_CAPITAL = re.compile(r" [A-Z]")
_OPENING, _CLOSING = "“„«``", "”»"


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the quotations with their marks, in order, none across paragraphs.

    What goes on in the next paragraph ends with its own paragraph. A mark without a partner is no quotation.
    """
    found: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(paragraphs):
        if found and found[-1][1] == paragraphs[number - 1][1] and _only_closes(text, found[-1], start, end):
            found.append((start, end))
            continue
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else end
        goes_on = following < len(text) and following > end and _MARK.match(text, following) is not None
        found.extend(_of_paragraph(text, start, end, goes_on=goes_on))
    return found


def _of_paragraph(text: str, start: int, end: int, *, goes_on: bool) -> Iterator[tuple[int, int]]:
    if goes_on and _holds_another(text, start, end):
        yield start, end
        return
    opened = -1
    for match in _MARK.finditer(text, start, end):
        if opened >= 0 and _closes(text, match, end, opened=True):
            yield opened, match.end()
            opened = -1
        elif not _closes(text, match, end, opened=opened >= 0):
            opened = match.start() if opened < 0 else opened
    if opened >= 0 and (goes_on or opened == start):
        yield opened, end


def _only_closes(text: str, before: tuple[int, int], start: int, end: int) -> bool:
    """A paragraph whose one mark is the last: it ends the quotation that the paragraph before left open."""
    left_open = _MARK.match(text, before[1] - 1) is None
    return left_open and [match.end() for match in _MARK.finditer(text, start, end)] == [end]


def _holds_another(text: str, start: int, end: int) -> bool:
    """As in "“The report found that “it was late.” That is so.", which goes on: only the inner one is closed."""
    marks = "".join("(" if match.group() in _OPENING else ")" for match in _MARK.finditer(text, start, end))
    return text[start] in _OPENING and marks == "(()"


def _closes(text: str, match: re.Match[str], end: int, *, opened: bool) -> bool:
    mark = match.group()
    if mark in _CLOSING:
        return True
    if mark in _OPENING:
        return False
    before = text[match.start() - 1 : match.start()]
    if before in (",", ":") and not opened and _CAPITAL.match(text, match.end()):
        return False
    after = text[match.end() : match.end() + 1] if match.end() < end else ""
    if not before or before.isspace() or before in "([—–-:":
        return not after or after.isspace()
    return True
