"""Can a noun phrase speak?"""

from collections.abc import Sequence

from releasecli.extract.statements.lexicon import closed
from releasecli.extract.statements.roles import listed
from releasecli.extract.statements.words import Word


def speaks(words: Sequence[Word], phrase: tuple[int, int]) -> bool:
    """Whether a phrase can speak: a person, a body, a state or a pronoun for one, and no thing."""
    first, size = words[phrase[0]], phrase[1] - phrase[0]
    if first.tag in "NO":
        return first.low not in ("it", "there")
    if first.low in ("this", "these", "that", "such"):
        return size > 1 and words[phrase[1] - 1].low in listed("actors")
    head = _head(words, phrase)
    if (
        head.tag == "N"
        or head.low in listed("actors")
        or head.low in listed("shares")
        or (head.low in listed("alone") and size < 3)
    ):
        return True
    return (head.tag == "K" and head.low not in listed("things")) or _person(head.low)


def is_person(words: Sequence[Word], phrase: tuple[int, int]) -> bool:
    """Whether a phrase is one person or several, by name or by what they are."""
    head = _head(words, phrase)
    return (head.tag == "K" and head.low not in listed("things")) or head.low in listed("actors") or _person(head.low)


def could_act(words: Sequence[Word], phrase: tuple[int, int], topics: frozenset[str]) -> bool:
    """Whether a phrase can act: "urged the airline to keep the route", not "urged efforts to end it"."""
    low = _head(words, phrase).low
    return (
        low not in topics | listed("things")
        and low.removesuffix("s") not in topics
        and not low.endswith(tuple(closed("act-endings")))
    )


def tells(words: Sequence[Word], phrase: tuple[int, int]) -> bool:
    """As in "the survey", "new figures": what can show that something is so."""
    return _head(words, phrase).low in listed("evidence") or speaks(words, phrase)


def impersonal(words: Sequence[Word], phrase: tuple[int, int], talks: frozenset[str]) -> bool:
    """Whether a phrase is a talk, which has no speaker itself: "The conversation", "the meeting"."""
    head = _head(words, phrase)
    return head.low in talks and head.tag == "n"


def _person(noun: str) -> bool:
    return any(noun.endswith(ending) for ending in listed("endings"))


def _head(words: Sequence[Word], phrase: tuple[int, int]) -> Word:
    last = next((k for k in range(phrase[0] + 1, phrase[1]) if words[k].tag in "PT,("), phrase[1]) - 1
    while last > phrase[0] and words[last].tag in "gQ":
        last -= 1
    return words[last]
