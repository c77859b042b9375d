"""Which marks stood where a text has lost all of its own, and blanks stand instead?"""

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from releasecli.resources import lexicon
from releasecli.text.forms import forms

# A pattern that begins with its blanks is looked for by them; what must stand before looks back from there.
_GAP = re.compile(r"  (?<=[^\W_]  ) *(?=[^\W_])")
_SHORT = re.compile(r"[A-Z]\w*(?: [A-Z]\w+)? {2,}")
_WORDS, _GAPS = 60, 5  # words for each mark that a text has at the least, gaps from which on they are marks


class _Signs(NamedTuple):
    """What is seen around a gap or a blank that stands for a mark."""

    owned: re.Pattern[str]
    clitic: re.Pattern[str]
    party: re.Pattern[str]
    said: re.Pattern[str]
    title: re.Pattern[str]
    opening: re.Pattern[str]


def with_marks(text: str) -> str:
    """The text with a full stop or comma in each gap, of the same length; itself where it has marks of its own.

    >>> with_marks("Sen  Ana Lind  R SD  said it is late  We agree  said Moe  The plan  he said  must wait  It will")
    'Sen. Ana Lind (R SD) said it is late. We agree, said Moe. The plan, he said, must wait. It will'
    """
    if text.count("  ") < _GAPS or _is_marked(text) or len(_GAP.findall(text)) < _GAPS:
        return text
    signs = _signs()
    text = signs.party.sub(r" (\1)\2", text)
    return signs.clitic.sub("’", _GAP.sub(_mark, signs.owned.sub(r" \1’", text)))


@cache
def _signs() -> _Signs:
    """From English words: no text of another language was seen that has lost its marks."""
    table: dict[str, list[str]] = lexicon("en", "marks")
    words = {name: "|".join(form for entry in entries for form in forms(entry)) for name, entries in table.items()}
    clitics, negations = words["clitics"], words["negations"]
    return _Signs(
        owned=re.compile(rf"  (?<=[^\W_]  )( *)(?=(?:{clitics}|{negations}) )"),
        clitic=re.compile(rf" (?:(?=(?:{clitics})\b)(?<=[a-z] )|(?=(?:{negations})\b)(?<=n ))"),
        party=re.compile(rf"  ((?:{words['parties']}) [A-Z][A-Za-z]{{1,5}}) ( +)(?=[^\W_])"),
        said=re.compile(rf"(?:[A-Z]\w*\.? {{1,2}}){{1,5}}(?:{words['said']}) {{2,}}(?=[A-Z])"),
        title=re.compile(rf"\b(?:{words['titles']}|[A-Z])$"),
        opening=re.compile(rf"(?:{words['openings']}) \w+(?: \w+)?"),
    )


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
    signs = _signs()
    if signs.title.search(text, max(gap.start() - 6, 0), gap.start()):
        return False
    if not text[after].isupper() or signs.said.match(text, after):
        return True
    if signs.opening.fullmatch(text, _sentence(gap), gap.start()):
        return True
    named = text[text.rfind(" ", 0, gap.start()) + 1].isupper()
    return named and _SHORT.match(text, after) is not None


def _sentence(gap: re.Match[str]) -> int:
    """Where the words before a gap begin: behind the gap before it."""
    before = gap.string.rfind("  ", 0, gap.start())
    return before + 2 if before >= 0 else 0
