"""Which spellings can stand for one name?"""

from functools import lru_cache
from itertools import groupby, product

from releasecli.resources import gazetteer

_CLASSES = str.maketrans("szSZCJckgxtdfv", "ssssssskkkttvv", "aeiouh")
_VOWELS = frozenset("aeiou")
_MOST = 8  # readings of one word
_WHOLE = 1.0
_FIRST = 0.9  # a vowel at the beginning that one spelling leaves out
_VOWEL = 0.35  # a vowel that one spelling leaves out
_GLIDE = 0.15  # the same beside another vowel
_UNWRITTEN = 0.1  # a vowel where one spelling writes no vowels, as Arabic and Hebrew do
_BREATH = 0.2  # an h


@lru_cache(maxsize=4096)
def readings(word: str) -> tuple[str, ...]:
    """How a folded word may sound, each letter of the result one sound, no sound twice in a row.

    >>> "laCin" in readings("lachin")
    True
    """
    choices = [_sounds().get(group, (group,)) for group in _groups(word)]
    ways: list[str] = [""]
    for choice in choices:
        ways = [way + sound for way, sound in product(ways, choice)][:_MOST]
    return tuple(dict.fromkeys("".join(sound for sound, _ in groupby(way)) for way in ways))


@lru_cache(maxsize=4096)
def skeletons(word: str) -> frozenset[str]:
    """The classes of consonants of each reading: spellings of one name share at least one.

    >>> skeletons("lachin") & skeletons("lacin") & skeletons("latschin") != frozenset()
    True
    """
    return frozenset(_skeleton(way) for way in readings(word))


def difference(word: str, other: str, *, unwritten: bool = False) -> float:
    """How much two spellings differ in sound: the least sum of differences over their readings.

    `unwritten`: one of them is from a script that leaves out short vowels.
    """
    bones = skeletons(word) & skeletons(other)
    vowel = _UNWRITTEN if unwritten else _VOWEL
    pairs = (
        _aligned(one, two, vowel)
        for one in readings(word)
        if _skeleton(one) in bones
        for two in readings(other)
        if _skeleton(one) == _skeleton(two)
    )
    return min(pairs, default=float(len(word) + len(other)))


@lru_cache(maxsize=4096)
def _skeleton(way: str) -> str:
    return "".join(sound for sound, _ in groupby(way.translate(_CLASSES)))


def _groups(word: str) -> list[str]:
    """The word in groups of letters, the longest known one at each place."""
    found = []
    place = 0
    while place < len(word):
        size = next((size for size in range(7, 1, -1) if word[place : place + size] in _sounds()), 1)
        found.append(word[place : place + size])
        place += size
    return found


def _aligned(one: str, two: str, vowel: float) -> float:
    """The cost of the best alignment of two rows of sounds."""
    costs = _nearness()
    before = [0.0]
    for place in range(len(two)):
        before.append(before[-1] + _left_out(two, place, vowel))
    for i, sound in enumerate(one):
        gap = _left_out(one, i, vowel)
        row = [before[0] + gap]
        for j, other in enumerate(two):
            change = 0.0 if sound == other else costs.get((sound, other), _WHOLE)
            if i == j == 0 and vowel == _VOWEL:
                change = _ahead().get((sound, other), change)
            row.append(min(before[j] + change, before[j + 1] + gap, row[j] + _left_out(two, j, vowel)))
        before = row
    return before[-1]


def _left_out(way: str, place: int, vowel: float) -> float:
    """What it costs that the other spelling leaves this sound out."""
    sound = way[place]
    if sound == "h":
        return _BREATH
    if sound not in _VOWELS:
        return _WHOLE
    beside = way[max(0, place - 1) : place] + way[place + 1 : place + 2]
    if place == 0 and vowel == _VOWEL and _VOWELS.isdisjoint(beside):
        return _FIRST
    return min(_GLIDE, vowel) if sound in "iu" and not _VOWELS.isdisjoint(beside) else vowel


@lru_cache(maxsize=1)
def _sounds() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split("|")) for row in gazetteer("sounds")}


@lru_cache(maxsize=1)
def _nearness() -> dict[tuple[str, str], float]:
    rows = [(one, two, float(cost)) for one, two, cost, *_ in gazetteer("nearness")]
    return {pair: cost for one, two, cost in rows for pair in ((one, two), (two, one))}


@lru_cache(maxsize=1)
def _ahead() -> dict[tuple[str, str], float]:
    """Sounds that differ more at the beginning of a word."""
    rows = [(row[0], row[1], float(row[3])) for row in gazetteer("nearness") if len(row) > 3]
    return {pair: cost for one, two, cost in rows for pair in ((one, two), (two, one))}
