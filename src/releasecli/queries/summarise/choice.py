"""Which sentences tell most of what many say?"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain
from math import exp, fsum, log
from typing import NamedTuple

from releasecli.queries.content import content, pairs
from releasecli.queries.manner import standing
from releasecli.queries.vectors import add, dot, norm, overlap, rarity, unit

# Measured on news stories and on the backgrounds of running stories: what was said last sets the tone and fades over
# about 25 days with news; the first day's opening stays worth a line; an opening is worth more than what follows.
_FADES = 25.0
_NEAR = 0.5  # across releases; within one it is all there is
_RECURS = 0.5
_NEWEST = 0.5
_OLDEST = 0.15
_OPENS = 0.1
_REPEATS = 0.15
_ALREADY = 0.7
_ASKED = 0.15
_VOICE = 0.02  # each sentence of a release makes room for others
# Within one release its lead comes first, then what adds most, wherever it stands.
_LEAD = 0.6

Pair = tuple[str, str]


class Passage(NamedTuple):
    """A sentence that may be told.

    `release`: a number of where it stands; `age`: how many days with releases came after it; `place`: its number in its
    release, 0 for the sentence that opens it; `oldest`: it stands in the first release of all; `asked`: words of the
    query it holds.
    """

    text: str
    release: int = 0
    age: int = 0
    place: int = 0
    oldest: bool = False
    asked: int = 0


class Pick(NamedTuple):
    """A chosen passage by its number, its score and the reasons for it."""

    number: int
    score: float
    why: str


def told(passages: Sequence[Passage], sentences: int | None, words: int | None) -> tuple[Pick, ...]:
    """The passages that tell most without telling it twice, best first, within so many sentences and words.

    A passage is worth its nearness to what all say, its place and time, and the pairs of neighbouring words that other
    releases use too and no chosen passage has (Gillick and Favre 2009, "A scalable global model for summarization").
    """
    said = [content(passage.text) for passage in passages]
    weights = rarity(said)
    vectors = [unit(words, weights) for words in said]
    single = len({(passage.age, passage.oldest) for passage in passages}) < 2
    centre: dict[str, float] = {}
    for passage, vector in zip(passages, vectors, strict=True):
        add(centre, vector, exp(-passage.age / _FADES))
    size = norm(centre) * (1 if single else 1 / _NEAR) or 1.0
    worth = [
        dot(vector, centre) / size + _bonus(passage, single=single)
        for passage, vector in zip(passages, vectors, strict=True)
    ]
    return tuple(_picked(passages, vectors, worth, sentences, words))


def _picked(
    passages: Sequence[Passage],
    vectors: Sequence[dict[str, float]],
    worth: Sequence[float],
    sentences: int | None,
    words: int | None,
) -> Iterator[Pick]:
    """The best, then the best beside it: a choice only lowers the others, so what they were worth is their most."""
    held = [pairs(passage.text) for passage in passages]
    shared = _shared(passages, held)
    total: dict[str, float] = {}
    voices: Counter[int] = Counter()
    chosen: list[int] = []

    def score(number: int) -> float:
        passage = passages[number]
        value = worth[number] + _RECURS * _mean(shared, held[number])
        repeats = _REPEATS * dot(vectors[number], total) + _VOICE * voices[passage.release]
        return value * standing(passage.text) - repeats

    heap = [(-worth[n] - _RECURS * _mean(shared, held[n]), n) for n, vector in enumerate(vectors) if vector]
    heapify(heap)
    room, most = words if words is not None else 1 << 30, sentences if sentences is not None else len(passages)
    while heap and len(chosen) < most:
        _, best = heappop(heap)
        if _length(passages[best]) > room or any(overlap(vectors[best], vectors[n]) >= _ALREADY for n in chosen):
            continue
        now = score(best)
        if heap and (-now, best) > heap[0]:
            heappush(heap, (-now, best))
            continue
        yield Pick(best, round(now, 4), _why(passages[best], now, _mean(shared, held[best])))
        chosen.append(best)
        room -= _length(passages[best])
        add(total, vectors[best])
        voices[passages[best].release] += 1
        for pair in held[best]:
            shared.pop(pair, None)


def _length(passage: Passage) -> int:
    return len(passage.text.split())


def _shared(passages: Sequence[Passage], held: Sequence[Collection[Pair]]) -> dict[Pair, float]:
    """What the pairs of words weigh that several releases use: the more releases and the newer, the more."""
    releases: dict[tuple[int, int], set[Pair]] = {}
    for passage, found in zip(passages, held, strict=True):
        releases.setdefault((passage.age, passage.release), set()).update(found)
    seen = Counter(chain.from_iterable(releases.values()))
    mass: dict[Pair, float] = dict.fromkeys(seen, 0.0)
    for (age, _), found in releases.items():
        for pair in found:
            mass[pair] += exp(-age / _FADES)
    return {pair: log(1 + value) for pair, value in mass.items() if seen[pair] > 1}


def _mean(weights: Mapping[Pair, float], found: Collection[Pair]) -> float:
    """In any order of the pairs the same, to the last digit."""
    return fsum(weights.get(pair, 0.0) for pair in found) / max(1, len(found))


def _bonus(passage: Passage, *, single: bool) -> float:
    """What a sentence is worth by its place and time."""
    asked = _ASKED * min(2, passage.asked)
    if single:
        return asked + _LEAD * (passage.place == 0)
    opens = _OPENS * (passage.place == 0)
    return asked + opens + _NEWEST * exp(-passage.age) + _OLDEST * passage.oldest * (passage.place == 0)


def _why(passage: Passage, score: float, fresh: float) -> str:
    said = []
    if passage.place == 0:
        said.append("opens its release")
    if passage.asked:
        said.append(f"holds {passage.asked} of the words asked for")
    said.append(f"near to what all say ({score:.2f})")
    if fresh:
        said.append(f"in words that others use ({fresh:.2f})")
    return ", ".join(said)
