"""How alike are two passages?"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

Vector = Mapping[str, float]


def rarity(passages: Iterable[Collection[str]]) -> dict[str, float]:
    """How much each word tells: the fewer passages hold it, the more. A passage is the set of its words."""
    held: Counter[str] = Counter()
    count = 0
    for words in passages:
        held.update(words)
        count += 1
    return {word: math.log(1 + count / seen) for word, seen in held.items()}


def unit(words: Iterable[str], weights: Vector, power: float = 0.75) -> dict[str, float]:
    """The passage as a vector of length one; `power` below 1 keeps rare words from ruling."""
    vector = {word: weights.get(word, 1.0) ** power for word in words}
    length = norm(vector)
    return {word: value / length for word, value in vector.items()} if length else {}


def dot(one: Vector, other: Vector) -> float:
    """The inner product; cheap where `one` is the shorter."""
    get = other.get
    return sum(value * get(word, 0.0) for word, value in one.items())


def norm(vector: Vector) -> float:
    """The length of a vector."""
    return math.sqrt(sum(value * value for value in vector.values()))


def add(total: dict[str, float], vector: Vector, weight: float = 1.0) -> None:
    """Add a weighted vector to a running total, in place."""
    for word, value in vector.items():
        total[word] = total.get(word, 0.0) + weight * value


def overlap(one: Collection[str], other: Collection[str]) -> float:
    """The share of all words of two sets that both have (Jaccard); nothing in common or nothing at all is 0."""
    common = len(set(one) & set(other))
    return common / (len(one) + len(other) - common) if common else 0.0


def firsts(passages: Sequence[Collection[str]], least: float) -> list[int]:
    """For each set of words the number of the first that it nearly equals (`overlap` of `least`), else its own.

    Sets so alike share one of the few rarest words of each, so only sets that do are compared.
    """
    held = Counter(word for words in passages for word in words)
    kept: dict[str, list[int]] = {}
    found: list[int] = []
    for number, words in enumerate(passages):
        rare = sorted(words, key=lambda word: (held[word], word))[: len(words) - int(least * len(words)) + 1]
        near = sorted({other for word in rare for other in kept.get(word, ())})
        first = next((other for other in near if overlap(passages[other], words) >= least), number)
        found.append(first)
        for word in rare if first == number else ():
            kept.setdefault(word, []).append(number)
    return found
