"""Which sentences tell most of what many say?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp
from typing import NamedTuple

from releasecli.queries.vectors import add, dot, norm, overlap, rarity, unit

# Measured on news stories and on the backgrounds of running stories: what was said last sets the tone and fades over
# about 25 days with news; the first day's opening stays worth a line; an opening is worth more than what follows.
_FADES = 25.0
_NEWEST = 0.5
_OLDEST = 0.15
_OPENS = 0.1
_REPEATS = 0.15
_ALREADY = 0.7
_ASKED = 0.15
_VOICE = 0.04  # each sentence of a release makes room for others
_SHORT, _BRIEF = 8, 0.7  # words of a sentence that says little by itself, and what it is worth
# Within one release its lead comes first, then what adds most, wherever it stands.
_LEAD = 0.6


class Passage(NamedTuple):
    """A sentence that may be told.

    `release`: a number of where it stands; `age`: how many days with releases came after it; `place`: its number in its
    release, from 0; `oldest`: it stands in the first release of all; `asked`: words of the query it holds; `length` in
    words.
    """

    words: frozenset[str]
    release: int = 0
    age: int = 0
    place: int = 0
    oldest: bool = False
    asked: int = 0
    length: int = 20
    manner: float = 1.0


class Pick(NamedTuple):
    """A chosen passage by its number, its score and the reasons for it."""

    number: int
    score: float
    why: str


def told(passages: Sequence[Passage], sentences: int | None, words: int | None) -> tuple[Pick, ...]:
    """The passages that tell most without telling it twice, best first, within so many sentences and words."""
    weights = rarity(passage.words for passage in passages)
    vectors = [unit(passage.words, weights) for passage in passages]
    single = len({(passage.age, passage.oldest) for passage in passages}) < 2
    centre: dict[str, float] = {}
    for passage, vector in zip(passages, vectors, strict=True):
        add(centre, vector, exp(-passage.age / _FADES))
    size = norm(centre) or 1.0
    worth = [
        (dot(vector, centre) / size + _bonus(passage, single=single)) * passage.manner * _brief(passage)
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
    total: dict[str, float] = {}
    voices: Counter[int] = Counter()
    left = {number for number, vector in enumerate(vectors) if vector}
    room, most = words if words is not None else 1 << 30, sentences if sentences is not None else len(passages)
    for _ in range(most):
        left = {number for number in left if passages[number].length <= room}
        if not left:
            return
        score, best = max(
            (worth[n] - _REPEATS * dot(vectors[n], total) - _VOICE * voices[passages[n].release], -n) for n in left
        )
        yield Pick(-best, round(score, 4), _why(passages[-best], score))
        left = {n for n in left if overlap(passages[n].words, passages[-best].words) < _ALREADY}
        room -= passages[-best].length
        add(total, vectors[-best])
        voices[passages[-best].release] += 1


def _brief(passage: Passage) -> float:
    return _BRIEF if passage.length < _SHORT else 1.0


def _bonus(passage: Passage, *, single: bool) -> float:
    """What a sentence is worth by its place and time."""
    asked = _ASKED * min(2, passage.asked)
    if single:
        return asked + _LEAD * (passage.place == 0)
    opens = _OPENS * (passage.place == 0)
    return asked + opens + _NEWEST * exp(-passage.age) + _OLDEST * passage.oldest * (passage.place == 0)


def _why(passage: Passage, score: float) -> str:
    said = []
    if passage.place == 0:
        said.append("opens its release")
    if passage.asked:
        said.append(f"holds {passage.asked} of the words asked for")
    said.append(f"near to what all say ({score:.2f})")
    return ", ".join(said)
