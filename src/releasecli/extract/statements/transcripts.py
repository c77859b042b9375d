"""Where does a transcript say who speaks: "PRESIDENT LIND: ...", "Ana Lind: ...", "Q: ..."?"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from releasecli.extract.statements.roles import listed

_WORD = r"[A-Z][\w.’'-]*"
_LABEL = re.compile(
    rf"(?:[*#]\s*)*(?P<name>{_WORD}(?:,?[ \u00a0](?:(?:of|for|the|and) ){{0,2}}{_WORD}){{0,15}})"
    r"(?: ?\([^)\n]{1,60}\))?(?P<colon>:)\s+(?=\S)"
)
_SPEECH = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_OPENING = 400  # characters
_TURNS = 4  # labels in small letters that make a transcript, where two of them are the same
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a transcript: its first sentence, the speaker's label, the colon behind it, what is said."""

    start: int
    name: Pair
    colon: Pair
    said: tuple[Pair, ...]  # spans of paragraphs


def turns(text: str, blocks: Sequence[Pair], spans: Sequence[Pair]) -> list[Turn]:
    """The turns of a transcript; `blocks` are its paragraphs, `spans` its sentences.

    Empty where the text is no transcript: labels in capitals must come back or name an office; of labels in small
    letters one must be a name of two words or more that comes back, or name an office before words of a speech.
    """
    labels = [_label(text, start, end) for start, end in spans]
    names = Counter(text[slice(*label.span("name"))] for label in labels if label)
    used = {name for name in names if name.isupper()} if _in_capitals(names) else set[str]()
    spoken = any(label and _opens_speech(text, label) for label in labels)
    used |= set(names) if spoken or _in_small_letters(names) else set()
    made: list[Turn] = []
    for span, label in zip(spans, labels, strict=True):
        if label and label.group("name") in used:
            made.append(Turn(span[0], label.span("name"), label.span("colon"), ((label.end(), span[1]),)))
        elif made:
            made[-1] = replace(made[-1], said=_longer(made[-1].said, span, blocks))
    return made


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """The label a sentence begins with; a comma in it stands behind an office: "President of Velmora, Ana Lind:"."""
    match = _LABEL.match(text, start, end)
    name = match.group("name").lower().rstrip(".") if match else ""
    office, comma, _ = name.partition(",")
    wrong = name in listed("labels") or name.startswith("dear ") or (comma and not _names_office(office))
    return None if wrong else match


def _opens_speech(text: str, label: re.Match[str]) -> bool:
    """As in "President of Velmora Ana Lind: Friends, I would like to thank you"."""
    name = label.group("name")
    office = name.count(" ") > 1 and _names_office(name)
    return office and _SPEECH.search(text, label.end(), label.end() + _OPENING) is not None


def _names_office(words: str) -> bool:
    return not listed("actors").isdisjoint(words.lower().split())


def _in_capitals(names: Counter[str]) -> bool:
    found = {name: count for name, count in names.items() if name.isupper()}
    known = (listed("actors") | listed("qualifiers")) - {"the"}
    firsts = (word for name in found for word in name.lower().removeprefix("the ").split()[:2])
    office = any(word.rstrip(".") in known for word in firsts)
    return sum(found.values()) > 1 and (max(found.values()) > 1 or office)


def _in_small_letters(names: Counter[str]) -> bool:
    found = {name: count for name, count in names.items() if " " in name and not name.isupper()}
    return len(names) > 1 and sum(names.values()) >= _TURNS and max(found.values(), default=0) > 1


def _longer(said: tuple[Pair, ...], span: Pair, blocks: Sequence[Pair]) -> tuple[Pair, ...]:
    """What is said with one more sentence: in the same paragraph one span."""
    block = blocks[max(bisect_right(blocks, (span[0], span[1])) - 1, 0)]
    if said[-1][0] >= block[0]:
        return (*said[:-1], (said[-1][0], span[1]))
    return (*said, span)
