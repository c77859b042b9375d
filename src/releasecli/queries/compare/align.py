"""Which sentences of two accounts say the same?"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from releasecli.queries.compare.account import Account, Fact, Sentence
from releasecli.queries.compare.words import contact, forms, name_forms, small_words
from releasecli.queries.vectors import rarity

# Set by the pairs under tests/queries/compare: a pair of nearest sentences may share less than one of many.
_MUTUAL, _NEAREST = 0.20, 0.28
_LEADS = 0.05  # the same of two leads that do not say who spoke with whom
_ALONE = 0.08  # the same where the two, and no other sentences, share a word that tells something
_ONE_SIDED = 0.22  # the same where only one is the other's nearest: a sentence that tells two things

_TELLING = 0.55  # the weight from which a word of one sentence on each side may join them by itself
_DAY = 0.5  # what a day both speak of counts beside a word

Weighed = Mapping[str, float]


class Pair(NamedTuple):
    """Sentences of A and B, by number, that say the same; `shared` their common words, the most telling first."""

    a: int
    b: int
    score: float
    shared: tuple[str, ...]


def aligned(a: Account, b: Account) -> tuple[Pair, ...]:
    """The pairs of sentences that say the same, in A's order; a sentence with two topics may stand in two."""
    left, right = weighed(a, b)
    likeness = [[_likeness(one, other) for other in right] for one in left]
    _join_openings(a, b, likeness, left, right)
    alone, nearest = _alone(left, right), _nearest(likeness)
    return tuple(
        Pair(i, j, round(likeness[i][j], 4), _shared(left[i], right[j]))
        for i, one in enumerate(a.sentences)
        for j, other in enumerate(b.sentences)
        if likeness[i][j] >= _enough(nearest[i][j], alone[i][j], listing=one.topics or other.topics)
        and (alone[i][j] or (one.opening and other.opening) or _several(left[i], right[j]))
    )


def weighed(a: Account, b: Account) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """The words of each sentence with their weights; a word of few sentences of both accounts counts more."""
    small = small_words([a.text, b.text])
    context = name_forms([*a.setting, *b.setting, *_openings(a), *_openings(b)])
    met = {_days(time) for side in (a, b) for sentence in side.sentences if sentence.opening for time in sentence.times}
    rows = [
        [forms(sentence.text, small, context) | _numbers(sentence, met) for sentence in side.sentences]
        for side in (a, b)
    ]
    rare = rarity(row for side in rows for row in side)
    left, right = ([{word: own * rare[word] for word, own in row.items()} for row in side] for side in rows)
    return left, right


def _openings(account: Account) -> list[str]:
    """The sentences that name who met whom, where and when: those names tell the other sentences little."""
    return [sentence.text for sentence in account.sentences if sentence.opening]


def _numbers(sentence: Sentence, met: Collection[str]) -> dict[str, float]:
    """The figures of a sentence, and its days but for those on which they met."""
    figures = {f"={figure['value']:g}": 1.0 for figure in sentence.figures if figure["value"] is not None}
    return figures | {days: _DAY for time in sentence.times if (days := _days(time)) not in met}


def _days(time: Fact) -> str:
    return f"@{time['earliest']}/{time['latest']}" if time["earliest"] or time["latest"] else f"@{time['value']}"


def _alone(left: Sequence[Weighed], right: Sequence[Weighed]) -> list[list[bool]]:
    """Whether two sentences share a telling word that stands in no other sentence of either account."""
    one, other = (Counter(word for row in rows for word in row) for rows in (left, right))
    enough = _TELLING * math.log(1 + (len(left) + len(right)) / 2)
    telling = {word for row in left for word, weight in row.items() if weight >= enough}
    words = {word for word in telling if one[word] == other[word] == 1}
    return [[not words.isdisjoint(row.keys() & column.keys()) for column in right] for row in left]


def _likeness(one: Weighed, other: Weighed) -> float:
    """The weight of the common words against that of the shorter sentence, and a little of the longer."""
    common = sum(min(weight, other[word]) for word, weight in one.items() if word in other)
    first, second = sorted((sum(one.values()), sum(other.values())))
    return common / (0.6 * first + 0.4 * second) if first else 0.0


def _join_openings(
    a: Account, b: Account, likeness: Sequence[list[float]], left: Sequence[Weighed], right: Sequence[Weighed]
) -> None:
    """The sentences that say who spoke with whom, or open the accounts on one thing, are one topic, however put."""
    for i, one in enumerate(a.sentences):
        for j, other in enumerate(b.sentences):
            if one.opening and other.opening:
                met = contact(one.text) and contact(other.text)
                alike = likeness[i][j] >= _LEADS and any(word[0] != "~" for word in left[i].keys() & right[j].keys())
                likeness[i][j] = max(likeness[i][j], 0.5 if met or alike else 0.0)
            elif one.opening or other.opening:
                likeness[i][j] *= 0.6


def _nearest(likeness: Sequence[Sequence[float]]) -> list[list[int]]:
    """Of how many of the two, none, one or both, the other is the nearest sentence."""
    columns = [max(column) for column in zip(*likeness, strict=True)]
    rows = [max(row, default=0.0) for row in likeness]
    return [[(own >= rows[i]) + (own >= columns[j]) for j, own in enumerate(row)] for i, row in enumerate(likeness)]


def _enough(nearest: int, alone: bool, *, listing: bool) -> float:
    """How alike two sentences must be: less where each is the other's nearest, or a list names the other's topic."""
    if alone and (nearest == 2 or (nearest and listing)):
        return _ALONE
    return (math.inf, _ONE_SIDED if alone else _NEAREST, _MUTUAL)[nearest]


def _several(one: Weighed, other: Weighed) -> bool:
    """Whether two sentences share more than one word: one that stands in others too joins nothing."""
    return len(one.keys() & other.keys()) > 1


def _shared(one: Weighed, other: Weighed) -> tuple[str, ...]:
    common = [word for word in one if word in other]
    return tuple(sorted(common, key=lambda word: (-one[word], word)))
