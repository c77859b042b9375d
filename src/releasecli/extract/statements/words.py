"""Which words does a stretch of text have, and of which class is each?"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from releasecli.extract.statements.lexicon import closed, cues

_WORD = re.compile(
    r"(?:[A-Za-z]+(?![\w.'’&/–-])"  # most words, soonest
    r"|\$?\d(?:[\d.,/]*\d)?[^\W_]*(?:-[^\W_]+)*"
    r"|[^\W_]+(?:(?:\.-|[-–&/.’'])(?!(?:s|m|re|ve|ll|d|t)\b)[^\W_]+)*(?:['’]t\b)?(?:\.(?=[\s,]))?"
    r"|['’](?:s|m|re|ve|ll|d)\b|\.\.\.|[^\w\s])[\s_]*"  # what is behind it too: so no place is asked for
)
_MARKS = {
    ",": ",", ";": ";", ":": ":", "—": "-", "–": "-", "―": "-", "-": "-", "...": "-", "…": "-", "/": "/",
    "(": "(", "[": "(", ")": ")", "]": ")", "%": "n", "&": "C",
}  # fmt: skip


class Word(NamedTuple):
    """A word or mark; `low` is its lower case with straight apostrophes (of a quotation: a comma if it ends with one).

    `tag` is its class, one letter each, so that the rules of this package can say `tag in "DKn"`:

    nouns     K capitalised word, n any other word, D determiner, Q number, g possessive 's
    pronouns  N subject pronoun ("she"), O object pronoun ("her")
    verbs     V finite verb, A auxiliary, M modal, T "to", E word in -ed, I word in -ing, X negation, R adverb
    links     P preposition, C coordinator ("and"), S subordinator ("because"), W wh-word
    others    Y a whole quotation, and the marks , ; : - ( ) / .
    """

    start: int
    end: int
    low: str
    tag: str


def words(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]], language: str) -> list[Word]:
    """The words of text[start:end] in order; each quotation (spans inside, in order) is one word."""
    found: list[Word] = []
    for a, b in quoted:
        _add(found, text, start, a, language)
        found.append(Word(a, b, "," if "," in text[b - 2 : b] else "", "Y"))
        start = b
    _add(found, text, start, end, language)
    return found


def _add(found: list[Word], text: str, start: int, end: int, language: str) -> None:
    add, at = found.append, start
    while at < end and (text[at].isspace() or text[at] == "_"):
        at += 1
    for piece in _WORD.findall(text, at, end):
        size, low, tag = _tagged(piece, language)
        if tag in _IN_CONTEXT:
            tag = _in_context(tag, found)
        add(_new(Word, (at, at + size, low, tag)))
        at += len(piece)


_new = tuple.__new__  # takes half the time of the class's own


_IN_CONTEXT = frozenset(("K?", "E?", "I?", "P?", "V?", "D?", "M?", "R?", "'s", "'?"))


@lru_cache(maxsize=1 << 15)
def _tagged(piece: str, language: str) -> tuple[int, str, str]:
    """Length, lower case and class of a word by itself; a class with `?` depends on the words before."""
    raw = piece.replace("_", " ").rstrip()
    return len(raw), *_classed(raw, language)


def _classed(raw: str, language: str) -> tuple[str, str]:
    if raw in _MARKS:
        return raw, _MARKS[raw]
    low = raw.lower().replace("’", "'")
    if low == "'s":
        return low, "'s"
    if low == "'":
        return low, "'?"
    lexicon = cues(language)
    known = lexicon.classes.get(low)
    if known is not None:
        upper = raw[0].isupper() and len(low) > 2 and known in "VDM"
        return low, f"{known}?" if upper or (known == "P" and low in closed("adjectives", language)) else known
    if low.startswith("'"):
        return low, "M" if low in ("'ll", "'d") else "A"
    return low, _open_class(raw, low, closed("nouns", language))


def _open_class(raw: str, low: str, nouns: frozenset[str]) -> str:
    first = raw[0]
    if first.isdigit() or first == "$":
        return "Q"
    if not first.isalpha():
        return "."
    verbal = low not in nouns and len(low) > 4
    ending = "E" if verbal and low.endswith("ed") else "I" if verbal and low.endswith("ing") else ""
    if first.isupper():
        return f"{ending}?" if ending else "K"
    return "R" if low.endswith("ly") and len(low) > 4 else ending or "n"


def _in_context(tag: str, found: list[Word]) -> str:
    before = found[-1] if found else None
    if tag == "'s":
        return _possessive(before, found)
    if tag == "'?":
        return "g" if before and before.tag in "Kn" and before.low.endswith("s") else "."
    if tag == "P?":
        return "n" if before and before.tag in "Dg" else "P"
    first = before is None or before.tag in ".:;-"
    return tag[0] if first and (tag[0] in "VDM" or before is None) else "K"


def _possessive(before: Word | None, found: list[Word]) -> str:
    """The possessive, or "is" behind a pronoun."""
    if before is None or before.tag == "N" or before.low in ("that", "who", "what"):
        return "A"
    if before.tag == "R":
        found[-1] = before._replace(tag="n")
    return "g"
