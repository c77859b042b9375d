"""Where does a sentence begin and end?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from releasecli.resources import lexicon
from releasecli.text.paragraphs import paragraphs

_END = re.compile(r"[.!?…։؟۔।。！？]+(?:[\"'”’»\)\]]|\s(?=»))*")
_BULLET = re.compile(r"\n(?=\s*(?:[•▪◦●‣]|[*–-](?=\s)(?<=[.:;]\n.)))")
_FIRST = re.compile(r"\s*([\"'“‘„«¿¡(\[—–•-]*\s?)(\w+)?")
_GLUED = re.compile(r"[\"“‘]?(\w+)(?=[\s,])")
_WORD_BEFORE = re.compile(r"[^\s\"'’“‘„«(\[—–/]+$")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WIDE = "։؟۔।。！？"
_GAP = re.compile(r"[ ]{2,}(?=[A-Z])")
_ENDLESS, _SHORTEST = 1000, 150  # characters


@dataclass(frozen=True, slots=True)
class _Rules:
    """Words before a full stop that do not end a sentence, and words that begin one; all in lower case."""

    titles: frozenset[str]
    numbered: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]
    places: frozenset[str]
    ordinals: bool


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences in order, without outer white space, never across paragraphs.

    A single line break inside a paragraph is a blank. Without a language English is assumed. Linear in the text.
    """
    rules = _rules(language or "en")
    return [span for start, end in paragraphs(text) for span in _of_paragraph(text, start, end, rules)]


@cache
def _rules(language: str) -> _Rules:
    both = [lexicon("_any", "sentences"), lexicon(language, "sentences")]

    def words(key: str) -> frozenset[str]:
        return frozenset(str(word).lower() for rules in both for word in rules.get(key, ()))

    ordinals = any(rules.get("ordinals") for rules in both)
    return _Rules(words("titles"), words("numbered"), words("open"), words("starters"), words("places"), ordinals)


def _of_paragraph(text: str, start: int, end: int, rules: _Rules) -> Iterator[tuple[int, int]]:
    for stop in _stops(text, start, end, rules):
        yield from _readable(text, start, stop)
        start = _skip_blanks(text, stop, end)
    if start < end:
        yield from _readable(text, start, end)


def _readable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence of many lines that has lost its full stops, cut at the wide gaps that they left."""
    while end - start > _ENDLESS and (gap := _GAP.search(text, start + _SHORTEST, end)):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _stops(text: str, start: int, end: int, rules: _Rules) -> Iterator[int]:
    """Where sentences end inside a paragraph, its own end left out."""
    begun = start
    bullets = [m.start() for m in _BULLET.finditer(text, start, end)]
    for match in _END.finditer(text, start, end):
        while bullets and bullets[0] < match.start():
            if (stop := bullets.pop(0)) > begun:
                yield _strip_end(text, stop)
                begun = _skip_blanks(text, stop, end)
        if match.end() < end and _ends(text, begun, match, end, rules):
            yield match.end()
            begun = _skip_blanks(text, match.end(), end)
    yield from (_strip_end(text, stop) for stop in bullets if stop > begun)


def _strip_end(text: str, stop: int) -> int:
    while text[stop - 1].isspace():
        stop -= 1
    return stop


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, begun: int, match: re.Match[str], end: int, rules: _Rules) -> bool:
    """Does the sentence that began at `begun` end with these marks?"""
    marks, after = match.group(), match.end()
    if marks[0] in _WIDE:
        return True
    before = _WORD_BEFORE.search(text, max(begun, match.start() - 30), match.start())
    word = before.group() if before else ""
    if not text[after].isspace():
        return _glued(text, match, word)
    following = _FIRST.match(text, after, end)
    first = (following.group(2) or "") if following else ""
    if _small(first) and not (marks[0] in "!?" and following and following.group(1)):
        return False
    if marks != ".":
        return True
    at = match.start() - len(word)
    if word.lower() in rules.places and text[at - 2 : at] == ", ":
        return first[:1].isupper()
    return _full_stop(word, first, listed=at == begun, rules=rules)


def _glued(text: str, match: re.Match[str], word: str) -> bool:
    """'issue.The talks': a full stop without a blank, but no address, file name or initials."""
    whole = len(word) > 1 and (word[-2:].islower() or word.isdigit()) and not re.search(r"[@/.]", word)
    following = _GLUED.match(text, match.end()) if whole else None
    return following is not None and (
        (following.group(1).istitle() and len(following.group(1)) > 1) or following.group(1) in "AI"
    )


def _small(word: str) -> bool:
    """Letters of scripts without capitals are not small, although Georgian ones say so."""
    return word[:1].islower() and word[:1].title() != word[:1]


def _full_stop(word: str, first: str, *, listed: bool, rules: _Rules) -> bool:
    """Does a full stop between these two words end a sentence? `listed`: the word is the sentence so far."""
    key, starts = word.lower(), first.lower() in rules.starters
    if word.isdigit() and len(word) < 3 and (listed or rules.ordinals):
        return False
    if key in rules.numbered and first[:1].isdigit():
        return False
    if key in rules.open or (_INITIALISM.fullmatch(key.rpartition("-")[2]) and key not in rules.titles):
        return starts
    if len(word) == 1 and word.isupper() and first:
        return starts
    return key not in rules.titles or not first
