"""Which words belong to the topic, beside those that were asked for?"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

_AT_LEAST = 5


def signature(passages: Iterable[tuple[Collection[str], bool]]) -> dict[str, float]:
    """Words that are more frequent in passages that hold a word of the query than in the others, and how much more.

    A passage is its set of words and whether it holds a word of the query.
    """
    beside: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    with_query = without = 0
    for words, asked in passages:
        (beside if asked else apart).update(words)
        with_query, without = with_query + asked, without + (not asked)
    return {
        word: gain
        for word, count in beside.items()
        if count >= _AT_LEAST
        and (gain := math.log(count / with_query * (without + 1) / (apart.get(word, 0) + 0.5))) > 0
    }


def strength(words: Collection[str], topic: Mapping[str, float]) -> float:
    """How much a passage speaks the language of the topic."""
    return sum(topic.get(word, 0.0) for word in words) / (math.sqrt(len(words)) + 1)
