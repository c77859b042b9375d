"""Which marks stood where a text has lost all of its own, and blanks stand instead?"""

import re
from itertools import accumulate

# A pattern that begins with its blanks is looked for by them; what must stand before looks back from there.
_GAP = re.compile(r"  (?<=[^\W_]  ) *(?=[^\W_])")
_OWNED = re.compile(r"  (?<=[^\W_]  )( *)(?=(?:s|t|m|re|ve|ll|d) )")
_CLITIC = re.compile(r" (?:(?=(?:s|m|re|ve|ll|d)\b)(?<=[a-z] )|(?=t\b)(?<=n ))")
_PARTY = re.compile(r"  ([RDI] [A-Z][A-Za-z]{1,5}) ( +)(?=[^\W_])")
_SAID = re.compile(r"(?:[A-Z]\w*\.? {1,2}){1,5}(?:said|says|added|wrote|concluded|continued) {2,}(?=[A-Z])")
_SHORT = re.compile(r"[A-Z]\w*(?: [A-Z]\w+)? {2,}")
_TITLE = re.compile(r"\b(?:Sens?|Reps?|Gov|Gen|Lt|Col|Dr|Mrs?|Ms|[A-Z])$")
_OPENING = re.compile(r"(?:In|On|At|During|Last|This) \w+(?: \w+)?")
_WORDS, _GAPS = 60, 5  # words for each mark that a text has at the least, gaps from which on they are marks


def with_marks(text: str) -> str:
    """The text with a full stop or comma in each gap, of the same length; itself where it has marks of its own.

    >>> with_marks("Sen  Ana Lind  R SD  said it is late  We agree  said Moe  The plan  he said  must wait  It will")
    'Sen. Ana Lind (R SD) said it is late. We agree, said Moe. The plan, he said, must wait. It will'
    """
    if text.count("  ") < _GAPS or _is_marked(text) or len(_GAP.findall(text)) < _GAPS:
        return text
    text = _PARTY.sub(r" (\1)\2", text)
    return _CLITIC.sub("’", _GAP.sub(_mark, _OWNED.sub(r" \1’", text)))


def _is_marked(text: str) -> bool:
    """Whether it has marks of its own; counted one after the other, which is faster than one pattern."""
    enough = text.count(" ") / _WORDS
    counts = (text.count(mark + after) for mark in ".,;:!?" if mark in text for after in ' \n"”’')
    return any(total > enough for total in accumulate(counts))


def _mark(gap: re.Match[str]) -> str:
    return f"{',' if _goes_on(gap) else '.'}{gap[0][1:]}"


def _goes_on(gap: re.Match[str]) -> bool:
    """A small letter or figure, a name up to the next gap, or who said it: the sentence goes on."""
    text, after = gap.string, gap.end()
    if _TITLE.search(text, max(gap.start() - 6, 0), gap.start()):
        return False
    if not text[after].isupper() or _SAID.match(text, after) or _OPENING.fullmatch(text, _sentence(gap), gap.start()):
        return True
    named = text[text.rfind(" ", 0, gap.start()) + 1].isupper()
    return named and _SHORT.match(text, after) is not None


def _sentence(gap: re.Match[str]) -> int:
    """Where the words before a gap begin: behind the gap before it."""
    before = gap.string.rfind("  ", 0, gap.start())
    return before + 2 if before >= 0 else 0
