"""Where does a transcript say who speaks: "PRESIDENT LIND: ...", "Q: ..."?"""

import re
from collections import Counter
from collections.abc import Sequence

from releasecli.extract.statements.roles import listed

_LABEL = re.compile(
    r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,5})"
    r"(?: ?\([^)\n]{1,60}\))?(?P<colon>:)\s+(?=\S)"
)
Turn = tuple[tuple[int, int], tuple[int, int], tuple[tuple[int, int], ...]]


def turns(text: str, blocks: Sequence[tuple[int, int]]) -> list[Turn]:
    """Each turn of a transcript: the speaker's label, the colon, what is said as spans of paragraphs.

    Empty where the text is no transcript: labels must come back, or carry an office, or be Q and A.
    """
    labels = [_label(text, start, end) for start, end in blocks]
    found = Counter(text[slice(*label[0])] for label in labels if label)
    if sum(found.values()) < 2 or not (max(found.values()) > 1 or any(_has_office(name) for name in found)):
        return []
    made: list[Turn] = []
    for block, label in zip(blocks, labels, strict=True):
        if label:
            made.append((label[0], label[1], ((label[2], block[1]),)))
        elif made:
            name, colon, said = made[-1]
            made[-1] = (name, colon, (*said, block))
    return made


def _label(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int], int] | None:
    match = _LABEL.match(text, start, end)
    if (
        match is None
        or not match.group("name").isupper()
        or match.group("name").lower().rstrip(".") in listed("labels")
    ):
        return None
    return match.span("name"), match.span("colon"), match.end()


def _has_office(name: str) -> bool:
    return any(word.lower().rstrip(".") in listed("actors") | listed("qualifiers") for word in name.split())
