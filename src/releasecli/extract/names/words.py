"""Which runs of capitalised words does a text hold?"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import NamedTuple

from releasecli.resources import lexicon
from releasecli.text.alternatives import alternatives
from releasecli.text.paragraphs import paragraphs

_UPPER = "".join(c for c in map(chr, range(0x41, 0x530)) if c.isupper() or c.istitle())
_LINE = re.compile(r"[^\n]+")
_PLAIN = (("’", "'"), ("ʼ", "'"), ("‑", "-"), *((blank, " ") for blank in "\u00a0\u202f\u2007\u2009"))
_SHORT_LINE = 50
_SHOUT = 0.7
_GLUE = ("@", "://")
_HYPHENS = "-–\u2060"
_QUIET = re.compile(r"(?:[^a-z]*[a-z]){25}")


class Word(NamedTuple):
    """A word of a run: `small` joins two names ("of", "bin"); `first` begins a sentence; `glued` follows a hyphen.

    A tuple, since a text has more of them than of anything else.
    """

    start: int
    end: int
    text: str
    small: bool = False
    first: bool = False
    glued: bool = False


Run = list[Word]


def straight(text: str) -> str:
    """The text with straight apostrophes and plain blanks, every offset unchanged."""
    if text.isascii():
        return text
    for sign, plain in _PLAIN:
        text = text.replace(sign, plain)
    return text


def runs(flat: str, skip: Collection[str]) -> Iterator[Run]:
    """Runs of capitalised words with the small words that join them, in order; lines all in capitals are left out.

    A run that is a single word of `skip` is left out too, and what begins an address.
    """
    pattern, word = _patterns()
    for start, end in _stretches(flat):
        for match in pattern.finditer(flat, start, end):
            if match.group() not in skip and not flat.startswith(_GLUE, match.end()):
                yield _words(flat, match, word)


def shouted(flat: str) -> list[tuple[int, int]]:
    """Spans of the lines that are written in capitals throughout."""
    return [line.span() for line in _LINE.finditer(flat) if _is_shout(line.group())]


def begins(flat: str, start: int) -> bool:
    """Does a sentence, a heading or a quotation begin at this offset?"""
    if start > 1 and flat[start - 1] == " " and (flat[start - 2].isalnum() or flat[start - 2] == ","):
        return False  # nearly every word stands like this
    before = flat[max(0, start - 6) : start].rstrip(" \"'“‘«(")
    return not before or before[-1] in ".!?:;\n•*–—▪" or (before[-1] == "-" and start - len(before) > 1)


def _stretches(flat: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, cut at short lines (a list, an address) and without lines in capitals."""
    for start, end in paragraphs(flat):
        begun = stop = start
        for line in _LINE.finditer(flat, start, end):
            loud = _is_shout(line.group())
            if loud or line.end() - line.start() < _SHORT_LINE:
                yield begun, line.start() if loud else line.end()
                begun = line.end()
            stop = line.end()
        yield begun, stop


def _is_shout(line: str) -> bool:
    """Judged by its first 80 characters: letters in capitals, more than a word of them."""
    if _QUIET.match(line, 0, 80):
        return False
    letters = [c for c in line[:80] if c.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > _SHOUT * len(letters)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A run, and a word in it. A word keeps inner apostrophes and "&", not the hyphen and not the possessive."""
    lists = lexicon("en", "names")
    small = alternatives(" ".join((*lists["connectors"], *lists["particles"])).split())
    up = f"[{_UPPER}]"
    by_size = groupby(_dotted(lists), key=len)
    bare = "|".join(rf"(?<=\b(?:{'|'.join(words)})[ ][ ])" for _, words in by_size)
    gap = rf"(?:[ ]|[ ]{{2}}(?:(?<=[ ]{up}[ ][ ])|{bare})|\n[ ]{{0,8}})"  # two blanks: a stop was lost
    owner = rf"{alternatives(lists['possessives'])}(?:'s|s?'(?=[ ]{up}))"
    dotted = rf"(?:{up}\.){{2,}}(?:{up}\b)?|{alternatives(_dotted(lists))}\.|{up}\.(?=(?:[ ]|\n[ ]{{0,8}})?{up})"
    articles, given = alternatives(lists["articles"]), alternatives(lists["given_endings"])
    plain = (
        rf"(?:(?i:{articles})-|d'|l'|O'|al)?{up}\w*"
        rf"(?:-{given}(?!\w))?(?:(?:'(?!s\b)|&)\w+)*(?:\+|-\d{{1,2}}(?!\w|%|[.,]\d))?"
    )
    whole = alternatives(title for title in lists["titles"] if re.search(r"-[a-z]", title))
    firsts = _UPPER + "".join({"d", "l", *(word[0] for word in lists["articles"])})
    capital = rf"(?=[{firsts}])(?:{whole}|{owner}|{dotted}|{plain})"
    join = rf"(?:{gap}{small}(?!\w))"
    run = rf"\b(?<![@/.]){capital}(?:(?:{join}{{0,4}}{gap}|[-–]\u2060?){capital}){{0,60}}"
    return re.compile(run), re.compile(rf"{capital}|[\w&']+")


def _dotted(lists: Mapping[str, Iterable[str]]) -> list[str]:
    """Abbreviations that end in a full stop, without it, longest first: titles (Sen), suffixes (Jr), saints (St)."""
    every = (*lists["titles"], *lists["title_modifiers"], *lists["suffixes"], *lists["place_openers"])
    found = {word[:-1] for word in every if word.endswith(".") and word.count(".") == 1}
    return sorted(found, key=len, reverse=True)


def _words(flat: str, match: re.Match[str], word: re.Pattern[str]) -> Run:
    start, end = match.span()
    whole, first = match.group(), begins(flat, start)
    if whole.isalpha():
        return [Word(start, end, whole, False, first, False)]
    found = []
    for part in word.finditer(flat, start, end):
        text, (begin, stop) = part.group(), part.span()
        found.append(Word(begin, stop, text, text.islower(), first, not first and flat[begin - 1] in _HYPHENS))
        first = False
    return found
