"""Which words does a stretch of text have, and of which class is each?"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from releasecli.extract.statements.lexicon import Lexicon

_WORD = re.compile(
    r"(?P<clitic>['’](?:s|m|re|ve|ll|d)\b|n['’]t\b)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?|\$?\d+(?:[.,]\d+)*(?:\w+)?|[^\W_]+?(?:n['’]t\b)|[^\W_]+(?:[-–&/.’'](?!(?:s|m|re|ve|ll|d)\b)[^\W_]+)*(?:\.(?=[\s,]))?)"
    r"|(?P<mark>\.\.\.|[^\w\s])"
)
_MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "—": "-",
    "–": "-",
    "―": "-",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "...": "-",
    "…": "-",
    "/": "/",
    "-": "-",
}


class Word(NamedTuple):
    """A word or mark; `low` is its lower case with straight apostrophes.

    `tag`: D determiner, P preposition, C coordinator, S subordinator, W wh-word, N subject pronoun, O object pronoun,
    A auxiliary, M modal, X negation, T "to", R adverb, Q number, V other finite verb, E word in -ed, I word in -ing,
    K capitalised word, n any other word, g possessive 's, Y a whole quotation, and the marks , ; : - ( ) .
    """

    start: int
    end: int
    low: str
    tag: str


def words(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Word]:
    """The words of text[start:end] in order; each quotation (spans inside, in order) is one word."""
    found: list[Word] = []
    for a, b in quoted:
        _add(found, text, start, a, lexicon)
        found.append(Word(a, b, "", "Y"))
        start = b
    _add(found, text, start, end, lexicon)
    return found


def _add(found: list[Word], text: str, start: int, end: int, lexicon: Lexicon) -> None:
    classes, nouns = lexicon.classes, lexicon.lists["nouns"]
    for match in _WORD.finditer(text, start, end):
        raw = match.group()
        low = raw.lower() if "’" not in raw else raw.lower().replace("’", "'")
        if match.lastgroup == "mark":
            tag = _MARKS.get(raw, ".")
        elif low in classes:
            tag = classes[low]
            if tag == "P" and low in lexicon.lists["adjectives"] and found and found[-1].tag in "Dg":
                tag = "n"
            if raw[0].isupper() and tag in "VRDP" and found and found[-1].tag not in ".:;-" and len(low) > 2:
                tag = "K" if tag in "VD" else tag
        elif match.lastgroup == "clitic":
            tag = _clitic(low, found)
            if tag == "g" and found and found[-1].tag == "R":
                found[-1] = found[-1]._replace(tag="n")
        else:
            tag = _open_class(raw, low, nouns, first=not found)
        found.append(Word(match.start(), match.end(), low, tag))


def _clitic(low: str, found: list[Word]) -> str:
    if low == "'s":
        return "A" if (found and found[-1].tag == "N") or (found and found[-1].low in ("that", "who", "what")) else "g"
    return "X" if low == "n't" else "M" if low in ("'ll", "'d") else "A"


def _open_class(raw: str, low: str, nouns: frozenset[str], *, first: bool) -> str:
    if raw[0].isdigit() or raw[0] == "$":
        return "Q"
    if raw[0].isupper() and not (first and low.endswith(("ing", "ed"))):
        return "K"
    if low.endswith("ly") and len(low) > 4:
        return "R"
    if low in nouns or len(low) < 5:
        return "n"
    return "E" if low.endswith("ed") else "I" if low.endswith("ing") else "n"
