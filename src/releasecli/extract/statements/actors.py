"""Can a noun phrase speak?"""

from collections.abc import Sequence
from functools import cache

from releasecli.extract.statements.words import Word
from releasecli.resources import lexicon

_PEOPLE = ("ers", "ors", "ists", "ians", "men", "women")


def speaks(words: Sequence[Word], phrase: tuple[int, int]) -> bool:
    """A person, a body, a state or a pronoun for one; no thing."""
    first, size = words[phrase[0]], phrase[1] - phrase[0]
    if first.tag == "N":
        return first.low not in ("it", "there", "one")
    if first.tag == "O":
        return True
    if first.low in ("this", "these", "that", "such"):
        return size > 1 and words[phrase[1] - 1].low in _nouns("actors")
    head = _head(words, phrase)
    if head.low in _nouns("actors") or (head.low in ("both", "all", "two", "many", "some", "others") and size < 3):
        return True
    return (head.tag == "K" and head.low not in _nouns("things")) or head.low.endswith(_PEOPLE)


def is_person(words: Sequence[Word], phrase: tuple[int, int]) -> bool:
    """A person or several, by name or by what they are."""
    head = _head(words, phrase)
    return head.tag == "K" or head.low in _nouns("actors") or head.low.endswith(_PEOPLE)


def impersonal(words: Sequence[Word], phrase: tuple[int, int], talks: frozenset[str]) -> bool:
    """As in "The conversation", "the meeting": talks that have no speaker."""
    head = _head(words, phrase)
    return head.low in talks and head.tag == "n"


def _head(words: Sequence[Word], phrase: tuple[int, int]) -> Word:
    last = next((k for k in range(phrase[0] + 1, phrase[1]) if words[k].tag in "P,("), phrase[1]) - 1
    while last > phrase[0] and words[last].tag in "gQ":
        last -= 1
    return words[last]


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(lexicon("en", "roles").get(key, ()))
