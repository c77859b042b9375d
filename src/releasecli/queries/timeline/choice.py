"""Which sentences say why a day matters?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import inf, sqrt
from typing import NamedTuple

from releasecli.queries.vectors import add, dot, norm, rarity, unit

# Measured on news timelines: a sentence that repeats the day before is worth less.
_ASKED = 0.5
_REPEATED = 0.05
_FADES = 0.5
_SHORT, _LONG, _TOO_LONG = 8, 51, 60
_WORDY = 0.85
_SAID = 0.8
_FIT = 0.5  # the worth of manner below which a sentence is no second one


class Candidate(NamedTuple):
    """A sentence that may stand for a day.

    `asked`: how many words of the query it holds; `length` in words; `manner` says what it is worth, less than 1 for
    questions, quotations and sentences that lean on another one, and is asked of few; `heard`: it tells what the others
    say of the day, but is not chosen.
    """

    words: frozenset[str]
    asked: int = 0
    length: int = 20
    manner: Callable[[], float] = lambda: 1.0
    heard: bool = False


class Chosen(NamedTuple):
    """A chosen sentence by its place among the day's candidates, and how well it stands for them."""

    place: int
    score: float


def chosen(days: Mapping[str, Sequence[Candidate]], per_day: int) -> dict[str, tuple[Chosen, ...]]:
    """For each day the sentences that together come nearest to all that is said of it, days in order of time."""
    weights = rarity(candidate.words for candidates in days.values() for candidate in candidates)
    before: dict[str, float] = {}
    told: set[frozenset[str]] = set()
    result: dict[str, tuple[Chosen, ...]] = {}
    for day in sorted(days):
        vectors = [unit(candidate.words, weights) for candidate in days[day]]
        fresh = [place for place, candidate in enumerate(days[day]) if vectors[place] and not candidate.heard]
        new = [place for place in fresh if days[day][place].words not in told]
        picked = _greedy(days[day], vectors, before, new or fresh, per_day)
        result[day] = picked
        before = {word: value * _FADES for word, value in before.items()}
        for choice in picked:
            told.add(days[day][choice.place].words)
            for word, value in vectors[choice.place].items():
                before[word] = max(before.get(word, 0.0), value)
    return result


def _greedy(
    candidates: Sequence[Candidate],
    vectors: Sequence[Mapping[str, float]],
    before: Mapping[str, float],
    fresh: Iterable[int],
    most: int,
) -> tuple[Chosen, ...]:
    """Add the sentence that brings the sum nearest to the centre, again and again."""
    centre = _centre(candidates, vectors)
    near = [dot(vector, centre) for vector in vectors]
    stale = [_REPEATED * dot(vector, before) for vector in vectors]
    worth = cache(lambda place: _factor(candidates[place], candidates[place].manner()))
    total: dict[str, float] = {}
    picked: list[Chosen] = []
    left = set(fresh)
    reached = 0.0
    while left and len(picked) < most:
        size = norm(total) ** 2
        nearness = {
            place: (reached + near[place]) / (sqrt(size + 1 + 2 * dot(vectors[place], total)) if total else 1.0)
            for place in left
        }
        limits = {place: value * _factor(candidates[place], 1.0) - stale[place] for place, value in nearness.items()}

        def gain(place: int, nearness: Mapping[int, float] = nearness) -> float:
            return nearness[place] * worth(place) - stale[place]

        score, best = _best(limits, gain)
        if picked and candidates[best].manner() < _FIT:
            left.remove(best)
            continue
        picked.append(Chosen(best, round(score, 4)))
        left = {place for place in left if not _says_again(candidates[place].words, candidates[best].words)}
        add(total, vectors[best])
        reached += near[best]
    return tuple(picked)


def _best(limits: Mapping[int, float], gain: Callable[[int], float]) -> tuple[float, int]:
    """The greatest gain and its place, of equal ones the first; `limits` says what each place may gain at the most."""
    best = (-inf, 0)
    for place in sorted(limits, key=lambda place: (-limits[place], place)):
        if limits[place] < best[0]:
            break
        best = max(best, (gain(place), -place))
    return best[0], -best[1]


def _says_again(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter of two sentences says hardly a word that the longer does not, as a title does."""
    return len(one & other) >= _SAID * min(len(one), len(other))


def _centre(candidates: Sequence[Candidate], vectors: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """All that is said of a day as one vector of length one."""
    centre: dict[str, float] = {}
    for candidate, vector in zip(candidates, vectors, strict=True):
        add(centre, vector, 1 + _ASKED * min(2, candidate.asked))
    return unit(centre, centre, 1.0)


def _factor(candidate: Candidate, manner: float) -> float:
    """What a sentence is worth apart from its words."""
    fits = 1.0 if _SHORT <= candidate.length <= _TOO_LONG else 0.5
    return manner * fits * (_WORDY if candidate.length > _LONG else 1.0)
