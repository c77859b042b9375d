"""Can a noun phrase speak?"""

from functools import cache

from releasecli.extract.statements.hits import Unit
from releasecli.resources import lexicon

_PEOPLE = ("ers", "ors", "ists", "ians", "ees", "men", "er", "or", "ist", "ian")


def can_speak(unit: Unit, phrase: tuple[int, int]) -> bool:
    """A person, a body, a state or a pronoun for one; no thing."""
    words = unit.words[phrase[0] : phrase[1]]
    if words[0].tag == "N":
        return words[0].low not in ("it", "there", "one")
    if words[0].tag == "O" or words[0].low in ("this", "these", "that", "such"):
        return len(words) > 1 and words[0].tag != "O" and words[-1].low in _nouns("actors")
    head = _head(unit, phrase)
    if head.low in _nouns("actors") or (head.low in ("both", "all", "two") and len(words) < 3):
        return True
    return head.tag == "K" and head.low not in _nouns("things")


def impersonal(unit: Unit, phrase: tuple[int, int]) -> bool:
    """ "The conversation", "the meeting": talks that have no speaker."""
    head = _head(unit, phrase).low
    return head in unit.lexicon.lists["talks"] and head not in _nouns("actors")


def _head(unit: Unit, phrase: tuple[int, int]):  # type: ignore[no-untyped-def]
    words = unit.words
    last = next((k for k in range(phrase[0] + 1, phrase[1]) if words[k].tag in "P,("), phrase[1]) - 1
    while last > phrase[0] and words[last].tag in "gQ":
        last -= 1
    return words[max(last, phrase[0])]


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(lexicon("en", "roles").get(key, ()))
