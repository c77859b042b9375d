"""Where does a noun phrase end, and which words are finite verbs?"""

from collections.abc import Sequence

from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.roles import listed
from releasecli.extract.statements.words import Word

_NOUN = frozenset("Kn")
_OWNER = 6  # words of "her and President Lind's"


def phrase_end(words: Sequence[Word], at: int, stop: int, *, attach: bool = False) -> int:
    """The index after the noun phrase at `at`; `at` itself where none begins. `attach`: with its prepositions."""
    if at < stop and _alone(words, at, stop):
        return at + 1
    i, head = at, False
    while i < stop:
        tag = words[i].tag
        if tag in _NOUN or (tag == "Y" and (not head or (i + 1 < stop and words[i + 1].tag == "K"))):
            if head and tag == "K" and i > at and words[i - 1].tag == "n" and words[i - 1].low.endswith("s"):
                break
            head = True
        elif tag == "g":
            head = False
        elif tag in "DQEIR":
            if head or _acts(words, i, at, stop):
                break
            head = tag == "I" and i > at and (i + 1 >= stop or words[i + 1].tag not in "KnEIgQ")
        elif tag == "(":
            i = _closing(words, i, stop)
        elif not _goes_on(words, i, stop, attach=attach, head=head):
            break
        else:
            head = False
        i += 1
    return i if i > at and (head or words[i - 1].tag in "QD)") else at


def _alone(words: Sequence[Word], at: int, stop: int) -> bool:
    """A pronoun, or "her" without a noun behind it."""
    shared = at + 2 < stop and words[at + 1].tag == "C" and any(word.tag == "g" for word in words[at : at + _OWNER])
    bare = words[at].low == "her" and not shared and (at + 1 >= stop or words[at + 1].tag not in "nKEIQgDR")
    return bare or words[at].tag in "NO"


def _acts(words: Sequence[Word], i: int, at: int, stop: int) -> bool:
    """As in "a few warned of A": a verb behind a word that stands for people."""
    few = i > at and words[i - 1].low in listed("alone")
    return few and words[i].tag == "E" and i + 1 < stop and words[i + 1].tag not in "nK"


def _goes_on(words: Sequence[Word], i: int, stop: int, *, attach: bool, head: bool) -> bool:
    """Does the phrase go on behind this preposition, conjunction or comma?"""
    word = words[i]
    if i + 1 >= stop:
        return False
    following = words[i + 1]
    if not head:
        return word.low == "and" and words[i - 1].tag == "D" and following.tag in "DK"
    if word.tag == "P":
        return (word.low == "of" or (attach and word.low in closed("attached"))) and following.tag in "DKnQEIOY"
    if word.tag == "C":
        people = following.tag == "n" and (words[i - 1].tag == "n" or following.low in listed("actors"))
        return word.low == "and" and (following.tag in "DK" or people)
    return word.tag == "," and following.low in closed("juniors")


def _closing(words: Sequence[Word], i: int, stop: int) -> int:
    for j in range(i, min(stop, i + 25)):
        if words[j].tag == ")":
            return j
    return i


def finite(words: Sequence[Word], i: int) -> bool:
    """Can this word be the finite verb of a clause?"""
    word = words[i]
    if word.tag in "MV":
        return not i or words[i - 1].tag not in "Dg"
    if word.tag == "A":
        return word.low not in closed("infinite")
    if word.tag == "E" and i:
        following = words[i + 1].tag if i + 1 < len(words) and words[i + 1].low != "by" else "."
        if words[i - 1].tag == "," and following in ".,":
            return False
        return (
            words[i - 1].tag in "KnNRO)W,"
            and (following in "DPOTNQSWYR,.K" or (following == "C" and words[i - 1].tag in "KN"))
            and words[i - 1].low != "the"
        )
    return False
